"""The word that links a list of names to what stands before it -> the role of the names, with or without a cue."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.links import LINK_REACH, SPOKEN_OF, STOP, link
from etl.places.named import Name, Ruled
from etl.places.nouns import MANY, is_at_a_body
from etl.places.rules import another_time
from etl.places.sentence import Sentence
from etl.places.venues import VILLAGE
from etl.small_words import alternatives, pattern, spelt

AMOUNT_FROM = re.compile(  # "with USD 400,000 from the Government of"
    r"(?:[€$£¥]|\b[A-Z]{3}\b)\s?\d[\d.,]*(?:\s(?:million|thousand|k|m))?\s(?:in\s\w+\s)?from\s(?:the\s)?(?:Governments?\sof\s(?:the\s)?)?$"
)
TRIP_REACH = 110  # "a study tour for nine teachers of the college for mountain farmers to"
TRIP = re.compile(rf"\b(?:{spelt('trip to learn')})\b", re.I)  # whose "to" leads to the place that was visited
STAY = re.compile(rf"\b(?:{spelt('spent')})\s(?:\S+\s){{1,2}}(?:{spelt('days')})\b", re.I)  # "spent a week with"
WERE = re.compile(rf"\b(?:{spelt('stayed')})\s(?:{spelt('in')})\s(?:the\s)?$")  # "was in"
OUR_SEAT = re.compile(rf"\b(?:{spelt('our seat')})\s\w+\s$", re.I)  # "at our premises in"
A_FEW = [word for word, number in vocabulary.small_numbers().items() if number > 1]
NUMBER_FROM = re.compile(  # "six from Fiji", "12 du Togo", "cinco de Perú"
    rf"\b(?:\d{{1,3}}|{alternatives(A_FEW)})\s(?:each\s)?(?:{spelt('came from')})\s(?:the\s|la\s)?$"
)
OWN_SEAT = "at their own seat"
LIST_FROM = "from + list"  # "Most had come from Samoa, Kiribati and Tuvalu"
BY_THE_WAY = "organisation by the way"
IN_A_TOPIC = "in + name behind a topic"  # "a talk on job offers in Brazil"
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
TO_A_VILLAGE = re.compile(rf"\b(?:{spelt('to')})\s{VILLAGE}$")  # "went to Ina, Japan"
HARD = frozenset("бвгджзклнпрстфцчшщ")  # letters that end a Russian name of where one goes; in -м, -х it is where


def link_of(names: list[Name], sentence: Sentence, adjective: bool) -> str:
    """Return the kind of word that links the names to what stands before: in, from, of, to, or ""."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    if not linked and names[0].kind == "country" and TO_A_VILLAGE.search(sentence.text, sentence.start, start):
        return "to"
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


def by_link_alone(linked: str, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role of a place of another time, of an own seat, where people learned, and of who gave a sum."""
    start = names[0].start
    first = max(sentence.start, start - LINK_REACH)
    if linked == "in" and names[0].kind == "city" and OUR_SEAT.search(sentence.text, first, start):
        return "where", OWN_SEAT
    if linked == "in" and names[0].kind in ("city", "country") and _is_a_stay(start, sentence):
        return "visit", "visit: a stay to learn in"
    if linked in ("in", "to") and names[0].kind in ("city", "country") and _went_to_learn(linked, names, sentence):
        return "visit", "visit: there to learn"
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


def _is_a_stay(start: int, sentence: Sentence) -> bool:
    """Say whether people spent days at a place to learn there: "spent a week with the police in Accra to observe"."""
    stay = STAY.search(sentence.text, max(sentence.start, start - TRIP_REACH), start)
    return stay is not None and pattern("to learn").search(sentence.text, stay.end(), sentence.end) is not None


def _went_to_learn(linked: str, names: list[Name], sentence: Sentence) -> bool:
    """Say whether people went to a place, or were there, to learn: "were in Oslo on a study visit", "went to see how".

    The word for it stands behind the name.
    """
    start, end = names[0].start, names[-1].end
    if not any(h.end <= start for h in sentence.of("person", "attendant", "speaker")):
        return False
    stop = STOP.search(sentence.text, end, min(sentence.end, end + TRIP_REACH))
    last = stop.start() if stop else min(sentence.end, end + TRIP_REACH)
    if linked == "in" and not WERE.search(sentence.text, max(sentence.start, start - LINK_REACH), start):
        return False
    return (
        TRIP.search(sentence.text, end, last) is not None
        or pattern("to learn").search(sentence.text, end, last) is not None
    )


def by_link(linked: str, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role that the word before the names gives them, where no cue does; `weaker` is what one may say."""
    kind = names[0].kind
    if linked == "in" and kind == "city":
        return "where", "in + city"
    if linked == "of" and kind == "city" and is_at_a_body(sentence, names[0].start):
        return "where", "at a body of + city"
    start = names[0].start
    trip = linked in ("to", "in") and kind != "organisation"
    if trip and TRIP.search(sentence.text, max(sentence.start, start - TRIP_REACH), start):
        return "visit", "visit: a trip to learn"
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
    if len(names) >= MANY:
        return "recipient", LIST_FROM
    if len(names) > 1 or sentence.has("person", "attendant", "came", "countries"):
        return "recipient", "from + name"
    return "named", "from + name"


def _opens_event(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    first = names[0].start - sentence.start < 8 and sentence.text[names[-1].end : names[-1].end + 1] == ","
    return first and sentence.has("held") and sentence.has("event")
