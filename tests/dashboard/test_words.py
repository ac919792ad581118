import csv
import re
import string
from pathlib import Path

import pytest

from dashboard import words
from dashboard.callbacks.about import VOCABULARIES
from dashboard.labels import column_description, column_label, label
from dashboard.parts.shell import PAGES
from dashboard.words import LANGUAGES, WORDS, date, number, period, share, word
from dashboard.words.column_meanings import MEANINGS
from dashboard.words.columns import COLUMNS
from etl import vocabulary
from etl.schema import ACTIVITIES


def holes(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_missing_and_each_has_the_same_holes(language):
    assert WORDS[language].keys() == WORDS["en"].keys()
    for key, text in WORDS["en"].items():
        assert holes(WORDS[language][key]) == holes(text), key
        assert WORDS[language][key].strip(), key


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_column_has_a_label_in_every_language(language):
    assert COLUMNS[language].keys() == {column.name for column in ACTIVITIES}
    assert column_label("host_country", language) != column_label("host_country") == "Host country"


@pytest.mark.parametrize("language", ["fr", "es"])
def test_every_column_is_explained_in_every_language(language):
    assert MEANINGS[language].keys() == {column.name for column in ACTIVITIES}
    assert len(set(MEANINGS[language].values())) == len(ACTIVITIES)
    assert not set(MEANINGS[language].values()) & {column.description for column in ACTIVITIES}
    assert column_description("women", language) != column_description("women") == "Women among them, where stated."


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_every_code_is_explained_in_every_language(name):
    for code in vocabulary.codes(name):
        said = [vocabulary.definition(name, code, language) for language in LANGUAGES]
        assert all(said), code
        assert len(set(said)) == len(LANGUAGES), code


def test_organisations_have_the_names_that_they_have_in_a_language():
    assert label("donor", "European Union", "fr") == "Union européenne"
    assert label("partner", "IOM", "es") == "OIM"
    assert label("partner", "Frontex", "fr") == "Frontex"


def test_every_page_has_a_name():
    assert all(f"page_{page}" in WORDS["en"] for page in PAGES)


@pytest.mark.parametrize(("language", "written"), [("en", "12,345"), ("fr", "12\u202f345"), ("es", "12.345")])
def test_numbers(language, written):
    assert number(12345, language) == written


def test_people_have_no_decimals():
    assert number(3.6) == "4"


@pytest.mark.parametrize(
    ("iso", "language", "written"),
    [
        ("2016", "en", "2016"),
        ("2016-11", "en", "Nov 2016"),
        ("2016-11-28", "en", "28 Nov 2016"),
        ("2016-11-28", "es", "28 nov 2016"),
        ("2016-11", "fr", "nov. 2016"),
        ("", "en", ""),
        ("some day", "en", "some day"),
        ("0000", "en", "0000"),
        ("2016-13", "fr", "2016-13"),
    ],
)
def test_dates_are_as_precise_as_they_are_known(iso, language, written):
    assert date(iso, language) == written


def test_periods_are_named():
    assert period("2016-Q4") == "Q4 2016"
    assert period("2016-Q4", "fr") == "T4 2016"


@pytest.mark.parametrize(
    ("language", "said"), [("en", "0 activities"), ("fr", "0\u00a0activité"), ("es", "0 actividades")]
)
def test_nothing_goes_with_the_word_for_one_in_french_alone(language, said):
    assert word("n_activities", language, n=0).replace("\u00a0", " ") == said.replace("\u00a0", " ")


def test_words_that_say_one_themselves_are_not_for_nothing():
    assert not word("message_several", "fr", n=0).startswith("1")


def test_one_is_singular():
    assert word("n_activities", n=1) == "1 activity"
    assert word("n_activities", n=2) == "2 activities"


def test_a_share_of_nothing_is_nothing():
    assert share(0, 0) == "0%"


def test_no_language_of_the_page_shows_a_key_as_words():
    assert not [text for table in WORDS.values() for text in table.values() if re.fullmatch(r"[a-z]+_[a-z_]+", text)]


def test_unknown_keys_are_errors():
    with pytest.raises(KeyError):
        words.word("no such key")


CASES = Path(__file__).parents[1] / "cases"
COUNTS = list(csv.DictReader((CASES / "counts.csv").read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize("case", COUNTS, ids=lambda case: f"{case['key']}-{case['language']}-{case['counts']}")
def test_one_is_said_as_one_and_many_as_many(case):
    counts = {name: int(n) for name, n in (pair.split("=") for pair in case["counts"].split(" "))}
    text = WORDS[case["language"]][case["key"]]
    others = dict.fromkeys(holes(text) - counts.keys(), "X")
    assert word(case["key"], case["language"], **counts, **others) == case["text"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_goes_with_a_number_stands_in_the_table(language):
    chosen = {key for key, text in WORDS[language].items() if re.search(r"{\w+:", text)}
    assert chosen <= {case["key"] for case in COUNTS if case["language"] == language}
    for key in chosen:
        forms = re.findall(r"{\w+:([^}]*)}", WORDS[language][key])
        assert all(form.count("|") == 1 for form in forms), key
