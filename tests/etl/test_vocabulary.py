"""The lists hold together, and their names are found in texts and nowhere else."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from etl import towns, vocabulary
from etl.small_words import spelt

CASES = Path(__file__).parent.parent / "cases" / "places_names.csv"
DATA = Path(__file__).parents[2] / "data"
TABLES = sorted([*DATA.glob("terms/*.csv"), *DATA.glob("vocabulary/*.csv")])
SPELT = re.compile(r"[^\W\d_]+(?:[ '’-]+[^\W\d_]*)*")  # without signs of a regular expression
VOCABULARIES = {
    "kinds": 11,
    "areas": 7,
    "topics": 2,
    "audiences": 15,
    "date_bases": 4,
    "modes": 3,
    "number_qualifiers": 4,
    "levels": 2,
    "reviews": 3,
}


def cases() -> list[tuple[str, str, str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["group"], row["expected"], row["why"]) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("text", "group", "expected", "why"), cases())
def test_names_are_found_and_false_friends_are_not(text: str, group: str, expected: str, why: str) -> None:
    found = [hit.code for hit in vocabulary.terms().find(text) if hit.group == group]
    assert " ".join(found) == expected, why


@pytest.mark.parametrize("path", [*TABLES, *CASES.parent.glob("*.csv")], ids=lambda path: path.stem)
def test_no_row_of_a_table_has_more_fields_than_its_heading(path: Path) -> None:
    heading, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    assert not [row for row in rows if len(row) > len(heading)], "a comma inside a field wants quotes around it"


def test_every_country_is_in_one_region_of_each_scheme() -> None:
    scheme = {row["code"]: row["scheme"] for row in vocabulary.rows("regions")}
    for code, row in vocabulary.countries().items():
        assert [scheme[region] for region in vocabulary.regions_of(code)] == ["m49", "programme"], row
    assert len(vocabulary.countries()) == len(vocabulary.rows("countries")) == 250


def test_states_are_the_members_and_observers_of_the_united_nations() -> None:
    assert sum(row["state"] == "true" for row in vocabulary.countries().values()) == 193 + 2
    assert vocabulary.countries()["PSE"]["state"] == "true"
    assert vocabulary.countries()["XKX"]["state"] == "false"


def test_every_country_has_a_point() -> None:
    for row in vocabulary.countries().values():
        assert -180 <= float(row["lon"]) <= 180, row
        assert -90 <= float(row["lat"]) <= 90, row


@pytest.mark.parametrize(("table", "column"), [("country_names", "code"), ("cities", "code"), ("blocs", "member")])
def test_names_map_to_real_countries(table: str, column: str) -> None:
    assert {row[column] for row in vocabulary.rows(table)} <= set(vocabulary.countries())


def test_every_state_has_an_english_demonym() -> None:
    demonyms = (row for row in vocabulary.rows("country_names") if row["form"] == "demonym")
    named = {row["code"] for row in demonyms if row["language"] == "en"}
    states = {code for code, row in vocabulary.countries().items() if row["state"] == "true"}
    shared = {"COG", "DMA"}  # "Congolese" and "Dominican" are given to the larger country, with half the weight
    assert states - named == {"VAT"} | shared


def test_a_spelling_means_one_country_only() -> None:
    meant: dict[tuple[str, str], set[str]] = {}
    for row in vocabulary.rows("country_names"):
        meant.setdefault((row["name"].lower(), row["form"] == "demonym"), set()).add(row["code"])
    assert {name: codes for name, codes in meant.items() if len(codes) > 1} == {}


def test_region_names_map_to_real_regions() -> None:
    known = set(vocabulary.codes("regions"))
    for row in vocabulary.rows("region_names"):
        assert row["codes"], row
        assert set(row["codes"].split(";")) <= known, row


@pytest.mark.parametrize(
    ("names", "column", "known"),
    [
        ("organisation_names", "organisation", "organisations"),
        ("programme_names", "programme", "programmes"),
    ],
)
def test_names_map_to_canonical_ones(names: str, column: str, known: str) -> None:
    assert {row[column] for row in vocabulary.rows(names)} == set(vocabulary.codes(known))


def test_every_ending_of_trades_ends_its_example() -> None:
    assert [row for row in vocabulary.rows("trade_endings") if not row["example"].endswith(row["ending"])] == []


@pytest.mark.parametrize("row", vocabulary.rows("town_endings"), ids=lambda row: row["example"])
def test_every_ending_of_towns_fits_its_example(row: dict[str, str]) -> None:
    adjective, town = row["example"].split("/")
    assert adjective[:-2].removesuffix(row["adjective"]) + row["town"] == town
    assert len(towns.codes_of_town(town)) == 1


def test_every_purpose_of_small_words_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in DATA.parent.glob("etl/**/*.py"))
    assert [
        p
        for p in {row["purpose"] for row in vocabulary.rows("small_words")}
        if f'"{p}"' not in code and f"'{p}'" not in code
    ] == []


def test_every_small_word_is_found_by_the_pattern_of_its_purpose() -> None:
    for purpose in {row["purpose"] for row in vocabulary.rows("small_words")}:
        found = re.compile(spelt(purpose))
        words = {word: word.replace("*", "x").replace("_", " ") for word in vocabulary.small_words(purpose)}
        letters = {word: said for word, said in words.items() if SPELT.fullmatch(said)}
        assert [word for word, said in letters.items() if not found.fullmatch(said)] == [], purpose


def test_a_word_says_one_small_number() -> None:
    said = {(row["number"], word) for row in vocabulary.rows("small_numbers") for word in row["words"].split()}
    assert len(said) == len(vocabulary.small_numbers())


def test_bloc_names_map_to_blocs() -> None:
    assert {row["bloc"] for row in vocabulary.rows("bloc_names")} == {row["bloc"] for row in vocabulary.rows("blocs")}


@pytest.mark.parametrize(
    ("bloc", "date", "count"),
    [("eu", "2019", 28), ("eu", "2021-06-01", 27), ("eu", "1990", 12), ("asean", "2016", 10), ("gcc", "2010", 6)],
)
def test_members_change_with_the_date(bloc: str, date: str, count: int) -> None:
    assert len(vocabulary.members(bloc, date)) == count


@pytest.mark.parametrize(("vocabulary_name", "count"), VOCABULARIES.items())
def test_every_code_has_labels_and_a_definition(vocabulary_name: str, count: int) -> None:
    rows = vocabulary.rows(vocabulary_name)
    assert len(rows) == len({row["code"] for row in rows}) == count
    assert all(all(row.values()) for row in rows)


def test_programmes_have_real_members_and_slugs_of_their_own() -> None:
    rows = vocabulary.rows("programmes")
    assert Counter(row["slug"] for row in rows).most_common(1)[0][1] == 1
    for row in rows:
        assert set(filter(None, row["members"].split(";"))) <= set(vocabulary.countries()), row
        assert vocabulary.unslug("programmes", row["slug"]) == row["name"]


def test_organisations_have_real_countries_and_slugs_of_their_own() -> None:
    rows = vocabulary.rows("organisations")
    assert {row["country"] for row in rows} - {""} <= set(vocabulary.countries())
    assert len({vocabulary.slug(row["name"]) for row in rows}) == len(rows)
    assert vocabulary.organisation_country("GIZ") == "DEU"
    assert vocabulary.organisation_country("European Union") == ""


def test_look_ups() -> None:
    assert vocabulary.country_name("VNM", "fr") == "Viet Nam"
    assert vocabulary.country_name("LAO") == "Lao People's Democratic Republic"
    assert vocabulary.country_name("XXX") == "XXX"
    assert vocabulary.regions_of("XKX") == ["039", "south-eastern-europe"]
    assert vocabulary.regions_of("TWN")[0] == "030"
    assert vocabulary.region_codes("Western Balkans") == ["039", "south-eastern-europe"]
    assert vocabulary.region_codes("Atlantis") == []
    assert vocabulary.label("kinds", "training", "es") == "Capacitación"
    assert vocabulary.is_seat("Geneva")
    assert vocabulary.is_seat("Женеве")
    assert not vocabulary.is_seat("Nairobi")


def test_a_term_with_a_parting_word_of_its_own_stands_beside_the_one_that_it_parts() -> None:
    found = vocabulary.terms().find("Un atelier organisé conjointement par les deux offices s'est tenu.")
    assert [h.term.term for h in found.of("role") if "par" in h.term.term] == ["organisé conjointement par"]
