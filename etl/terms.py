"""What a text may say (a term) and where in it that was found (a hit)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Protocol, TypeVar

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
    """The hits of a text in its order, which keep those of each group, for every finder asks."""

    @cached_property
    def _of_group(self) -> dict[str, list[Hit]]:
        found: dict[str, list[Hit]] = {}
        for hit in self:
            found.setdefault(hit.group, []).append(hit)
        return found

    @cached_property
    def _asked(self) -> dict[tuple[str, ...], list[Hit]]:
        return {}

    def of(self, *groups: str) -> Sequence[Hit]:
        """Return the hits of these groups, in the order of the text; kept, for finders ask for the same ones."""
        found = self._asked.get(groups)
        if found is None:
            named = [self._of_group[group] for group in groups if group in self._of_group]
            several = len(named) > 1
            found = [hit for hit in self if hit.group in groups] if several else named[0] if named else []
            self._asked[groups] = found
        return found


class Begins(Protocol):
    """What begins somewhere in a text."""

    @property
    def start(self) -> int:
        """Return where."""


Placed = TypeVar("Placed", bound=Begins)
START = attrgetter("start")
KEPT = 256  # texts that are kept in small letters: those of a batch
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
