"""The lines of a text that was cut at one width -> its paragraphs, a line each, as its author wrote them.

Letters, mails and bulletins in plain text are often cut after 70 or 80 characters. A line was cut where the first word
of the next would not have fitted.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from etl.lines import BULLET, ENDS_SENTENCE

FEWEST = 3  # lines cut in mid-sentence that show the width
NARROWEST, WIDEST = 45, 130  # characters of a line
NEAR = 8  # characters that a line which goes on with a capital may be longer than all that go on with a small letter
MOST_LONGER = 0.05  # share of the lines that may be wider: an address, a row of a table
MOST_FULL = 0.5  # share of those lines to which the next word could not have been added
Lines = tuple[str, ...]


@lru_cache(maxsize=4)
def unwrapped(lines: Lines) -> tuple[Lines, tuple[int, ...]]:
    """Return the lines with those that go on with a paragraph joined to its first, and the number of each first."""
    width = _width(lines)
    if not width:
        return lines, tuple(range(1, len(lines) + 1))
    above = ("", *lines)
    starts = [n for n, line in enumerate(lines) if not _goes_on(above[n], line, width)]
    ends = [*starts[1:], len(lines)]
    joined = (_joined(lines[start:end]) for start, end in zip(starts, ends, strict=True))
    return tuple(joined), tuple(start + 1 for start in starts)


def _width(lines: Lines) -> int:
    """Return the length at which lines were cut, the longest that goes on in mid-sentence; 0 where none shows it."""
    cut = [(above, line) for above, line in pairwise(lines) if line[:1].islower() and _is_open(above)]
    if len(cut) < FEWEST:
        return 0
    longest = max(len(above) for above, _ in cut) + NEAR
    width = max(len(line) for line in lines if len(line) <= longest)
    longer = sum(len(line) > width for line in lines)
    full = sum(_is_full(above, line, width) for above, line in cut)
    return width if longer <= MOST_LONGER * len(lines) and full >= MOST_FULL * len(cut) else 0


def _is_open(line: str) -> bool:
    return NARROWEST <= len(line) <= WIDEST and not ENDS_SENTENCE.search(line)


def _is_full(line: str, below: str, width: int) -> bool:
    """Say whether the first word of the line below would not have fitted."""
    return bool(below.strip()) and len(line.rstrip()) + 1 + len(below.split()[0]) > width


def _goes_on(above: str, line: str, width: int) -> bool:
    if not above.strip() or not line.strip() or BULLET.match(line):
        return False
    return _is_full(above, line, width) or (line[:1].islower() and _is_open(above))


def _joined(lines: Lines) -> str:
    return lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)
