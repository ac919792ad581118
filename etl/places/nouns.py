"""A noun for people, bodies, offices or documents, and the names after it -> the role that the noun gives them."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.links import LINK_REACH, PURPOSE, THE, TOPIC, link
from etl.places.reach import BODIES, NOUN_REACH, PEOPLE, VERB_REACH, Reach, is_name
from etl.places.sentence import Sentence
from etl.small_words import spelt
from etl.terms import Hit

DOCUMENT_REACH = 15  # "Convention against X of Palermo" is no name of a document
MEMBERS_REACH = 25  # "all ten ASEAN countries": from the bloc to the word for its members
MANY = 3  # experts of so many countries have come to take part; one or two countries send trainers
OF_MEANS_FROM = re.compile(r"^\s(?:d[eu]s?|del|d[ao]s?|d['’])\s?(?:l['’]|la\s|el\s)?$")  # "experts du Ghana, de l'Inde"
COOPERATION = ("cooper", "coopér")  # "Coopération A - B" in a title says of neither that it was helped
TITLE_OF_A_NAME = re.compile(r"(?:Judge|Prosecutor|Officer|Magistrate|Investigator)\s[A-ZÀ-Ý][\w.-]*\s[A-ZÀ-Ý]")
CUSTOMS_HOUSE = re.compile(r"Customs\s[A-Z][a-z]+(?<!Officers)(?<!Officials)(?<!Inspectors)(?<!Administrations)\s")
FROM_A_BODY = re.compile(rf"\s*(?:{spelt('came from')}|venus?|من)(?:\s(?:{spelt('in a name')}|[A-ZÀ-ÝА-Я][\w’'-]*))+")
AT_A = re.compile(  # "at the National Customs", before "School of Peru"
    rf"\b(?i:{spelt('at a body')})\s{THE}(?:{THE}(?:{spelt('premises')})\s(?:{spelt('of a place')})\s?{THE})?"
    rf"(?:(?:[A-ZÀ-ÝА-Я][\w’'-]*|{spelt('in a name')}|и)\s)*$"
)
SPOT_REACH = 30  # "in the public and private "
IN_A_SPOT = re.compile(rf"\b(?:{spelt('in')}|по)\s(?:(?:{spelt('article')}|plusieurs)\s?)?(?:\w+\s){{0,2}}$", re.I)
NAME_REACH = 60  # characters of the name of a school before the word for it
WITH = vocabulary.small_words("with")
PART_OF = re.compile(r"\d\s+(?:out\s)?of\s*$|\d\s+de\s*$|из\s*$")


def by_noun(reach: Reach) -> str:
    """Return the role of a country that people or bodies are of, or in: "judges of Peru", "Ministry of ... of Fiji"."""
    code, linked = reach.cue.code, reach.link in ("in", "from", "of")
    if not linked and (reach.link == "to" or not reach.close or code == "victim"):  # "sent nine teachers to Fiji"
        return ""
    if len(reach.gap) > NOUN_REACH or PURPOSE.search(reach.core) or _only_in_a_name(reach):
        return ""
    if code in BODIES:
        return _by_body(reach)
    if reach.between("envoy"):  # "for judges with the Embassy of Norway", "representatives of the Embassy of Norway"
        return ""
    if reach.link == "in" and TOPIC.search(reach.core + " "):  # "officers on trafficking in": the topic is in it
        return ""
    if PEOPLE[code] == "recipient":
        return "people in" if reach.link == "in" else "recipient"
    came_from = reach.link == "from" or OF_MEANS_FROM.search(reach.gap)
    if code == "expert" and came_from and len(reach.names) >= MANY:
        return "recipient"
    if code == "expert" and FROM_A_BODY.fullmatch(reach.core):  # "experts from the Supreme Court of India"
        return "trainer"
    return PEOPLE[code] if reach.link == "from" or (reach.link != "in" and reach.close) else ""


def _only_in_a_name(reach: Reach) -> bool:
    """Say whether a noun for people stands in a name: "Ministry of Women of Fiji", "Judge Maria Silva"."""
    cue, sentence = reach.cue, reach.sentence
    if cue.start == sentence.start:
        return False
    in_a_name = cue.code == "victim" and sentence.text[cue.start].isupper()
    in_a_name = in_a_name or CUSTOMS_HOUSE.match(sentence.text, cue.start) is not None
    return in_a_name or (PEOPLE.get(cue.code) == "recipient" and bool(TITLE_OF_A_NAME.match(sentence.text, cue.start)))


def _by_body(reach: Reach) -> str:
    cue = reach.cue
    if cue.term.language == "en" and not is_name(reach.core):
        return ""
    if len(reach.names) > 1 and cue.term.term.lower().startswith(COOPERATION):
        return "named"
    return {"state": "body"}.get(cue.code, cue.code)


def by_office(reach: Reach) -> str:
    """Return office for where an organisation sits; headquarters are a place: "met at its Headquarters in Rome"."""
    if (
        len(reach.gap) > NOUN_REACH
        or PURPOSE.search(reach.core)
        or reach.between("event", "held", "person", "attendant")
    ):
        return ""
    if reach.link == "in" and reach.cue.term.term.lower().startswith("head") and not _comes_from(reach):
        return "where"  # "at its Headquarters in"
    return "office" if reach.link in ("in", "from", "of") or reach.close else ""


def _comes_from(reach: Reach) -> bool:
    """Say whether people came from what the cue names: "experts from headquarters in Vienna"."""
    start = reach.cue.start
    return link(reach.sentence.text[max(reach.sentence.start, start - LINK_REACH) : start])[0] == "from"


def by_border(reach: Reach) -> str:
    """Return border for the State on its other side: "at the border with Niger"."""
    along = not WITH.isdisjoint(reach.gap.split())
    return "border" if reach.close and along else ""


def by_neighbour(reach: Reach) -> str:
    """Return border for the State beside which something lies: "the provinces bordering Togo"."""
    return "border" if reach.close else ""


def by_site(reach: Reach) -> str:
    """Return where for the place of a school of police or judges; the school of a country stands for its people."""
    if len(reach.gap) > VERB_REACH or PURPOSE.search(reach.core):
        return ""
    return "where" if reach.names[0].kind == "city" or reach.link == "in" or _is_at(reach) else "body"


def _is_at(reach: Reach) -> bool:
    """Say whether something was at the school or office of the cue: "held at the National Customs School of Peru"."""
    return is_at_a_body(reach.sentence, reach.cue.start)


def is_at_a_body(sentence: Sentence, start: int) -> bool:
    """Say whether "at" and the capitals of a name end at `start`, in a sentence that tells what was held."""
    found = AT_A.search(sentence.text, max(sentence.start, start - NAME_REACH), start)
    return found is not None and sentence.has("event", "held", "taught", "teaches")


def by_spot(reach: Reach) -> str:
    """Return where for the town of schools, markets or stations: "held in the schools of Lima"."""
    text, start = reach.sentence.text, reach.cue.start
    inside = IN_A_SPOT.search(text, max(reach.sentence.start, start - SPOT_REACH), start)
    return "where" if inside and reach.close and reach.names[0].kind == "city" else ""


def by_capital(reach: Reach) -> str:
    """Return where for the country whose capital is meant: "in the capital of Peru"."""
    return "where" if reach.close and reach.names[0].kind == "country" else ""


def by_document(reach: Reach) -> str:
    """Return document for the city in the name of a treaty, process or university: "Declaration of Lima"."""
    if reach.names[0].kind != "city" or reach.link != "of" or len(reach.core) >= DOCUMENT_REACH:
        return ""
    return "where" if reach.cue.term.term.lower().startswith("univ") and _is_at(reach) else "document"


def by_chair(reach: Reach) -> str:
    """Return chair for the State that presides over a body: "under the Chairmanship of Peru"."""
    over_a_body = reach.cue.term.term.lower().startswith(("chair", "presidencia p", "vorsitz"))
    return "chair" if reach.close and over_a_body else ""


def by_members(reach: Reach) -> str:
    """Return all_members for a bloc of whose countries all are meant: "all ten member States of ASEAN"."""
    sentence, cue = reach.sentence, reach.cue
    near = reach.names[-1].end + MEMBERS_REACH
    counted = any(cue.start <= h.start <= near for h in sentence.of("countries"))
    return "all_members" if counted and not is_part(cue, sentence) and reach.names[0].kind == "bloc" else ""


def is_part(members: Hit, sentence: Sentence) -> bool:
    """Say whether only so many of the members are meant: "11 of the 15 States members of"."""
    return bool(PART_OF.search(sentence.text[sentence.start : members.start]))
