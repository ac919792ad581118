"""Two tellings -> whether they tell of one activity, how alike they are, and why."""

from __future__ import annotations

from dataclasses import dataclass

from etl.same.tellings import Telling, rare, weight

# All set on the pairs of tests/cases/same.csv, then looked at on the labelled documents; doubt keeps two apart.
SAME_WORDS = 0.85  # share of the shorter telling's words that the other has, for both to be one text
FEWEST_WORDS = 15  # words of a telling that can be recognised by them alone
SAME_TITLE = 0.75  # share of all words of two titles that both have
SAME_SUBJECT = 0.5  # share of the words of one title that the other telling has, where days and place agree too
SAME_NAME = 0.95  # the same of titles with one word alone that is not of everyday, or of undated texts of one document
FEWEST_RARE = 2  # words not of everyday that other titles must share
FEWEST_SHARED = 2.0  # weight of the words that two titles must share: "Training of judges" names no single one
COARSE_SUBJECT = 0.75  # as SAME_SUBJECT, where one telling knows the year or month alone
FEWEST_PEOPLE = 10  # a number of people that is hardly the same by chance
SAME_WORDS_WHY = "told in the same words"
GATHERINGS = frozenset({"training", "workshop", "conference", "expert_meeting", "legislative", "assessment"})


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two tellings are (0 to 1), and what they agree on.

    `only` says that it holds only if neither is as like to a third that contradicts the other.
    """

    score: float
    why: str
    only: bool = False


def likeness(one: Telling, other: Telling) -> Likeness | None:
    """Return why two tellings are of one activity; None where they are not, or where nobody could be sure.

    1. Nothing may contradict. 2. The same text. 3. The same days, place and subject. 4. The same place, number of
    people and subject at about the same time. 5. The same title at about the same time. 6. A coarser date that
    contains the finer, the same bloc, programme or city, and subject; or a month, in the same host country.
    """
    if contradicts(one, other):
        return None
    if other.mention_id < one.mention_id:  # the order of the two changes nothing
        one, other = other, one
    return (
        _same_text(one, other)
        or _same_days(one, other)
        or _same_people(one, other)
        or _same_title(one, other)
        or _coarser(one, other)
    )


def contradicts(one: Telling, other: Telling) -> bool:
    """Say whether two tellings cannot be of one activity, whatever their words."""
    return (
        one.aggregate != other.aggregate
        or one.level != other.level
        or not _meet(one, other)
        or not _akin(one, other)
        or _differ(one.host, other.host)
        or (bool(one.countries) and bool(other.countries) and not one.countries & other.countries)
        or (bool(one.topics) and bool(other.topics) and not one.topics & other.topics)
        or one.editions != other.editions
        or _other_cities(one, other)
        or (one.document == other.document and _other_people(one, other))
    )


def _meet(one: Telling, other: Telling) -> bool:
    """Say whether both can have been on the same day; an unknown date meets any."""
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _akin(one: Telling, other: Telling) -> bool:
    """Say whether the kinds are the same, or two words for people who come together when both texts say."""
    return one.kind == other.kind or (one.in_a_month and other.in_a_month and {one.kind, other.kind} <= GATHERINGS)


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def _other_cities(one: Telling, other: Telling) -> bool:
    return bool(one.cities) and bool(other.cities) and not one.cities & other.cities


def _other_people(one: Telling, other: Telling) -> bool:
    """Say whether they state other numbers of people; two documents may err, one document counts two events."""
    return one.exact and other.exact and _differ(one.people, other.people)


def _shared(words: frozenset[str], others: frozenset[str]) -> float:
    whole = weight(words)
    return weight(words & others) / whole if whole else 0.0


def _same_text(one: Telling, other: Telling) -> Likeness | None:
    short, long = sorted((one.words, other.words), key=len)
    known = one.certain or other.certain or one.document != other.document
    if len(short) < FEWEST_WORDS or (share := _shared(short, long)) < (SAME_WORDS if known else SAME_NAME):
        return None
    return Likeness(share, SAME_WORDS_WHY)


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
    share, shared_rare = _shared(all_words, both), len(rare(both))
    enough = share >= SAME_TITLE if shared_rare >= FEWEST_RARE else share >= SAME_NAME and shared_rare > 0
    known = one.certain or other.certain or one.document != other.document
    again = one.document == other.document and None in (one.days, other.days)
    if again and (share < SAME_NAME or not (_is_a_title(one) or _is_a_title(other))):
        return None  # a title comes again after years, but not without any news below it
    if not enough or not known or one.kind != other.kind or weight(both) < FEWEST_SHARED or _other_people(one, other):
        return None
    return Likeness(share, "the same title at about the same time", only=True)


def _is_a_title(telling: Telling) -> bool:
    """Say whether a telling is undated and no more than its title, as what links to the news of that title."""
    return telling.days is None and telling.words == telling.head


def _coarser(one: Telling, other: Telling) -> Likeness | None:
    coarse, fine = (other, one) if one.certain else (one, other)
    if coarse.days is None or fine.days is None or coarse.certain or not fine.certain:
        return None
    inside = coarse.by_text and coarse.days[0] <= fine.days[0] and fine.days[1] <= coarse.days[1]
    share = _subject(one, other)
    if not inside or one.topics != other.topics or share < COARSE_SUBJECT or _other_people(one, other):
        return None
    named = one.own_names & other.own_names
    if one.kind == other.kind and named:
        why = f"the finer date lies in the coarser, the same subject, kind and {min(named)}"
    elif coarse.in_a_month and one.document != other.document and one.host is not None and one.host == other.host:
        why = "the days lie in the month, the same subject and country of the venue"
    else:
        return None
    return Likeness(share, why, only=True)
