"""Words that say who pays, helps or leads, and the names after them -> the role that they give the names."""

from __future__ import annotations

import re

from etl.places.links import AND, ARABIC_AND, PURPOSE, SMALL_WORDS, WORD, ends_in_link
from etl.places.reach import BODIES, Reach, is_name, pays_itself

THROUGH = re.compile(  # who carries out what another pays for: "funded by Norway through UNDP"
    r"\b(?:through|via|implemented by|par l['’]intermédiaire d\w+|à travers|a través de|por meio d\w|por intermedio de|"
    r"através d\w|через|من خلال|عبر)\b"
)
OPENS = re.compile(r"\W*(?:\w+\s){0,2}")  # what may stand before a cue that opens its sentence: "With the"
ARTICLE = re.compile(r"^(?:the|les?|la|los|las|el|os?|as?)\s")
CAME_FROM = re.compile(r"\b(?:came|comes|come)\sfrom\s(.*)$")  # "money for the course came from the Government of"
MONEY = ("money", "funding", "funds", "financing", "support")
GIFT_REACH = 60  # characters between a State and the things that it gave
MOST_TITLES = 6  # words between one guest's country and the next one's
MOST_TEACH = 5  # experts of more States than these have come together
MANY_PARTNERS = 3  # more States than these, counted as countries, are those who came together


def by_agent(reach: Reach) -> str:
    """Return donor, support, partner, trainer or organiser for those whom such words govern: "funded by Japan"."""
    code, sentence = reach.cue.code, reach.sentence
    if PURPOSE.search(reach.core + " ") or _is_over(reach):
        return ""
    if code == "guest" and reach.between("envoy"):  # an ambassador came to the opening: his State had no part in it
        return "thanked"
    if code == "organiser" and reach.between("envoy"):  # an embassy abroad: its State's own activity it is not
        return ""
    if reach.link in ("in", "to") and reach.names[0].kind != "organisation":
        return ""
    if code in ("donor", "support") and reach.names[0].kind == "organisation" and THROUGH.search(reach.gap):
        return ""
    if code == "trainer" and len(reach.names) >= MANY_PARTNERS and ends_in_link(reach.cue.term.term, "from"):
        opens = OPENS.fullmatch(sentence.text, sentence.start, reach.cue.start)  # "Trainers from Fiji, Samoa and ..."
        return "recipient" if opens or len(reach.names) > MOST_TEACH else code
    return "recipient" if code == "partner" and len(reach.names) > MANY_PARTNERS and sentence.has("countries") else code


def by_gift(reach: Reach) -> str:
    """Return donor for the State from which things came: "received equipment from Japan"; for whoever gave money."""
    if (came := CAME_FROM.search(reach.gap)) and is_name(came[1]) and reach.cue.term.term in MONEY:
        return "donor"
    return "donor" if reach.close and reach.link == "from" and reach.names[0].kind != "organisation" else ""


def by_verb(reach: Reach) -> str:
    """Return donor for the State right behind a verb of giving, where the verb stands first, and things given."""
    start = reach.names[-1].end
    gifts = (h for h in reach.sentence.of("gift") if 0 <= h.start - start <= GIFT_REACH)
    pays = reach.names[0].kind != "organisation" or pays_itself(reach.names[0])
    return "donor" if pays and reach.cue.term.language == "ar" and reach.close and next(gifts, None) else ""


def by_host(reach: Reach) -> str:
    """Return held for the place right behind a verb of hosting, where the verb stands first."""
    return "held" if reach.close and reach.cue.term.language == "ar" and reach.names[0].kind != "organisation" else ""


def by_payment(reach: Reach) -> str:
    """Return donor for what stands right behind a verb of paying, be it a body of a State: "que finance le Japon"."""
    core, start = ARTICLE.sub("", reach.core.strip()), reach.cue.end
    bodies = [h for h in reach.sentence.of(*BODIES) if start <= h.start <= reach.names[0].start]
    adjective = reach.names[0].kind == "demonym"  # "which is funded by the Royal Norwegian Embassy"
    its_body = any(h.end - h.start == len(core) for h in bodies) or ((bodies or adjective) and is_name(core))
    return "donor" if reach.close or its_body else ""


def _is_over(reach: Reach) -> bool:
    """Say whether the list that a cue governs has ended before the names.

    An event has begun in between; the cue opens the sentence and only a comma stands before them ("Together with
    partners, Brazil ..."); or a word in small letters stands between the last name of the list and them.
    """
    start, sentence = reach.names[0].start, reach.sentence
    last = max((end for _, end in sentence.names if reach.cue.end < end <= start), default=None)
    tail = reach.gap if last is None else sentence.text[last:start]
    if last is not None and tail.isspace() and sentence.text[start] != ARABIC_AND:
        return True
    if OPENS.fullmatch(sentence.text, sentence.start, reach.cue.start) and "," in tail and not AND.search(tail):
        return True
    words = WORD.findall(tail if last is not None else "")
    if reach.cue.code == "guest" and len(words) <= MOST_TITLES:  # "of the Minister of Peru and the head of the Thai"
        words = []
    return reach.between("event", "held") or any(word[0].islower() and word not in SMALL_WORDS for word in words)
