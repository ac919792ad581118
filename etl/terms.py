"""Every known term (data/terms, names of data/vocabulary) is found in one pass over a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Protocol, TypeVar

import ahocorasick

from etl.fixed import fixed
from etl.letters import one_alef


@fixed
class Term:
    """What a text may say, and what it means.

    `group` names the list it is from (country, demonym, city, organisation, kind ...), `code` its meaning there.
    `capital` asks for a capital first letter in the text, `exact` for the same letters case by case (acronyms).
    """

    term: str
    group: str
    code: str
    language: str = ""
    weight: float = 1.0
    capital: bool = False
    exact: bool = False


@dataclass(slots=True, unsafe_hash=True, init=False)
class Hit:
    """A term at the half-open span `start:end` of a text, never changed once found.

    `group` is the list that the term is from and `code` what it means there. They are kept here, and the class is not
    frozen, because a text has a hit every twenty characters and every finder looks at all of them.
    """

    start: int
    end: int
    term: Term
    group: str = field(compare=False, repr=False)
    code: str = field(compare=False, repr=False)

    def __init__(self, start: int, end: int, term: Term) -> None:
        """Take group and code from the term."""
        self.start = start
        self.end = end
        self.term = term
        self.group = term.group
        self.code = term.code


class Hits(tuple[Hit, ...]):
    """The hits of a text in its order, which keep where those of each group stand, for every finder asks."""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, hit in enumerate(self):
            found.setdefault(hit.group, []).append(place)
        return found

    @cached_property
    def _asked(self) -> dict[tuple[str, ...], list[Hit]]:
        return {}

    def of(self, *groups: str) -> Sequence[Hit]:
        """Return the hits of these groups, in the order of the text; kept, for finders ask for the same ones."""
        found = self._asked.get(groups)
        if found is None:
            named = [self._places[group] for group in groups if group in self._places]
            places = named[0] if len(named) == 1 else sorted(chain.from_iterable(named))
            found = self._asked[groups] = [self[place] for place in places]
        return found


class Begins(Protocol):
    """What begins somewhere in a text."""

    @property
    def start(self) -> int:
        """Return where."""


Placed = TypeVar("Placed", bound=Begins)
START = attrgetter("start")
KEPT = 256  # texts that are kept in small letters: those of a batch
ARABIC_AND = "و"  # written as one word with the word behind it, whichever that is
APOSTROPHE = "'"  # a term that ends with it ends there, whatever follows: "financement de l'Allemagne"
LONGER_LOWERED = "İ"  # the only letter whose small one takes two characters


@lru_cache(maxsize=KEPT)
def lowered(text: str) -> str:
    """Return a text `in_small_letters`; kept, for terms, dates and others are looked for in the same ones."""
    return in_small_letters(text)


def in_small_letters(text: str) -> str:
    """Lower-case `text` and set its apostrophes straight; every offset stays what it was."""
    if text.isascii():
        return text.lower()
    low = LONGER_LOWERED.join(map(str.lower, text.split(LONGER_LOWERED)))
    return one_alef(low.replace("’", "'"))


def within(placed: Sequence[Placed], start: int, end: int) -> Sequence[Placed]:
    """Return those of hits or names, which are in the order of the text, that begin in `start:end`."""
    first = bisect_left(placed, start, key=START)
    return placed[first : bisect_left(placed, end, first, key=START)]


def within_each(placed: Sequence[Placed], spans: Iterable[tuple[int, int]]) -> list[Sequence[Placed]]:
    """Return `within` for each of many spans, at a fifth of its cost."""
    starts = [one.start for one in placed]
    return [placed[bisect_left(starts, start) : bisect_left(starts, end)] for start, end in spans]


Found = tuple[int, int, Sequence[Term]]  # start, what puts longer ones first, the terms that are spelt so
NOTHING = (-1, -1)
BETWEEN = "\n"  # stands in no term
PARTING, REACH = "between", 40  # the group of words that may part a term; characters around them in which it stands
LONGEST_BATCH = 30_000  # characters looked through at once: more save no time, and keep more hits in memory


class Terms:
    """An automaton over many terms; `find` takes about 50 ns a character, most of it for what it finds."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Build the automaton; terms that are spelt alike are all kept."""
        self._terms = tuple(terms)
        self._automaton = _automaton(self._terms)
        self._of_groups: dict[tuple[str, ...], ahocorasick.Automaton] = {}

    def find(self, text: str, *groups: str) -> Hits:
        """Return the hits in `text`, ordered by place, those of some groups alone where these are given.

        Within one group the longest wins, across groups all stay.
        """
        return _longest(sorted(_all(text, lowered(text), self._of(groups) if groups else self._automaton)))

    def find_each(self, texts: Iterable[str]) -> Iterator[Hits]:
        """Yield the hits of each text; sooner than one by one, for the automaton stays in the processor's cache."""
        for batch in _batches(texts):
            low = BETWEEN.join(map(lowered, batch))
            found, first, start = sorted(_all(BETWEEN.join(batch), low, self._automaton)), 0, 0
            for text in batch:
                end = start + len(text) + len(BETWEEN)
                last = bisect_left(found, (end,), first)
                yield _longest(found[first:last], start)
                first, start = last, end

    def _of(self, groups: tuple[str, ...]) -> ahocorasick.Automaton:
        """Return the automaton of the terms of some groups alone, which is far quicker over a whole document."""
        if groups not in self._of_groups:
            self._of_groups[groups] = _automaton([term for term in self._terms if term.group in groups])
        return self._of_groups[groups]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    length = 0
    for text in texts:
        batch.append(text)
        length += len(text)
        if length > LONGEST_BATCH:
            yield batch
            batch, length = [], 0
    yield batch


def _automaton(terms: Iterable[Term]) -> ahocorasick.Automaton:
    """Return spelling -> its length, its terms, and whether any of them asks for a case."""
    automaton = ahocorasick.Automaton()
    by_spelling: dict[str, list[Term]] = {}
    for term in terms:
        by_spelling.setdefault(in_small_letters(term.term), []).append(term)
    for spelling, same in by_spelling.items():
        automaton.add_word(spelling, (len(spelling), tuple(same), any(t.capital or t.exact for t in same)))
    automaton.make_automaton()
    return automaton


def _longest(found: Iterable[Found], offset: int = 0) -> Hits:
    """Return the hits of what was found, in its order: the longest in each group; their text begins at `offset`."""
    hits = []
    taken: dict[str, tuple[int, int]] = {}
    for start, minus_last, terms in found:
        first, end = span = start - offset, 1 - minus_last - offset
        for term in terms:
            reach = taken.get(term.group, NOTHING)
            if first >= reach[1] or span == reach:
                taken[term.group] = span
                if term.code:  # a term without meaning only keeps shorter ones away: "Gulf of Guinea"
                    hits.append(Hit(first, end, term))
    return Hits(hits)


def _all(text: str, low: str, automaton: ahocorasick.Automaton) -> list[Found]:
    """Return the terms that stand in `text` and those that a word like "also" parts: "a également formé".

    Of the same span what stands there as one term is meant: "organisé conjointement par" is no parted "organisé par".
    """
    found = _standing(text, low, automaton)
    if parting := [one for one in found if one[2] and one[2][0].group == PARTING]:
        taken = {one[:2] for one in found}
        for start, minus_last, _ in parting:
            found += _parted(text, low, (start, 1 - minus_last), automaton, taken)
    return found


def _parted(
    text: str, low: str, word: tuple[int, int], automaton: ahocorasick.Automaton, taken: set[tuple[int, int]]
) -> Iterator[Found]:
    """Yield the terms that stand around a word as if it were not there, each with its whole span if it is not taken."""
    start, end = word
    first, after = max(0, start - REACH), end + 1
    cut = start - first
    around = text[first:start] + text[after : after + REACH], low[first:start] + low[after : after + REACH]
    for begin, minus_last, terms in _standing(*around, automaton):
        if begin < cut <= -minus_last and (begin or not first):
            span = first + begin, minus_last - (after - start) - first
            if span not in taken:
                taken.add(span)
                yield *span, terms


def _standing(text: str, low: str, automaton: ahocorasick.Automaton) -> list[Found]:
    """Return every term that stands in `text`, in small letters `low`, as a word of its own, overlapping ones too.

    The loop calls nothing of ours: it runs for every piece of a word that is spelt like a term.
    """
    found: list[Found] = []
    if not len(automaton):
        return found
    edged = f" {low} "  # the letter before a term is edged[start], the one behind it edged[last + 2]
    for last, (length, terms, asks) in automaton.iter(low):
        start = last - length + 1
        before = edged[start]
        inside = before != " " and (before.isalnum() or before == "_")
        if inside and (before != ARABIC_AND or edged[start - 1].isalnum()):
            continue
        behind = edged[last + 2]
        if behind != " " and (behind.isalnum() or behind == "_") and edged[last + 1] != APOSTROPHE:
            continue
        if asks:
            written = text[start : last + 1]
            capital = written[0].isupper()
            terms = [t for t in terms if (capital or not t.capital) and (not t.exact or t.term == written)]
        found.append((start, -last, terms))
    return found
