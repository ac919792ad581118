"""Adjectives of a country ("Thai", "US") -> the role that their noun, and what governs the noun, gives them."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.places.around import VERB_FIRST, before, opens_with
from etl.places.behind import after
from etl.places.links import STOP, link
from etl.places.named import MODIFIERS, Name, Ruled
from etl.places.reach import AGENTS, BODIES, PEOPLE, VERB_REACH
from etl.places.sentence import Sentence
from etl.small_words import phrases, spelt
from etl.terms import Hit

NOUN_FIRST = ("ar", "es", "fr", "it", "pt")  # languages that put the adjective of a country behind its noun
ARTICLE = 12  # characters between a cue and the adjective and noun that it governs: "organized with several"
A_FEW_OF = re.compile(  # "given by two retired jurists of the": those who taught
    rf"(?:\s[^\W\d_A-Z][\w-]*|\s\d+){{1,4}}\s(?:of|{spelt('came from')})(?:\s(?:the|la|l['’]))?\s"
)
AND_SOME_OF = re.compile(  # "of the Mission and a mobile team of the"
    rf"(?:\s[\w’'-]+){{1,6}}\s(?:{spelt('and')})\s(?:[\w’'-]+\s){{1,4}}(?:of|from|d[eu]s?|del|d[ao]s?)\s(?:the\s|la\s)?"
)
COUNT_REACH = 40
COUNTED = {  # by whether the noun comes first: "175 tunesische Profis", "25 brigadistas peruanos"
    False: re.compile(r"(?<![\d.,/])\d{1,3}\s$"),
    True: re.compile(r"(?<![\d.,/])\d{1,3}\s[^\W\d_A-Z]{4,}s?\s$"),
}
FROM_PEOPLE = {**PEOPLE, "gift": "donor"}  # "equipment from the Danish police"
LENT = {code: "trainer" if PEOPLE[code] == "trainer" else "partner" for code in PEOPLE}
BY_MEANS_OF = re.compile(  # "funded by Norway through the Norwegian police"
    rf"\b(?:{spelt('by means of')})\s(?:(?:{spelt('the')}|its|sua?)\s?)?$"
)
HEAD_OF = re.compile(  # "the head of the Thai delegation" spoke
    rf"\b(?i:{spelt('head of')})\s(?:(?:{spelt('of a place')}|der)\s)?(?:the\s|la\s)?$"
)
FURTHER_ON = 2  # rank of sentences behind that of the cue
BEFORE_MONEY = re.compile(rf"(?:[(;–—]\s?|\b(?i:{spelt('paid out of')})\s)$")  # "(Austrian funding)"
LANGUAGE_OF = re.compile(rf"\b(?:{spelt('teaches a language')})\s(?:de\s|d['’]|di\s|of\s)$")
OR = rf"(?:,?\s(?:{spelt('and')})\s|,\s|\s[-–/]\s)"
BESIDE_A_LANGUAGE = re.compile(  # "in Arabic and French", "en quechua, español", "in Urdu - Thai - Lao"
    rf"\b(?:in|into|en|em|на)\s(?i:{spelt('language')})(?:{OR}\w+)*{OR}(?:en\s|em\s)?$"
)
A_LANGUAGE = rf"\b(?:(?i:{spelt('language')})\s)?[^\W\d_]+(?:/[^\W\d_]+)*"  # "Bahasa Malaysia", "Bosnian/Croatian"
LISTED = re.compile(  # "Romani, Thai and", "Russian,"
    rf"(?:{A_LANGUAGE},\s)*{A_LANGUAGE}(?:,\s|,?\s(?:and|et|y|e|и|und|و)\s)(?:en\s|em\s|на\s)?$"
)
IN_A_LANGUAGE = re.compile(rf"\b(?:{spelt('in a language')})\s$")
LANGUAGES_REACH = 30  # characters from "languages" to the name of one: "in seven languages, of which"
SPOT = "spot"  # schools and stations, which have no country of their own
PEERS = re.compile(rf"(?:{spelt('peers')})", re.I)
WITH_THEIR = re.compile(rf"\b(?:{spelt('with')})\s(?:(?:{spelt('the', 'their')})\s)?$")
AT_THE = re.compile(rf"\b(?i:{spelt('at the')})\s?$")  # people were trained "at the Thai Ministry of"
FOR_COOPERATION = re.compile(  # "the Danish Agency for Cooperation": it gives, whoever it is that gets
    r"\s(?:للتعاون|للإغاثة|(?:for|pour la|para a|para la|de|di|по)\s(?:[\w-]+\s){0,2}?(?:[Cc]o-?op|сотруднич))"
)
THINGS = ("office", "language", "site", "capital", "chair")
WITH_A_BODY = re.compile(rf"\)?,?\s(?:{spelt('and')})\s(?:[^\W\d_]+['’]?\s?){{0,6}}")
HOLDS_REACH = 60  # characters from such a body to the verb: "of Foreign Affairs and Cooperation held"
APPOSITION = re.compile(r"[A-Z]{3,}\)?\s*[-–—,(]\s*(?:the|an?)\s$")  # "GIZ, the German agency": the body stands for it


def of_adjective(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of "Thai", "US": that of its noun, before or after it, and of the cue that governs the noun."""
    text, start, end = sentence.text, names[0].start, names[-1].end
    if (ruled := after(names, sentence)) and ruled[0] in ("donor", "support", "office", "border"):
        return ruled
    if ruled := _beside_the_noun(names, sentence):
        return ruled
    if LANGUAGE_OF.search(text, sentence.start, start) and names[0].kind == "demonym" and len(names) == 1:
        return "language", "a language that is taught"
    if BESIDE_A_LANGUAGE.search(text, sentence.start, start) and all(name.kind == "demonym" for name in names):
        return "language", "beside another language"
    cues = [h for h in sentence.cues if h.code != SPOT]
    behind = [(h, text[end : h.start]) for h in cues if end <= h.start <= end + VERB_REACH]
    ahead = [(h, text[h.end : start]) for h in reversed(cues) if start - VERB_REACH < h.end <= start]
    own = [cue for cue, gap in ahead if gap.isspace() and cue.term.language in NOUN_FIRST]
    nouns = own or [cue for cue, gap in behind + ahead if _is_its_noun(gap, cue.end <= start)]
    if noun := next(iter(_chained(nouns)), None):
        return _of_body(noun, names, sentence) if noun.code in BODIES else _of_people(noun, names, sentence)
    if COUNTED[sentence.language in NOUN_FIRST].search(text, max(sentence.start, start - COUNT_REACH), start):
        return "recipient", "people + a number"
    role, rule = before(names, sentence)
    if names[0].kind == "demonym" and role in ("where", "held", "subject") and _is_language(start, sentence):
        return "language", "in + adjective alone"
    return (after(names, sentence) if role == "subject" else None) or (role, rule)


def _is_language(start: int, sentence: Sentence) -> bool:
    """Say whether an adjective without a noun is a language: "in Thai", "in Romani and", "in 2 languages, of which"."""
    said = sentence.text[sentence.start : start]
    first = LISTED.sub("", said)
    if link(first)[0] in ("in", "to") or (sentence.language == "de" and IN_A_LANGUAGE.search(first)):
        return True
    return any(0 < start - h.end <= LANGUAGES_REACH for h in sentence.of("language"))


def _beside_the_noun(names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role of an adjective of a body ("GIZ, the German agency"; "the Finnish Red Cross") or of support."""
    end, said = names[-1].end, sentence.text[sentence.start : names[0].start]
    if APPOSITION.search(said):
        return "named", "said of a body"
    if names[0].kind == "demonym" and any(first - end == 1 for first, _ in sentence.bodies):
        return "organiser", "said of a body"
    money = next((h for h in sentence.of("money") if h.start == end + 1), None)
    if money and money.term.term in vocabulary.small_words("money itself") and BEFORE_MONEY.search(said):
        return "donor", "adjective + money"
    return ("organiser", "adjective + support") if money else None


def _agent_of(start: int, sentence: Sentence) -> Hit | None:
    """Return the cue right before people: "organized with the Thai police", "experts of the Dutch police"."""
    for cue in sentence.cues:
        named = any(cue.end <= first < start for first, _ in sentence.names)  # "paid by Fiji for Tongan judges"
        if 0 <= start - cue.end <= ARTICLE and not named:
            linked = cue.code in ("expert", "speaker") and link(sentence.text[cue.end : start])[0] in ("of", "from")
            given = cue.code == "gift" and link(sentence.text[cue.end : start])[0] == "from"
            visited = cue.code == "visit" and cue.term.language not in VERB_FIRST
            if linked or given or visited or cue.code in AGENTS:
                return cue
        elif cue.code == "trainer" and _teaches_too(cue, start, sentence):
            return cue
    return None


def _teaches_too(agent: Hit, start: int, sentence: Sentence) -> bool:
    """Say whether a few are of those who taught: "by two jurists of the", "by the mission and a team of the"."""
    if A_FEW_OF.fullmatch(sentence.text, agent.end, start):
        return True
    attends = any(agent.end < h.start < start for h in sentence.of("attends", "attendant", "whom"))
    return not attends and AND_SOME_OF.fullmatch(sentence.text, agent.end, start) is not None


def _chained(nouns: list[Hit]) -> list[Hit]:
    """Return the nouns, each noun that only qualifies the one after it ("police" in "police experts") left out."""
    kinds = [n for n in nouns if n.code in (*BODIES, *PEOPLE, *THINGS)]
    return [n for n in kinds if not any(0 < other.start - n.end <= 1 for other in kinds)]


def _is_its_noun(gap: str, before: bool) -> bool:
    if len(gap.split()) > MODIFIERS or STOP.search(gap) or "," in gap:
        return False
    return not (before and link(gap)[0])


def _is_peer(noun: Hit, names: list[Name], sentence: Sentence) -> bool:
    """Say whether people further on are those with whom others spoke: "met with their Danish colleagues"."""
    further = sentence.rank >= FURTHER_ON and PEERS.match(sentence.text, noun.start) is not None
    return further and WITH_THEIR.search(sentence.text, sentence.start, min(noun.start, names[0].start)) is not None


def _is_means(noun: Hit, names: list[Name], sentence: Sentence) -> bool:
    return BY_MEANS_OF.search(sentence.text, sentence.start, min(noun.start, names[0].start)) is not None


def _of_people(noun: Hit, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of "Thai" in "Thai police" or "Thai academy": that of people, or of the cue right before them."""
    if noun.code in ("site", "capital"):
        return "where", f"{noun.code}: {noun.term.term}"
    if _is_means(noun, names, sentence):
        return "named", "through a body of its State"
    if HEAD_OF.search(sentence.text, sentence.start, min(noun.start, names[0].start)):
        return "named", "head of a delegation"
    if _is_peer(noun, names, sentence):
        return "partner", f"peers: {noun.term.term}"
    if agent := _agent_of(min(noun.start, names[0].start), sentence):
        if agent.code == "support" and noun.code in PEOPLE:  # they lent their time, not their State's money
            return LENT[noun.code], f"people + {noun.term.term}"
        if agent.code == "donor" and noun.term.term.lower() in phrases("private people"):
            return "named", f"private people: {noun.term.term}"  # "fees paid by Ghanaian women"
        return FROM_PEOPLE.get(agent.code, agent.code), f"{agent.code}: {agent.term.term} + people"
    return PEOPLE.get(noun.code, noun.code), f"people + {noun.term.term}"


def _of_body(noun: Hit, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of "Swedish" in "Swedish Government": what governs it, else that of those who took part."""
    role, rule = before(names, sentence, adjective=True)
    if _is_means(noun, names, sentence):
        return "named", "through a body of its State"
    if role in AGENTS:
        return role, rule
    if opens_with(noun, sentence):
        return "partner", f"with + {noun.term.term}"
    if any(0 < first - noun.end <= 2 for first, _ in sentence.bodies):  # "the Turkish agency TIKA"
        return "organiser", "said of a body"
    if any(0 <= h.start - max(noun.end, names[-1].end) <= 1 for h in sentence.of("opens")):
        return "organiser", f"{noun.term.term} that opens"
    if FOR_COOPERATION.match(sentence.text, max(noun.end, names[-1].end)):
        return "organiser", f"people + {noun.term.term} for cooperation"
    if _joins_a_body(noun, names, sentence):
        return "organiser", "organiser: together with a body"
    if noun.code == "state" and AT_THE.search(sentence.text, sentence.start, min(noun.start, names[0].start)):
        return "where", f"at a body: {noun.term.term}"
    foreign = noun.code == "envoy" or names[0].kind != "demonym"  # "the US Department of ..." helps others
    return "organiser" if foreign else "recipient", f"people + {noun.term.term}"


def _joins_a_body(noun: Hit, names: list[Name], sentence: Sentence) -> bool:
    """Say whether a body of the State acts together with another: "la FAO et le ministère italien ont lancé"."""
    start, end = min(noun.start, names[0].start), max(noun.end, names[-1].end)
    before = [last for _, last in sentence.bodies if last <= start]
    joined = bool(before) and WITH_A_BODY.fullmatch(sentence.text, before[-1], start) is not None
    return joined and any(0 < h.start - end <= HOLDS_REACH for h in sentence.of("held", "opens"))
