"""A sentence -> its parts, where it lists events of one kind: "Courses were held in Lima (3 May) and Quito (7 May)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl import vocabulary
from etl.dates.month_names import masked
from etl.dates.written import Expression, expressions
from etl.find.events.clauses import MANY
from etl.find.events.determiners import RANKS
from etl.small_words import pattern, spelt
from etl.terms import Hit, Hits

SEVERAL = tuple(f"{kind}{MANY}" for kind in ("training", "workshop", "conference", "expert_meeting", "assessment"))
MET = ("attend", "hold")
PLACES = ("city", "country")
NEXT = re.compile(rf"(?:[,;]\s*)?(?:\b(?:{spelt('and')})\s|\bو)|[,;]\s", re.I)  # what parts two of a list
GOES_ON = re.compile(r"(?:[^\W\d]{1,4}\s){0,3}(?=\d|[^\W\d_])")  # "in Quito", "du 3", before which nothing is told
ON = WORD = re.compile(r"[^\W\d_]+")
ARABIC_AND = "و"
DIGIT = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")  # of no year
NAMED = re.compile(r"[^\W\d_a-z]\w+[^()]{0,25}\(")  # "Nadi (", the place before its day
IN = re.compile(  # "in Nadi", where no list knows the town
    rf"\b(?:{spelt('in')})\s([^\W\d_a-z]\w+(?:\s[^\W\d_a-z]\w+)?)"
)
NEAR = 40  # characters before an event word in which Russian counts it
DUAL = re.compile(rf"(?:{spelt('dual')})(?:\s|$)")
TWO = re.compile(rf"\b(?:{spelt('two or three')})\s(?:[а-яё-]+\s){{0,2}}$", re.I)
Span = tuple[int, int]


def sessions(text: str, sentence: Span, telling: Sequence[Hit], hits: Hits) -> list[tuple[Span, Span]]:
    """Return the span of each listed event, with the words that are said of all; [] for a sentence that lists none.

    One plural ("workshops") stands before them, each has a day or month and a place of its own, and no number of people
    is said of all together: it would count once for each. "The first from 7 to 11 March, the second" need no place.
    """
    start, end = sentence
    head = next((h for h in telling if _is_several(h, text, end)), None)
    told = [e for e in expressions(text[start:end]) if e.first.month] if head else []
    dates = [e for e in told if e.first.day] or told
    if head is None or len(dates) < 2 or len({(d.first, d.last) for d in dates}) < len(dates):
        return []
    if turns := _turns(text, start, head, dates):
        return [(span, (start, turns[0])) for span in zip(turns, [*turns[1:], end], strict=True)]
    cuts = [_cut(text, start, one, other) for one, other in zip(dates, dates[1:], strict=False)]
    first = _first(text, head, start + dates[0].start, hits)
    if first is None or None in cuts or DIGIT.search(text, head.end, first):
        return []
    borders = [first, *(cut for cut in cuts if cut is not None), end]
    spans = list(zip(borders, borders[1:], strict=False))
    places = [_places(text, a, b, hits) for a, b in spans]
    if not all(places) or any(one & other for one, other in zip(places, places[1:], strict=False)):
        towns = [{text[h.start : h.end] for h in hits.of("city") if a <= h.start < b} for a, b in spans]
        countries = any(first <= h.start < end for h in hits.of("country"))
        if countries or len({frozenset(names) for names in towns if names}) < len(spans):  # two may be in one country
            return []
    return [(span, (start, first)) for span in spans]


def _is_several(hit: Hit, text: str, end: int) -> bool:
    """Say whether an event word is a plural, an Arabic dual, or counted in Russian, which counts in the singular.

    Or a verb says that people met several times: "met twice: in Lima on 3 May and in Quito on 7 June".
    """
    if hit.group == "act":
        return hit.code in MET and pattern("times").search(text, hit.end, min(end, hit.end + NEAR)) is not None
    if hit.group != "event" or f"{hit.code}{MANY}" not in SEVERAL:
        return hit.group == "event" and hit.code in SEVERAL
    counted = TWO.search(text, max(0, hit.start - NEAR), hit.start) or DUAL.search(hit.term.term)
    return counted is not None


def _turns(text: str, start: int, head: Hit, dates: list[Expression]) -> list[int]:
    """Return where "the first", "the second" ... of two or three stand, each before a day of its own; else []."""
    borders = [head.end, *(start + d.start for d in dates)]
    found = []
    for rank, (first, last) in enumerate(zip(borders, borders[1:], strict=False), 1):
        words = (w.start() for w in WORD.finditer(text, first, last) if _rank(w.group().lower()) == rank)
        found.append(next(words, -1))
    return found if -1 not in found else []


def _rank(word: str) -> int:
    return RANKS.get(word, 0) or RANKS.get(word.removeprefix(ARABIC_AND), 0)


def _cut(text: str, start: int, one: Expression, other: Expression) -> int | None:
    """Return where the next of the list begins: behind the bracket that holds the day, or the first comma or "and"."""
    between, to = start + one.end, start + other.start
    closed = text.find(")", between, to)
    found = NEXT.search(text, closed if closed > 0 else between, to)
    small = GOES_ON.match(text, found.end()) if found else None
    if found is None or small is None:
        return None
    on = ON.match(text, found.end())  # "on boarding in September": each says what it was on
    themed = on is not None and on[0].lower() in vocabulary.small_words("theme")
    return found.end() if themed or not text[small.end()].islower() else None


def _first(text: str, head: Hit, date: int, hits: Hits) -> int | None:
    """Return where the first of the list begins: at its place, where that stands before its day, else at the day."""
    if date < head.end:
        return None
    places = [h.start for h in hits.of(*PLACES) if head.end <= h.start < date]
    named = NAMED.search(text, head.end, date) or IN.search(masked(text), head.end, date)
    return min([*places, date, *([named.start()] if named else [])])


def _places(text: str, start: int, end: int, hits: Hits) -> frozenset[str]:
    known = frozenset(h.code for h in hits.of(*PLACES) if start <= h.start < end)
    named = NAMED.search(text, start, end) or IN.search(masked(text), start, end)
    return known or (frozenset([named[0]]) if named else frozenset())
