"""A document and a line of it -> the countries of which its section, or else the document, says that all of it tells.

In reports, newsletters and lists of results the single item names no country: what stands above it has. In this order:
a section's heading that is a State's name; a label at the head ("Countries: Togo, Mali"); the title lines at the head
("Field office for Togo and Mali"); a list of States near the head; the State in which most places lie.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import takewhile

from etl import vocabulary
from etl.fixed import fixed
from etl.lines import ENDS_SENTENCE
from etl.masthead import first_lines
from etl.places.country_sections import has_sections, in_lists, section_of
from etl.places.home import PLACES, home_in, in_one_story, is_country, outside_towns, places_of
from etl.places.links import BETWEEN
from etl.records import Document
from etl.small_words import pattern, spelt
from etl.terms import Hit

HEAD, TOP = 12, 6  # filled lines at the head: among which a label or list stands; the title, or what it is about
LONGEST = 160  # characters of a line of the head: a longer one is a text
LONGEST_LISTED = 350  # characters of a line with a list: a longer one tells of several things
SHORTEST = 6  # filled lines of a document that tells of several things
MOST = 8  # States of which a document tells at most
FEWEST_LISTED = 3  # States that a text lists
FEWEST, OFTEN, MOSTLY = 3, 2, 0.4  # names of places of one State; times the next State's; their share of all
FEW, HALF = 2, 0.5  # so few names are enough where they are half of all
TWICE = 2  # a town that is named more often may be another one of that name
SHORT = 60  # characters of a line with a full stop that may be no sentence: "Bulletin No. 3."
INSIDE = re.compile(r"[^\W\d_]{4,}[.!?]\s[^\W\d_a-zß-öø-ÿа-я]")  # a sentence ends in it, and another begins
COUNT_REACH = 40  # characters: "the participating economies ("


@fixed
class Covered:
    """The countries (sorted alpha-3) that a line says all below it is about; `line` is 1-based, `words` its text."""

    codes: tuple[str, ...]
    line: int
    words: str


def covered(document: Document, number: int) -> Covered | None:
    """Return what the section of line `number` is about, or else the document; None where nothing says."""
    return _section(document, number) or _whole(document)


def covered_alone(document: Document, number: int) -> str:
    """Return the one country of which what stands above a line says that it is about; "" for none or several."""
    above = covered(document, number)
    return above.codes[0] if above and len(above.codes) == 1 else ""


@lru_cache(maxsize=8)
def has_half(document: Document) -> str:
    """Return the State in which half of the places lie that a document names; "" where none has so many."""
    named = Counter(code for code, _, _ in places_of(document))
    code, times = next(iter(named.most_common(1)), ("", 0))
    return code if times >= HALF * named.total() else ""


@cache
def _label() -> re.Pattern[str]:
    """Return what opens a line that says which countries a document covers: "Countries: Togo, Mali"."""
    return re.compile(rf"\W*(?:{spelt('covered')})\s?[:：]", re.I)


@cache
def _counted() -> re.Pattern[str]:
    """Return what stands before a list of States: "the governments of", "the three countries:"."""
    return re.compile(rf"\b(?:{spelt('States')})\b[^.;]*$")


def _section(document: Document, number: int) -> Covered | None:
    section = section_of(document, number)
    return Covered(section.codes, section.line, section.words) if section and section.codes else None


@lru_cache(maxsize=8)
def _whole(document: Document) -> Covered | None:
    if has_sections(document):
        return None
    if sum(bool(line.strip()) for line in document.lines) < SHORTEST:
        return None
    listed = in_lists(document)
    head = [(n, line) for n, line in enumerate(first_lines(document), 1) if line.strip() and n not in listed]
    return next(_said(head[:HEAD]), None) or _with_its_list(_mostly(document), head[:TOP])


def _said(head: list[tuple[int, str]]) -> Iterator[Covered]:
    """Yield what lines at the head say: a label, the title lines, a list."""
    for number, line in head:
        if _label().match(line) and (codes := _states(line)):
            yield Covered(codes, number, line)
    for number, line in takewhile(_is_above_a_text, head[:TOP]):
        if _is_title(line) and (codes := _of_an_embassy(line) or _states(line)) and len(codes) <= MOST:
            yield Covered(codes, number, line)
    for number, line in head:
        short = len(line) <= LONGEST_LISTED and not pattern("not covered").search(line[:LONGEST])
        if short and (codes := _listed(line)):
            yield Covered(codes, number, line)


def _is_above_a_text(numbered: tuple[int, str]) -> bool:
    """Say whether a line is none of a text: behind the first one stand the titles of what came next."""
    line = numbered[1]
    return len(line) <= LONGEST and INSIDE.search(line) is None and not (line[-1:] in ".!?…" and len(line) > SHORT)


def _is_title(line: str) -> bool:
    """Say whether a line at the head may say of what all below it tells."""
    return not ENDS_SENTENCE.search(line) and not _is_venue(line) and not pattern("not covered").search(line)


def _of_an_embassy(line: str) -> tuple[str, ...]:
    """Return the State where the embassy is whose name a line is, not the one that sent it; () for other lines."""
    if not any(h.code == "envoy" for h in vocabulary.terms().find(line, "role")):
        return ()
    code = home_in(line)
    return (code,) if code else ()


def _hits(line: str) -> list[Hit]:
    found = outside_towns([h for h in vocabulary.terms().find(line, *PLACES) if h.group != "demonym" and h.code])
    return [h for h in found if h.group == "country"]


def _states(line: str) -> tuple[str, ...]:
    """Return the States that a line of the head names, but not where an office sits: "Secretariat, Nairobi, Kenya"."""
    return tuple(sorted({h.code for h in _hits(line)}))


def _is_venue(line: str) -> bool:
    """Say whether a line is a town and its country: "Lima, Peru", the place of an entry or of an office."""
    return bool(is_country(line)) and any(h.group == "city" for h in vocabulary.terms().find(line))


def _listed(text: str) -> tuple[str, ...]:
    """Return the States of the first list of several in a text, where a word for States stands before it."""
    found = next(lists_of_states(text), [])
    counted = found and _counted().search(text, max(0, found[0].start - COUNT_REACH), found[0].start)
    if not counted or len(found) > MOST or pattern("of origin").search(text, counted.start(), found[0].start):
        return ()
    return tuple(sorted({h.code for h in found}))


def lists_of_states(text: str) -> Iterator[list[Hit]]:
    """Yield the lists of several States in a text."""
    found: list[Hit] = []
    for hit in _hits(text):
        if found and not BETWEEN.fullmatch(text, found[-1].end, hit.start):
            if len(found) >= FEWEST_LISTED:
                yield found
            found = []
        found.append(hit)
    if len(found) >= FEWEST_LISTED:
        yield found


def _with_its_list(most: Covered | None, head: list[tuple[int, str]]) -> Covered | None:
    """Return the list of States near the head in which the State named most stands: one of several of a project."""
    for number, line in head if most else ():
        for found in lists_of_states(line):
            codes = tuple(sorted({h.code for h in found}))
            if most and most.codes[0] in codes and len(codes) <= MOST:
                return Covered(codes, number, line)
    return most


def _mostly(document: Document) -> Covered | None:
    """Return the State in which most of the places lie that a document names; a town counts twice at most.

    Counted by their names; or by the lines that name them, as one story of a journey abroad names many places. What one
    title and the text below it name says nothing of the rest.
    """
    named: dict[str, list[int]] = {}
    seen = Counter[tuple[str, str]]()
    for code, town, number in sorted(places_of(document), key=lambda place: place[2]):
        seen[code, town] += 1
        if not town or seen[code, town] <= TWICE:
            named.setdefault(code, []).append(number)
    by_names = Counter({code: len(lines) for code, lines in named.items()})
    by_lines = Counter({code: len(set(lines)) for code, lines in named.items()})
    code = _first(by_names) or _first(by_lines)
    return Covered((code,), 1, "") if code and not in_one_story(named[code], document.lines) else None


def _first(times: Counter[str]) -> str:
    """Return the State that is named far more often than any other; "" where none is."""
    first, second = [*times.most_common(2), ("", 0), ("", 0)][:2]
    share = first[1] / times.total() if times else 0
    enough = (first[1] >= FEWEST and share >= MOSTLY) or (first[1] >= FEW and share >= HALF)
    return first[0] if enough and first[1] >= OFTEN * second[1] else ""
