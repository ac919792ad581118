"""The words before and after a list of names -> the role that they give it."""

from __future__ import annotations

import re

from etl.places.links import AND, LINK_REACH, NAME_WORDS, STOP, WORD, ends_in_link, link
from etl.places.named import Name, Ruled
from etl.places.reach import REACH, VERB_REACH, is_name, pays_itself
from etl.places.rules import RULES, another_time, role_by
from etl.places.sentence import Sentence
from etl.terms import Hit

BODY_REACH = 100  # "the Office for ... of the Department of ..." between a State's name and what it gives
ITS_BODY = re.compile(  # "Japan, through its agency, funds"; "Japan, whose Government funds"
    r",\s*(?:through|via|par|à travers|a través de|por meio de|через)\s[^,]*,\s*"
    r"|,?\s*(?:whose [Gg]overnment|dont le [Gg]ouvernement|cuyo [Gg]obierno|cujo [Gg]overno)\s*"
    r"|,\s*(?:which|who|qui|que|quien|quienes|[ao] qual|котор\w+|التي|الذي)\s*"  # "the Embassy of Norway, which paid"
)
AND_ANOTHER = re.compile(r"\s(?:and|et|y|e|и)\s(?:an?|une?|una|uma?|the)\s(?:[^\W\d_]+\s?){1,4}$")  # who gave, too
GIFT_REACH = 80  # "gave" and the money or equipment given
VERBS = ("gave", "handed", "taught", "hosts")
GIVING = ("gave", "handed", "gives", "backs")
CURRENCY = re.compile(
    r"[€$£¥]|\b(?:EUR|USD|CHF|GBP|NOK|SEK|DKK|CAD|AUD|JPY|francs?|francos|kron(?:er|or)|yen|pounds|euros?|dollars?|dólares|евро|долларов|фунтов|франков|рублей|دولار|يورو)\b"
)
WITH = re.compile(r"\b(?:with|thanks to|through|under|by|using)\s(?:the\s)?$", re.I)
OPENS_WITH = re.compile(r"(?:.*[-–—:])?\W*(?:With|Avec|Con|Com|مع)\s(?:the |les? |la |el |los |o |a |os )?")
AFTER = {
    "envoy": "organiser",
    "office": "office",
    "gave": "donor",
    "handed": "donor",
    "gives": "donor",
    "backs": "support",
    "taught": "trainer",
    "hosts": "held",
}
SPOKEN_OF = re.compile(r"\b(?:on|about|sur|sobre|о|об|حول|بشأن|عن)\s", re.I)
BY_THE_WAY = "organisation by the way"
IN_A_TOPIC = "in + name behind a topic"  # "a talk on job offers in Brazil"
JOINED = {"funded": "donor", "backed": "support", "office": "office"}  # by a hyphen: "EU-funded", "Lima-based"
FOLLOWING = frozenset(("money", "border", "document", *JOINED, *AFTER))  # cues that say something of names before them
GOVERNED_BY = {
    "office": ("donor", "support"),
    "person": ("trainer", "partner", "donor", "support"),
    "victim": ("donor",),  # "funded by the people of Japan"
}
MODIFIERS_OF_PEOPLE = 3  # "given by a retired anti-drug judge"
SEVERAL = 3  # so many places at once are not where a course was
SERVICES = ("person", "office", "state", "envoy")
WHEN = re.compile(r"\s(?:on\s[A-Z]\w+day|yesterday|today|(?:last|this)\s\w+|recently)$")
OVERRULED = {"body": "recipient", "people in": "recipient", "envoy": "organiser"}


def after(names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue after the names gives them ("Japan donated", "UK-funded"); None where none does."""
    start = names[-1].end
    behind = [cue for cue in sentence.of(*FOLLOWING) if start <= cue.start <= start + BODY_REACH]
    for cue in sorted(behind, key=lambda cue: cue.code not in GIVING):  # "Norway's Ambassador gave": it gave
        near = BODY_REACH if cue.code in GIVING else VERB_REACH
        if cue.start <= start + near and (ruled := _followed_by(cue, names, sentence)):
            return ruled
    return None


def _followed_by(cue: Hit, names: list[Name], sentence: Sentence) -> Ruled | None:
    text = sentence.text
    gap = text[names[-1].end : cue.start].strip()
    close = gap in ("", ")", "'s", "’s", "has", "have", "also", "generously")
    rule = f"name + {cue.term.term}"
    if cue.code == "money" and not gap and WITH.search(text, sentence.start, names[0].start):
        return "support", "with + name + support"
    if gap in ("-", "‑") and cue.code in JOINED:
        return JOINED[cue.code], rule
    if cue.code == "border" and not gap:
        return "border", rule
    if cue.code == "document" and names[0].kind == "city" and close and text[cue.start].isupper():
        return "document", rule
    money = CURRENCY.search(text, cue.end, min(cue.end + GIFT_REACH, sentence.end))
    body = names[0].kind == "organisation" and not pays_itself(names[0])
    if body and (cue.code == "handed" or (cue.code == "gives" and not money)):
        return None  # a body hands over what others paid for
    if cue.code in GIVING:
        return (AFTER[cue.code], rule) if _gives(cue, names, gap, sentence) else None
    named_after = (close or re.fullmatch(r"(?:['’]s\s)?\w+", gap)) and not ends_in_link(
        cue.term.term, "in"
    )  # "based in"
    if (cue.code in ("envoy", "office") and named_after) or (cue.code in VERBS and close):
        return AFTER[cue.code], rule
    return None


def _gives(cue: Hit, names: list[Name], gap: str, sentence: Sentence) -> bool:
    """Say whether the names and what follows them are who gives: "the Danish Foreign Ministry funds ..."."""
    start, behind = names[0].start, sentence.text[cue.end : cue.end + GIFT_REACH]
    gifts = (h for h in sentence.of("gift") if cue.end <= h.start <= cue.end + GIFT_REACH)
    given = next(gifts, None)
    if cue.code == "gives" and not (CURRENCY.search(behind) or given):
        return False
    its_body = bool(ITS_BODY.fullmatch(sentence.text, names[-1].end, cue.start))  # "Japan, through its agency, gave"
    if any(end == start - 1 for _, end in sentence.bodies):  # "UNODC Nigeria": an office named after its country
        return False
    state = any(h.start - names[-1].end == 1 for h in sentence.of("state"))
    listed = "," in gap and names[0].kind != "demonym" and not state  # "In Ghana, the Union funded ..."
    words_of_a_name = is_name(AND_ANOTHER.sub("", gap)) or (
        given is not None and _its_service(names[-1].end, cue.start, sentence)
    )
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    return its_body or (words_of_a_name and not listed and not STOP.search(gap) and linked not in ("in", "to"))


def _its_service(start: int, end: int, sentence: Sentence) -> bool:
    """Say whether a service of the State stands there: "Italy's coast guard last week gave", "'s customs office on"."""
    said = WHEN.sub("", sentence.text[start:end].rstrip())
    for cue in (h for h in sentence.of(*SERVICES) if start <= h.start < end):
        said = said.replace(sentence.text[cue.start : cue.end], "")
    return is_name(said)


def before(names: list[Name], sentence: Sentence, adjective: bool = False) -> Ruled:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    linked = "of" if adjective and linked == "in" else linked
    if linked == "in" and (elsewhere := another_time(start, sentence)):
        return "background", elsewhere
    weaker: Ruled | None = None
    for cue in reversed(sentence.cues):
        if cue.end > start or cue.code not in RULES:
            continue
        if start - cue.end > REACH or STOP.search(sentence.text, cue.end, start):
            break
        role = "" if governed(cue, sentence) else role_by(cue, names, sentence, linked)
        if role == "people in" and _behind_another_place(cue, start, sentence):
            continue
        if ruled := _outright(role, cue, weaker, names, sentence):
            return ruled
        weaker = weaker or ((OVERRULED[role], f"{role}: {cue.term.term}") if role else None)
        if role == "body" and opens_with(cue, sentence):
            weaker = "partner", f"with + {cue.term.term}"
    return _by_link(linked, weaker, names, sentence)


def _outright(role: str, cue: Hit, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue gives the names behind it, unless one further before may say more."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    if role == "people in" and _of_elsewhere(cue, start, sentence):
        return "where", f"people of elsewhere in: {cue.term.term}"
    if role == "envoy" and linked == "in" and names[0].kind == "city" and "," not in sentence.text[cue.end : start]:
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
    return agent.code == "trainer" and beside and not named


def opens_with(body: Hit, sentence: Sentence) -> bool:
    """Say whether the sentence opens with who took a hand in it: "With the Ministry of ..., IOM held ..."."""
    return bool(OPENS_WITH.fullmatch(sentence.text, sentence.start, body.start))


def _by_link(linked: str, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled:
    kind = names[0].kind
    if linked == "in" and kind == "city":
        return "where", "in + city"
    if weaker:
        return weaker
    if kind == "organisation":
        return "named", BY_THE_WAY
    if linked == "in":
        if _opens_event(names, sentence):
            return "held", "in + country first"
        start = names[0].start
        topic = SPOKEN_OF.search(sentence.text, max(sentence.start, start - LINK_REACH), start)
        return "subject", IN_A_TOPIC if topic else "in + name"
    return ("recipient", "from + name") if linked == "from" else ("subject", "name alone")


def _opens_event(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    first = names[0].start - sentence.start < 8 and sentence.text[names[-1].end : names[-1].end + 1] == ","
    return first and sentence.has("held") and sentence.has("event")
