"""A line of a text -> the labels in it with their values: "Venue: Lima", "Venue | Lima", "Venue: Lima. Donor: EU"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.fixed import fixed
from etl.rows.headings import column_of, is_known, plain

MARKS = " \t*_•▪●■>#–—-"  # around a line, a label or its value: bold letters, the sign of a list
BAR = "|"
MOST_WORDS = 5  # of a label
LABEL = re.compile(r"([^\W\d_][^:：|.!?]{0,38}(?:\.\s[^:：|.!?]{1,25})?)[\s*_]*[:：](?!//)\s*(.*)", re.S)
NEXT = re.compile(r"[.;,]\s+(?=([^\W\d_][^:：|.;,]{1,38}?)\s*[:：]\s)")  # "3 May. Venue: Lima"
NOTHING = re.compile(r"[\W_]*(?:n/?a)?[\W_]*", re.I)  # what stands in an empty field


@fixed
class Labelled:
    """A label with its value ("" where it stands on the line below, or nowhere) and the column that it is for."""

    label: str
    value: str
    column: str

    @property
    def name(self) -> str:
        """The label as others are compared with it."""
        return plain(self.label)


def labelled(label: str, value: str) -> Labelled:
    """Return a label with its value, both without marks; a dash alone or "n/a" is no value."""
    words = label.strip(MARKS)
    said = value.strip("*_ \t")
    return Labelled(words, "" if NOTHING.fullmatch(said) else said, column_of(words))


def labels_of(line: str) -> list[Labelled]:
    """Return the labels of a line with their values, in their order; [] for a line without any."""
    words = line.strip(MARKS)
    if BAR in words:
        return _between_bars(words)
    found = LABEL.fullmatch(words)
    if not found or len(found[1].split()) > MOST_WORDS:
        return []
    return [labelled(label, value) for label, value in _parted(found[1], found[2])]


def label_alone(line: str) -> Labelled | None:
    """Return the known label that is all of a line, its value below; None for other lines."""
    words = line.strip(f"{MARKS}:：{BAR}")
    return labelled(words, "") if words and len(words.split()) <= MOST_WORDS and is_known(words) else None


def _between_bars(words: str) -> list[Labelled]:
    """Return "Date: 3 May | Venue: Lima" or "Date | 3 May" as labels; a row of a table with more cells has none."""
    parts = [part.strip() for part in words.split(BAR) if part.strip()]
    named = [LABEL.fullmatch(part) for part in parts]
    if len(parts) > 1 and all(named):
        return [labelled(found[1], found[2]) for found in named if found]
    if len(parts) != 2 or len(parts[0].split()) > MOST_WORDS:
        return []
    return [labelled(parts[0].rstrip(":："), parts[1])]


def _parted(label: str, value: str) -> Iterator[tuple[str, str]]:
    """Yield a label with its value, and those that follow on the same line and are known."""
    known = [found for found in NEXT.finditer(value) if is_known(found[1].strip(MARKS))]
    ends = [*(found.start() for found in known), len(value)]
    yield label, value[: ends[0]]
    for found, end in zip(known, ends[1:], strict=True):
        if rest := LABEL.fullmatch(value[found.end() : end]):
            yield rest[1], rest[2]
