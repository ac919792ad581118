"""The words before a list of names -> the role that they give it."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.links import AND, BEFORE_A_LIST, LINK_REACH, NAME_WORDS, SPOKEN_OF, STOP, WORD, link
from etl.places.named import Name, Ruled
from etl.places.nouns import is_at_a_body
from etl.places.reach import REACH
from etl.places.rules import RULES, another_time, role_by
from etl.places.sentence import Sentence
from etl.small_words import alternatives, spelt
from etl.terms import Hit

AMOUNT_FROM = re.compile(  # "with USD 400,000 from the Government of"
    r"(?:[€$£¥]|\b[A-Z]{3}\b)\s?\d[\d.,]*(?:\s(?:million|thousand|k|m))?\s(?:in\s\w+\s)?from\s(?:the\s)?(?:Governments?\sof\s(?:the\s)?)?$"
)
OPENS_WITH = re.compile(rf"(?:.*[-–—:])?\W*(?:{spelt('opens with')})\s(?:(?:{spelt('the')})\s)?")
TRIP_REACH = 110  # "a study tour for nine teachers of the college for mountain farmers to"
TRIP = re.compile(rf"\b(?:{spelt('trip to learn')})\b", re.I)  # whose "to" leads to the place that was visited
A_FEW = [word for word, number in vocabulary.small_numbers().items() if number > 1]
NUMBER_FROM = re.compile(  # "six from Fiji", "12 du Togo", "cinco de Perú"
    rf"\b(?:\d{{1,3}}|{alternatives(A_FEW)})\s(?:each\s)?(?:{spelt('came from')})\s(?:the\s|la\s)?$"
)
BY_THE_WAY = "organisation by the way"
IN_A_TOPIC = "in + name behind a topic"  # "a talk on job offers in Brazil"
GOVERNED_BY = {
    "office": ("donor", "support"),
    "person": ("trainer", "partner", "donor", "support", "visit"),
    "victim": ("donor",),  # "funded by the people of Japan"
}
OF_THE_CAME = re.compile(rf"\s(?:{spelt('came from')})\s?(?:l['’]|la\s|el\s)?")
SEAT_OF_EMBASSY = re.compile(  # "the Embassy of Norway in"
    rf"(?:{spelt('embassy')})\s[^,.;]{{2,40}}\s(?:{spelt('in')})\s(?:the\s)?$"
)
GATHER = ("event", "held", "taught", "teaches")
SMALL = rf"(?:(?:{spelt('in a name')})\s)*"
AT_THE_BODY = re.compile(  # "held at the National Archives of"
    rf"\b(?i:{spelt('at the')})\s(?:[A-ZÀ-Ý][\w’'-]*\s{SMALL})+$"
)
WITH_ITS_DAY = re.compile(  # "Apia (8 May)", "Apia on 8 May": where and when one of a list was
    rf"\s?(?:\([^()]{{0,12}}|(?:{spelt('before a day')})\s)\d"
)
HARD = frozenset("бвгджзклнпрстфцчшщ")  # letters that end a Russian name of where one goes; in -м, -х it is where
VERB_FIRST = ("ar", "de")  # languages in which "visited" may stand before who visits
MODIFIERS_OF_PEOPLE = 3  # "given by a retired anti-drug judge"
LONGEST_COLON = 3  # characters of a colon and the spaces beside it
SEVERAL = 3  # so many places at once are not where a course was
OVERRULED = {"body": "recipient", "people in": "recipient", "envoy": "organiser"}


def before(names: list[Name], sentence: Sentence, adjective: bool = False) -> Ruled:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start = names[0].start
    linked = _link_of(names, sentence, adjective)
    if outright := _by_link_alone(linked, names, sentence):
        return outright
    said = sentence.text[max(sentence.start, start - LINK_REACH) : start].rstrip()
    colon = start - LONGEST_COLON if BEFORE_A_LIST.search(said) else start
    weaker: Ruled | None = None
    for cue in reversed(sentence.cues):
        if cue.end > start or cue.code not in RULES:
            continue
        if start - cue.end > REACH or STOP.search(sentence.text, cue.end, colon):
            break
        role = "" if governed(cue, sentence) else role_by(cue, names, sentence, linked)
        if role == "people in" and _behind_another_place(cue, start, sentence):
            continue
        if role == "office" and linked == "in" and _has_its_seat(cue, start, sentence):
            continue
        if ruled := _outright(role, cue, weaker, names, sentence):
            return ruled
        weaker = weaker or ((OVERRULED[role], f"{role}: {cue.term.term}") if role else None)
        if role == "body" and opens_with(cue, sentence):
            weaker = "partner", f"with + {cue.term.term}"
    return _by_link(linked, weaker, names, sentence)


def _link_of(names: list[Name], sentence: Sentence, adjective: bool) -> str:
    """Return the kind of word that links the names to what stands before: in, from, of, to, or ""."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    if linked == "of" and any(OF_THE_CAME.fullmatch(sentence.text, h.end, start) for h in sentence.of("came")):
        return "from"  # "sont venus du Togo"
    if start == sentence.start and WITH_ITS_DAY.match(sentence.text, names[-1].end):
        return linked or "in"
    if linked == "in" and sentence.language == "ru" and names[0].kind == "city" and _is_where_to(names[0], sentence):
        return "to"
    return "of" if adjective and linked == "in" else linked


def _is_where_to(city: Name, sentence: Sentence) -> bool:
    """Say whether a Russian name is in the case of where one goes: "в Кабул", not "в Кабуле"."""
    return sentence.text[city.hits[0].end - 1] in HARD


def _by_link_alone(linked: str, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role of a place of another time, of the seat of an embassy, and of who gave a sum."""
    start = names[0].start
    first = max(sentence.start, start - LINK_REACH)
    if linked == "in" and names[0].kind == "country" and SEAT_OF_EMBASSY.search(sentence.text, first, start):
        return "office", "where an embassy has its seat"
    gathered = linked == "of" and names[0].kind == "country" and sentence.has(*GATHER)
    if gathered and AT_THE_BODY.search(sentence.text, first, start):
        return "where", "at a body of the State"
    if linked == "in" and (elsewhere := another_time(names, sentence)):
        return "background", elsewhere
    return (
        ("donor", "a sum from")
        if linked in ("from", "of") and AMOUNT_FROM.search(sentence.text, first, start)
        else None
    )


def _outright(role: str, cue: Hit, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue gives the names behind it, unless one further before may say more."""
    start = names[0].start
    if role == "people in" and _of_elsewhere(cue, start, sentence):
        return "where", f"people of elsewhere in: {cue.term.term}"
    of_envoy = role == "envoy" and names[0].kind == "city" and "," not in sentence.text[cue.end : start]
    if of_envoy and link(sentence.text[max(sentence.start, start - LINK_REACH) : start])[0] == "in":
        return "office", f"where the {cue.term.term} has its seat"
    if role == "held" and weaker and len(names) >= SEVERAL:
        return weaker  # "a course for officials in Peru, Chile and Ecuador": it was held for them, not there
    return (role, f"{cue.code}: {cue.term.term}") if role and role not in OVERRULED else None


def _of_elsewhere(people: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the people are named by another country: "Tajik officers in Belarus", "consuls of Peru in Spain"."""
    return any(0 <= people.start - e <= 1 or people.end <= s < e <= start for s, e in sentence.names)


def _behind_another_place(people: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the people are already in a place: "consuls in Madrid and Paris attended a course in Lima"."""
    between = [(s, e) for s, e in sentence.names if people.end < s < start]
    linked = [link(sentence.text[max(people.end, s - LINK_REACH) : s])[0] == "in" for s, _ in between]
    return any(linked) and not AND.fullmatch(sentence.text, between[-1][1], start)


def _has_its_seat(office: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether the seat of an office is named before: "with the Regional Bureau Nairobi ... in Mombasa"."""
    return any(office.end < s < start for s, e in sentence.names if (s, e) not in sentence.bodies)


def governed(noun: Hit, sentence: Sentence) -> bool:
    """Say whether a cue before a noun says more: "funded by the Office of ...", "taught by judges of ..."."""
    agents = GOVERNED_BY.get(noun.code, ())
    return any(_governs(h, noun, sentence) for h in sentence.of(*agents) if 0 <= noun.start - h.end <= REACH)


def _governs(agent: Hit, noun: Hit, sentence: Sentence) -> bool:
    words = WORD.findall(sentence.text, agent.end, noun.start)
    if all(word in NAME_WORDS for word in words):
        return True
    beside = len(words) <= MODIFIERS_OF_PEOPLE + 1 and "," not in sentence.text[agent.end : noun.start]
    named = any(agent.end <= start < noun.start for start, _ in sentence.names)
    visits = agent.code == "visit" and agent.term.language not in VERB_FIRST
    return (agent.code == "trainer" or visits) and beside and not named


def opens_with(body: Hit, sentence: Sentence) -> bool:
    """Say whether the sentence opens with who took a hand in it: "With the Ministry of ..., IOM held ..."."""
    return bool(OPENS_WITH.fullmatch(sentence.text, sentence.start, body.start))


def _by_link(linked: str, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled:
    kind = names[0].kind
    if linked == "in" and kind == "city":
        return "where", "in + city"
    if linked == "of" and kind == "city" and is_at_a_body(sentence, names[0].start):
        return "where", "at a body of + city"
    start = names[0].start
    trip = linked in ("to", "in") and kind != "organisation"
    if trip and TRIP.search(sentence.text, max(sentence.start, start - TRIP_REACH), start):
        return "visit", "visit: a trip to"
    if weaker:
        return weaker
    if kind == "organisation":
        return "named", BY_THE_WAY
    if linked == "in":
        if _opens_event(names, sentence):
            return "held", "in + country first"
        topic = SPOKEN_OF.search(sentence.text, max(sentence.start, start - LINK_REACH), start)
        return "subject", IN_A_TOPIC if topic else "in + name"
    if linked == "from" and kind == "city":  # "he came from Lima"
        return "named", "from + city"
    return _from_there(names, sentence) if linked == "from" else ("subject", "name alone")


def _from_there(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of places behind "from": people came from there, or only things."""
    start = names[0].start
    if NUMBER_FROM.search(sentence.text, max(sentence.start, start - LINK_REACH), start):
        return "recipient", "a number from"
    if len(names) > 1 or sentence.has("person", "attendant", "came", "countries"):
        return "recipient", "from + name"
    return "named", "from + name"


def _opens_event(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    first = names[0].start - sentence.start < 8 and sentence.text[names[-1].end : names[-1].end + 1] == ","
    return first and sentence.has("held") and sentence.has("event")
