"""Lines -> the blocks between blank lines that are entries of their own: a title with its text right under it."""

from __future__ import annotations

from collections.abc import Iterator

from etl.heading import Heading
from etl.lines import BULLET, ENDS_SENTENCE, bare, is_furniture, is_title
from etl.split import digest, news_list
from etl.split.items import Row
from etl.split.records import records
from etl.split.retold import retold

LONGEST_TITLE = 120  # characters; a longer line is no title of a block
SHORTEST_TEXT = 60  # characters of running text that make an entry of a title
FEWEST_POINTS = 3  # points that make a list
SHORTEST_POINT = 30  # characters of a point that tells something of its own
FEWEST_SECTIONS = 2  # entries that make a page tell of several things
MOST = 0.6  # share of the text, or of the dated entries, from which on blocks are the document's way of writing
HEAD = 120  # characters of a line that says what a short page is
PUTS_OFF = 0.4  # share of the text that may stand before the first entry: a menu, a greeting, what the page is


def blocks(lines: tuple[str, ...]) -> Iterator[list[Row]]:
    """Yield runs of lines between blank ones, with their 1-based numbers."""
    block: list[Row] = []
    for number, line in enumerate(lines, 1):
        if is_furniture(line):
            if block:
                yield block
            block = []
        else:
            block.append((number, line))
    if block:
        yield block


def is_entry(block: list[Row], dated: dict[int, Heading]) -> bool:
    """Say whether a block is a title with its text right under it; a date may stand above or between them."""
    words = [bare(line) for number, line in block if number not in dated or not dated[number].alone]
    if len(words) < 2 or not is_title(words[0]) or len(words[0]) > LONGEST_TITLE:
        return False
    return any(len(line) >= SHORTEST_TEXT and ENDS_SENTENCE.search(line) for line in words[1:])


def sections(lines: tuple[str, ...], dated: dict[int, Heading]) -> list[int]:
    """Return the lines on which the entries of a page begin; [] where it tells of one thing."""
    found = list(blocks(lines))
    points = _points(lines)
    if points:
        return points
    news = news_list.starts(lines, dated)
    if news and _opens(lines, news):
        return news
    starts = [block[0][0] for block in found if is_entry(block, dated)]
    if len(starts) >= FEWEST_SECTIONS:
        inside = sum(len(line) for block in found if block[0][0] in starts for _, line in block)
        if inside >= MOST * _length(lines) and _opens(lines, starts):
            return starts
    labelled = digest.labelled(lines)
    if labelled and _opens(lines, labelled):
        return labelled
    others = (
        digest.alike(lines),
        digest.dated_blocks(found, dated),
        records(found),
        digest.dated_titles(lines),
        digest.entries(lines),
        retold(lines),
    )
    if starts := next((starts for starts in others if starts and _opens(lines, starts)), []):
        return starts
    titled = digest.titled(lines)
    return titled if titled and _opens(lines, titled) else []


def _length(lines: tuple[str, ...]) -> int:
    return sum(map(len, lines)) or 1


def _opens(lines: tuple[str, ...], starts: list[int]) -> bool:
    """Say whether the first entry stands near the beginning: no more than a share of the text before it."""
    return _length(lines[: starts[0] - 1]) <= max(PUTS_OFF * _length(lines), HEAD)


def _points(lines: tuple[str, ...]) -> list[int]:
    """Return the lines of the points of a list that is most of the page, or that all are titles; [] of others."""
    starts = [n for n, line in enumerate(lines, 1) if BULLET.match(line)]
    if len(starts) >= FEWEST_POINTS and all(_is_titled(n, lines) for n in starts):
        return starts
    starts = [n for n in starts if len(bare(lines[n - 1])) >= SHORTEST_POINT]
    if len(starts) < FEWEST_POINTS:
        return []
    length = sum(map(len, lines))
    return starts if sum(len(lines[n - 1]) for n in starts) >= MOST * length else []


def _is_titled(number: int, lines: tuple[str, ...]) -> bool:
    """Say whether a point is a title with its text right below."""
    below = lines[number] if number < len(lines) else ""
    return is_title(lines[number - 1]) and not BULLET.match(below) and bool(ENDS_SENTENCE.search(bare(below)))


def entries_of_feed(lines: tuple[str, ...], dated: dict[int, Heading]) -> frozenset[int]:
    """Return the lines on which undated entries begin, in a feed that writes an entry as one block; else none."""
    found = list(blocks(lines))
    alone = [number for number, heading in dated.items() if heading.alone]
    headed = sum(1 for block in found if block[0][0] in alone and is_entry(block, dated))
    if not alone or headed < MOST * len(alone):
        return frozenset()
    return frozenset(block[0][0] for block in found if block[0][0] not in dated and is_entry(block, dated))
