"""A single page about one event -> one item, or one a section where it tells of several."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile

from etl import vocabulary
from etl.frame import is_running
from etl.heading import Heading
from etl.headings import headings
from etl.lines import BULLET, HEAD, bare, is_furniture, is_title
from etl.records import Document, Item
from etl.small_words import phrases
from etl.split import cards
from etl.split.blocks import sections
from etl.split.heads import is_report
from etl.split.items import Row, item
from etl.split.labelled import Block, labelled

HEAD_LINES = 12  # filled lines at the head of a page among which its date may stand
SHORTEST_TITLE = 3  # words; what is shorter above the text belongs to the menu
LONGEST_CELL = 50  # characters of a cell of a table that is written out line by line
CLEAR_TITLE = 5  # words; a line of so many is rather the title than a line of a menu
BYLINES = 3  # lines without a title's length that may stand between the title and the text
FEWEST_OTHERS = 3  # titles in a row below the text that lead to other pages
NUMBER = re.compile(r"^\d{1,2}\.\s+")  # before "About us", which tells what a body is and does in general
WORD = re.compile(r"[^\W_]+")


def split(document: Document) -> list[Item]:
    """Return the page as one item, from its title to its last line; [] where it is empty.

    Where it is made of entries, each a title with its text right under it, each is an item. Those of a report have the
    shape of its paragraphs: every sentence may tell of an activity of its own.
    """
    rows = [(n, line) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    if not rows:
        return []
    dated = headings(document.lines)
    if carded := cards.items(document, dated):
        return carded
    starts = sections(document.lines, dated)
    shape = "report" if is_report(document.lines) else "page"
    if not starts:
        block = labelled(document)
        return [_of_event(document, rows, block) if block else _item(document, shape, 0, _own(rows, dated), dated)]
    ends = [*starts[1:], len(document.lines) + 1]
    parts = [[row for row in rows if start <= row[0] < end] for start, end in zip(starts, ends, strict=True)]
    parts = _without_heads(parts) if all(BULLET.match(document.lines[start - 1]) for start in starts) else parts
    parts = [*map(_without_next_title, parts[:-1]), parts[-1]]
    entries = [replace(_item(document, _shape_of(part, shape), 0, part, dated), entry=True) for part in parts]
    lead = [row for row in rows if row[0] < starts[0]]
    told = [_item(document, shape, 0, lead, dated)] if any(is_running(line) for _, line in lead) else []
    kept = [entry for entry in [*told, *entries] if NUMBER.sub("", entry.title).casefold() not in phrases("about")]
    return [replace(entry, position=position) for position, entry in enumerate(kept)]


def _shape_of(part: list[Row], shape: str) -> str:
    """Return the shape of an entry: the record of a table written out is none of a report's paragraphs."""
    return "page" if len(part) > 1 and all(len(line) <= LONGEST_CELL for _, line in part) else shape


def _without_heads(parts: list[list[Row]]) -> list[list[Row]]:
    """Return the points of a page without the titles of its sections, and without those below "Coming up in May"."""
    kept, ahead = [], False
    for part in parts:
        heads = list(takewhile(lambda row: is_title(row[1]) and not BULLET.match(row[1]), reversed(part[1:])))
        if not ahead:
            kept.append(part[: len(part) - len(heads)])
        ahead = _says_plans(heads[0][1]) if heads else ahead
    return kept


def _without_next_title(part: list[Row]) -> list[Row]:
    """Return the rows of an entry without the title of the next section, which a blank line parts from its text."""
    (above, text), (number, line) = part[-2:] if len(part) > 1 else (part[-1], part[-1])
    apart = number - above > 1 and is_title(line) and not BULLET.match(line)
    return part[:-1] if apart and is_running(text) else part


def _says_plans(title: str) -> bool:
    return any(h.code == "future" for h in vocabulary.terms().find(title, "not_activity"))


def _item(document: Document, shape: str, position: int, rows: list[Row], dated: dict[int, Heading]) -> Item:
    near = {n for n, _ in rows[:HEAD_LINES]}
    heading = next(((n, h) for n, h in dated.items() if n in near and h.alone), None)
    titles = [row for row in rows[:3] if is_title(row[1]) and row[0] not in dated][:1]
    return item(document, shape, position, rows, titles, heading)


def _of_event(document: Document, rows: list[Row], block: Block) -> Item:
    """Return the page of an event whose day, place and more stand in labelled lines."""
    titles = [(block.title_line, block.title)] if block.title else []
    titles = titles or [row for row in rows if row[0] < block.first and is_title(row[1])][-1:]
    told = [row if _names_event(row[1]) else (row[0], document.lines[row[0] - 1]) for row in titles]  # "Event: Lamps"
    own = [*told, *(row for row in rows if row[0] >= block.first and row[0] != block.title_line)]
    return replace(item(document, "page", 0, own, titles), stated=block.stated)


def _names_event(words: str) -> bool:
    return any(h.code for h in vocabulary.terms().find(words, "event"))


def _own(rows: list[Row], dated: dict[int, Heading]) -> list[Row]:
    """Return the rows of the page's text: from its title to the last line before a list of other titles.

    More such lines than the text has are the text, written without full stops.
    """
    rows = rows[_first_of_text(rows, dated) :]
    last = max((i for i, (_, line) in enumerate(rows) if is_running(line)), default=len(rows) - 1)
    below = rows[last + 1 :]
    other = FEWEST_OTHERS <= len(below) <= last and all(is_title(line) and not BULLET.match(line) for _, line in below)
    return rows[: last + 1] if other else rows


def _first_of_text(rows: list[Row], dated: dict[int, Heading]) -> int:
    """Return where the text begins: at a markdown title, or the same further down; else at those right above it."""
    running = next((i for i, (_, line) in enumerate(rows) if is_running(line) or line.rstrip().endswith(".")), 0)
    for index, (_, line) in enumerate(rows[:HEAD_LINES]):
        if HEAD.match(line):
            return _last_of_the_same(rows, index, running)
    first = running
    titled = False
    for index in range(running - 1, -1, -1):
        number, line = rows[index]
        if number in dated and dated[number].alone:
            continue
        words = len(WORD.findall(bare(line)))
        gap = rows[index + 1][0] - number > 1
        of_menu = words < SHORTEST_TITLE or (titled and gap and words < CLEAR_TITLE)
        if not is_title(line) or of_menu or _is_masthead(bare(line)):
            if titled or index < running - BYLINES:
                break
            continue
        first, titled = index, titled or words >= CLEAR_TITLE
    return next((i for i in range(max(0, first - 1), first) if rows[i][0] in dated and dated[rows[i][0]].alone), first)


def _is_masthead(words: str) -> bool:
    """Say whether a line names a body and tells nothing: "Department of Trade and Social Affairs"."""
    if words.split()[0].casefold() not in _bodies():
        return False
    return not any(h.code for h in vocabulary.terms().find(words) if h.group in ("event", "act"))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(word for row in vocabulary.rows("masthead_words") for word in row["words"].split())


def _last_of_the_same(rows: list[Row], first: int, running: int) -> int:
    """Return where a title stands for the last time above the text: a menu may part it from its first time."""
    title = bare(rows[first][1]).casefold()
    return max((i for i in range(first, running) if bare(rows[i][1]).casefold() == title), default=first)
