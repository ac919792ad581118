"""A hand correction -> its words: what was corrected, from what to what, why, by whom, when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.cells import in_words
from dashboard.labels import column_label
from dashboard.queries.answers import Correction
from dashboard.words import date, word

BOOLEANS = {"True": True, "False": False}  # as a run lists them


def what(one: Correction, language: str) -> str:
    """Name what was corrected: a field, or what was said of the whole activity."""
    return column_label(one.field, language) if one.field else word(f"action_{one.action}", language)


def values(one: Correction, language: str) -> tuple[str, str]:
    """Return the old and the new value in words; of activities joined or parted the new one is the other's place."""
    if not one.field:
        return "", one.new
    return written(one.field, one.old, language), written(one.field, one.new, language)


def written(field: str, text: str, language: str) -> str:
    """Write the members of a value in words; "" is nothing."""
    members = (in_words(field, BOOLEANS.get(member, member), language) for member in text.split(";") if member)
    return ", ".join(members) or word("nothing_stated", language)


def corrections(found: Sequence[Correction], language: str) -> list[Any]:
    """Return the part of a record's panel that says what a person said of it; nothing where nobody did."""
    if not found:
        return []
    return [html.H3(word("corrected_by_hand", language)), html.Ul([line(one, language) for one in found])]


def line(one: Correction, language: str) -> html.Li:
    """Say what was corrected, from what to what, why, by whom and when."""
    old, new = values(one, language)
    change = " → ".join(filter(None, (old, new)))
    about = ", ".join(filter(None, (one.by, date(one.date, language), word(f"standing_{one.standing}", language))))
    said = f"{what(one, language)}: {change}" if change else what(one, language)
    return html.Li([html.Div(html.Strong(said)), html.Div(f"{one.reason} · {about}", className="proof-how")])
