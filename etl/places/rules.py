"""A cue of any meaning, and a list of names after it -> the role that the cue gives them, if it reaches them."""

from __future__ import annotations

import re
from collections.abc import Callable

from etl.places.agents import by_agent, by_gift, by_host, by_payment, by_verb
from etl.places.links import INCLUDING, STOP, TOPIC, ends_in_link, link
from etl.places.named import Name
from etl.places.nouns import (
    MANY,
    by_border,
    by_capital,
    by_chair,
    by_document,
    by_members,
    by_neighbour,
    by_noun,
    by_office,
    by_site,
    by_spot,
)
from etl.places.reach import AGENTS, BODIES, NOUN_REACH, OPENING, PEOPLE, REACH, VERB_REACH, Reach, is_name
from etl.places.sentence import LAST_RANK, Sentence
from etl.small_words import pattern
from etl.terms import Hit

THANKS_REACH = 90  # characters: "Japan, through its Embassy in Accra, for providing the necessary financial support"
FOR_MONEY = re.compile(
    r"\bfor\s(?:\w+\s){0,4}(?:financ\w+|fund\w+|donat\w+|sponsor\w+)"
    r"|\b(?:pour|por|за|per)\s(?:\w+\s){0,4}(?:financ\w+|finanz\w+|финанс\w+)"
)
OPENS_A_TITLE = re.compile(r"[«“„‹‘]\s?[^\W\d_]|(?:^|\s)[\"'][^\W\d_]")
OTHERS_REACH = 20  # characters between "migrants" or "experts" and "drawn from"
PEOPLE_REACH = 60  # "officers of the customs and the port police drawn from"
OTHERS = {"victim": "route", "expert": "trainer", "speaker": "trainer", "gift": "donor"}
FURTHER_ON = 2  # rank of sentences behind that of the activity
LABELS = {"venue": "held", "whom": "recipient"}


def role_by(cue: Hit, names: list[Name], sentence: Sentence, link_kind: str) -> str:
    """Return the role that `cue` gives to the names after it, "" where it does not reach them.

    Besides the roles of a Place: body, envoy and "people in", which a cue further before may still overrule.
    """
    gap = sentence.text[cue.end : names[0].start]
    rule = RULES.get(cue.code)
    return rule(Reach(cue, names, sentence, link_kind, gap, link(gap)[1])) if rule else ""


def _by_event(reach: Reach) -> str:
    if OPENS_A_TITLE.search(reach.gap):  # "a conference “Women in Peru”": what it was about
        return ""
    near = len(reach.gap) <= VERB_REACH and not TOPIC.search(reach.core + " ")
    behind = reach.close and ends_in_link(reach.cue.term.term, "in")
    return "held" if near and (reach.link == "in" or behind) else ""


def _by_label(reach: Reach) -> str:
    """Return the role of what stands behind a label of a table or form: "Venue: Lima"; "thirty, drawn from Peru"."""
    if not reach.close:
        return ""
    return _by_origin(reach) if _says_from(reach.cue.term.term) else LABELS[reach.cue.code]


def _says_from(words: str) -> bool:
    return any(ends_in_link(words, kind) for kind in ("from", "of"))


def _by_origin(reach: Reach) -> str:
    """Return recipient for where people of the activity came from, else that of migrants, experts or things."""
    cue, sentence = reach.cue, reach.sentence
    near = [h for h in sentence.of(*OTHERS) if 0 <= cue.start - h.end <= OTHERS_REACH]
    if near and "," not in sentence.text[near[-1].end : cue.start]:
        many = near[-1].code == "expert" and len(reach.names) >= MANY
        return "recipient" if many else OTHERS[near[-1].code]
    people = any(0 <= cue.start - h.end <= PEOPLE_REACH for h in sentence.of("person", "attendant"))
    alone = cue.start - sentence.start <= OPENING or sentence.text[cue.start - 2] == ","
    return "recipient" if people or alone else "background"


def _by_thanks(reach: Reach) -> str:
    """Return donor for who is thanked for money ("thanked Japan for the funding"), else thanked."""
    text, end = reach.sentence.text, reach.names[-1].end
    its_body = len(reach.gap) <= VERB_REACH and is_name(reach.core)  # "the Government of"
    role = _by_path(reach) or ("thanked" if its_body else "")
    return "donor" if role and FOR_MONEY.search(text, end, min(end + THANKS_REACH, reach.sentence.end)) else role


def _by_path(reach: Reach) -> str:
    """Return the cue's own role for what stands close behind it; of people "coming from", as of any that came."""
    if reach.cue.code == "route" and any(h.start == reach.cue.start for h in reach.sentence.of("whom")):
        return _by_origin(reach) if len(reach.gap) < VERB_REACH else ""
    core = _before_including(reach.core.rstrip())
    linked = reach.link in ("from", "of") or (reach.link == "in" and reach.cue.code != "visit")
    if reach.cue.code == "visit" and reach.link == "of" and (is_name(core) or _by_guests(reach)):
        return "visit"  # "a study tour to the Supreme Court of Chile"
    near = len(reach.gap) < VERB_REACH and "," not in core and not linked
    role = "background" if reach.cue.code == "mentioned" else reach.cue.code  # it says nothing of when: "cases from"
    return role if reach.close or near else ""


def _by_guests(reach: Reach) -> bool:
    """Say whether people named by a country before the cue visited what is near behind it."""
    start, sentence = reach.cue.start, reach.sentence
    named = any(end <= start for _, end in sentence.names) and any(
        h.end <= start for h in sentence.of("person", "attendant")
    )
    return named and len(reach.gap) < NOUN_REACH and "," not in reach.gap


def _before_including(words: str) -> str:
    """Leave out "in particular" and the like at the end of words: "trafficked to the Gulf, in particular Kuwait"."""
    said = next((word for word in INCLUDING if words.endswith(word)), "")
    return words.removesuffix(said).removesuffix(",") if said else words


def another_time(names: list[Name], sentence: Sentence) -> str:
    """Return what puts an event "in" a place into the past or the future; "" where nothing does.

    A cue before the names ("earlier held in"); a year behind them ("in Peru last year"); and in a sentence that tells
    nothing of the activity, words for what is still to come ("She will teach in Peru").
    """
    text, start, end = sentence.text, names[0].start, names[-1].end
    for cue in sentence.of("background"):
        gap = text[cue.end : start]
        if gap and len(gap) <= REACH and "," not in gap and not STOP.search(gap):
            return f"background: {cue.term.term}"
    if sentence.rank >= FURTHER_ON and pattern("last year").match(text, end + 1):
        return "background: the year before"
    to_come = sentence.rank == LAST_RANK and pattern("to come").search(text, sentence.start, sentence.end)
    return f"background: {to_come.group()}" if to_come else ""


RULES: dict[str, Callable[[Reach], str]] = {
    **dict.fromkeys((*PEOPLE, *BODIES), by_noun),
    **dict.fromkeys(("event", "held"), _by_event),
    **dict.fromkeys(("route", "background", "mentioned", "visit"), _by_path),
    "thanked": _by_thanks,
    **dict.fromkeys(AGENTS, by_agent),
    **dict.fromkeys(LABELS, _by_label),
    "pays": by_payment,
    "gift": by_gift,
    "gives": by_verb,
    "handed": by_verb,
    "hosts": by_host,
    "office": by_office,
    "border": by_border,
    "beside": by_neighbour,
    "site": by_site,
    "spot": by_spot,
    "capital": by_capital,
    "document": by_document,
    "chair": by_chair,
    "all_members": by_members,
}
