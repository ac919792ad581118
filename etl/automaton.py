"""Every known term (data/terms, names of data/vocabulary) is found in one pass over a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import ahocorasick

from etl.terms import Hit, Hits, Term, in_small_letters, lowered

Found = tuple[int, int, Sequence[Term]]  # start, what puts longer ones first, the terms that are spelt so
NOTHING = (-1, -1)
ARABIC_AND = "و"  # written as one word with the word behind it, whichever that is
APOSTROPHE = "'"  # a term that ends with it ends there, whatever follows: "financement de l'Allemagne"
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

        Within one group the longest wins, across groups all stay. What parts a term is of a group of its own.
        """
        low = lowered(text)
        found = _standing(text, low, self._of(groups)) if groups else _all(text, low, self._automaton)
        return _longest(sorted(found))

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
