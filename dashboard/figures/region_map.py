"""Figures by region -> the world map, every country in the colour of its region."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from dashboard.figures.country_map import MARGIN, areas, geo, hover_text, legend, points, shades
from dashboard.figures.theme import Figure, figure
from dashboard.labels import label
from dashboard.queries.answers import Group
from etl.vocabulary import countries, regions_of


def region_map(groups: Sequence[Group], measure: str, selected: Collection[str], language: str, theme: str) -> Figure:
    """Draw `measure` of each region on all its countries; `selected` ones get an outline.

    The location of a mark is the alpha-3 code of its country.
    """
    by_region = {group.value: group for group in groups}
    regions = {code: region for code in countries() for region in regions_of(code) if region in by_region}
    by_code = {code: replace(by_region[region], value=code) for code, region in regions.items()}
    outlined = [code for code, region in regions.items() if region in selected]
    traces = []
    for shade in shades(by_code, measure, language, theme):
        texts = [region_text(code, regions, by_code, measure, language) for code in shade.codes]
        traces += [areas(shade, texts, outlined, theme), points(shade, texts, outlined, theme)]
    return figure(traces, theme, geo=geo(theme), showlegend=True, legend=legend(theme), margin=MARGIN)


def region_text(
    code: str, regions: Mapping[str, str], by_code: Mapping[str, Group], measure: str, language: str
) -> str:
    """Say what the region of a country has, under the region's name."""
    text = hover_text(code, by_code.get(code), measure, language)
    if code not in regions:
        return text
    return text.replace(label("country", code, language), label("region", regions[code], language), 1)
