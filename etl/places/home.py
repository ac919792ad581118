"""A document -> the country of the body whose page or bulletin it is, as its first lines say; "" where they do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from etl import vocabulary
from etl.lines import ENDS_SENTENCE, bare
from etl.masthead import first_lines
from etl.places.in_a_name import NEW
from etl.places.links import BETWEEN, link
from etl.places.towns import towns_in
from etl.records import Document, Item, Passage
from etl.small_words import pattern
from etl.terms import START, Hit, Hits
from etl.text import joined

HEAD = 3  # lines at the head of a document among which it names whose it is
LONGEST = 120  # characters of such a line: a longer one is a text
PLACES = ("country", "demonym", "city")
FEWEST, NEARLY_ALL = 2, 0.9  # names of places, and the share of them that are of one country
NEW_REACH = 14  # characters before a name called after another: "de Nueva"
LONGEST_COUNTRY = 45  # characters of a country's name
TOWN_AND_COUNTRY = 2  # names in "Almaty, Kazakhstan"
BESIDE = re.compile(  # what stands around them
    r"(?:\W|\bг\.|\b(?:Republic of|République d\w+|República d\w+|Республика|город)\b|جمهورية)*",
    re.I,
)
BODIES = ("state", "envoy", "office", "site")  # meanings of data/terms/role.csv
PATH = re.compile(r"\s[|›»>→·]\s")
DAY = re.compile(r"\b\d{1,2}\b")
WORD = re.compile(r"[^\W\d_]+")
HAPPENS = ("act", "event")
MONEY = ("donor", "support", "pays")
ABROAD = ("in", "to")  # "Embassy of Canada to Costa Rica"


@lru_cache(maxsize=8)
def home_of(document: Document) -> str:
    """Return alpha-3 for "IOM Kenya > News", "City of Lima: agenda", "Embassy of Peru in Togo" (TGO)."""
    filled = [line for line in first_lines(document)[: 2 * HEAD] if line.strip()]
    return next((code for line in filled[:HEAD] if (code := home_in(line))), "") or _alone_in(document, filled)


def _alone_in(document: Document, head: list[str]) -> str:
    """Return the country whose name is a line of its own in the head, as on a path of pages: "Countries", "Kenya".

    "" where other lines of the document are names of other countries: it is a list of theirs, or parted by them.
    """
    if not any(map(is_country, head)):
        return ""
    codes = {code for line in document.lines if (code := is_country(line))}
    return codes.pop() if len(codes) == 1 else ""


@lru_cache(maxsize=8)
def only_in(document: Document) -> str:
    """Return the country of nearly every place that a document names; "" where they name several or few."""
    named = Counter(code for code, _, _ in places_of(document))
    code, times = next(iter(named.most_common(1)), ("", 0))
    return code if times >= FEWEST and times >= NEARLY_ALL * named.total() else ""


def in_one_story(numbers: Collection[int], lines: Sequence[str]) -> bool:
    """Say whether all of some lines (1-based) are one line, or a title and the text below it."""
    first, last = min(numbers), max(numbers)
    title = lines[first - 1]
    next_to_it = not any(map(str.strip, lines[first : last - 1]))
    return first == last or (next_to_it and not ENDS_SENTENCE.search(title) and len(title) <= LONGEST)


@lru_cache(maxsize=8)
def places_of(document: Document) -> tuple[tuple[str, str, int], ...]:
    """Return the places that a document names, in any order: alpha-3, the town ("" for the country itself), the line.

    Not seats of conferences, nor towns called after others.
    """
    lines = document.lines
    text = joined(list(enumerate(lines, 1)))
    found = vocabulary.terms().find(text.string, *PLACES)
    hits = [h for group in PLACES for h in found.of(group)]
    item = Item("", 0, "page", 1, len(lines), "", "", "", text, "")
    hits += towns_in(Passage(item, 0, len(text.string), 0, 0, 1, len(lines), Hits(sorted(hits, key=START))))
    own = [h for h in hits if h.code and not _is_after(h, text.string)]
    towns = [(h, h.term.term if h.group == "city" else "") for h in own]
    told = [(h, t) for h, t in towns if not (t and vocabulary.is_seat(t))]
    return tuple([(h.code, t, text.lines[bisect_right(text.starts, h.start) - 1]) for h, t in told])


def outside_towns(hits: list[Hit]) -> list[Hit]:
    """Return hits without names of countries that are part of a town's: "Benin City"."""
    towns = [h for h in hits if h.group == "city"]
    return [h for h in hits if h.group == "city" or not any(t.start <= h.start < h.end < t.end for t in towns)]


def _is_after(hit: Hit, text: str) -> bool:
    return NEW.search(text, max(0, hit.start - NEW_REACH), hit.start) is not None


@lru_cache(maxsize=1 << 10)
def is_country(line: str) -> str:
    """Return the code of the country whose name is all of a line, or stands behind its town's; "" for other lines."""
    name = bare(line)
    if not 0 < len(name) <= LONGEST_COUNTRY:
        return ""
    hits = [h for h in vocabulary.terms().find(name, *PLACES) if h.group != "demonym" and h.code]
    starts, ends = [0, *(h.end for h in hits)], [*(h.start for h in hits), len(name)]
    alone = all(BESIDE.fullmatch(name, start, end) for start, end in zip(starts, ends, strict=True))
    named = {h.code for h in hits}
    state = 0 < len(hits) <= TOWN_AND_COUNTRY and hits[-1].group == "country"
    return named.pop() if state and alone and len(named) == 1 else ""


@lru_cache(maxsize=8)
def home_in(line: str) -> str:
    """Return the country of the body of which a line is the name; "" where it is none's or does not say."""
    if len(line) > LONGEST or ENDS_SENTENCE.search(bare(line)):
        return ""
    hits = outside_towns([h for h in vocabulary.terms().find(line) if h.code])
    if any(h.group in HAPPENS and not h.code.startswith("publication") for h in hits):
        return ""  # a title, and no masthead
    if any(h.group == "role" and h.code in MONEY for h in hits) or pattern("not covered").search(line):
        return ""  # "Donor: Government of Japan"
    named = [h for h in hits if h.group in ("country", "demonym")] or _own_city(hits)
    if embassy := [h for h in hits if h.group == "role" and h.code == "envoy"]:
        return _host_of(embassy[0], hits)
    wide = any(h.group == "role" and h.code == "regional" for h in hits)
    named = named if _of_a_body(named, hits, line) else _in_a_path(hits, line)
    if wide or not named:
        return ""
    codes = {h.code for h in named}
    if len(codes) > 1 and not _are_listed(named, line):  # "Mission to Togo and Benin" is at home in neither
        codes = {h.code for h in named if link(line[: h.start])[0] in ABROAD}
    return codes.pop() if len(codes) == 1 else ""


def _host_of(embassy: Hit, hits: list[Hit]) -> str:
    """Return the country where an embassy is: "Embassy of Peru, Lomé"; "" where only the one that sent it is named."""
    named = sorted(
        (h for h in hits if h.group in PLACES),
        key=lambda h: min(abs(h.start - embassy.end), abs(embassy.start - h.end)),
    )
    codes = {h.code for h in named} - {h.code for h in named[:1]}
    return codes.pop() if len(codes) == 1 else ""


def _in_a_path(hits: list[Hit], line: str) -> list[Hit]:
    """Return the places that are an element of a path of pages: "Lima | News | 2023"; none of a line with a day."""
    elements = [element.strip() for element in PATH.split(line)]
    if len(elements) < TOWN_AND_COUNTRY or DAY.search(line):
        return []
    own = [h for h in hits if h.group in ("city", "country") and line[h.start : h.end] in elements]
    return [h for h in own if not (h.group == "city" and vocabulary.is_seat(h.term.term))]


def _are_listed(named: list[Hit], line: str) -> bool:
    """Say whether States follow one another in a list."""
    pairs = zip(named, named[1:], strict=False)
    return any(one.code != other.code and BETWEEN.fullmatch(line, one.end, other.start) for one, other in pairs)


def _own_city(hits: list[Hit]) -> list[Hit]:
    """Return the cities of a line that names no body of many countries, which has its seat wherever it likes."""
    if any(h.group == "organisation" for h in hits):
        return []
    return [h for h in hits if h.group == "city" and not vocabulary.is_seat(h.term.term)]


def _of_a_body(named: list[Hit], hits: list[Hit], line: str) -> bool:
    """Say whether a word for a body stands in the line, or the country right behind the name of one: "IOM Kenya"."""
    ends = {h.end for h in hits if h.group == "organisation"}
    office = any(h.start - 1 in ends and line[h.start - 1] == " " for h in named)
    if office or any(h.group == "role" and h.code in BODIES for h in hits):
        return True
    return not _words().isdisjoint(WORD.findall(line.lower()))


@cache
def _words() -> frozenset[str]:
    """Return words for bodies and their papers: ministry, municipality, association, bulletin."""
    return frozenset(word for row in vocabulary.rows("masthead_words") for word in row["words"].split())
