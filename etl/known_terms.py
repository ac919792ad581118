"""All that data/vocabulary and data/terms name -> the terms that are looked for in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from etl.data import DATA, Row, read, rows
from etl.letters import plain
from etl.terms import Term, in_small_letters

DEMONYMS = ("demonym", "adjective")
PARTED = re.compile(r"\W")  # "El Salvador" is no Brazilian city, "South Africa" no region
LISTED = "listed"  # names that are other words, too, but in a list of countries: "Comores, Maurice et Togo"

ARABIC, THE, SHORTEST = "ar", "ال", 4
WITH_PREFIXES = ("event", "act", "not_activity")  # whose words a text joins to others


def _term(term: str, group: str, code: str, row: Row) -> Term:
    case = row.get("case", "")
    weight = float(row.get("weight") or 1)
    return Term(term, group, code, row.get("language", ""), weight, case == "capital", case == "exact")


def _places() -> Iterator[Term]:
    for row in rows("country_names"):
        group = "demonym" if row["form"] in DEMONYMS else row["form"] if row["form"] == LISTED else "country"
        yield _term(row["name"], group, row["code"], row)
        if group == "country" and PARTED.search(row["name"]):
            yield from (_term(row["name"], other, "", row) for other in ("demonym", "city", "region"))
    for row in rows("not_places"):  # "Gulf of Guinea": an empty code keeps the shorter "Guinea" away
        yield from (_term(row["name"], group, "", row) for group in row["groups"].split(";"))
    for row in rows("cities"):
        yield _term(row["name"], "city", row["code"], row)
    for row in rows("region_names"):
        yield _term(row["name"], "region", row["canonical"], row)


def _names() -> Iterator[Term]:
    for row in rows("bloc_names"):
        yield _term(row["name"], "bloc", row["bloc"], row)
    for row in rows("organisation_names"):
        yield _term(row["name"], "organisation", row["organisation"], row)
        yield _term(row["name"], "region", "", row)  # "Council of Europe" is no region
    for row in rows("programme_names"):
        yield _term(row["name"], "programme", row["programme"], row)
    for path in sorted((DATA / "terms").glob("*.csv")):
        group = path.stem
        yield from (_term(row["term"], group, row["meaning"], row) for row in read(path))


@cache
def all_terms() -> tuple[Term, ...]:
    """Return every term once: places, blocs, bodies, programmes, and one group a file of data/terms.

    A word that several languages share ("seminario") is one term of all of them.
    """
    once: dict[tuple[str, str, str, str, bool], Term] = {}  # "Kazakhstan" is one term, though several languages have it
    for term in _asread():
        language = term.language if term.group == "role" else ""  # these are read by language: Spanish "agentes" too
        spelt = term.term if term.exact else in_small_letters(term.term)
        key = (spelt, term.group, term.code, language, term.exact)
        first = once.get(key)
        if first is None or (first.capital and not term.capital):  # the looser one: "afghan" in French
            once[key] = term
        elif term.language not in first.language:
            once[key] = replace(first, language=f"{first.language};{term.language}")
    return tuple(once.values())


def _asread() -> Iterator[Term]:
    """Yield every term, and once more in plain letters, as documents are read, where it is written with more signs.

    An Arabic one also comes behind the little words that are written in one piece with it.
    """
    for term in (*_places(), *_names()):
        yield term
        letters = plain(term.term)
        if letters != term.term:
            yield replace(term, term=letters)
        if term.language == ARABIC and term.group in WITH_PREFIXES:
            yield from (replace(term, term=joined) for joined in _prefixed(letters))


def _prefixed(words: str) -> Iterator[str]:
    """Yield Arabic words behind "and", "then", and, where they are not too short, "in", "for" and "the"."""
    if words.startswith(THE):
        yield from (f"{prefix}{words}" for prefix in ("و", "ب", "ف", "وب"))
        yield from (f"{prefix}لل{words[len(THE) :]}" for prefix in ("", "و"))
        return
    yield from (f"{prefix}{words}" for prefix in ("و", "ف"))
    if len(words.split()[0]) >= SHORTEST:
        yield from (f"{prefix}{words}" for prefix in ("ب", "ل", "وب", "ول"))
