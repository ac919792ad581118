"""The words behind a list of names -> the role that they give it: "Japan donated", "UK-funded"."""

from __future__ import annotations

import re

from etl.places.links import LINK_REACH, STOP, THE, ends_in_link, link
from etl.places.named import Name, Ruled
from etl.places.reach import VERB_REACH, is_name, pays_itself
from etl.places.sentence import Sentence
from etl.small_words import spelt
from etl.terms import Hit

BODY_REACH = 100  # "the Office for ... of the Department of ..." between a State's name and what it gives
ITS_BODY = re.compile(  # "Japan, through its agency, funds"; "Japan, whose Government funds"
    rf",\s*(?:{spelt('by means of')}|par)\s[^,]*,\s*|,?\s*(?i:{spelt('whose government')})\s*"
    r"|(?:['’]s)?\s[A-Z](?:[\w'’-]+\s?){1,6},\swhich\s(?:also|kindly|generously)?\s?"  # "the British team, which met"
    rf"|,\s*(?:{spelt('which')})\s*"  # "the Embassy of Norway, which paid"
    r"|\s[a-z]+(?:\s[a-z]+)?,\swhich\s(?:also|kindly|generously)?\s?"  # "the Norwegian embassy, which paid"
    rf"|,\s(?:{spelt('which')})\s[^,.;]{{3,80}},\s*"  # "Norway, which has been a partner since 2016, paid"
)
WHO_PAID = re.compile(  # before a verb with its "que": "the Embassy of Norway, a body that financed"
    r",\s(?:(?:la |l[’'])?(?:entidad|institución|organismo|país|entidade|instituição|organização|pays|institution)\s)?"
)
ARTICLE = re.compile(r"^\s(?:el|os?)\s")  # "que financia el Gobierno de"
TITLED = re.compile(  # "Ambassador to Peru H.E. Ms. ... has today" handed over
    r"\b(?:H\.\s?E\.|Mr|Mrs|Ms|Dr|M|Mme|Amb|Hon|Sr|Sra)\.|\s(?:has|have|had)?\s?(?:also|today|yesterday|recently|officially|"
    r"this week|last week)$"
)
AT = re.compile(r"\b[Aa]t\s(?:the\s)?$")
AND_ANOTHER = re.compile(rf"\s(?:{spelt('and')})\s(?:{spelt('a')}|the)\s(?:[^\W\d_]+\s?){{1,4}}$")  # who gave, too
GIFT_REACH = 80  # "gave" and the money or equipment given
ITS_OFFICE = re.compile(  # "Benin, through its customs administration, hosts"
    rf",?\s?(?:{spelt('by means of')}|par)\s[^,.;]{{3,60}},?"
)
CLOSE = ("", ")", "'s", "’s", "has", "have", "also", "generously")  # words between names and their verb
VERBS = ("gave", "handed", "taught", "hosts", "absent")  # "Peru was not represented": it did not come
GIVING = ("gave", "handed", "gives", "backs")
CURRENCY = re.compile(rf"[€$£¥]|\b[A-Z]{{3}}\s?\d[\d.,]{{3}}|\b(?:{spelt('currency')})\b")
PART_OF_A_NAME = re.compile(r"(?:[A-Z][\w-]*\s?){0,2}")  # "with UK PACT funding"
UNDER = re.compile(r"\b(?:[Uu]nder|[Dd]uring|by|within)\s(?:the\s)?$")  # not "preparing Peru's chairmanship"
POSSESSIVE = re.compile(r"^['’]s\b")
BY_GERMAN = re.compile(rf"\b(?i:{spelt('by in German')})\s{THE}$")
PAID_GERMAN = re.compile(  # "vom Auswärtigen Amt gefördert": in German the verb stands behind who paid
    rf"(?:\s\((?:[A-ZÄÖÜ]{{2,}})\))?(?:\s[^\W\d_]+){{0,4}}?\s(?i:{spelt('paid in German')})"
)
WITH = re.compile(r"\b(?:with|thanks to|through|under|by|using)\s(?:the\s)?$", re.I)
AFTER = {
    "envoy": "organiser",
    "office": "office",
    "gave": "donor",
    "handed": "donor",
    "gives": "donor",
    "backs": "support",
    "taught": "trainer",
    "hosts": "held",
    "absent": "named",
}
JOINED = {"funded": "donor", "backed": "support", "office": "office"}  # by a hyphen: "EU-funded", "Lima-based"
FOLLOWING = frozenset(
    ("money", "border", "document", "chair", *JOINED, *AFTER)
)  # cues that say something of names before them
SERVICES = ("person", "office", "state", "envoy")
WHEN = re.compile(r"\s(?:on\s[A-Z]\w+day|yesterday|today|(?:last|this)\s\w+|recently)$")


def after(names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role that a cue after the names gives them ("Japan donated", "UK-funded"); None where none does."""
    start = names[-1].end
    if sentence.language == "de" and PAID_GERMAN.match(sentence.text, start):
        said = sentence.text[max(sentence.start, names[0].start - LINK_REACH) : names[0].start]
        if BY_GERMAN.search(said):
            return "donor", "by + name + paid"
    if paid := _who_paid(start, sentence):
        return "donor", f"name + {paid.term.term}"
    behind = [cue for cue in sentence.of(*FOLLOWING) if start <= cue.start <= start + BODY_REACH]
    for cue in sorted(behind, key=lambda cue: cue.code not in GIVING):  # "Norway's Ambassador gave": it gave
        near = BODY_REACH if cue.code in (*GIVING, "hosts") else VERB_REACH
        if cue.start <= start + near and (ruled := _followed_by(cue, names, sentence)):
            return ruled
    return None


def _who_paid(start: int, sentence: Sentence) -> Hit | None:
    """Return the verb of a clause that says of the names before it that they paid: ", que financió el curso"."""
    cues = (h for h in sentence.of("pays") if WHO_PAID.fullmatch(sentence.text, start, h.start))
    cue = next(cues, None)
    behind = [first for first, _ in sentence.names if cue and cue.end <= first <= cue.end + BODY_REACH]
    named = cue and any(is_name(ARTICLE.sub("", sentence.text[cue.end : first])) for first in behind)
    return None if named else cue


def _followed_by(cue: Hit, names: list[Name], sentence: Sentence) -> Ruled | None:
    text = sentence.text
    gap = text[names[-1].end : cue.start].strip()
    close = gap in CLOSE
    rule = f"name + {cue.term.term}"
    if cue.code == "money" and PART_OF_A_NAME.fullmatch(gap) and WITH.search(text, sentence.start, names[0].start):
        return "support", "with + name + support"
    if gap in ("-", "‑") and cue.code in JOINED:
        return JOINED[cue.code], rule
    if len(gap) > 1 and gap.endswith(("-", "‑")):  # "IOM's USAID-funded project"
        return None
    if cue.code in ("border", "chair", "document"):
        role = _of_a_thing(cue, names, gap, sentence)
        return (role, rule) if role else None
    money = CURRENCY.search(text, cue.end, min(cue.end + GIFT_REACH, sentence.end))
    body = names[0].kind == "organisation" and not pays_itself(names[0])
    if body and (cue.code == "handed" or (cue.code == "gives" and not money)):
        return None  # a body hands over what others paid for
    if cue.code in GIVING:
        return (AFTER[cue.code], rule) if _gives(cue, names, gap, sentence) else None
    named_after = (close or re.fullmatch(r"(?:['’]s\s)?\w+", gap)) and not ends_in_link(
        cue.term.term, "in"
    )  # "based in"
    if cue.code == "hosts" and (ITS_OFFICE.fullmatch(gap) or _is_its_school(gap, names, sentence)):
        return "held", rule
    if (cue.code in ("envoy", "office") and named_after) or (cue.code in VERBS and close):
        return AFTER[cue.code], rule
    return None


def _of_a_thing(cue: Hit, names: list[Name], gap: str, sentence: Sentence) -> str:
    """Return where, border, chair or document for names in that of such a thing: "the Rome Statute"; "" for others."""
    text = sentence.text
    if cue.code == "border":
        guards = any(0 < h.start - cue.end <= 1 for h in sentence.of("person"))  # "Tajik border guards" are people
        return "" if gap or guards else "border"
    if cue.code == "chair":
        over = is_name(POSSESSIVE.sub("", gap)) and UNDER.search(text, sentence.start, names[0].start)
        return "chair" if over else ""
    a_town = names[0].kind == "city" and gap in CLOSE and text[cue.start].isupper()
    if a_town and AT.search(text, sentence.start, names[0].start) and cue.term.term.lower().startswith("univ"):
        return "where"  # "a workshop at Mekelle University"
    return "document" if a_town else ""


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
    words_of_a_name = is_name(TITLED.sub("", AND_ANOTHER.sub("", gap))) or (
        (given is not None or cue.code == "gave") and _its_service(names[-1].end, cue.start, sentence)
    )
    said = sentence.text[max(sentence.start, start - LINK_REACH) : start]
    linked = "" if said == "A " else link(said)[0]  # "A Noruega financiou": the Portuguese article
    return its_body or (
        words_of_a_name and not listed and not STOP.search(TITLED.sub("", gap)) and linked not in ("in", "to")
    )


def _is_its_school(gap: str, names: list[Name], sentence: Sentence) -> bool:
    """Say whether the gap is the rest of the name of a body of the State: "the Peru Customs Academy hosted"."""
    alone = (
        bool(gap) and is_name(gap) and "," not in gap and len(names) == 1 and names[0].kind in ("country", "demonym")
    )
    return alone and any(names[-1].end < h.end for h in sentence.of("site", "state", "person"))


def _its_service(start: int, end: int, sentence: Sentence) -> bool:
    """Say whether a service of the State stands there: "Italy's coast guard last week gave", "'s customs office on"."""
    said = WHEN.sub("", sentence.text[start:end].rstrip())
    for cue in (h for h in sentence.of(*SERVICES) if start <= h.start < end):
        said = said.replace(sentence.text[cue.start : cue.end], "")
    return is_name(said)
