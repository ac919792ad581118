"""Bodies whose name tells how many people they are ("25-member delegation", "zwölfköpfige Gruppe") -> their number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.numbers import numbers

SIGN = re.compile(r"-(?:member|person|strong|man |woman )|köpfig")  # in every such name; far quicker to find
BODY = (
    r"\s(?:[\w-]+\s){0,3}?(?:delegation|group|party|cohort|class|contingent|audience"
    r"|\w*[Dd]elegation|\w*[Gg]ruppe|Abordnung)\b"
)
SIZED = re.compile(
    rf"(?<![\w-])(?:(?P<size>\w+(?:-\w+)?)-(?:member|person|strong|man|woman)|(?P<heads>\w+?)-?köpfige[nr]?){BODY}"
)

Span = tuple[int, int, int]  # the body and how many they are


def sized(text: str, span: tuple[int, int], language: str) -> Iterator[Span]:
    """Yield the bodies in `text[start:end]` with their number; a committee or a team may only advise."""
    if not SIGN.search(text, *span):
        return
    for match in SIZED.finditer(text, *span):
        said = match["size"] or match["heads"]
        stated = numbers(said, "de" if match["heads"] else language)
        if len(stated) == 1 and stated[0].end - stated[0].start == len(said):
            yield match.start(), match.end(), stated[0].value
