"""A document -> its sections whose headings are names of States, and of which States a line's section is.

Such a heading is the name alone on its line ("Togo"), behind a label where a paragraph begins ("Country: Togo"), or
before a bar and a title ("TOGO – BENIN | Nurses cross over").
A heading like "Regional" ends the section of a State, as does one in capitals where those of States are in capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from etl.fixed import fixed
from etl.lines import bare
from etl.places.home import is_country
from etl.places.roles import Place, placed
from etl.records import Document, Passage
from etl.small_words import pattern, spelt

BAR = " | "
LONGEST = 60  # characters of a heading without a bar
FEWEST = 2  # different States that part a document
LISTED = 3  # names of States on lines that follow each other
LABEL = re.compile(rf"(?<!\W)\W*(?:{spelt('covered')})\s?[:：]\s", re.I)  # "Country: TOGO"
SIDES = re.compile(r"\s?[–—/-]\s|\s?/\s?|\s(?:and|et|y|e|и|und|و)\s")  # between the States of one heading


@fixed
class Section:
    """The heading at `line` (1-based) and the States (sorted alpha-3) whose section it opens; () for none."""

    codes: tuple[str, ...]
    line: int
    words: str


@lru_cache(maxsize=8)
def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections in their order; () where fewer than two States have one."""
    lines = document.lines
    first = {n for n in range(1, len(lines) + 1) if n == 1 or not lines[n - 2].strip()}  # lines of a paragraph
    plain = [(n, LABEL.sub("", line) if n in first else line) for n, line in enumerate(lines, 1)]
    short = [(n, line) for n, line in plain if len(line) <= LONGEST or BAR in line]
    short = [(n, line) for n, line in short if n not in in_lists(document)]
    named = [Section(codes, n, line) for n, line in short if (codes := _headed(line))]
    if len({code for section in named for code in section.codes}) < FEWEST:
        return ()
    capitals = all(section.words.isupper() for section in named)
    own = {section.line for section in named}
    others = [(n, line) for n, line in enumerate(lines, 1) if n not in own]
    ends = [Section((), n, line) for n, line in others if _of_several(line) or (capitals and line.isupper())]
    return tuple(sorted([*named, *ends], key=lambda section: section.line))


@lru_cache(maxsize=8)
def in_lists(document: Document) -> frozenset[int]:
    """Return the lines of lists of States, three or more names, one a line: that of a site's menu heads nothing."""
    lines = [(n, line) for n, line in enumerate(document.lines, 1) if line.strip()]
    filled = [(n, len(line) <= LONGEST and bool(_headed(line))) for n, line in lines]
    runs = ([n for n, _ in run] for named, run in groupby(filled, key=itemgetter(1)) if named)
    return frozenset(n for run in runs if len(run) >= LISTED for n in run)


def of_a_section(document: Document, number: int) -> bool:
    """Say whether line `number` stands in the section of a State."""
    section = section_of(document, number)
    return bool(section and section.codes)


def has_sections(document: Document) -> bool:
    """Say whether names of States at the head of lines part a document."""
    return bool(sections(document))


def section_of(document: Document, number: int) -> Section | None:
    """Return the section in which line `number` stands; None above the first."""
    return next((section for section in reversed(sections(document)) if section.line <= number), None)


def placed_in_section(passage: Passage, document: Document) -> list[Place]:
    """Return the places of a passage without those that stand in the section of another State."""
    if not sections(document):
        return list(placed(passage))
    own = section_of(document, _line(passage, passage.cue_start))
    return [p for p in placed(passage) if _is_of(own, section_of(document, _line(passage, p.start)), p, passage)]


def _is_of(own: Section | None, other: Section | None, place: Place, passage: Passage) -> bool:
    """Say whether a place stands in the `own` section; where that is no State's, whether it heads no State's."""
    if own and own.codes:
        return other == own
    return other == own or other is None or not other.codes or _line(passage, place.start) != other.line


def _line(passage: Passage, start: int) -> int:
    return passage.item.text.line_at(start)


def _headed(line: str) -> tuple[str, ...]:
    """Return the States that head a section: those of a line of their own, or those before a bar."""
    heading, *titles = line.split(BAR)
    if "," in heading:
        return ()
    sides = SIDES.split(heading) if titles else [heading]
    codes = {is_country(side) for side in sides}
    return () if "" in codes else tuple(sorted(codes))


def _of_several(line: str) -> bool:
    """Say whether a line is a heading of what was for several countries: "Regional activities"."""
    return pattern("of several").fullmatch(bare(line)) is not None
