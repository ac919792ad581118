"""Lines below a title that says what they all are ("Trainings held in 2019:", "Key results") -> one item each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, takewhile

from etl import vocabulary
from etl.dates.written import expressions
from etl.frame import is_running
from etl.lines import bare, is_furniture, is_title
from etl.records import Document, Item
from etl.split.items import Row, item
from etl.split.led import led_lists, said_of
from etl.split.months import months
from etl.split.points import marked_points, title_of
from etl.split.results import FEWEST, LONGEST_TITLE, MOST, headlines, highlights, is_output, says_results

LONGEST_LINE = 300  # characters
FEWEST_OF_CHRONICLE = 3
HEAD = 40  # characters in which a line of a chronicle says when
AT_HEAD = re.compile(r"\w{1,12}[\s:,–-]")
AFTER = re.compile(r"\s*(?:,\s[^:.\d]{2,40})?(?:[:|]|[–—-]\s)\s*[^\W\d_]")  # "9 de julio, Puerto Montt: curso"
MARKS = frozenset(":|–—-")  # one of them stands behind the day
SEVERAL = ":many"


def listed(document: Document) -> tuple[list[Item], frozenset[int]]:
    """Return the items of such lists and the lines that they take, titles among them.

    Below "Trainings held" every line has a day or month, and the words of the title are said of it too; below "Key
    results" every line or paragraph says itself what was done. The lines of a chronicle ("May 2017: Launch in Lima")
    need no title; those below the name of a month, or a day of it, are said to be of then.
    """
    rows = [(n, bare(line)) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    chronicle = _chronicle(rows)
    items = [_item(document, [row]) for row in chronicle]
    taken = {n for n, _ in chronicle}
    rows = [row for row in rows if row[0] not in taken]
    for when, lines in months(rows):
        items += [_then(document, when, lines)] if lines else []
        taken |= {when[0], *(n for n, _ in lines)}
    rows = [row for row in rows if row[0] not in taken]
    for line in headlines(rows):
        items.append(_item(document, [line]))
        taken.add(line[0])
    rows = [row for row in rows if row[0] not in taken]
    for lead, points, done in led_lists(rows, document.lines):
        items += [_item(document, [(lead[0], said_of(lead[1], row[1])), row]) for row in points if done]
        taken |= {lead[0], *(n for n, _ in points)}
    rows = [row for row in rows if row[0] not in taken]
    for point in marked_points(document.lines, rows) if document.kind_of_document != "feed" else ():
        items.append(replace(item(document, "page", 0, point, title_of(point)), entry=True))
        taken |= {n for n, _ in point}
    rows = [row for row in rows if row[0] not in taken]
    for title, lines, prefixed in _lists(rows):
        items += [_item(document, [title, row] if prefixed else [row]) for row in lines]
        taken |= {title[0], *(n for n, _ in lines)}
    for title, paragraphs in highlights([row for row in rows if row[0] not in taken]):
        items += [item(document, "page", 0, paragraph, []) for paragraph in paragraphs]
        taken |= {title[0], *(n for paragraph in paragraphs for n, _ in paragraph)}
    return items, frozenset(taken)


def _lists(rows: list[Row]) -> Iterator[tuple[Row, list[Row], bool]]:
    """Yield the title, the lines and whether the title is said of each."""
    for index, (number, words) in enumerate(rows):
        if len(words) > LONGEST_TITLE or words.endswith("."):
            continue
        results = says_results(words)
        if results or _says_meetings(words, rows[index + 1 : index + 2]):
            below = list(takewhile(is_output if results else _is_dated, (w for _, w in rows[index + 1 :])))
            if len(below) >= FEWEST and not (results and _are_news(below)):
                yield (number, words), rows[index + 1 : index + 1 + len(below)], not results


def _are_news(lines: list[str]) -> bool:
    """Say whether titles with their texts right below them stand there, two to each of the news."""
    pairs = zip(lines[::2], lines[1::2], strict=False)
    return all(is_title(title) and is_running(text) for title, text in pairs)


def _chronicle(rows: list[Row]) -> list[Row]:
    """Return the lines of a list that begin with a month or day and go on with what was done; [] for fewer than three.

    Where all have days, the list is a feed.
    """
    runs = (list(run) for dated, run in groupby(rows, lambda row: _begins_dated(row[1])) if dated)
    run = max(runs, key=len, default=[])
    if len(run) < FEWEST_OF_CHRONICLE or all(e.first.day for _, words in run for e in expressions(words[:HEAD])[:1]):
        return []
    return run if sum(1 for _, words in run if is_output(words)) >= MOST * len(run) else []


def _begins_dated(words: str) -> bool:
    if MARKS.isdisjoint(words[: 2 * HEAD]) or not AT_HEAD.match(words):
        return False
    first = next(iter(expressions(words[:HEAD])), None)
    return first is not None and first.start == 0 and AFTER.match(words, first.end) is not None


def _says_meetings(words: str, below: list[Row]) -> bool:
    """Say whether a line names several meetings that are over, and the line below it may have a day."""
    if not (below and any(map(str.isdigit, below[0][1]))):
        return False
    if not any(h.code.endswith(SEVERAL) for h in vocabulary.terms().find(words, "event")):
        return False
    return not any(h.code for h in vocabulary.terms().find(words, "not_activity"))


def _is_dated(words: str) -> bool:
    if len(words) > LONGEST_LINE or any(h.code for h in vocabulary.terms().find(words, "event")):
        return False
    return any(e.first.month for e in expressions(words))


def _then(document: Document, when: Row, lines: list[Row]) -> Item:
    """Return the item of lines below a day or month, which stands before the first of them."""
    number, first = lines[0]
    return item(document, "page", 0, [(number, f"{when[1]}: {first}"), *lines[1:]], [])


def _item(document: Document, words: list[Row]) -> Item:
    """Return the item of a line, with the words of its title before it in the same sentence."""
    number, line = words[-1]
    title = words[0][1] if len(words) > 1 else ""
    if line[:1].islower():  # "the project has: trained …" is one sentence
        title = title.rstrip(" :")
    joined = f"{title} {line}".lstrip()
    return item(document, "page", 0, [(number, joined)], [] if len(words) > 1 else [(number, line)])
