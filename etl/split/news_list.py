"""Lines of a page that lists news -> where each begins: at a doubled title, a dateline, or behind a link to more."""

from __future__ import annotations

import re
from collections import Counter

from etl.dates.written import expressions
from etl.heading import Heading
from etl.lines import LONGEST_TITLE, bare, is_end, is_furniture, is_link, is_title, lead_on
from etl.split.items import Row

FEWEST = 2  # news that make a list
SHORTEST = 100  # characters of a line that tells news behind its dateline; what is shorter stands below a picture
SHORTEST_DOUBLE = 25  # characters of a title that stands twice: once as a link, once as a heading
FEWEST_SIGNED, LONGEST_SIGNATURE = 3, 40  # news that end with the same line, and its characters
LONGEST_PLACE = 60  # characters of a dateline before its day
LONGEST_BUTTON = 30  # characters of a link that ends its news; "Read more: ..." in the middle of a text leads elsewhere
PLACE = re.compile(r"[(\[]?[^\W\d_](?:[^.:;]|\bSt\.)*[,(\s–—-]\s?\(?$")  # "Lima, ", "(Port Louis, Mauritius, "
CUT = re.compile(r"\w(?:…|\.\.\.)$")  # a title of which only the beginning is shown
SETS_OFF = re.compile(r"[)\]]?(?:\s*(?:года|г\.))?\s*(?:\([^)]{2,40}\)\s*)?[)\]]?\.?\s*(?:[-–—:|])|[)\]]?\.\s+[^\W\d_]")


def starts(lines: tuple[str, ...], dated: dict[int, Heading]) -> list[int]:
    """Return the lines on which the news of a list begin; [] where there are fewer than two."""
    rows = [(n, line) for n, line in enumerate(lines, 1) if not is_furniture(line)]
    if any(heading.alone for heading in dated.values()):
        found = _doubled(rows)
    else:
        found = _doubled(rows) or sorted({*_datelined(rows), *_told_in_part(rows)}) or _signed(rows)
    return found if len(found) >= FEWEST else []


def _doubled(rows: list[Row]) -> list[int]:
    """Return the titles that stand twice, one below the other."""
    pairs = zip(rows, rows[1:], strict=False)
    return [n for (n, line), (_, below) in pairs if line == below and SHORTEST_DOUBLE <= len(line) <= LONGEST_TITLE]


def _datelined(rows: list[Row]) -> list[int]:
    """Return the news that begin with place and day, from the title above where there is one."""
    places = [i for i, (_, line) in enumerate(rows) if has_dateline(bare(line))]
    return [rows[_titled(rows, i)][0] for i in places]


def has_dateline(words: str) -> bool:
    """Say whether a line of text begins with place and day: "Lima, 5 May 2019 – Judges met"."""
    if (len(words) < SHORTEST and not lead_on(words)) or not words[:1].isalpha() and words[:1] not in "([":
        return False
    first = next((e for e in expressions(words[: 2 * LONGEST_PLACE]) if e.first.day), None)
    if first is None or not 0 < first.start <= LONGEST_PLACE or not PLACE.match(words[: first.start]):
        return False
    return first.first.year is not None and SETS_OFF.match(words, first.end) is not None


def _told_in_part(rows: list[Row]) -> list[int]:
    """Return the news behind links to more ("Read more") and behind texts that break off with such a link."""
    ends = [i for i, (_, line) in enumerate(rows) if _ends_news(line)]
    inside = [i for i in ends if any(len(bare(line)) >= SHORTEST for _, line in rows[i + 1 :])]
    if not inside:
        return []
    first = _first_text(rows)
    return [rows[_titled(rows, first)][0], *(rows[i + 1][0] for i in inside if i >= first)]


def _signed(rows: list[Row]) -> list[int]:
    """Return the news that each end with the same short line: who put it on the page, or what it is filed under."""
    short = (line for _, line in rows if len(line) <= LONGEST_SIGNATURE)
    times = Counter(line for line in short if not line.rstrip().endswith((":", "?")))
    for line, number in times.most_common():
        if number < FEWEST_SIGNED:
            break
        ends = [i for i, (_, other) in enumerate(rows) if other == line]
        news = [rows[start:end] for start, end in zip([0, *(i + 1 for i in ends)], ends, strict=False)]
        if all(any(len(bare(words)) >= SHORTEST for _, words in one) for one in news):
            return [rows[_titled(rows, _first_text(rows))][0], *(one[0][0] for one in news[1:])]
    return []


def _first_text(rows: list[Row]) -> int:
    return next((i for i, (_, line) in enumerate(rows) if len(bare(line)) >= SHORTEST), 0)


def _ends_news(line: str) -> bool:
    return (is_end(line) and len(bare(line)) <= LONGEST_BUTTON) or lead_on(line)


def _titled(rows: list[Row], index: int) -> int:
    """Return the index of the title right above a text, or its own."""
    above = bare(rows[index - 1][1]) if index else ""
    titled = (is_title(above) and not is_link(above)) or (CUT.search(above) and len(above) <= SHORTEST)
    return index - 1 if titled and len(above) >= SHORTEST_DOUBLE else index
