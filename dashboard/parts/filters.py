"""The options that the data offers -> the filter bar: one control a filter, the rarer ones behind a button."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dashboard import ids
from dashboard.labels import label
from dashboard.parts.attributes import attributes
from dashboard.parts.icon import with_icon
from dashboard.queries.answers import Option
from dashboard.words import word

FIRST = ("from", "to", "region", "country", "kind", "area", "q")
MORE = ("programme", "donor", "audience", "topic", "mode", "role", "basis", "scheme")
CHOICES = {"role": ("beneficiary", "host", "donor"), "basis": ("any", "event"), "scheme": ("m49", "programme")}
MOST_SHOWN = 100  # options in an open list; the search finds the others

Options = Mapping[str, Sequence[Option]]


def filter_bar(options: Options, language: str) -> html.Section:
    """Return the bar; on a narrow screen it is a sheet that the button of the shell opens."""
    more = html.Details(
        [
            html.Summary(word("more_filters", language), className="filters-more"),
            html.Div([control(name, options, language) for name in MORE], className="filters-row"),
        ],
        className="filters-second",
    )
    close = html.Button(
        word("close", language),
        className=with_icon("close", "filters-close"),
        type="button",
        **attributes(data_action="filters"),
    )
    first = html.Div([control(name, options, language) for name in FIRST], className="filters-row filters-first")
    return html.Section(
        [close, first, more],
        id=ids.FILTERS,
        className="filters",
        **attributes(aria_label=word("filters", language)),
    )


def control(name: str, options: Options, language: str) -> Any:
    """Return the control of one filter."""
    shared = {"id": ids.filter_control(name), "label": word(f"filter_{name}", language), "size": "xs"}
    shared["className"] = f"filter filter-{name}"
    if name in ("from", "to"):
        help_text = word("filter_date_help", language)
        return dmc.TextInput(**shared, debounce=True, placeholder="2016-11", **attributes(aria_description=help_text))
    if name == "q":
        return dmc.TextInput(**shared, debounce=500, placeholder=word("filter_q_help", language))
    if name in CHOICES:
        return choice(name, shared, language)
    return dmc.MultiSelect(
        **shared,
        data=entries(name, options.get(name, ()), language),
        value=[],
        placeholder=word("any", language),
        searchable=True,
        clearable=True,
        limit=MOST_SHOWN,
        nothingFoundMessage=word("nothing_found", language),
        comboboxProps={"width": "max-content", "position": "bottom-start"},
    )


def choice(name: str, shared: dict[str, Any], language: str) -> Any:
    """Return a control for one of a few words of the page."""
    data = [{"value": value, "label": word(f"{name}_{value}", language)} for value in CHOICES[name]]
    return dmc.Select(**shared, data=data, value=CHOICES[name][0], allowDeselect=False)


def entries(name: str, offered: Sequence[Option], language: str) -> list[dict[str, str]]:
    """Return the options in the order of their labels."""
    found = [{"value": option.value, "label": label(name, option.value, language)} for option in offered]
    return sorted(found, key=lambda entry: entry["label"].casefold())
