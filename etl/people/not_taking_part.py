"""People counted in a sentence -> whether they are others than those of the activity: who gave it, or came to more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.numbers import numbers
from etl.other_times import YEAR, of_other_years
from etl.people.group import PARTICIPANT, TRADE, Group, Sentence
from etl.records import Passage
from etl.small_words import spelt
from etl.terms import Hit, within

OWNED = re.compile(r"(?:['’]s|\b(?:its|their|our))\s$")  # "the country's 60 inspectors" are all there are
BY = re.compile(rf"\b(?:{spelt('by')})\s$", re.IGNORECASE)  # "was carried out by three experts"
BODY_OF = re.compile(rf"\b(?:{spelt('whose people are counted')})\s(?:of|de|di|von|mit|with)\s$", re.IGNORECASE)
BODY_REACH = 30  # characters before them in which "a school of" stands
MAY_BE = re.compile(rf"\s(?:{spelt('may be')})\b")  # "forty boys can be taught there"
OWNER = 7  # characters before them in which it stands
PAST_REACH = 60  # nearer than this, "so far" speaks of the count even in the sentence of the activity
FEWEST = 5  # officers; fewer are those who spoke
FEWEST_TAUGHT = 3  # "two lawyers went through the bill": fewer are those who gave it
EXPERTS = re.compile(rf"\b(?:{spelt('experts')})$", re.IGNORECASE)
MARGINS = re.compile(rf"\W*(?:{spelt('on the margins')})\b", re.IGNORECASE)
BESIDE = 3  # characters between words that belong together
PROFESSIONAL = "professional"
ALSO = re.compile(
    r"\b(?:also|également|aussi|también|también|também|также|auch|anche)\b", re.IGNORECASE
)  # and others did
MEMBERS = ("members", "membres", "miembros", "membros", "Mitglieder", "членов", "membri")
COUNTS = re.compile(
    r"\b(?:reached|grown to|grew to|now has|counts|compte|cuenta con|conta com|zählt|насчитывает|conta)\s$"
)
OPENING = 20  # characters beside a count in which such words stand
MANY = ":many"
SEVERAL = 4  # activities: people counted with so many are those of all of them
BEFORE_SEVERAL = 25  # characters from their number to the word for them
PARTED = re.compile(r"[.,;:()\d]")
THINGS = frozenset({"publication", "publish", "partnership", "sign", "data", "collect"})
GATHERING = frozenset({"training", "workshop", "conference", "expert_meeting", "train", "hold", "attend", "campaign"})
MOST = 20_000  # officers; more of them are a service, or those of whom a file tells
GIVES = frozenset({"give", "support"})
LARGEST = 300  # people; more than these are whom something given is for, not those who came to get it


def excluded(passage: Passage, whole: Sequence[Group], sentence: Sentence, nearest: Hit | None) -> bool:
    """Say whether people are others: who gave it, all that a State has, or who came at another time or to more.

    `nearest` is the hit of the words about taking part that stand next to them.
    """
    start, end = whole[0].start, whole[-1].end
    if whole[0].role != PARTICIPANT and BODY_OF.search(passage.item.text.string, max(0, start - BODY_REACH), start):
        return True
    if whole[0].role != PARTICIPANT and MAY_BE.match(passage.item.text.string, end):
        return True
    single = len(whole) == 1 and whole[0].value == 1
    owned = whole[0].role != PARTICIPANT and _owned(passage.item.text.string, start, end, nearest)
    if single or owned or _beside_the_event(passage, sentence):
        return True
    if any(gave(h, start, end) for h in sentence.hits) or _taught(whole, sentence, nearest):
        return True
    text = passage.item.text.string
    few = sum(g.value for g in whole) < FEWEST
    if few and (_gave_it(text, whole, nearest) or (nearest is None and BY.search(text, sentence.start, start))):
        return True
    if (few and ALSO.search(text, sentence.start, min(sentence.end, end + OPENING))) or _belong(text, start, end):
        return True
    if passage.aggregate:  # a claim may well speak of all years
        return False
    if whole[0].role in (PROFESSIONAL, TRADE) and sum(g.value for g in whole) > MOST:
        return True
    countries = {h.end + 1 for h in passage.of("not_people") if h.code == "country"}
    past = [h for h in sentence.hits if h.code == "past" and h.start not in countries]  # "nine countries worldwide"
    past = [h for h in past if not h.start <= passage.cue_start < h.end]  # "had been trained": the activity's own verb
    if not sentence.holds(passage.cue_start):
        ahead = any(sentence.start <= h.start < start for h in passage.of("not_activity") if h.code == "future")
        begins, ends = text.rfind(";", sentence.start, start) + 1, text.find(";", end, sentence.end)
        years = of_other_years(passage, max(sentence.start, begins), ends if ends >= 0 else sentence.end)
        return bool(past) or ahead or years or _of_several(passage, sentence)
    reach = distance(nearest, start, end) if nearest else PAST_REACH
    return any(_speaks_of(h, start, end, sentence.counted, reach) for h in past)


def _owned(text: str, start: int, end: int, nearest: Hit | None) -> bool:
    """Say whether people are all that somebody has; not "it drew its 45 pupils", "their 9 handlers were trained"."""
    owned = OWNED.search(text, max(0, start - OWNER), start)
    if owned is None or nearest is None:
        return owned is not None
    drew = 0 <= owned.start() - nearest.end <= 1
    return not (drew or (nearest.code == "trained" and 0 <= nearest.start - end <= 1))


def _belong(text: str, start: int, end: int) -> bool:
    """Say whether a count is only of those who belong to a body: "the choir counts 85 members"."""
    return text.endswith(MEMBERS, start, end) and COUNTS.search(text, max(0, start - OPENING), start) is not None


def _of_several(passage: Passage, sentence: Sentence) -> bool:
    """Say whether a sentence counts activities, so that its people are those of all: "held 52 seminars for 900"."""
    text = passage.item.text.string
    many = [h.start for h in within(passage.of("event"), sentence.start, sentence.end) if h.code.endswith(MANY)]
    if not many:
        return False
    counted = (n.moved(sentence.start) for n in numbers(text[sentence.start : sentence.end], passage.item.language))
    ends = [n.end for n in counted if n.value >= SEVERAL and not YEAR.fullmatch(text, n.start, n.end)]
    return any(0 < at - end <= BEFORE_SEVERAL and not PARTED.search(text, end, at) for end in ends for at in many)


def reached_only(passage: Passage, whole: Sequence[Group], nearest: Hit | None) -> bool:
    """Say whether people are only those whom what was given is for: "kits for 50 people", "food to reach 5,000"."""
    strong = nearest is not None and nearest.term.weight >= 1
    few = nearest is not None and sum(g.value for g in whole) <= LARGEST
    if passage.aggregate or strong or few:
        return False
    cue = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    return any(h.code.removesuffix(MANY) in GIVES for h in cue)


def about_things(passage: Passage) -> bool:
    """Say whether what took place is a report, an agreement or a gift and no meeting: its people are those in it."""
    codes = {h.code.removesuffix(MANY) for h in within(passage.of("event", "act"), passage.cue_start, passage.cue_end)}
    return not codes.isdisjoint(THINGS) and codes.isdisjoint(GATHERING)


def _speaks_of(past: Hit, start: int, end: int, counted: Sequence[Group], reach: int) -> bool:
    """Say whether words for another time, in the sentence of the activity, speak of the count at `start:end`.

    They do when they stand shortly before it, or behind it and nearer than the words for taking part (`reach`
    characters away), and no other count is nearer to them.
    """
    away = distance(past, start, end)
    others = (distance(past, g.start, g.end) for g in counted if g.end <= start or g.start >= end)
    near = away <= PAST_REACH if past.end <= start else away < max(reach, BESIDE)
    return near and all(away <= other for other in others)


def gave(hit: Hit, start: int, end: int) -> bool:
    """Say whether those counted held the activity: facilitated by three experts; three experts facilitated."""
    before, after = start - hit.end, hit.start - end
    gap = {"others_before": before, "others_behind": after}.get(hit.code, -1)
    return 0 <= gap <= BESIDE


def _taught(whole: Sequence[Group], sentence: Sentence, nearest: Hit | None) -> bool:
    """Say whether the few before the verb trained the many behind it: "Two experts trained 14 clerks"."""
    few = sum(g.value for g in whole)
    if few >= FEWEST or nearest is None or nearest.start < whole[-1].end or whole[0].role == PARTICIPANT:
        return False
    return any(g.start >= nearest.end and g.value > few for g in sentence.counted)


def _beside_the_event(passage: Passage, sentence: Sentence) -> bool:
    """Say whether another sentence tells what was beside the activity: "In the margins of the course, talks were"."""
    text = passage.item.text.string
    return not sentence.holds(passage.cue_start) and MARGINS.match(text, sentence.start, sentence.end) is not None


def _gave_it(text: str, whole: Sequence[Group], nearest: Hit | None) -> bool:
    """Say whether one or two experts did what the sentence tells: "two consultants planned a pier"."""
    did = nearest is None or (nearest.term.weight < 1 and nearest.start >= whole[-1].end)
    few = sum(g.value for g in whole) < FEWEST_TAUGHT and whole[0].role != PARTICIPANT
    return did and few and EXPERTS.search(text, whole[-1].start, whole[-1].end) is not None


def distance(hit: Hit, start: int, end: int) -> int:
    """Return the characters between a hit and the span `start:end`; 0 where they overlap."""
    return max(start - hit.end, hit.start - end, 0)
