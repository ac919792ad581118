"""Figures by country -> a world map: one hue in named classes, small States as dots, disputed areas uncoloured."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dashboard.figures.classes import class_of, lower_bounds, spread
from dashboard.figures.dots import dots
from dashboard.figures.map_window import window
from dashboard.figures.theme import CLASSES, Figure, Trace, colours, figure
from dashboard.labels import label
from dashboard.queries.answers import Group
from dashboard.words import number, word
from etl.vocabulary import countries

DOT = 7  # pixels
MARGIN = {"l": 0, "r": 0, "t": 0, "b": 26}  # pixels; the legend stands below


@dataclass(frozen=True, slots=True)
class Shade:
    """One entry of the legend: its words, its colour and the countries that have it."""

    name: str
    colour: str
    codes: tuple[str, ...]


def country_map(
    groups: Sequence[Group],
    measure: str,
    selected: Collection[str],
    language: str,
    theme: str,
    regions: Collection[str] = (),
) -> Figure:
    """Draw `measure` of each country; `selected` ones get an outline, `regions` fill the picture.

    The location of a mark is its alpha-3 code.
    """
    by_code = {group.value: group for group in groups if group.value}
    traces: list[Trace] = []
    for shade in shades(by_code, measure, language, theme):
        texts = [hover_text(code, by_code.get(code), measure, language) for code in shade.codes]
        traces += [areas(shade, texts, selected, theme), points(shade, texts, selected, theme)]
    return figure(traces, theme, geo=geo(theme, regions), showlegend=True, legend=legend(theme), margin=MARGIN)


def shades(by_code: Mapping[str, Group], measure: str, language: str, theme: str) -> list[Shade]:
    """Sort all countries into: no activity, number not stated (for people), and the classes."""
    colour = colours(theme)
    values = {code: getattr(group, measure) for code, group in by_code.items()}
    unstated = tuple(code for code, group in by_code.items() if not is_stated(group, measure))
    known = {code: value for code, value in values.items() if code not in unstated}
    bounds = lower_bounds(known.values())
    found = [Shade(word("map_none", language), colour["none"], tuple(c for c in countries() if c not in by_code))]
    if unstated:
        found.append(Shade(word("number_not_stated", language), colour["unstated"], unstated))
    for i, shade in enumerate(spread(len(bounds), len(CLASSES))):
        codes = tuple(code for code, value in known.items() if class_of(value, bounds) == i)
        found.append(Shade(class_name(bounds, i, language), colour[CLASSES[shade]], codes))
    return [shade for shade in found if shade.codes]


def is_stated(group: Group, measure: str) -> bool:
    """Say whether any activity of the group gives the number; activities themselves are always counted."""
    return measure == "activities" or bool(getattr(group, f"{measure}_stated", 1))


def class_name(bounds: Sequence[int], i: int, language: str) -> str:
    """Name a class by its first and last whole number."""
    first = number(bounds[i], language)
    if i == len(bounds) - 1:
        return word("and_more", language, first=first)
    last = bounds[i + 1] - 1
    return first if last == bounds[i] else f"{first}–{number(last, language)}"


def hover_text(code: str, group: Group | None, measure: str, language: str) -> str:
    """Say what a country has: its figure, and how many of its activities it shares with others."""
    if group is None:
        return nothing_there(code, language)
    lines = [word("n_activities", language, n=group.activities)]
    if measure != "activities":
        stated = is_stated(group, measure)
        lines.insert(
            0,
            word(f"n_{measure}", language, n=getattr(group, measure))
            if stated
            else word("number_not_stated", language),
        )
    if group.shared:
        lines.append(word("n_shared", language, n=group.shared))
    return "<br>".join([heading(code, language), *lines])


@cache
def nothing_there(code: str, language: str) -> str:
    """Say that a country has no activity: of most countries, in each answer."""
    return f"{heading(code, language)}<br>{word('map_none', language)}"


def heading(code: str, language: str) -> str:
    """Name a country above what is said of it."""
    return f"<b>{label('country', code, language)}</b>"


def areas(shade: Shade, texts: list[str], selected: Collection[str], theme: str) -> Trace:
    """Colour the shapes of one legend entry."""
    colour = colours(theme)
    return {
        "type": "choropleth",
        "locations": list(shade.codes),
        "z": [1] * len(shade.codes),
        "colorscale": [[0, shade.colour], [1, shade.colour]],
        "showscale": False,
        "name": shade.name,
        "legendgroup": shade.name,
        "showlegend": True,
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "line": {
                "color": [colour["ink"] if code in selected else colour["border"] for code in shade.codes],
                "width": [border_width(code, selected) for code in shade.codes],
            }
        },
    }


def border_width(code: str, selected: Collection[str]) -> float:
    """Return the pixels of a border; around islets that a dot stands for it would be all that is seen of them."""
    if code in selected:
        return 1.6
    return 0 if code in dots() else 0.5


def points(shade: Shade, texts: list[str], selected: Collection[str], theme: str) -> Trace:
    """Draw the small territories of one legend entry as dots; those without activities only where they are States."""
    colour = colours(theme)
    empty = shade.colour == colour["none"]
    edge = colour["undetermined"] if empty else colour["line-strong"]
    here = [
        (code, dots()[code], text)
        for code, text in zip(shade.codes, texts, strict=True)
        if code in dots() and (dots()[code].state or not empty)
    ]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [dot.lon for _, dot, _ in here],
        "lat": [dot.lat for _, dot, _ in here],
        "customdata": [code for code, _, _ in here],
        "text": [text for _, _, text in here],
        "hovertemplate": "%{text}<extra></extra>",
        "name": shade.name,
        "legendgroup": shade.name,
        "showlegend": False,
        "marker": {
            "size": [DOT - 3 if empty else DOT for _ in here],
            "color": shade.colour,
            "opacity": 1,
            "line": {
                "color": [colour["ink"] if code in selected else edge for code, _, _ in here],
                "width": [2 if code in selected else 0.8 for code, _, _ in here],
            },
        },
    }


def geo(theme: str, regions: Collection[str] = ()) -> dict[str, object]:
    """Return the base map: land that no code colours (its status is not determined) stays grey."""
    colour = colours(theme)
    return {
        "resolution": 110,
        "fitbounds": False,
        **window(regions),
        "bgcolor": "rgba(0,0,0,0)",
        "showframe": False,
        "showcoastlines": False,
        "showcountries": False,
        "showland": True,
        "landcolor": colour["undetermined"],
        "showocean": False,
        "showlakes": False,
    }


def legend(theme: str) -> dict[str, object]:
    """Put the classes under the map, where they hide no island."""
    return {
        "orientation": "h",
        "x": 0.5,
        "y": 0,
        "xanchor": "center",
        "yanchor": "top",
        "bgcolor": "rgba(0,0,0,0)",
        "font": {"size": 12, "color": colours(theme)["ink-2"]},
        "itemclick": False,
        "itemdoubleclick": False,
        "tracegroupgap": 0,
    }
