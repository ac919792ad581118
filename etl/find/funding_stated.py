"""A document -> what it says once, in its head, its foot or under a heading, of who pays for what it reports.

1. Below the headings of its sections, each with its own line ("Donor: Norway"): of what stands in that section.
2. In its head before anything is told, in its foot, about the document itself, among the lines that say what its
   project is ("Duration: ...", "Budget: ..."), or about the project that its head names: of all.
3. "Both were paid for by Norway": of what its own line tells. "(Funding: Norway)": of the line that it stands below.
   "Support for the conference was provided by Norway": of the meeting with which its item begins, and not of the
   agreement that was signed at its margins.
4. Elsewhere ("The project is funded by Norway"): of its own item, and of all where the head names that project.

Of a feed only what stands above its first date and what is said of the paper itself count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl import vocabulary
from etl.dates.month_names import masked
from etl.find.events.clauses import MANY
from etl.find.events.look_alikes import MEETINGS
from etl.find.funding_said import BOTH, EVENT, LABEL, PAPER, PROJECT, Said, names_a_project, said
from etl.fixed import fixed
from etl.headings import headings
from etl.lines import BULLET, is_in_bracket, is_title
from etl.records import Document, Finding
from etl.small_words import phrases

WORD = re.compile(r"[^\W\d_]+")
HEAD, FOOT = 6, 8  # filled lines at either end among which a line speaks of the whole document
LONGEST_HEADING = 90  # characters
SECTIONS = 2  # headings, with a line below each that says who pays, that part a document by who pays
WORD_OF_A_NAME = 4  # letters; shorter words of a title are in any sentence
NEXT_TO, OF_A_SHEET = 3, 2  # lines on either side of a label, and how many of them that have others make a sheet
WHOLE, SECTION, ITEM = "document", "section", "item"

Lines = Sequence[tuple[int, str]]


@fixed
class Statement:
    """Who pays for what stands in the lines `first` to `last`; with the scope item for its own item alone.

    `about` is what it is said of, `meeting` the event told before that is named with it (see funding_said).
    """

    scope: str
    about: str
    first: int
    last: int
    finding: Finding
    meeting: str = ""


@lru_cache(maxsize=4)
def statements(document: Document) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of their lines; () for a register."""
    if document.kind_of_document == "rows":
        return ()
    lines = _filled(document)
    every = [(place, s) for place, (n, line) in enumerate(lines) for s in said(n, line, document.language)]
    labels = {place for place, s in every if s.about == LABEL}
    below = {n: s for n, s in every if n in labels and n - 1 not in labels and _heading(n, s, lines)}
    if document.kind_of_document != "feed" and len({tuple(s.finding.value) for s in below.values()}) >= SECTIONS:
        others = [(place, s) for place, s in every if place not in below]
        return (*_sections(below, lines, document), *_others(others, lines, document))
    return tuple(_others(every, lines, document))


def _filled(document: Document) -> list[tuple[int, str]]:
    """Return the lines with words; of a bracket that goes on in the next line, both as one."""
    lines: list[tuple[int, str]] = []
    for n, line in enumerate(document.lines, 1):
        if not line.strip() or n in document.rows:
            continue
        if lines and is_in_bracket(lines[-1][1], line):
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            lines.append((n, line))
    return lines


def _heading(place: int, s: Said, lines: Lines) -> int:
    """Return the line of the heading below which a label stands: that names no activity, or its own; 0 for none."""
    if names_a_project(s.words):
        return lines[place][0]  # "Project: Clean Ports | Donor: Norway"
    n, above = lines[place - 1] if place else (0, "")
    heading = 0 < len(above) <= LONGEST_HEADING and is_title(above)
    return n if heading and _groups(above).isdisjoint(("event", "act")) else 0


def _sections(below: dict[int, Said], lines: Lines, document: Document) -> Iterator[Statement]:
    starts = [_heading(place, s, lines) for place, s in below.items()]
    ends = [*(start - 1 for start in starts[1:]), len(document.lines)]
    for start, end, s in zip(starts, ends, below.values(), strict=True):
        yield Statement(SECTION, s.about, start, end, s.finding)


def _others(every: list[tuple[int, Said]], lines: Lines, document: Document) -> Iterator[Statement]:
    for place, s in every:
        scope, n = WHOLE if _of_all(place, s, lines, document) else ITEM, lines[place][0]
        if s.about == BOTH:
            yield Statement(ITEM, s.about, n, n, s.finding)
        elif s.about == EVENT:
            yield Statement(ITEM, s.about, 1, len(document.lines), s.finding, s.meeting)
        elif scope == ITEM and s.about == PROJECT and BULLET.match(lines[place][1]):
            yield Statement(ITEM, s.about, n, n, s.finding)  # an entry of a list speaks of its own project
        elif scope == WHOLE or s.about != LABEL:
            yield Statement(scope, s.about, 1, len(document.lines), s.finding, s.meeting)
        elif place and lines[place - 1][0] == n - 1:  # right below the text that tells of it
            yield Statement(ITEM, s.about, n - 1, n, s.finding)


def _of_all(place: int, s: Said, lines: Lines, document: Document) -> bool:
    """Say whether a statement is of the whole document (see the head of this file)."""
    if s.about == PAPER:
        return True
    if document.kind_of_document == "feed":  # what stands below a date is of that entry, wherever in the feed it is
        return place < HEAD and not headings(document.lines[: lines[place][0]])
    if place < HEAD and not _has_begun(lines[: place + 1]):
        return True
    if s.about == LABEL:
        return _in_a_sheet(place, lines) or (place >= len(lines) - FOOT and _closes(place, lines))
    return _is_of_the_title(s, lines, place)


def _in_a_sheet(place: int, lines: Lines) -> bool:
    """Say whether lines beside a label say in the same way how long the project lasts, what it costs, who has part."""
    near = [*lines[max(0, place - NEXT_TO) : place], *lines[place + 1 : place + 1 + NEXT_TO]]
    labels = (line.partition(":")[0].strip().casefold() for _, line in near if ":" in line)
    return sum(label in phrases("sheet") for label in labels) >= OF_A_SHEET


def _has_begun(lines: Lines) -> bool:
    """Say whether a sentence of these lines tells of something: what is paid for behind it may be of that alone."""
    return any({"event", "act"} <= _groups(line) for _, line in lines if not is_title(line))


def _closes(place: int, lines: Lines) -> bool:
    """Say whether a label ends a document: in brackets, or with something told behind it, it is of what it ends."""
    return not lines[place][1].lstrip().startswith("(") and not _has_begun(lines[place + 1 :])


def _groups(line: str) -> set[str]:
    return {h.group for h in vocabulary.terms().find(line) if h.code != "fund"}


def _is_of_the_title(s: Said, lines: Lines, place: int) -> bool:
    """Say whether the words for a project name it as the head of the document does, in which they may stand.

    What tells of a meeting is no head: "Five round tables were held within the project X, funded by Norway".
    """
    met = any(h.code.removesuffix(MANY) in MEETINGS for h in vocabulary.terms().find(s.words, "event"))
    begins = next((n for n in range(place) if _has_begun(lines[n : n + 1])), place if met else len(lines))
    head = lines[:begins]
    title = {word for _, line in head[:HEAD] for word in _names(line)}
    return not title.isdisjoint(_names(s.words))


def _names(words: str) -> set[str]:
    """Return the words in capitals but for months and weekdays, under which the entries of a letter stand."""
    return {word for word in WORD.findall(masked(words)) if len(word) >= WORD_OF_A_NAME and word[0].isupper()}
