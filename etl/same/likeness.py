"""Two tellings -> whether they tell of one activity, how alike they are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from etl.same.tellings import Telling, rare, weight

# All set on the pairs of tests/cases/same.csv, then looked at on the labelled documents; doubt keeps two apart.
SAME_WORDS = 0.85  # share of the shorter telling's words that the other has, for both to be one text
FEWEST_WORDS = 15  # words of a telling that can be recognised by them alone
SAME_TITLE = 0.75  # share of all words of two titles that both have
SAME_SUBJECT = 0.5  # share of the words of one title that the other telling has, where days and place agree too
FEWEST_RARE = 2  # words not of everyday that two titles must share
FEWEST_PEOPLE = 10  # a number of people that is hardly the same by chance
GATHERINGS = frozenset({"training", "workshop", "conference", "expert_meeting", "legislative", "assessment"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are (0 to 1), and what they agree on."""

    score: float
    why: str


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return why two tellings are of one activity; None where they are not, or where nobody could be sure.

    1. Nothing may contradict. 2. The same text. 3. The same days, place and subject. 4. The same place, number of
    people and subject at about the same time. 5. The same title at about the same time.
    """
    if contradicts(one, other):
        return None
    return _same_text(one, other) or _same_days(one, other) or _same_people(one, other) or _same_title(one, other)


def contradicts(one: Telling, other: Telling) -> bool:
    """Say whether two tellings cannot be of one activity, whatever their words."""
    return (
        one.aggregate != other.aggregate
        or one.level != other.level
        or not _meet(one, other)
        or not _akin(one.kind, other.kind)
        or _differ(one.host, other.host)
        or (bool(one.countries) and bool(other.countries) and not one.countries & other.countries)
        or (bool(one.topics) and bool(other.topics) and not one.topics & other.topics)
        or _named(one, "edition") != _named(other, "edition")
        or _other_cities(one, other)
    )


def _meet(one: Telling, other: Telling) -> bool:
    """Say whether both can have been on the same day; an unknown date meets any."""
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _akin(kind: str, other: str) -> bool:
    return kind == other or (kind in GATHERINGS and other in GATHERINGS)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _named(telling: Telling, group: str) -> frozenset[str]:
    return frozenset(name for name in telling.names if name.startswith(f"{group}:"))


def _other_cities(one: Telling, other: Telling) -> bool:
    cities, others = _named(one, "city"), _named(other, "city")
    return bool(cities) and bool(others) and not cities & others


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    whole = weight(words)
    return weight(words & others) / whole if whole else 0.0


def _same_text(one: Telling, other: Telling) -> Likeness | None:
    short, long = sorted((one.words, other.words), key=len)
    if len(short) < FEWEST_WORDS or (share := _shared(short, long)) < SAME_WORDS:
        return None
    return Likeness(share, "told in the same words")


def _subject(one: Telling, other: Telling) -> float:
    """Return the share of one title's words that the other telling has, of the title for which it is larger."""
    if not rare(one.head & other.words | other.head & one.words):
        return 0.0
    return max(_shared(one.head, other.words), _shared(other.head, one.words))


def _same_place(one: Telling, other: Telling) -> bool:
    return (one.host is not None and one.host == other.host) or bool(one.countries & other.countries)


def _same_days(one: Telling, other: Telling) -> Likeness | None:
    share = _subject(one, other)
    if not (one.certain and other.certain and _same_place(one, other) and share >= SAME_SUBJECT):
        return None
    return Likeness(share, "the same days, place and subject")


def _same_people(one: Telling, other: Telling) -> Likeness | None:
    share = _subject(one, other)
    enough = one.people is not None and one.people == other.people and one.people >= FEWEST_PEOPLE
    known = one.days is not None and other.days is not None
    if not (enough and known and _same_place(one, other) and share >= SAME_SUBJECT):
        return None
    return Likeness(share, f"the same number of people ({one.people}), place and subject")


def _same_title(one: Telling, other: Telling) -> Likeness | None:
    both, all_words = one.head & other.head, one.head | other.head
    share = _shared(all_words, both)
    if one.kind != other.kind or len(rare(both)) < FEWEST_RARE or share < SAME_TITLE:
        return None
    return Likeness(share, "the same title at about the same time")
