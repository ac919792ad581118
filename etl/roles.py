"""A passage -> the countries, cities, blocs and organisations that it names, each with the one role it plays there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl import vocabulary
from etl.links import STOP, link
from etl.named import KEPT, Name, Same, Sentence, lists_of_names
from etl.numbers import numbers
from etl.reach import AGENTS, BODIES, PEOPLE, REACH, VERB_REACH, another_time, role_by
from etl.records import Passage
from etl.terms import Hit

LINK_REACH = 60  # characters in which the word that links a name to what stands before it is looked for
MODIFIERS = 3  # words between an adjective of a country and its noun ("Thai border and customs police")
VERBS = ("gave", "handed", "taught", "hosts")
AFTER = {
    "envoy": "organiser",
    "office": "office",
    "gave": "donor",
    "handed": "donor",
    "taught": "trainer",
    "hosts": "held",
}
OVERRULED = {"body": "recipient", "people in": "recipient", "envoy": "organiser"}

LIST_OPENS = re.compile(
    r"[^.;()]{0,40}?\s*[(:–—]\s*(?:namely|i\.e\.|including)?\s*(?:the )?|,\s*(?:namely|à savoir|a saber),?\s*"
)
ACRONYM = re.compile(r"U\.?\s?[SK]\.?A?\.?|EE\.?\s?UU\.?|UAE|США")
DATELINE = re.compile(
    r"\s*(?:\([^()]{0,40}\)|[,(]?\s*[^.;–—]{0,45}?\d[^.;–—]{0,30}?)?\)?(?:\s[-–—]\s?|[-–—]\s)"  # "Dakar (12 May) - "
    r"|\s*,\s*[^.;–—:]{0,25}\d[^.;–—:]{0,20}:\s"
)
FIRST_ENDS = re.compile(r"\)?\s*[,:]")
APPOSITION = re.compile(r"[A-Z]{3,}\)?\s*[-–—,(]\s*(?:the|an?)\s$")  # "GIZ, the German agency": the body stands for it
WITH = re.compile(r"\b(?:with|thanks to|through|under|by)\s(?:the\s)?$", re.I)
DATED = re.compile(r",?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s[^\W\d_]{3,}")
VENUE = re.compile(r"\s*(?:\)|,?\s*\d{1,2}\b|,\s*\w+\s\d{4}|[.]?$|\s[-–—(])")
PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Prof|Judge|Sr|Sra|M|Mme|г-н|г-жа|السيد|السيدة)\.?\s(?:[A-ZÀ-ÝА-Я][\w.-]*\s){0,2}$"
)

Ruled = tuple[str, str]  # a role, and the rule that gave it; both "" where a rule does not speak


@dataclass(frozen=True, slots=True)
class Place:
    """A name at `start:end` of the item's text; `codes` are alpha-3, for an organisation or a bloc its canonical name.

    `role` is recipient, subject, where (it took place there), held (the text says so outright), dateline, donor,
    support, partner, organiser, trainer, office, route, background, visit, thanked, document, language, border, quoted,
    all_members or named. `rule` says what gave the role. `rank` is that of its sentence.
    """

    start: int
    end: int
    kind: str
    codes: tuple[str, ...]
    role: str
    rule: str
    rank: int
    name: str


def placed(passage: Passage) -> tuple[Place, ...]:
    """Return every name of the passage in the order of the text, each with its role."""
    return _placed(Same(passage))


@lru_cache(maxsize=KEPT)
def _placed(key: Same) -> tuple[Place, ...]:
    return tuple(p for sentence, names in lists_of_names(key.passage) for p in _places(names, sentence))


def _places(names: list[Name], sentence: Sentence) -> Iterator[Place]:
    ruled = _role(names, sentence)
    for n in names:
        role, rule = ("named", "city by the way") if n.kind == "city" and ruled[0] == "subject" else ruled
        yield Place(n.start, n.end, n.kind, n.codes, role, rule, sentence.rank, n.hits[0].term.term)


def _role(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of a list of names, surest rule first.

    1 a person's name, a quoted title; 2 a list after a count, all members of a bloc; 3 the noun of an adjective;
    4 what follows the names; 5 a dateline or a venue between commas; 6 the cue or word before them.
    """
    before = sentence.text[sentence.start : names[0].start]
    kind = names[0].kind
    if PERSON.search(before):
        return "named", "a person's name"
    if sentence.rank != 1 and _in_quotes(before):
        return "quoted", "in a quoted title"
    if kind != "organisation" and _spells_out(names, sentence):
        return "recipient", "list of countries"
    if kind == "bloc" and _counts_all(names[0], sentence):
        return "all_members", "as many countries as it has members"
    if all(n.kind == "demonym" or ACRONYM.fullmatch(sentence.text, n.start, n.end) for n in names):
        return _of_adjective(names, sentence)
    return _after(names, sentence) or _on_its_own(before, names, sentence) or _before(names, sentence)


def _in_quotes(before: str) -> bool:
    """Say whether quotation marks have been opened and not closed."""
    return before.count('"') % 2 == 1 or any(before.count(a) > before.count(b) for a, b in ("“”", "«»"))


def _spells_out(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the names spell out the countries just counted: "eight countries (Comoros, Kenya ...)"."""
    counts = [h.end for h in sentence.cues if h.code == "countries" and h.end < names[0].start]
    return len(names) > 1 and any(LIST_OPENS.fullmatch(sentence.text, end, names[0].start) for end in counts)


def _counts_all(bloc: Name, sentence: Sentence) -> bool:
    """Say whether the sentence speaks of "the 13 countries" and the bloc has as many members."""
    for cue, after in zip(sentence.cues, sentence.cues[1:], strict=False):
        if cue.code == "all_members" and after.code == "countries" and sentence.text[cue.end : after.start].isspace():
            counted = numbers(cue.term.term, cue.term.language)
            return bool(counted) and counted[0].value == len(vocabulary.members(bloc.codes[0]))
    return False


def _on_its_own(before: str, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role of names that open a text, or of a city that no word links to anything."""
    text, end = sentence.text, names[-1].end
    if not before.strip(" \"“«(•–-") and DATELINE.match(text, end, sentence.end):
        return "dateline", "dateline"
    venue = _venue(before, end, sentence) if names[0].kind == "city" else ""
    return ("where", venue) if venue else None


def _venue(before: str, end: int, sentence: Sentence) -> str:
    """Return why a city is a venue although no word links it ("3-5 May, Bangkok"); "" where it is none."""
    text, start = sentence.text, sentence.start + len(before)
    if re.search(r"[,(–-]\s*$", before) and VENUE.match(text, end, sentence.end):
        return "venue between commas"
    if not before.strip(" #*•-") and (end == sentence.end or FIRST_ENDS.match(text, end)):
        return "venue first"
    if DATED.match(text, end, sentence.end) and not link(before)[0]:
        return "venue before a date"
    events = [h for h in sentence.cues if h.code == "event"]
    if any(text[h.end : start].isspace() for h in events if h.end < start):
        return "event + city"
    gaps = [text[end : h.start] for h in events if h.start > end and not link(before)[0]]
    return "city + event" if any(len(gap.split()) < MODIFIERS and "," not in gap for gap in gaps) else ""


def _after(names: list[Name], sentence: Sentence) -> Ruled | None:
    start = names[-1].end
    for cue in sentence.cues:
        if start <= cue.start <= start + VERB_REACH and (ruled := _followed_by(cue, names, sentence.text)):
            return ruled
    return None


def _followed_by(cue: Hit, names: list[Name], text: str) -> Ruled | None:
    gap = text[names[-1].end : cue.start].strip()
    close = gap in ("", ")", "'s", "’s", "has", "have", "also", "generously")
    rule = f"name + {cue.term.term}"
    if gap in ("-", "‑") and cue.code in ("funded", "office"):
        return {"funded": "donor"}.get(cue.code, cue.code), rule
    if cue.code == "border" and not gap:
        return "border", rule
    if cue.code == "document" and names[0].kind == "city" and close and text[cue.start].isupper():
        return "document", rule
    if cue.code == "handed" and names[0].kind == "organisation":  # a body hands over what others paid for
        return None
    named_after = close or re.fullmatch(r"(?:['’]s\s)?\w+", gap)
    if (cue.code in ("envoy", "office") and named_after) or (cue.code in VERBS and close):
        return AFTER[cue.code], rule
    return None


def _of_adjective(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of "Thai", "US": that of its noun, before or after it, and of the cue that governs the noun."""
    text, start, end = sentence.text, names[0].start, names[-1].end
    if (ruled := _after(names, sentence)) and ruled[0] in ("donor", "office", "border"):
        return ruled
    if APPOSITION.search(text[sentence.start : start]):
        return "named", "said of a body"
    money = any(h.code == "money" and h.start == end + 1 for h in sentence.cues)
    if money and WITH.search(text[sentence.start : start]):
        return "support", "with + adjective + support"
    after = [(h, text[end : h.start]) for h in sentence.cues if end <= h.start <= end + VERB_REACH]
    before = [(h, text[h.end : start]) for h in reversed(sentence.cues) if start - VERB_REACH < h.end <= start]
    nouns = [cue for cue, gap in after + before if _is_its_noun(gap, cue.end <= start)]
    for noun in _chained(nouns):
        if noun.code in BODIES:
            return _of_body(noun, names, sentence)
        if noun.code in PEOPLE or noun.code in ("office", "language"):
            return PEOPLE.get(noun.code, noun.code), f"people + {noun.term.term}"
    role, rule = _before(names, sentence)
    alone = link(text[sentence.start : start])[0] in ("in", "to") and role in ("where", "held", "subject")
    if names[0].kind == "demonym" and alone:
        return "language", "in + adjective alone"
    return (_after(names, sentence) if role == "subject" else None) or (role, rule)


def _chained(nouns: list[Hit]) -> list[Hit]:
    """Return the nouns, each noun that only qualifies the one after it ("police" in "police experts") left out."""
    kinds = [n for n in nouns if n.code in (*BODIES, *PEOPLE, "office", "language")]
    return [n for n in kinds if not any(0 < other.start - n.end <= 1 for other in kinds)]


def _is_its_noun(gap: str, before: bool) -> bool:
    if len(gap.split()) > MODIFIERS or STOP.search(gap) or "," in gap:
        return False
    return not (before and link(gap)[0])


def _of_body(noun: Hit, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of "Swedish" in "Swedish Government": what governs it, else that of those who took part."""
    role, rule = _before(names, sentence, adjective=True)
    if role in AGENTS:
        return role, rule
    foreign = noun.code == "envoy" or names[0].kind != "demonym"  # "the US Department of ..." helps others
    return "organiser" if foreign else "recipient", f"people + {noun.term.term}"


def _before(names: list[Name], sentence: Sentence, adjective: bool = False) -> Ruled:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start = names[0].start
    linked, _ = link(sentence.text[max(sentence.start, start - LINK_REACH) : start])
    linked = "of" if adjective and linked == "in" else linked
    if linked == "in" and (elsewhere := another_time(start, sentence)):
        return "background", elsewhere
    weaker: Ruled | None = None
    for cue in reversed(sentence.cues):
        if cue.end > start:
            continue
        if start - cue.end > REACH or STOP.search(sentence.text, cue.end, start):
            break
        role = role_by(cue, names, sentence, linked)
        if role and role not in OVERRULED:
            return role, f"{cue.code}: {cue.term.term}"
        weaker = weaker or ((OVERRULED[role], f"{role}: {cue.term.term}") if role else None)
    return _by_link(linked, weaker, names, sentence)


def _by_link(linked: str, weaker: Ruled | None, names: list[Name], sentence: Sentence) -> Ruled:
    kind = names[0].kind
    if linked == "in" and kind == "city":
        return "where", "in + city"
    if weaker:
        return weaker
    if kind == "organisation":
        return "named", "organisation by the way"
    if linked == "in":
        return ("held", "in + country first") if _opens_event(names, sentence) else ("subject", "in + name")
    return ("recipient", "from + name") if linked == "from" else ("subject", "name alone")


def _opens_event(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    first = names[0].start - sentence.start < 8 and sentence.text[names[-1].end : names[-1].end + 1] == ","
    return first and sentence.has("held") and sentence.has("event")
