"""Numbers next to each other -> ranges ("between 20 and 25", "20 to 25") as one number each, that of the lower end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.number import Number

BETWEEN = re.compile(r"\b(?:between|entre|zwischen|tra|fra|между|بين|ما بين)\s(?:the |les? |los |as |os )?$", re.I)
AND = re.compile(r"\s(?:and|et|y|e|и|und|ed|و)\s?")
TO = re.compile(r"\s(?:to|à|a|bis|до|إلى|الى)\s")
LONGEST = 16  # characters in front of a number in which "between" stands
YEARS = range(1980, 2040)


def as_ranges(text: str, numbers: Sequence[Number]) -> tuple[Number, ...]:
    """Return the numbers of `text`, in order, with the two ends of a range as one number; years stay two."""
    found: list[Number] = []
    for number in numbers:
        last = found[-1] if found else None
        if last and last.value < number.value and last.value not in YEARS and _ends(text, last, number):
            found[-1] = replace(last, end=number.end, low=True)
        else:
            found.append(number)
    return tuple(found)


def _ends(text: str, last: Number, number: Number) -> bool:
    if TO.fullmatch(text, last.end, number.start):
        return True
    joined = AND.fullmatch(text, last.end, number.start)
    return joined is not None and BETWEEN.search(text, max(0, last.start - LONGEST), last.start) is not None
