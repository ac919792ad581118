"""A cue, and a list of names after it -> the role that the cue gives them, if it reaches them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from etl.links import (
    AND,
    ARABIC_AND,
    INCLUDING,
    NAME_WORDS,
    PURPOSE,
    SMALL_WORDS,
    STOP,
    TOPIC,
    WORD,
    ends_in_link,
    link,
)
from etl.named import Name, Sentence
from etl.terms import Hit

# A cue and the name it governs stand this near each other (characters); set on sentences of our own, the longest being
# "with the support of the <bureau with a long name> of the <department> of <State>".
REACH = 130
NOUN_REACH = 70  # "officers of various services from several provinces of Peru"
VERB_REACH = 45  # "held on 3 and 4 May in Nepal"
DOCUMENT_REACH = 15  # "Convention against X of Palermo" is no name of a document
MEMBERS_REACH = 25  # "all ten ASEAN countries": from the bloc to the word for its members
OPENING = 6  # characters before a cue that still opens its sentence: a bullet, a quotation mark
MANY = 3  # experts of so many countries have come to take part; one or two countries send trainers

PEOPLE = {"person": "recipient", "attendant": "recipient", "victim": "route", "expert": "trainer", "speaker": "trainer"}
LABELS = {"venue": "held", "whom": "recipient"}
BODIES = ("state", "envoy")  # they stand for their State: a cue before them governs it ("funded by the Embassy of")
COOPERATION = ("cooper", "coopér")  # "Coopération A - B" in a title says of neither that it was helped
AGENTS = ("donor", "support", "partner", "trainer", "organiser")
TITLE_OF_A_NAME = re.compile(r"(?:Judge|Prosecutor|Officer|Magistrate|Investigator)\s[A-ZÀ-Ý][\w.-]*\s[A-ZÀ-Ý]")
THROUGH = re.compile(  # who carries out what another pays for: "funded by Norway through UNDP"
    r"\b(?:through|via|implemented by|par l['’]intermédiaire d\w+|à travers|a través de|por meio d\w|por intermedio de|"
    r"através d\w|через|من خلال|عبر)\b"
)
FROM_A_BODY = re.compile(
    r"\s*(?:from|venus?|d[eu]s?|del|d[ao]s?|из|من)(?:\s(?:the|of|and|de|la|du|des|[A-ZÀ-ÝА-Я][\w’'-]*))+"
)
OPENS = re.compile(r"\W*(?:\w+\s){0,2}")  # what may stand before a cue that opens its sentence: "With the"
PART_OF = re.compile(r"\d\s+(?:out\s)?of\s*$|\d\s+de\s*$|из\s*$")


@dataclass(frozen=True, slots=True)
class Reach:
    """A cue, the names after it, the kind of link word before them and the words between cue and link word."""

    cue: Hit
    names: list[Name]
    sentence: Sentence
    link: str
    gap: str
    core: str

    @property
    def close(self) -> bool:
        """Whether nothing but the link word and articles stands between."""
        return not self.core.strip(' ,"“«(')


def role_by(cue: Hit, names: list[Name], sentence: Sentence, link_kind: str) -> str:
    """Return the role that `cue` gives to the names after it, "" where it does not reach them.

    Besides the roles of a Place: body, envoy and "people in", which a cue further before may still overrule.
    """
    gap = sentence.text[cue.end : names[0].start]
    rule = RULES.get(cue.code)
    return rule(Reach(cue, names, sentence, link_kind, gap, link(gap)[1])) if rule else ""


def _by_noun(reach: Reach) -> str:
    code, linked = reach.cue.code, reach.link in ("in", "from", "of")
    if not linked and not (reach.close and code != "victim"):
        return ""
    if len(reach.gap) > NOUN_REACH or PURPOSE.search(reach.core) or _only_in_a_name(reach):
        return ""
    if code in BODIES:
        return _by_body(reach)
    if PEOPLE[code] == "recipient":
        return "people in" if reach.link == "in" else "recipient"
    if code == "expert" and reach.link == "from" and len(reach.names) >= MANY:
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
    return in_a_name or (PEOPLE.get(cue.code) == "recipient" and bool(TITLE_OF_A_NAME.match(sentence.text, cue.start)))


def _by_body(reach: Reach) -> str:
    cue = reach.cue
    if cue.term.language == "en" and not is_name(reach.core):
        return ""
    if len(reach.names) > 1 and cue.term.term.lower().startswith(COOPERATION):
        return "named"
    return {"state": "body"}.get(cue.code, cue.code)


def is_name(words: str) -> bool:
    """Say whether words may be the rest of the name of a body: capitals and small words only."""
    return all(word[0].isupper() or word in NAME_WORDS for word in WORD.findall(words))


def _by_office(reach: Reach) -> str:
    if len(reach.gap) > NOUN_REACH or PURPOSE.search(reach.core) or _between(reach, "event", "held", "person"):
        return ""
    if reach.link == "in" and reach.cue.term.term.lower().startswith("head"):  # "at its Headquarters in"
        return "where"
    return "office" if reach.link in ("in", "from", "of") or reach.close else ""


def _by_border(reach: Reach) -> str:
    """Return border for the State on its other side: "at the border with Niger"."""
    return "border" if reach.close and re.search(r"\b(?:with|avec|con|com|с|مع)\b", reach.gap) else ""


def _by_site(reach: Reach) -> str:
    """Return where for the place of a school of police or judges; the school of a country stands for its people."""
    if len(reach.gap) > VERB_REACH or PURPOSE.search(reach.core):
        return ""
    return "where" if reach.names[0].kind == "city" or reach.link == "in" else "body"


def _by_document(reach: Reach) -> str:
    of_a_city = reach.names[0].kind == "city" and reach.link == "of"
    return "document" if of_a_city and len(reach.core) < DOCUMENT_REACH else ""


def _by_members(reach: Reach) -> str:
    sentence, cue = reach.sentence, reach.cue
    near = reach.names[-1].end + MEMBERS_REACH
    counted = any(h.code == "countries" and cue.start <= h.start <= near for h in sentence.cues)
    return "all_members" if counted and not is_part(cue, sentence) and reach.names[0].kind == "bloc" else ""


def is_part(members: Hit, sentence: Sentence) -> bool:
    """Say whether only so many of the members are meant: "11 of the 15 States members of"."""
    return bool(PART_OF.search(sentence.text[sentence.start : members.start]))


def _by_event(reach: Reach) -> str:
    near = len(reach.gap) <= VERB_REACH and not TOPIC.search(reach.core + " ")
    behind = reach.close and ends_in_link(reach.cue.term.term, "in")
    return "held" if near and (reach.link == "in" or behind) else ""


def _by_label(reach: Reach) -> str:
    """Return the role of what stands behind a label of a table or form: "Venue: Lima"."""
    return LABELS[reach.cue.code] if reach.close else ""


def _by_path(reach: Reach) -> str:
    core = INCLUDING.sub("", reach.core.rstrip())  # "trafficked to the Gulf, in particular Kuwait"
    linked = reach.link in ("from", "of") or (reach.link == "in" and reach.cue.code != "visit")
    near = len(reach.gap) < VERB_REACH and "," not in core and not linked
    return reach.cue.code if reach.close or near else ""


def _by_agent(reach: Reach) -> str:
    code, sentence = reach.cue.code, reach.sentence
    if PURPOSE.search(reach.core + " ") or _is_over(reach):
        return ""
    if reach.link in ("in", "to") and reach.names[0].kind != "organisation":
        return ""
    if code in ("donor", "support") and reach.names[0].kind == "organisation" and THROUGH.search(reach.gap):
        return ""
    return "recipient" if code == "partner" and len(reach.names) > MANY and sentence.has("countries") else code


def _by_gift(reach: Reach) -> str:
    """Return donor for the State from which things came: "received equipment from Japan"."""
    return "donor" if reach.close and reach.link == "from" and reach.names[0].kind != "organisation" else ""


def _by_payment(reach: Reach) -> str:
    """Return donor for what stands right behind a verb of paying, be it a body of a State: "que finance le Japon"."""
    core, start = reach.core.strip(), reach.cue.end
    bodies = (h for h in reach.sentence.cues if h.code in BODIES and start <= h.start <= reach.names[0].start)
    return "donor" if reach.close or any(h.end - h.start == len(core) for h in bodies) else ""


def _between(reach: Reach, *codes: str) -> bool:
    """Say whether a cue of one of these meanings stands between the cue and the names."""
    between = (h for h in reach.sentence.cues if reach.cue.end <= h.start < reach.names[0].start)
    return any(h.code in codes for h in between)


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
    return _between(reach, "event", "held") or any(word[0].islower() and word not in SMALL_WORDS for word in words)


def another_time(start: int, sentence: Sentence) -> str:
    """Return the cue that puts an event "in" the place at `start` into the past or the future; "" where none does."""
    for cue in sentence.cues:
        gap = sentence.text[cue.end : start] if cue.code == "background" else ""
        if gap and len(gap) <= REACH and "," not in gap and not STOP.search(gap):
            return f"background: {cue.term.term}"
    return ""


RULES: dict[str, Callable[[Reach], str]] = {
    **dict.fromkeys((*PEOPLE, *BODIES), _by_noun),
    **dict.fromkeys(("event", "held"), _by_event),
    **dict.fromkeys(("route", "background", "visit", "thanked"), _by_path),
    **dict.fromkeys(AGENTS, _by_agent),
    **dict.fromkeys(LABELS, _by_label),
    "pays": _by_payment,
    "gift": _by_gift,
    "office": _by_office,
    "border": _by_border,
    "site": _by_site,
    "document": _by_document,
    "all_members": _by_members,
}
