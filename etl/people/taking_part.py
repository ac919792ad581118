"""People counted in a sentence and the words around them -> whether they took part, by which rule, how surely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.people.group import CERTIFICATE, OTHER_PEOPLE, PARTICIPANT, TO_COME, TRADE, UNKNOWN, Group, Sentence
from etl.people.labelled import GATHERING
from etl.people.not_taking_part import FEWEST, FEWEST_TAUGHT, MANY, about_things, distance, excluded, reached_only
from etl.records import Passage
from etl.small_words import spelt
from etl.terms import Hit, within

FOR = re.compile(rf"\b(?:{spelt('for people')})\s$")
FOR_REACH = 8  # characters before a count in which it stands
FOR_IN_ARABIC = "ل"
FOR_WHOM = "для"
FROM = re.compile(r"(?:\sof\s[^.,;:!?\d]{0,45}?)?\s(?:from|de|из|من)\s[^.;:!?]{0,25}", re.IGNORECASE)
WORDS = re.compile(r"(?:\s(?!and\b|et\b|y\b|e\b|и\b|of\b|de\b)[^\W\d_]+){0,2}\s")
CAME_THERE = re.compile(  # "44 people from 27 bodies came"
    rf"(?:\sfrom\s[^.,;:!?]{{1,40}})?\scame(?!\s(?:{spelt('came but not there')}))"
    r"(?=[.,;!)]|\s(?:and|to|for|on|in)\b|$)"
)
ENTRY = re.compile(r"(?:[,;|–—(]|\s-)\s?$")  # before the people with which an entry of a list ends
CUE_REACH = 160  # characters between a count and the words that say that the people took part
VERB_REACH = 260  # those with whom a sentence begins may be told of at length before its verb
OF_PEOPLE_BEFORE = 0.9  # weight of verbs like "completed": said of people before them, of things behind them
FEW_TEACH = 10  # trainers; more of them have been trained themselves
MEETING_REACH = 60  # characters between "a course" and those whom it was for
RIGHT_AT = 2  # characters from the start of a sentence to people of no profession with whom it begins
OPENING = 35  # characters before the first people of a sentence: "During the two days, "
PREDICATE = re.compile(  # before people who are then not whom the sentence begins with: "It has 60 officers"
    rf"\b(?:{spelt('predicate')})\b", re.IGNORECASE
)
PEOPLE_MEET = frozenset({"training", "workshop", "conference", "expert_meeting", "train", "campaign"})
UNDERWENT = re.compile(
    rf"(?P<whose>[^.;:!?]{{0,80}})\s(?:{spelt('underwent')})\s(?:(?!(?:{spelt('not a course')})\b)[\w'’-]+\s){{0,4}}"
    rf"(?:[dl]['’]une\s|l['’])?(?:(?P<training>{spelt('word for training')})|{spelt('word for a course')})\b",
    re.IGNORECASE,
)
HANDED_OUT = re.compile(rf"\b(?:{spelt('handed out')})\b", re.IGNORECASE)
OTHER_SUBJECT = re.compile(rf"\b(?:that|{spelt('who', 'joins two')})\b|,")
SURE = {"professional": 0.9, TRADE: 0.75}  # that people took part, where a word beside them says so
LOOSELY, LOOSE = 0.4, 0.05  # weight of words like "in the presence of", and how much less sure those are whom they name
TRAINING = frozenset({"training", "train"})  # codes of event.csv and act.csv
SAY = frozenset({"attended", "trained", "harm"})  # meanings in data/terms/participation.csv
ACTS = frozenset({"attend"})  # meanings in data/terms/act.csv


@dataclass(frozen=True, slots=True)
class Standing:
    """Why people who were counted are believed to have taken part, and whether the words say that they were trained."""

    rule: str
    trained: bool
    confidence: float


def standing(passage: Passage, whole: Sequence[Group], sentence: Sentence) -> Standing | None:
    """Return the standing of groups that add up; None where they did not take part in this activity.

    1. They gave it, it was at another time, they were arrested or rescued: none.
    2. A word of no list: only right beside the verb, or those who took a course. Migrants ...: only behind "trained".
    3. Participants and the like: by their name.
    4. Officers, people, trades of no list ...: where the nearest words say so; or any verb of meeting.
    5. People who "came"; officers in the sentence of the activity, anybody for whom it was or with whom the entry of a
    list ends, people from so many countries.
    6. Officers behind the word for the meeting in another sentence, or with whom a sentence about it begins; people of
    no profession with whom one begins: "Over 900 villagers saw it".
    """
    start, end = whole[0].start, whole[-1].end
    nearest = _words_beside(passage, whole, sentence)
    if whole[0].role in (TO_COME, CERTIFICATE):
        return Standing("people.certificates", True, 0.6) if _got_certificates(passage, whole, sentence) else None
    harmed = nearest is not None and nearest.code == "harm" and whole[0].role != PARTICIPANT
    if harmed or excluded(passage, whole, sentence, nearest):
        return None
    course = UNDERWENT.match(passage.item.text.string, end)
    underwent = course is not None and course["training"] is not None
    trained = underwent or (nearest is not None and nearest.code == "trained") or _titled_training(passage)
    holds = sentence.holds(passage.cue_start)
    role = next((g.role for g in whole if g.role != UNKNOWN), UNKNOWN)
    if role in (UNKNOWN, OTHER_PEOPLE):
        text = passage.item.text.string
        learned = course is not None and not OTHER_SUBJECT.search(course["whose"])
        said = role == UNKNOWN or (nearest is not None and nearest.code == "trained")  # "65 survivors were trained"
        subject = (role == UNKNOWN and learned) or (said and _before_verb(nearest, end, text))
        beside = _after_verb(nearest, role, start) or subject
        return Standing("people.word_beside_verb", trained, 0.6) if beside else None
    if role == PARTICIPANT or _in_brackets_of_participants(passage, start):
        return Standing("people.participants", trained, 0.95 if holds else 0.94)
    if role == "person" and reached_only(passage, whole, nearest):
        return None
    if nearest or course:
        words = nearest.code if nearest else "attended"
        sure = SURE.get(role, 0.8) - (LOOSE if nearest and nearest.term.weight <= LOOSELY else 0.0)
        return Standing(f"people.{role}_{words}", trained, sure + 0.03 * holds)
    return _by_place(passage, whole, sentence, role, trained)


def _by_place(
    passage: Passage, whole: Sequence[Group], sentence: Sentence, role: str, trained: bool
) -> Standing | None:
    """Return the standing of people beside whom no word says that they took part: by where they stand (5, 6)."""
    text, start, end = passage.item.text.string, whole[0].start, whole[-1].end
    if CAME_THERE.match(text, end):
        return Standing("people.came", trained, SURE.get(role, 0.8))
    holds = sentence.holds(passage.cue_start)
    speakers = sum(g.value for g in whole) < FEWEST_TAUGHT
    named = role == "professional" or _is_for(text, start)
    if holds and named and not speakers and not about_things(passage):
        return Standing("people.in_sentence_of_activity", trained, 0.75)
    if holds and role == "person" and not speakers and _ends_entry(passage, whole, sentence):
        return Standing("people.of_entry", trained, 0.7)
    if _from_countries(passage, end):
        return Standing("people.from_countries", trained, 0.65)
    told = role in SURE or (role == "person" and start - sentence.start <= RIGHT_AT)
    if told and not speakers and _of_meeting(passage, whole[0], sentence):
        return Standing("people.of_meeting", trained, 0.6)
    return None


def _words_beside(passage: Passage, whole: Sequence[Group], sentence: Sentence) -> Hit | None:
    """Return the nearest words about taking part, or, beside more than a few people, the nearest verb of meeting."""
    start, end = whole[0].start, whole[-1].end
    reach = VERB_REACH if start - sentence.start <= OPENING else CUE_REACH
    said = [h for h in sentence.hits if not (_of_others(h, start, sentence.counted) or _says_for_whom(h, end))]
    nearest = _nearest(said, start, end, reach)
    of_no_list = all(g.role in (UNKNOWN, OTHER_PEOPLE) for g in whole)
    if nearest or of_no_list or sum(g.value for g in whole) < FEWEST:
        return nearest
    verbs = [h for h in within(passage.of("act"), sentence.start, sentence.end) if h.term.weight >= OF_PEOPLE_BEFORE]
    return _nearest(verbs, start, end, reach, ACTS)


def _of_meeting(passage: Passage, group: Group, sentence: Sentence) -> bool:
    """Say whether officers of a meeting are counted apart from it: "the course for 25 officers", "30 judges spoke"."""
    told = [h for h in passage.of("event", "act") if h.code.removesuffix(MANY) in PEOPLE_MEET]
    text = passage.item.text.string
    taught = any(h.code == "teachers" and h.end == group.end for h in sentence.hits)
    if taught and group.value < FEW_TEACH and not GATHERING.search(text, sentence.start, group.start):
        return False  # but "a delegation of seven instructors" came
    title = len(passage.item.title) if passage.start == 0 else 0
    if not any(passage.cue_start <= h.start < passage.cue_end or h.end <= title for h in told):
        return False
    if any(sentence.start <= h.start and 0 <= group.start - h.end <= MEETING_REACH for h in told):
        return True
    opens = group.start - sentence.start <= OPENING and not PREDICATE.search(text, sentence.start, group.start)
    return group.value >= FEWEST and opens


def _ends_entry(passage: Passage, whole: Sequence[Group], sentence: Sentence) -> bool:
    """Say whether people end an entry of a list, which has no verb: "Film club, nine showings, 1,150 students."."""
    text = passage.item.text.string
    behind = text[whole[-1].end : sentence.end].strip(" .;)|")
    verb = any(sentence.start <= h.start < sentence.end for h in passage.of("act"))
    return not behind and not verb and ENTRY.search(text, sentence.start, whole[0].start) is not None


def _is_for(text: str, start: int) -> bool:
    """Say whether "for" or "with" stands before a count; Arabic writes it as one word with the number."""
    return FOR.search(text, max(0, start - FOR_REACH), start) is not None or text.startswith(FOR_IN_ARABIC, start)


def _after_verb(nearest: Hit | None, role: str, start: int) -> bool:
    """Say whether the count stands right behind a verb that is said of people alone (`trained 45 rangers`)."""
    if nearest is None or nearest.term.weight < 1 or not 0 <= start - nearest.end <= 1:
        return False
    return role != OTHER_PEOPLE or nearest.code == "trained"


def _in_brackets_of_participants(passage: Passage, start: int) -> bool:
    """Say whether a count stands right behind "participants (", as their women and men do."""
    if passage.item.text.string[max(0, start - 2) : start] != " (":
        return False
    return any(h.end == start - 2 and h.code == PARTICIPANT for h in passage.of("people"))


def _before_verb(nearest: Hit | None, end: int, text: str) -> bool:
    """Say whether no more than two words stand between a count and the verb: "28 reef wardens were trained"."""
    if nearest is None or nearest.term.weight < OF_PEOPLE_BEFORE or nearest.start < end:
        return False
    return WORDS.fullmatch(text, end, nearest.start) is not None


def _got_certificates(passage: Passage, whole: Sequence[Group], sentence: Sentence) -> bool:
    """Say whether certificates were handed to those of a course; they may also be what it was about."""
    if whole[0].role != CERTIFICATE or sum(g.value for g in whole) < FEWEST or not _trains(passage):
        return False
    return HANDED_OUT.search(passage.item.text.string, sentence.start, sentence.end) is not None


def _trains(passage: Passage) -> bool:
    """Say whether the words that made it an activity are of a course, or the title says that people are trained."""
    cues = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    return any(h.code.removesuffix(MANY) in TRAINING for h in cues) or _titled_training(passage)


def _titled_training(passage: Passage) -> bool:
    """Say whether the item's title, which its text begins with, says that people are trained."""
    title = len(passage.item.title)
    return any(h.end <= title and h.code == "trained" for h in passage.of("participation"))


def _nearest(hits: Sequence[Hit], start: int, end: int, reach: int, codes: frozenset[str] = SAY) -> Hit | None:
    said = [h for h in hits if h.code in codes and distance(h, start, end) <= reach]
    return min(said, key=lambda h: (distance(h, start, end), h.start), default=None)


def _of_others(hit: Hit, start: int, counted: Sequence[Group]) -> bool:
    """Say whether harm was done to others, who are counted between: "deployed two experts to train 9 clerks"."""
    return hit.code == "harm" and any(hit.end <= g.start and g.end <= start for g in counted)


def _says_for_whom(hit: Hit, end: int) -> bool:
    """Say whether a word behind a count says whom the things counted are for: "4 сканера для постов"."""
    return hit.term.term == FOR_WHOM and hit.start >= end


def _from_countries(passage: Passage, end: int) -> bool:
    """Say whether the count goes on as `from 13 countries`, as one of people at an event does."""
    text = passage.item.text.string
    countries = (h for h in passage.of("not_people") if h.code == "country")
    return any(FROM.fullmatch(text, end, h.start) for h in countries)
