"""The names of cities, towns and provinces in data/vocabulary -> the countries that have one so called."""

from __future__ import annotations

from functools import cache

from etl.data import rows


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


def is_arabic_in(city: str) -> bool:
    """Say whether an Arabic city's name has "in" written as one word with it: the name without it is one, too."""
    return city.startswith("ب") and city[1:] in _codes_of_towns()
