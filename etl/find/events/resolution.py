"""The words of an item -> whether they are a resolution: what it welcomes or asks for is no activity that it tells."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from etl import vocabulary

FEWEST = 3  # lines that open so; one may be a heading: "Requests for help rise"
LINE_END = re.compile("\n")
NUMBER = r"[ \t]*\(?[\divxa-z]{1,4}[.)][ \t]+"  # "12. ", "(b) "


def is_resolution(text: str) -> bool:
    """Say whether lines of `text` open as those of resolutions do: "Recalling its", "Takes note of", "3. Requests the".

    Three such lines make one. Of a paragraph of one line, its number and "Requests" are enough.
    """
    if "\n" not in text:
        return _opening(NUMBER, "resolves").match(text) is not None
    opens = _opening(f"(?:{NUMBER})?", "resolves", "recalls")
    opened = (start for start in (0, *(mark.end() for mark in LINE_END.finditer(text))) if opens.match(text, start))
    return len(list(islice(opened, FEWEST))) == FEWEST


@cache
def _opening(number: str, *purposes: str) -> re.Pattern[str]:
    """Return the words with which such lines open, behind a number, in all languages; all write them with a capital."""
    rows = (row for row in vocabulary.rows("small_words") if row["purpose"] in purposes)
    words = sorted({word for row in rows for word in row["words"].split()}, key=len, reverse=True)
    said = "|".join(re.escape(word).replace("_", r"\s") for word in words)
    return re.compile(rf"{number}(?:{said})\b")
