"""Turns Babel, pycountry and hand-kept tables into data/vocabulary/country_names.csv: what texts call countries."""

import csv
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import endings
import pycountry
from babel import Locale

HERE = Path(__file__).parent
OUT = HERE.parent / "vocabulary" / "country_names.csv"
LANGUAGES = ("en", "fr", "es", "pt", "pt_PT", "ru", "ar", "it", "de")
ACCENTS_OFTEN_LACKING = ("fr", "es", "pt", "it")
SHORTEST_WITHOUT_ACCENTS = 5  # "Irã" without its accent is no name any more
SMALL_ADJECTIVES = ("fr", "es", "pt", "it", "de")  # languages that write adjectives of countries small
FORMS = {"official_name": "official", "common_name": "name"}
COLUMNS = ("name", "language", "code", "form", "case", "weight")
# Names that are another word, a first name or another place in their language: (language, name).
FALSE_FRIENDS = {tuple(line.split(":", 1)) for line in (HERE / "false_names.txt").read_text("utf-8").splitlines()}

Row = tuple[str, str, str, str, str, str]


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of a table kept by hand."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def case_of(name: str, language: str) -> str:
    """Names ask for a capital; Arabic has none, and "former Yugoslav ..." begins without."""
    return "capital" if language != "ar" and name[0].isupper() else ""


def forms(name: str, language: str) -> list[str]:
    """Return a country's name as texts of that language write it: cases, prefixes, without accents."""
    if language == "ru" and " " not in name:
        return endings.russian_name(name)
    if language in ("ar", "de"):
        return endings.arabic(name) if language == "ar" else endings.german_name(name)
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    if language in ACCENTS_OFTEN_LACKING and len(plain) >= SHORTEST_WITHOUT_ACCENTS and "'" not in name:
        return [name, plain, plain_capitals(name)]
    return [name]


def plain_capitals(name: str) -> str:
    """Return a name as many write it, without accents where a capital may stand: "Guinée Equatoriale"."""
    return "".join(
        unicodedata.normalize("NFD", letter)[0] if before in " -" else letter
        for before, letter in zip(" " + name, name, strict=False)
    )


def as_it_is(name: str, language: str) -> list[str]:
    """Return the one form of an abbreviation, or of the name of a parliament."""
    return [name]


def demonyms(word: str, language: str) -> list[str]:
    """Return all forms of a demonym or adjective."""
    if language == "en":
        return endings.english(word)
    if language in ("ru", "de"):
        return endings.russian_adjective(word) if language == "ru" else endings.german(word)
    return endings.arabic_adjective(word) if language == "ar" else endings.romance(word, language)


def of_packages() -> Iterator[tuple[str, str, str, str]]:
    """Yield (name, language, code, form) that Babel, pycountry and the countries' table know."""
    alpha_3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    for row in read("../vocabulary/countries.csv"):
        yield from ((row[f"name_{x}"], x, row["code"], "name") for x in ("en", "fr", "es"))
    for tag in LANGUAGES:
        for alpha_2, name in Locale.parse(tag).territories.items():
            if alpha_2 in alpha_3 and "(" not in name and " - " not in name:
                yield name, tag[:2], alpha_3[alpha_2], "name"
    for country in pycountry.countries:
        yield country.name, "en", country.alpha_3, "name"
        for form in FORMS:
            if hasattr(country, form):
                yield getattr(country, form), "en", country.alpha_3, FORMS[form]


def spellings(name: str) -> list[str]:
    """Return a name with either apostrophe, and with "and" for "&"."""
    straight = name.replace("’", "'")
    found = [straight, straight.replace("'", "’"), straight.replace("'", "‘")] if "'" in straight else [straight]
    return found + [s.replace(" & ", " and ") for s in found if " & " in s]


def kept_by_hand() -> Iterator[Row]:
    """Yield the rows of the hand-kept table, grown into all forms of their names."""
    for row in read("country_names.csv"):
        language, code, form, weight = row["language"], row["code"], row["form"], row["weight"]
        grow = {"demonym": demonyms, "abbreviation": as_it_is, "body": as_it_is}.get(form, forms)
        for written in row["names"].split("|"):
            for one in (f for name in spellings(written) for f in grow(name, language)):
                case = row["case"] or ("" if form == "demonym" else case_of(one, language))
                yield one, language, code, form, case, weight


def all_rows() -> Iterator[Row]:
    """Yield every row, the ones kept by hand first: what comes later and is spelt alike is dropped."""
    yield from kept_by_hand()
    for name, language, code, form in of_packages():
        if (language, name) not in FALSE_FRIENDS or language not in ("en", "ar"):
            form = "listed" if (language, name) in FALSE_FRIENDS else form
            for one in (f for spelling in spellings(name) for f in forms(spelling, language)):
                yield one, language, code, form, case_of(one, language), ""


def told_apart(demonym: Row) -> Row:
    """Return a demonym that is spelt like a country ("suisse", "argentina") as one that only small letters mean."""
    name, language, code, form, _, weight = demonym
    return name.lower(), language, code, form, "exact", weight


def main() -> None:
    """Write the table, each spelling of a language once."""
    seen: set[tuple[str, str, bool]] = set()
    rows: list[Row] = []
    for row in all_rows():
        key = (row[0], row[1], row[3] == "demonym")
        if key not in seen and ((row[1], row[0]) not in FALSE_FRIENDS or row[3] == "listed"):
            seen.add(key)
            rows.append(row)
    countries = {row[0].lower() for row in rows if row[3] != "demonym"}
    alike = [row for row in rows if row[3] == "demonym" and row[0].lower() in countries]
    rows = [row for row in rows if row not in alike] + [told_apart(row) for row in alike if row[1] in SMALL_ADJECTIVES]
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        out.writerows(sorted(rows, key=lambda r: (r[2], r[1], r[3], r[0])))


if __name__ == "__main__":
    main()
