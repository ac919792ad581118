"""Names of places -> whether they are only a part of another name: a person's, a firm's, a street's."""

from __future__ import annotations

import re

from etl.places.named import Name
from etl.places.sentence import Sentence
from etl.small_words import spelt

BUILDING = re.compile(  # "San Diego Hotel, Abakaliki", "Rome Street"
    r"\s(?:(?:Hotels?|Hôtel)(?=,?\s(?:in\s)?[A-ZÀ-Ý])|(?:Street|Road|Avenue|Boulevard|Square)\b)"
)
COMPANY = re.compile(rf"\s(?:{spelt('company')})\b")
NEW = re.compile(rf"\w\W+(?:{spelt('town called after another')})\s$")  # "de Nueva Granada"
HYPHENS = ("-", "‑", "–")
OF_TWO_SIDES = re.compile(  # "the Franco-Malian centre", "российско-таджикский"
    rf"\b(?:[^\W\d_]{{2,}}[oо]|(?i:{spelt('two sides')}))[-‑–]$"
)
LONGEST_SIDE = 16  # letters of the other side
TITLED = 80  # characters of a title and a name before the name of a country
PERSON = re.compile(  # it begins with the set of first letters, so that the engine can skip to the next of them
    r"[MDPJSгا](?<!\w.)(?:(?<=M)(?:rs?|s|me)?|(?<=D)r|(?<=P)rof|(?<=J)udge|(?<=S)ra?|(?<=г)-(?:н|жа)|(?<=ا)لسيدة?)\.?\s"
    r"(?:[A-ZÀ-ÝА-Я][\w.-]*\s){0,2}$"
    r"|[A-Z][a-zà-ÿ]+\s(?:[A-Z]\.\s){1,2}$"  # "Rosa M. Jordan"
)


def in_a_persons_name(said: str) -> bool:
    """Say whether a title, or a first name with a letter, stands right before: "Ms. Rosa", "Rosa M."."""
    return PERSON.search(said, max(0, len(said) - TITLED)) is not None


def in_a_name(names: list[Name], said: str, sentence: Sentence) -> str:
    """Return why names are only a part of another name: two sides of one thing, a firm, a hotel, a street; else ""."""
    kind = names[0].kind
    if len(names) > 1 and _bloc_and_country(names, sentence.text):
        return "bloc-country"
    if kind in ("country", "city") and NEW.search(said, max(0, len(said) - LONGEST_SIDE)):
        return "a town called after another"
    joined = kind in ("demonym", "country") and said.endswith(HYPHENS)
    if joined and OF_TWO_SIDES.search(said, max(0, len(said) - LONGEST_SIDE)):
        return "one of two sides"
    if kind in ("demonym", "city") and COMPANY.match(sentence.text, names[-1].end):
        return "name of a company"
    return "name of a hotel or street" if kind == "city" and BUILDING.match(sentence.text, names[-1].end) else ""


def _bloc_and_country(names: list[Name], text: str) -> bool:
    """Say whether a bloc or body and a country are two sides of one thing: "the ASEAN-Canada dialogue"."""
    bodies = [n.kind in ("bloc", "organisation") for n in names[:2]]
    return bodies != [True, True] and any(bodies) and text[names[0].end : names[1].start] in HYPHENS
