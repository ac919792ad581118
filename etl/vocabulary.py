"""Turns data/vocabulary/*.csv and data/terms/*.csv into look-ups and into one automaton of all known terms."""

from __future__ import annotations

import atexit
import csv
import gc
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from pathlib import Path

from etl.letters import plain
from etl.terms import Term, Terms, in_small_letters

DATA = Path(__file__).parent.parent / "data"
NAMES_OF = ("name_en", "label_en", "name")  # the column that names a row, first found
SELDOM = 50_000  # objects made until the collector of circles looks again; a text makes thousands and few circles
DEMONYMS = ("demonym", "adjective")
LISTED = (
    "listed"  # names of countries that are other words, too, but in a list of countries: "Comores, Maurice et Togo"
)

Row = dict[str, str]


@cache
def rows(vocabulary: str) -> tuple[Row, ...]:
    """Return the rows of data/vocabulary/<vocabulary>.csv, in their order; FileNotFoundError for an unknown one."""
    return _read(DATA / "vocabulary" / f"{vocabulary}.csv")


def _read(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        names, *lines = csv.reader(file)  # csv.DictReader takes three times as long
        return tuple([dict(zip_longest(names, line[: len(names)])) for line in lines if line])


@cache
def _by(vocabulary: str, column: str) -> dict[str, Row]:
    return {row[column]: row for row in rows(vocabulary)}


def countries() -> dict[str, Row]:
    """Return every country and territory by its alpha-3 code (ISO 3166-1 and XKX)."""
    return _by("countries", "code")


def codes(vocabulary: str) -> tuple[str, ...]:
    """Return the codes of a vocabulary in their order (canonical names where it has no codes)."""
    column = next(c for c in ("code", "slug", "name") if c in rows(vocabulary)[0])
    if column == "slug":
        column = "name"
    return tuple(row[column] for row in rows(vocabulary))


def label(vocabulary: str, code: str, language: str = "en") -> str:
    """Return what a reader sees for `code`: in `language`, else in English, else the code itself."""
    column = "code" if "code" in rows(vocabulary)[0] else "name"
    row = _by(vocabulary, column).get(code, {})
    names = [f"{part}_{language}" for part in ("name", "label")] + list(NAMES_OF)
    return next((row[name] for name in names if row.get(name)), code)


def label_of_several(vocabulary: str, code: str, language: str = "en") -> str:
    """Return what stands for several of `code` within a sentence ("trainings"); its label where there is no such."""
    return _by(vocabulary, "code").get(code, {}).get(f"several_{language}") or label(vocabulary, code, language)


def definition(vocabulary: str, code: str, language: str = "en") -> str:
    """Return what a code means, in `language` or else in English; "" where the vocabulary does not say."""
    row = _by(vocabulary, "code").get(code, {})
    return row.get(f"definition_{language}") or row.get("definition", "")


def country_name(code: str, language: str = "en") -> str:
    """Return the United Nations' name of a country (en, fr, es; other languages in English); the code if unknown."""
    return label("countries", code, language)


def regions_of(code: str) -> list[str]:
    """Return the region codes of a country: its M49 sub-region and the programme's own; [] for an unknown code."""
    row = countries().get(code)
    return [row["m49"], row["programme_region"]] if row else []


def region_codes(canonical: str) -> list[str]:
    """Return the codes (both schemes) to which a region named by a text maps; [] where it maps to none."""
    found = _by("region_names", "canonical").get(canonical, {}).get("codes", "")
    return found.split(";") if found else []


def members(bloc: str, date: str = "") -> list[str]:
    """Return the sorted alpha-3 of a bloc's members on `date` (ISO 8601 of any precision; "": today)."""
    day = date or "9999"
    return sorted(
        row["member"]
        for row in rows("blocs")
        if row["bloc"] == bloc
        and row["valid_from"][: len(day)] <= day
        and (not row["valid_to"] or day < row["valid_to"])
    )


@cache
def small_words(purpose: str) -> frozenset[str]:
    """Return the words of a purpose in data/vocabulary/small_words.csv, of all languages."""
    return frozenset(word for row in rows("small_words") if row["purpose"] == purpose for word in row["words"].split())


@cache
def small_numbers() -> dict[str, int]:
    """Return the numbers up to a dozen by their words, of all languages, in data/vocabulary/small_numbers.csv."""
    return {word: int(row["number"]) for row in rows("small_numbers") for word in row["words"].split()}


@cache
def gives_aid(code: str, year: str) -> bool:
    """Say whether a State was a member of the OECD's Development Assistance Committee in `year` ("": today)."""
    since = _by("dac_members", "code").get(code, {}).get("since")
    return since is not None and (not year or since <= year)


@cache
def _seats() -> frozenset[str]:
    return frozenset(row["name"].casefold() for row in rows("cities") if row["seat"] == "true")


@cache
def towns() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the small towns, states and provinces by first word, then by whole name (lower case): their countries."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows("towns"):
        name = row["name"].lower()
        same = found.setdefault(name.split()[0], {})
        same[name] = (*same.get(name, ()), row["code"])
    return found


@cache
def towns_alone() -> dict[str, str]:
    """Return the towns, states and provinces (lower case) whose name alone says the country, no other having it."""
    return {row["name"].lower(): row["code"] for row in rows("towns") if row["alone"]}


@cache
def _codes_of_towns() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for table in ("cities", "towns"):
        for row in rows(table):
            found.setdefault(row["name"], set()).add(row["code"])
    return {name: tuple(sorted(codes)) for name, codes in found.items()}


def codes_of_town(name: str) -> tuple[str, ...]:
    """Return the alpha-3 of the countries that have a city, town or province spelt `name`; () where none has."""
    return _codes_of_towns().get(name, ())


@cache
def _spellings_of_cities() -> frozenset[str]:
    return frozenset(_codes_of_towns())


def is_arabic_in(city: str) -> bool:
    """Say whether an Arabic city's name has "in" written as one word with it: the name without it is one, too."""
    return city.startswith("ب") and city[1:] in _spellings_of_cities()


def is_seat(city: str) -> bool:
    """Say whether a city is a headquarters or conference city, which makes its country no beneficiary."""
    return city.casefold() in _seats()


@cache
def has_seat(code: str) -> bool:
    """Say whether a headquarters or conference city is in the country `code` (alpha-3)."""
    return any(row["code"] == code and row["seat"] == "true" for row in rows("cities"))


def organisation_country(name: str) -> str:
    """Return the alpha-3 code of the State for which a body acts (GIZ -> DEU); "" for all others."""
    return _by("organisations", "name").get(name, {}).get("country", "")


def slug(name: str) -> str:
    """Turn a canonical name into what stands in an address: lower case, ASCII, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@cache
def _by_slug(vocabulary: str) -> dict[str, str]:
    return {row.get("slug") or slug(row["name"]): row["name"] for row in rows(vocabulary)}


def unslug(vocabulary: str, name: str) -> str:
    """Return the canonical name that has the slug `name` in `programmes` or `organisations`; "" if there is none."""
    return _by_slug(vocabulary).get(name, "")


def _term(term: str, group: str, code: str, row: Row) -> Term:
    case = row.get("case", "")
    weight = float(row.get("weight") or 1)
    return Term(term, group, code, row.get("language", ""), weight, case == "capital", case == "exact")


def _places() -> Iterator[Term]:
    for row in rows("country_names"):
        group = "demonym" if row["form"] in DEMONYMS else row["form"] if row["form"] == LISTED else "country"
        yield _term(row["name"], group, row["code"], row)
        if group == "country" and re.search(
            r"\W", row["name"]
        ):  # "El Salvador" is no Brazilian city, "South Africa" no region
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
        yield from (_term(row["term"], group, row["meaning"], row) for row in _read(path))


@cache
def all_terms() -> tuple[Term, ...]:
    """Return every term once: places, blocs, bodies, programmes, and one group a file of data/terms.

    A word that several languages share ("seminario") is one term of all of them.
    """
    once: dict[tuple[str, str, str, str, bool], Term] = {}  # "Kazakhstan" is one term, though several languages have it
    for term in _as_read():
        language = term.language if term.group == "role" else ""  # these are read by language: Spanish "agentes" too
        spelt = term.term if term.exact else in_small_letters(term.term)
        key = (spelt, term.group, term.code, language, term.exact)
        first = once.get(key)
        if first is None or (first.capital and not term.capital):  # the looser one: "afghan" in French
            once[key] = term
        elif term.language not in first.language:
            once[key] = replace(first, language=f"{first.language};{term.language}")
    return tuple(once.values())


def _as_read() -> Iterator[Term]:
    """Yield every term, and once more in plain letters, as documents are read, where it is written with more signs."""
    for term in (*_places(), *_names()):
        yield term
        if (letters := plain(term.term)) != term.term:
            yield replace(term, term=letters)


@cache
def terms() -> Terms:
    """Return the automaton of all terms, built once.

    They stay for good, so the collector of what is no longer used is told not to walk over all of them again and again:
    it takes half of the time while they are made.
    """
    gc.disable()
    built = Terms(all_terms())
    gc.freeze()
    gc.set_threshold(SELDOM)  # nothing that is read goes round in circles
    gc.enable()
    atexit.register(gc.unfreeze)  # else libraries find their own objects alive at the end, and say so on the terminal
    return built
