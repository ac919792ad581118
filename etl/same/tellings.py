"""Turns a mention into what is compared of it: when, where, who, and the words that set it apart."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from sys import intern

from etl.dates.day import parsed
from etl.fixed import fixed
from etl.letters import words_of
from etl.records import Mention

VOCABULARY = Path(__file__).parents[2] / "data" / "vocabulary"
STEM = 6  # letters that a word is told by: trafficking and trafficked are one, as are migrant and migrante
SHORTEST = 3  # letters of a word that tells anything
HEAD_WORDS = 25  # of a telling without a title: its first sentence or two
OPENING_WORDS = 8  # of a body: enough to find a text that was copied under another title
EVERYDAY, RARE = 0.25, 1.0  # what a shared word is worth
# News may come out this many days after the event that it tells of, and be dated a little before its end.
NEWS_AFTER, NEWS_BEFORE = 60, 3
NEIGHBOUR_SLACK = 60  # days by which bounds taken from neighbours may be wrong: feeds are in order of publication
LONGEST_MONTH = 31  # days
OWN = ("bloc", "programme", "city")
BETWEEN = "\n"  # stands in no word, code or name
REMEMBERED = 2_000  # sets that are at hand; one of all words takes 8 kB
Days = tuple[int, int]
Compared = tuple[object, ...]
Copied = tuple[str, Days | None, str, str, bool, str | None, str, int | None]


@fixed
class Telling:
    """What is compared of one mention; small, because those of all documents are in memory at once.

    `line_start` to `line_end` is where it stands. `days` are those on which the event itself can have started or gone
    on (ordinals, None: nothing known); `by_text` says that the text dates the event itself, `certain` that it does so
    to the day; `people` how many took part; `opening` the first words of its body as they stand. What is `listed` are
    the sets below, each as one sorted string.
    """

    mention_id: str
    document: str
    line_start: int
    line_end: int
    telling: str
    kind: str
    level: str
    aggregate: bool
    days: Days | None
    certain: bool
    by_text: bool
    host: str | None
    people: int | None
    exact: bool
    listed_countries: str
    listed_topics: str
    listed_names: str
    listed_head: str
    listed_words: str
    opening: str

    @property
    def in_a_month(self) -> bool:
        """Say whether the text tells the days of the event, or at least its month."""
        return self.certain or (self.by_text and self.days is not None and self.days[1] - self.days[0] < LONGEST_MONTH)

    @property
    def countries(self) -> frozenset[str]:
        """Beneficiaries."""
        return members(self.listed_countries)

    @property
    def topics(self) -> frozenset[str]:
        """Codes of topics."""
        return members(self.listed_topics)

    @property
    def cities(self) -> frozenset[str]:
        """Those of its names that are cities."""
        return _named(self.listed_names, ("city",))

    @property
    def editions(self) -> frozenset[str]:
        """Those of its names that say which translation or printing it is."""
        return _named(self.listed_names, ("edition",))

    @property
    def own_names(self) -> frozenset[str]:
        """Those of its names that few tellings share: a region is named by many, an edition by any translation."""
        return _named(self.listed_names, OWN)

    @property
    def head(self) -> frozenset[str]:
        """Return the words of its title by their stems."""
        return members(self.listed_head)

    @property
    def words(self) -> frozenset[str]:
        """All of its words by their stems."""
        return members(self.listed_words)

    @property
    def copied(self) -> Copied:
        """All that is compared, but for the place: equal for tellings that repeat each other to the letter."""
        told = (self.telling, self.days, self.kind, self.level, self.aggregate, self.host)
        return *told, self.listed_countries, self.people

    @property
    def compared(self) -> Compared:
        """All that is compared of two that are, their names aside: of equal ones each is as like to a third."""
        return (
            *(self.document, self.kind, self.level, self.aggregate, self.days, self.certain, self.by_text, self.host),
            *(self.listed_countries, self.listed_topics, self.listed_names, self.people, self.exact),
            *(self.listed_head, self.listed_words),
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
        row["mention_id"], row["document"], row["line_start"], row["line_end"], mention.telling,
        row["kind"], row["level"], bool(row["aggregate"]),
        _days(mention), by_text and len(row["date"] or "") == len("2016-05-10"), by_text, row["host_country"],
        people, row["number_qualifier"] in (None, "exact"),
        listed(row["country"]), listed(row["topics"]), listed(mention.names), listed(head), listed(words), opening,
    )  # fmt: skip


def listed(values: Iterable[str]) -> str:
    """Return values as one string, each once and sorted: it takes a tenth of the memory of their set."""
    return intern(BETWEEN.join(sorted(set(values))))


@lru_cache(maxsize=REMEMBERED)
def members(values: str) -> frozenset[str]:
    """Return the set that was `listed`."""
    return frozenset(values.split(BETWEEN) if values else ())


@lru_cache(maxsize=REMEMBERED)
def _named(names: str, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for name in names.split(BETWEEN) if name.partition(":")[0] in groups)


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
    return frozenset([w[:STEM] for w in words_of(text.casefold()) if len(w) >= SHORTEST]) - _stop_words()


@cache
def _everyday() -> frozenset[str]:
    return _listed("everyday_words.csv")


@cache
def _stop_words() -> frozenset[str]:
    return _listed("stop_words.csv")


def _listed(name: str) -> frozenset[str]:
    with (VOCABULARY / name).open(encoding="utf-8", newline="") as file:
        return frozenset(word[:STEM] for row in csv.DictReader(file) for word in row["words"].split())
