"""The filters that are set -> chips, each a button that takes its filter off."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from dashboard.labels import label
from dashboard.parts.attributes import attributes
from dashboard.parts.icon import with_icon
from dashboard.words import date, word

CHOICES = ("role", "basis", "bucket", "scheme")  # filters whose values are words of the page, not of a vocabulary


def chips(chosen: Iterable[tuple[str, str]], language: str) -> list[html.Button]:
    """Return one chip for each (filter, value), in their order."""
    return [chip(name, value, language) for name, value in chosen]


def chip(name: str, value: str, language: str) -> html.Button:
    """Return one chip, named for readers and screen readers alike."""
    text = named(name, value, language)
    return html.Button(
        text,
        id={"type": "chip", "name": name, "value": value},
        className=with_icon("close", "chip"),
        n_clicks=0,
        type="button",
        title=word("remove_filter", language, filter=text),
        **attributes(aria_label=word("remove_filter", language, filter=text)),
    )


def named(name: str, value: str, language: str) -> str:
    """Return a filter and its value in words."""
    return f"{word(f'filter_{name}', language)}: {shown(name, value, language)}"


def shown(name: str, value: str, language: str) -> str:
    """Return a filter's value in words."""
    if name in CHOICES:
        return word(f"{name}_{value}", language)
    if name in ("from", "to"):
        return date(value, language)
    return f"“{value}”" if name == "q" else label(name, value, language)
