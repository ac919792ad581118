"""A figure -> the same figure whose words are only words: plotly takes `<a href=...>` in them for a link."""

from __future__ import annotations

import re
from typing import Any

OURS = re.compile(r"<(?!/?(?:b|i|br|extra)>)")  # what begins anything but the tags that our figures write
SHOWN = frozenset({"text", "hovertext", "ticktext", "label", "name", "title"})  # the rest is numbers, codes, looks


def inert(figure: dict[str, Any]) -> dict[str, Any]:
    """Return the figure; values that come back with a click (customdata) stay as they are."""
    return {key: _words(value) if key in SHOWN else _within(value) for key, value in figure.items()}


def _within(value: Any) -> Any:
    if isinstance(value, dict):
        return inert(value)
    return (
        [_within(one) for one in value] if isinstance(value, list) and value and isinstance(value[0], dict) else value
    )


def _words(value: Any) -> Any:
    if isinstance(value, str):
        return OURS.sub("&lt;", value)
    if isinstance(value, list | tuple):
        return [_words(one) for one in value]
    return _within(value)
