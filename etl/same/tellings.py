"""Turns a mention into what is compared of it: when, where, who, and the words that set it apart."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from etl.day import parsed
from etl.records import Mention

VOCABULARY = Path(__file__).parents[2] / "data" / "vocabulary"
STEM = 6  # letters that a word is told by: trafficking and trafficked are one, as are migrant and migrante
WORD = re.compile(rf"([^\W\d_]{{3,{STEM}}})[^\W\d_]*")  # found by its stem
HEAD_WORDS = 25  # of a telling without a title: its first sentence or two
OPENING_WORDS = 8  # of a body: enough to find a text that was copied under another title
EVERYDAY, RARE = 0.25, 1.0  # what a shared word is worth
# News may come out this many days after the event that it tells of, and be dated a little before its end.
NEWS_AFTER, NEWS_BEFORE = 60, 3
NEIGHBOUR_SLACK = 60  # days by which bounds taken from neighbours may be wrong: feeds are in order of publication
OWN = ("bloc", "programme", "city")
Days = tuple[int, int]
Compared = tuple[object, ...]
Copied = tuple[str, Days | None, str, str, bool, str | None, frozenset[str], int | None]


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What is compared of one mention.

    `days` are those on which the event itself can have started or gone on (ordinals, None: nothing known); `by_text`
    says that the text dates the event itself, `certain` that it does so to the day. `head` holds the words of its
    title, `words` all of its words, both by their stems; `names` cities, blocs, programmes and so on, of which `cities`
    and `editions` are some, and `own_names` those that few tellings share (a region is named by many, an edition by any
    translation); `people` how many took part; `opening` the first words of its body as they stand.
    """

    mention_id: str
    document: str
    telling: str
    kind: str
    level: str
    aggregate: bool
    days: Days | None
    certain: bool
    by_text: bool
    host: str | None
    countries: frozenset[str]
    topics: frozenset[str]
    names: frozenset[str]
    cities: frozenset[str]
    editions: frozenset[str]
    own_names: frozenset[str]
    people: int | None
    exact: bool
    head: frozenset[str]
    words: frozenset[str]
    opening: str

    @property
    def copied(self) -> Copied:
        """All that is compared, but for the place: equal for tellings that repeat each other to the letter."""
        return self.telling, self.days, self.kind, self.level, self.aggregate, self.host, self.countries, self.people

    @property
    def compared(self) -> Compared:
        """All that is compared of two that are, their names aside: of equal ones each is as like to a third."""
        return (
            *(self.document, self.kind, self.level, self.aggregate, self.days, self.certain, self.by_text, self.host),
            *(self.countries, self.topics, self.names, self.people, self.exact, self.head, self.words),
        )


def told(mention: Mention) -> Telling:
    """Return what is compared of `mention`."""
    row = mention.row
    by_text = row["date_basis"] == "event"
    people = row["participants"] if row["participants"] is not None else row["trained"]
    words = _stems(f"{mention.title} {mention.words}")
    head = _stems(mention.title) or _stems(" ".join(mention.words.split()[:HEAD_WORDS]))
    opening = " ".join(mention.words.removeprefix(mention.title).casefold().split()[:OPENING_WORDS])
    return Telling(
        row["mention_id"], row["document"], mention.telling, row["kind"], row["level"], bool(row["aggregate"]),
        _days(mention), by_text and len(row["date"] or "") == len("2016-05-10"), by_text,
        row["host_country"], frozenset(row["country"]), frozenset(row["topics"]), mention.names,
        _named(mention, "city"), _named(mention, "edition"), _named(mention, *OWN),
        people, row["number_qualifier"] in (None, "exact"), head, words, opening,
    )  # fmt: skip


def _named(mention: Mention, *groups: str) -> frozenset[str]:
    return frozenset(name for name in mention.names if name.partition(":")[0] in groups)


def weight(words: frozenset[str]) -> float:
    """Return what `words` are worth when two tellings share them: those that every telling has are worth little."""
    everyday = len(words & _everyday())
    return EVERYDAY * everyday + RARE * (len(words) - everyday)


def rare(words: frozenset[str]) -> frozenset[str]:
    """Return those of `words` that not every telling of the field has."""
    return words - _everyday()


def _days(mention: Mention) -> Days | None:
    row = mention.row
    if row["date"] and row["date_basis"] != "inferred":
        first = parsed(row["date"]).earliest().toordinal()
        last = parsed(row["end_date"] or row["date"]).latest().toordinal()
        return (first, last) if row["date_basis"] == "event" else (first - NEWS_AFTER, last + NEWS_BEFORE)
    earliest, latest = row["date_earliest"], row["date_latest"]
    if earliest is None or latest is None:
        return None
    return earliest.toordinal() - NEIGHBOUR_SLACK, min(latest.toordinal() + NEIGHBOUR_SLACK, date.max.toordinal())


def _stems(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.casefold())) - _stop_words()


@cache
def _everyday() -> frozenset[str]:
    return _listed("everyday_words.csv")


@cache
def _stop_words() -> frozenset[str]:
    return _listed("stop_words.csv")


def _listed(name: str) -> frozenset[str]:
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as file:
        return frozenset(word[:STEM] for row in csv.DictReader(file) for word in row["words"].split())
