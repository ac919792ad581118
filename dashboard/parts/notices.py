"""What could not be followed or shown -> notices where the reader looks, each with what to do."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from dashboard.parts.attributes import attributes
from dashboard.words import WORDS, word


def notice(text: str, *actions: html.Button, style: str = "") -> html.Div:
    """Return one notice."""
    return html.Div([html.Span(text), *actions], className=f"notice {style}".strip())


def address_notices(notices: Iterable[tuple[str, str, str]], language: str) -> list[html.Div]:
    """Return a notice for each (why, filter, value) of the address that could not be followed."""
    found = []
    for why, name, value in notices:
        key = f"filter_{name}"
        shown = word(key, language) if key in WORDS["en"] else name
        found.append(notice(word(f"notice_{why}", language, filter=shown, value=value)))
    return found


def failed(language: str, reference: str) -> html.Div:
    """Return what stands where something could not be shown, with a way to try again and its number in the log."""
    retry = html.Button(word("retry", language), className="action", type="button", **attributes(data_action="reload"))
    said = f"{word('error_title', language)}. {word('error_reference', language, reference=reference)}"
    return notice(said, retry, style="notice-error")


def again(language: str) -> html.Button:
    """Return the button of a card that could not be drawn: it lets the page ask again, and nothing else move."""
    return html.Button(word("retry", language), className="action", type="button", **attributes(data_action="again"))


def new_data(language: str) -> html.Div:
    """Say that newer data is there, and offer it."""
    show = html.Button(word("reload", language), className="action", type="button", **attributes(data_action="reload"))
    return notice(word("new_data", language), show)
