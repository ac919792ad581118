"""A list of names in its sentence -> the one role that they play there, by the surest rule."""

from __future__ import annotations

import re

from etl.places.adjectives import of_adjective
from etl.places.around import before
from etl.places.behind import after
from etl.places.in_a_name import in_a_name, in_a_persons_name
from etl.places.money import gave_money
from etl.places.named import Name, Ruled
from etl.places.sentence import Sentence
from etl.places.societies import in_a_society
from etl.places.speakers import are_of_speakers
from etl.places.spelled_out import are_counted, counts_all, opens_brackets, spells_out
from etl.places.teachers import are_taught, is_guest, of_its_teachers, speak, teach
from etl.places.venues import is_label, on_its_own

ACRONYM = re.compile(r"U\.?\s?[SK]\.?A?\.?|EE\.?\s?UU\.?|UAE|США")
RESULT_REACH = 40  # "the police of Peru have since then arrested"
CLOSES = re.compile(r"(?<=[\w.,!?])“")  # „so“, “so“


def role_of(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of a list of names, surest rule first.

    1 a person's name, a quoted title, who gave the money, a sentence about speakers; 2 a list after a count, two sides
    of one thing, all members of a bloc; 3 the noun of an adjective; 4 what follows the names; 5 a dateline or a venue
    between commas; 6 the cue or word before them.
    """
    said = sentence.text[sentence.start : names[0].start]
    kind = names[0].kind
    if at_once := _at_once(names, said, sentence):
        return at_once
    if are_of_speakers(names[0], sentence):
        ruled = after(names, sentence)  # "Two trainers came from Wales, and New Zealand met the cost"
        return ruled if ruled and ruled[0] == "donor" else ("trainer", "a sentence about speakers")
    if came := _spelled_out(names, said, sentence):
        return "recipient", came
    if why := in_a_name(names, said, sentence):
        return "named", why
    if in_a_society(names, sentence):
        return after(names, sentence) or ("organiser", "said of a body")
    if kind == "bloc" and counts_all(names[0], sentence):
        return "all_members", "as many countries as it has members"
    if all(n.kind == "demonym" or ACRONYM.fullmatch(sentence.text, n.start, n.end) for n in names):
        return _as_people(of_adjective(names, sentence), names, sentence)
    ruled = after(names, sentence) or on_its_own(said, names, sentence)
    if ruled:
        return ruled
    ruled = _as_people(_with_people(before(names, sentence), names, sentence), names, sentence)
    taught = ruled[0] == "trainer" and are_taught(names, sentence)
    return ("recipient", "trainers who were trained") if taught else ruled


def _at_once(names: list[Name], said: str, sentence: Sentence) -> Ruled | None:
    """Return the role of what is part of a person's name or of a title, of a label, of who gave the money; None."""
    if in_a_persons_name(said):
        return "named", "a person's name"
    if sentence.rank != 1 and _in_quotes(said):
        return "quoted", "in a quoted title"
    if names[-1].kind == "country" and sentence.rank != 1 and is_label(names, said, sentence):
        return "recipient", "label of its line"
    return gave_money(names, sentence)


def _spelled_out(names: list[Name], said: str, sentence: Sentence) -> str:
    """Return why names are a list of those who came; "" where they are none."""
    if names[0].kind != "organisation" and spells_out(names, sentence):
        return "list of countries"
    if names[0].kind in ("country", "demonym") and are_counted(names, sentence):
        return "a number behind"
    return "list in brackets" if opens_brackets(names, said, sentence) else ""


def _with_people(ruled: Ruled, names: list[Name], sentence: Sentence) -> Ruled:
    """Return recipient for a country right before its people or a verb of taking part, where nothing before says more.

    "The Kenya delegation spoke"; "Kenya and Togo were represented".
    """
    were_there = ruled[0] == "route" and ruled[1].startswith("victim")  # "people of Peru and Chile attended"
    if (ruled[0] != "subject" and not were_there) or names[-1].kind != "country":
        return ruled
    people = (h for h in sentence.of("person", "attendant") if h.start - names[-1].end == 1)
    if (
        not were_there and (noun := next(people, None)) and sentence.text[noun.end : noun.end + 1] != ":"
    ):  # the label of a list
        return "recipient", f"people + {noun.term.term}"
    verbs = (h for h in sentence.of("attends") if h.start - names[-1].end == 1)
    verb = next(verbs, None) if were_there or ruled[1] == "name alone" else None
    return ("recipient", f"name + {verb.term.term}") if verb else ruled


def _as_people(ruled: Ruled, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of people: trainers if they teach those of another country, none if it tells what they achieved.

    "Since then the Thai police have freed 90 people" stands behind what was held, and says of nobody who came.
    """
    if ruled[0] not in ("recipient", "subject"):
        return ruled
    office = any(end == names[0].start - 1 for _, end in sentence.bodies)  # "UN Women Malawi trained"
    if not office and teach(names, sentence):
        return "trainer", "people who teach others"
    if of_its_teachers(names, sentence):
        return "trainer", "trainers of a body"
    if is_guest(names, sentence) or speak(names, sentence):
        return "trainer", "guests who present"
    results = (h for h in sentence.of("result") if 0 <= h.start - names[-1].end <= RESULT_REACH)
    return ("background", "what they achieved") if sentence.rank > 1 and next(results, None) else ruled


def _in_quotes(before: str) -> bool:
    """Say whether quotation marks have been opened and not closed; “ closes where a word stands before it: „so“."""
    if before.count('"') % 2 == 1 or before.count("«") > before.count("»"):
        return True
    if "“" not in before and "„" not in before:
        return False
    closing = len(CLOSES.findall(before))
    return before.count("„") + before.count("“") - closing > before.count("”") + closing
