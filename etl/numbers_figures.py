"""A text -> the whole numbers that it writes in digits, with their place and value."""

from __future__ import annotations

import re

from etl.number import Number
from etl.text import FIGURE

FIGURES = re.compile(  # what stands before them is asked behind the first, so that the engine can skip to the next
    rf"(?P<first>{FIGURE}(?:(?<![\w.,/$€£¥№#-]\d)|(?<=\b[وبل]\d))(?<![$€£¥№] \d)"
    r"(?:\d{0,2}(?:[,.'’٬\u00a0\u202f ]\d{3})+|\d*))"
    r"(?:\s?[-–]\s?(?P<last>\d{1,6}))?"
    r"(?![\w/%°]|[.,]\d|[-–]\w|\s?%|\s?[$€£]|\s?(?:st|nd|rd|th)\b)"
)
PARTS_WITH = 3  # characters: a dash between two spaces


def figures(text: str) -> list[Number]:
    """Return the whole numbers of `text` in digits, a range as its lower end; no codes, decimals, shares or money."""
    found = []
    for match in FIGURES.finditer(text):
        written = match["first"]
        first = int(written if written.isdecimal() else "".join(filter(str.isdecimal, written)))
        last = int(match["last"]) if match["last"] else None
        if last is not None and last <= first:
            found += _parted(match, first, last)
            continue
        found.append(Number(match.start(), match.end(), first, low=last is not None, figure=True))
    return found


def _parted(match: re.Match[str], first: int, last: int) -> list[Number]:
    """Return the two numbers of "2019 – 25 judges", where a dash between spaces parts them; "2019-12" is no number."""
    if match.start("last") - match.end("first") < PARTS_WITH:
        return []
    return [
        Number(*match.span("first"), first, figure=True),
        Number(*match.span("last"), last, figure=True),
    ]
