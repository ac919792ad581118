"""A list of names -> whether their people teach those of another country, or, being trainers, are taught themselves."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.named import MODIFIERS, Name
from etl.places.reach import is_name
from etl.places.sentence import Sentence
from etl.small_words import alternatives, spelt

VERBS = ("taught", "teaches")
PUPILS_REACH = 40  # "taught thirty newly appointed investigating judges of Peru"
FURTHER_ON = 2  # rank of sentences behind that of the cue
LONGEST_GUEST, VERB_REACH = 70, 25  # characters before the name of the State, and from there to the verb
AS_REACH = 60  # characters between the names and what they came as
AS = re.compile(rf"\s(?:{spelt('as a trainer')})\s(?:\w+\s){{0,2}}$")
LECTURES = re.compile(rf"\s(?:{spelt('lectured')})\b")
THEMSELVES = re.compile(  # behind trainers who were trained: "trainers from Fiji and Samoa were taught"
    rf"[^.;:]{{0,40}}?\b(?:(?:{spelt('were')})\s(?:\w+ly\s)?(?:{spelt('taught')})|{spelt('taught in one word')})\b"
    rf"(?!\s(?:{spelt('by')})\s)"
)
BODY_REACH = 60  # characters of the rest of a body's name
FEW = [word for word, number in vocabulary.small_numbers().items() if number <= 3]
A_FEW = re.compile(  # in Russian, which has no article, the verb in the singular says it
    rf"\W*(?:{spelt('a')}|{alternatives(FEW)})\s",
    re.I,
)
LINKED = re.compile(rf"\s(?:{spelt('leads on')})\s")  # "trained by", "trained in": the people before it learned


def teach(names: list[Name], sentence: Sentence) -> bool:
    """Say whether a verb of teaching stands right behind the people of these names, and people of others behind it."""
    end = names[-1].end
    for verb in (h for h in sentence.of(*VERBS) if h.start >= end):
        gap = sentence.text[end : verb.start]
        if len(gap.split()) > MODIFIERS or "," in gap or LINKED.match(sentence.text, verb.end):
            return False
        return any(_are_pupils(start, last, verb.end, names, sentence) for start, last in sentence.names)
    return False


def are_taught(names: list[Name], sentence: Sentence) -> bool:
    """Say whether a verb behind the names says that their trainers were trained themselves."""
    return THEMSELVES.match(sentence.text, names[-1].end, sentence.end) is not None


def is_guest(names: list[Name], sentence: Sentence) -> bool:
    """Say whether one or a few people open a sentence, and a verb of presenting follows: "A judge from Romania showed".

    Only behind what was held: many who present are those who took part.
    """
    said = sentence.text[sentence.start : names[0].start].rpartition(";")[2]
    if sentence.rank < FURTHER_ON or len(names) > 1 or len(said) > LONGEST_GUEST:
        return False
    for verb in (h for h in sentence.of("presents") if 0 < h.start - names[-1].end <= VERB_REACH):
        gap = sentence.text[names[-1].end : verb.start]
        if "," not in gap and (A_FEW.match(said) or (verb.term.language == "ru" and said.split())):
            return True
    return False


def of_its_teachers(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the names begin that of a body whose trainers are meant: "Chile Customs and Tax Office trainers"."""
    end = names[-1].end
    near = (h for h in sentence.of("speaker", "expert") if end < h.start <= end + BODY_REACH)
    cue = next(near, None)
    gap = sentence.text[end : cue.start] if cue and cue.term.language == "en" else ""
    return bool(gap.strip()) and is_name(gap) and "," not in gap and not LINKED.search(gap)


def speak(names: list[Name], sentence: Sentence) -> bool:
    """Say whether people of one or two States came to speak: "Judges from Peru spoke about", "joined as speakers"."""
    end = names[-1].end
    for cue in sentence.of("speaker", "expert"):
        if 0 < cue.start - end <= AS_REACH and AS.search(sentence.text, end, cue.start):
            return True
    if sentence.rank < FURTHER_ON or len(names) > 2 or any(h.end <= end for h in sentence.of("attendant", "event")):
        return False
    return LECTURES.match(sentence.text, end) is not None


def _are_pupils(start: int, end: int, verb_end: int, names: list[Name], sentence: Sentence) -> bool:
    """Say whether the name at `start:end` is that of other people near behind the verb."""
    if not verb_end < start <= verb_end + PUPILS_REACH or (start, end) in sentence.bodies:
        return False
    other = sentence.text[start:end] not in {sentence.text[n.start : n.end] for n in names}
    people = [h for h in sentence.of("person", "attendant", "expert") if h.start >= verb_end]
    whose = sentence.text[end : end + 2] in ("'s", "’s")  # "trained Peru's inspectors"
    return other and any(h.end <= start or whose or h.start - end == 1 for h in people)
