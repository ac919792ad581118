"""A feed of dated entries, with stretches of undated ones -> its items."""

from __future__ import annotations

from dataclasses import dataclass, field

from etl import vocabulary
from etl.heading import Heading
from etl.headings import headings
from etl.lines import ENDS_SENTENCE, bare, is_end, is_furniture, is_link, is_title
from etl.records import Document, Item
from etl.shape import PARAGRAPH, is_short_title, paragraph_starts
from etl.split import cards, day_below
from etl.split.blocks import entries_of_feed
from etl.split.items import Row, item

LONGEST_TITLE = 90  # characters of a title that ends in a full stop
FEWEST_POINTS = 3  # numbered titles that make a list
LONGEST_LABEL = 30  # characters of a title that only says what kind of thing follows
NEAR = 4  # lines that a title stands at most above its date


@dataclass
class _Entry:
    """An item while its lines are gathered."""

    heading: tuple[int, Heading] | None = None
    rows: list[Row] = field(default_factory=list)
    titles: list[Row] = field(default_factory=list)
    body: bool = False  # something other than titles has come
    ended: bool = False  # the link that ends an item has come


def split(document: Document) -> list[Item]:
    """Return the items of a feed: each from its date heading, or its title where it has no date, to its last line."""
    dated = headings(document.lines)
    if closed := day_below.items(document, dated) or cards.items(document, dated):
        return closed
    closing = day_below.closing(document.lines, dated)
    led = _titles_of_led(document.lines, dated)
    first_titles = _titles_before(document.lines, dated) | led | entries_of_feed(document.lines, dated)
    first_titles = _with_points(first_titles | _numbered_titles(document.lines, dated), document.lines)
    entries = [_Entry()]
    for number, line in enumerate(document.lines, 1):
        if number not in dated and is_furniture(line):
            if entries[-1].rows:
                entries[-1].rows.append((number, line))
            continue
        if number in first_titles:
            entries.append(_Entry(rows=[(number, line)], titles=[(number, line)]))
        elif number in dated and _is_its_day(entries[-1], number, first_titles, closing):
            entries[-1].heading = (number, dated[number])
            entries[-1].rows.append((number, line))
            entries[-1].ended = number in closing
            entries[-1].body = number in closing or not dated[number].alone
        elif number in dated and _says_it_again(entries[-1], dated[number]):
            _add(entries, (number, line))
        elif number in dated and dated[number].alone and _title_above(entries[-1], document.lines, number):
            title = entries[-1].titles.pop()
            entries[-1].rows = [row for row in entries[-1].rows if row[0] < title[0]]
            entries.append(_Entry((number, dated[number]), [title, (number, line)], [title]))
        elif number in dated:
            entries.append(_Entry((number, dated[number]), [(number, line)], body=not dated[number].alone))
        else:
            _add(entries, (number, line))
    full = [entry for entry in entries if entry.rows]
    return [item(document, "feed", position, e.rows, e.titles, e.heading) for position, e in enumerate(full)]


def _is_its_day(entry: _Entry, number: int, first_titles: frozenset[int], closing: frozenset[int]) -> bool:
    """Say whether a date is that of the entry so far: right below its title, or closing its text."""
    closes = number in closing and entry.body
    return entry.heading is None and (closes or number - 1 in _reach(entry, first_titles))


def _reach(entry: _Entry, first_titles: frozenset[int]) -> range:
    """Return the lines directly after an entry's title in a feed whose titles stand before their dates."""
    if not entry.rows or entry.rows[0][0] not in first_titles or entry.body:
        return range(0)
    return range(entry.rows[0][0], entry.rows[-1][0] + 1)


def _says_it_again(entry: _Entry, heading: Heading) -> bool:
    """Say whether a dateline only repeats the day of the heading above it: "VIENNA, 5 October 2020 - Experts met"."""
    if not entry.heading or entry.body or heading.alone or not entry.titles:
        return False
    return entry.heading[1].expression.first == heading.expression.first


def _title_above(entry: _Entry, lines: tuple[str, ...], number: int) -> bool:
    """Say whether a date stands between its title and its text, whatever the rest of the document does."""
    if entry.heading or entry.body or entry.ended or not entry.titles or number - entry.titles[-1][0] > NEAR:
        return False
    below = next((line for line in lines[number:] if not is_furniture(line)), "")
    return bool(below) and not is_title(below)


def _add(entries: list[_Entry], row: Row) -> None:
    """Put a line to the entry it belongs to, or let it begin a new one."""
    entry, line = entries[-1], row[1]
    link = is_link(line) and not _menu_below(entry, line)
    title = not link and (is_title(line) or is_link(line))
    if not link and (entry.ended or (title and entry.body and (_undated(entry) or _is_of_others(line)))):
        entries.append(_Entry(rows=[row], titles=[row] if title else [], body=not title))
        return
    entry.rows.append(row)
    entry.ended = entry.ended or (link and (is_end(line) or _undated(entry)))
    if title and not entry.body:
        entry.titles.append(row)
    elif not link:
        entry.body = True


def _is_of_others(line: str) -> bool:
    """Say whether a title heads what is no news: "Coming up", "Vacancy"."""
    words = bare(line)
    hits = vocabulary.terms().find(words, "not_activity") if len(words) <= LONGEST_LABEL else ()
    return any(h.code in ("future", "call") for h in hits)


def _menu_below(entry: _Entry, line: str) -> bool:
    """Say whether a line that leads elsewhere is the page's own, below the last of its one-line entries."""
    return (
        entry.heading is not None and not entry.heading[1].alone and not is_end(line) and not ENDS_SENTENCE.search(line)
    )


def _undated(entry: _Entry) -> bool:
    """Say whether only its title can tell where the next entry begins."""
    return entry.heading is None or not entry.heading[1].alone


def _numbered_titles(lines: tuple[str, ...], dated: dict[int, Heading]) -> frozenset[int]:
    """Return the lines that are points of a list ("2. Course for judges") with a day alone on the line below."""
    days = (n for n, h in dated.items() if h.alone and h.expression.first.day and n > 1 and n - 1 not in dated)
    return frozenset(n - 1 for n in days if PARAGRAPH.match(lines[n - 2].strip()) and is_title(lines[n - 2]))


def _with_points(titles: frozenset[int], lines: tuple[str, ...]) -> frozenset[int]:
    """Return `titles` with the lines that begin the points of a list of news, without those right below such lines.

    A point begins with its name ("2. Events"), or with what stands below "2. News".
    """
    points = paragraph_starts(lines)
    if len(points) < FEWEST_POINTS or not all(is_short_title(lines[n - 1]) for n in points):
        return titles
    filled = [n for n, line in enumerate(lines, 1) if not is_furniture(line)]
    begun = {next((n for n in filled if n >= point), 0) for point in points}
    below = {n for above, n in zip(filled, filled[1:], strict=False) if above in begun}
    return titles - below | begun


def _titles_before(lines: tuple[str, ...], dated: dict[int, Heading]) -> frozenset[int]:
    """Return the lines of the titles in a feed that writes them above the dates; none in one that does not."""
    before: list[int] = []
    after = 0
    alone = [n for n, h in dated.items() if h.alone]
    days = [n for n in alone if dated[n].expression.first.day]
    alone = days or alone  # months alone part a list of days
    for number in alone:
        above = next((n for n in range(number - 1, max(0, number - NEAR), -1) if lines[n - 1].strip()), 0)
        below = next((n for n in range(number + 1, min(len(lines), number + 3) + 1) if lines[n - 1].strip()), 0)
        above_is_title = bool(above) and above not in dated and _stands_as_title(lines, above)
        below_is_title = bool(below) and below not in dated and is_title(lines[below - 1])
        if above_is_title and not below_is_title:
            before.append(above)
        after += below_is_title
    return frozenset(before) if len(before) > max(1, after) and len(before) >= len(alone) / 2 else frozenset()


def _titles_of_led(lines: tuple[str, ...], dated: dict[int, Heading]) -> frozenset[int]:
    """Return the titles right above texts that begin with their day, "3 May 2014. The Office held", if all have one."""
    led = [n for n, h in dated.items() if not h.alone and h.expression.first.day and not is_title(lines[n - 1])]
    above = {n - 1 for n in led if n > 1 and n - 1 not in dated and is_title(lines[n - 2])}
    return frozenset(above) if FEWEST_POINTS <= len(above) == len(led) else frozenset()


def _stands_as_title(lines: tuple[str, ...], number: int) -> bool:
    """Say whether a line is a title, or, with a full stop, a short one between blank lines: "Course, Lima."."""
    line = lines[number - 1]
    if is_title(line):
        return True
    apart = number > 1 and is_furniture(lines[number - 2]) and (number == len(lines) or is_furniture(lines[number]))
    return apart and len(line.strip()) <= LONGEST_TITLE and line.rstrip().endswith(".")
