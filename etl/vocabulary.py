"""Turns data/vocabulary/*.csv into look-ups, and all known terms into one automaton."""

from __future__ import annotations

import atexit
import gc
import re
import unicodedata
from functools import cache

from etl.automaton import Terms
from etl.data import DATA as DATA  # where all others look for these
from etl.data import Row
from etl.data import rows as rows
from etl.known_terms import all_terms as all_terms

OPEN = ("organisations", "programmes")  # vocabularies that a text's own names may go beyond
NAMES_OF = ("name_en", "label_en", "name")  # the column that names a row, first found
SELDOM = 50_000  # objects made until the collector of circles looks again; a text makes thousands and few circles


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
def _small_words() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows("small_words"):
        found[row["purpose"]] = found.get(row["purpose"], frozenset()).union(row["words"].split())
    return found


@cache
def small_words(purpose: str) -> frozenset[str]:
    """Return the words of a purpose in data/vocabulary/small_words.csv, of all languages; KeyError if unknown."""
    return _small_words()[purpose]


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
