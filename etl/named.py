"""A passage -> its sentences, and the lists of countries, cities, blocs and organisations that each of them names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from etl import vocabulary
from etl.links import AND, ARABIC_AND, BETWEEN
from etl.records import Passage
from etl.sentences import sentences
from etl.terms import Hit, Term

KEPT = 4  # passages whose sentences and roles are kept: the finders of one passage run one after another
MODIFIERS = 3  # words between an adjective of a country and its noun ("Thai border and customs police")
TELLING = ("event", "held", "countries", "attendant")  # cues of a sentence that tells what was held or who came
NAMED = ("country", "demonym", "city", "bloc", "organisation")
# An English page quotes the others; elsewhere "oficina" is an event in Portuguese alone.
LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar")
PLACES = ("city", "country")
BESIDE = ("country", "demonym")  # a small town counts only in a passage that names its country
TOWN_WORDS = 3  # "Chang Wat Trat"
CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-zß-öø-ÿа-я][\w’'-]+(?<![’'-])")
DASH = re.compile(r"\s+[-–—]\s*|[–—]")
NEXT_WORDS = re.compile(r"\s[^\W\d_][\w’'-]*")
IN_ITS_COUNTRY = re.compile(r"\s*(?:[,(–-]|in|,[^,.;]{2,30},|\([^)]{2,30}\),?)?\s*(?:the |в |en |au )?")

Ruled = tuple[str, str]  # a role, and the rule that gave it


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `start:end`; several hits where it may mean several places. A city with its country is one name."""

    start: int
    end: int
    hits: tuple[Hit, ...]

    @property
    def kind(self) -> str:
        """The group of its term: country, demonym, city, bloc or organisation."""
        return self.hits[0].group

    @property
    def codes(self) -> tuple[str, ...]:
        """What it may mean, sorted."""
        return tuple(sorted({h.code for h in self.hits}))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `start:end` of `text`; `cues` are its hits of the group role, `names` the spans of its names.

    `rank` is 0 in the sentence of the cue, 1 in the title, 2 in one that tells of an event or of who came, else 3.
    """

    start: int
    end: int
    rank: int
    text: str
    cues: tuple[Hit, ...]
    names: tuple[tuple[int, int], ...]

    def has(self, *codes: str) -> bool:
        """Say whether a cue of one of these meanings stands in it."""
        return any(h.code in codes for h in self.cues)


def title_end(passage: Passage) -> int:
    """Return where the title ends in the item's text; 0 where the text does not begin with it."""
    title = " ".join(passage.item.title.split())
    return len(title) if title and passage.item.text.string.startswith(title) else 0


class Same:
    """A passage as key of a cache: equal only to itself, so that no key costs a walk over all its hits."""

    __slots__ = ("passage",)

    def __init__(self, passage: Passage) -> None:
        self.passage = passage

    def __hash__(self) -> int:
        return id(self.passage)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.passage is self.passage


def parts(passage: Passage) -> tuple[Sentence, ...]:
    """Return the sentences of a passage in their order; the title is one of its own."""
    return _parts(Same(passage))


@lru_cache(maxsize=KEPT)
def _parts(key: Same) -> tuple[Sentence, ...]:
    return tuple(_sentences(key.passage))


def _sentences(passage: Passage) -> Iterator[Sentence]:
    text, edge = passage.item.text.string, title_end(passage)
    languages = LANGUAGES if passage.item.language == "en" else (passage.item.language, "en")
    hits, starts = passage.hits, [h.start for h in passage.hits]
    for first, last in ((passage.start, min(edge, passage.end)), (max(edge, passage.start), passage.end)):
        for start, end in sentences(text[first:last]) if first < last else ():
            start, end = start + first, end + first
            inside = hits[bisect_left(starts, start) : bisect_left(starts, end)]
            roles = [h for h in inside if h.term.group == "role"]
            cues = tuple(h for h in roles if h.term.language in languages)
            names = tuple((h.start, h.end) for h in inside if h.term.group in NAMED)
            told = any(h.term.code in TELLING for h in roles) or any(h.term.group == "participation" for h in inside)
            rank = 0 if start <= passage.cue_start < end else 1 if end <= edge else 2 if told else 3
            yield Sentence(start, end, rank, text, cues, names)


def lists_of_names(passage: Passage) -> Iterator[tuple[Sentence, list[Name]]]:
    """Yield every list of names ("Benin, Togo and Mali"; a name alone is a list of one) with its sentence, in order."""
    names = _names(passage)
    for sentence in parts(passage):
        group: list[Name] = []
        for name in (n for n in names if sentence.start <= n.start < sentence.end):
            if group and not _in_one_list(group[-1], name, sentence.text):
                yield from ((sentence, part) for part in _list(group, sentence.text))
                group = []
            group.append(name)
        yield from ((sentence, part) for part in _list(group, sentence.text))


def _in_one_list(name: Name, following: Name, text: str) -> bool:
    gap = text[name.end : following.start]
    if following.kind == "organisation" and name.kind in PLACES and DASH.fullmatch(gap):  # "Dakar - IOM opened"
        return False
    return bool(BETWEEN.fullmatch(gap)) and not (gap.isspace() and text[following.start] != ARABIC_AND)


def _names(passage: Passage) -> list[Name]:
    """Return the names without overlaps: the longest wins."""
    hits, text = passage.hits, passage.item.text.string
    found: list[Name] = []
    named = [h for h in hits if h.group in NAMED and h.code]
    for hit in sorted([*named, *_towns(passage)], key=lambda h: (h.start, -h.end, NAMED.index(h.group))):
        last = found[-1] if found else None
        if last and hit.start < last.end:
            if (hit.start, hit.end) == (last.start, last.end) and hit.group == last.kind:
                found[-1] = Name(last.start, last.end, (*last.hits, hit))
        elif last and _one_name(text, last, hit):
            found[-1] = Name(last.start, hit.end, tuple(h for h in last.hits if h.code == hit.code))
        else:
            found.append(Name(hit.start, hit.end, (hit,)))
    return found


def _towns(passage: Passage) -> list[Hit]:
    """Return as cities the small towns, states and provinces of the countries that are named beside them."""
    countries = {h.code for h in passage.hits if h.group in BESIDE}
    if not countries:
        return []
    found, text, towns = [], passage.item.text.string, vocabulary.towns()
    for word in CAPITAL.finditer(text, passage.start, passage.end):
        if named := towns.get(word.group().lower()):
            ends = [word.end(), *(m.end() for m in islice(NEXT_WORDS.finditer(text, word.end()), TOWN_WORDS - 1))]
            for end in reversed(ends):
                name = text[word.start() : end]
                codes = [code for code in named.get(name.lower(), ()) if code in countries]
                found += [Hit(word.start(), end, Term(name, "city", code)) for code in codes]
    return found


def _one_name(text: str, city: Name, country: Hit) -> bool:
    if city.kind != "city" or country.group != "country" or country.code not in city.codes:
        return False
    return bool(IN_ITS_COUNTRY.fullmatch(text, city.end, country.start))


def _list(group: list[Name], text: str) -> list[list[Name]]:
    """Return the group as one list, or as several: a comma alone joins neither two names nor one after the "and"."""
    lists: list[list[Name]] = []
    ended = len(group) == 2
    for name in group:
        gap = text[lists[-1][-1].end : name.start] if lists else ""
        joined = bool(AND.search(gap)) or "/" in gap or gap.strip() in ("-", "–")
        if lists and (joined or not ended):
            lists[-1].append(name)
        else:
            lists.append([name])
        ended = ended or joined
    return lists
