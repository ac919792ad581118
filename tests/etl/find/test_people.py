import csv
from dataclasses import replace
from pathlib import Path

import pytest

from etl.find import people
from tests.etl.find.passages import DOCUMENT, passage

CASES = Path(__file__).parents[2] / "cases" / "people.csv"
FIELDS = ("participants", "trained", "women", "men", "number_qualifier")


def read(marked: str, language: str, aggregate: bool = False) -> dict[str, str]:
    found = {f.field: str(f.value) for f in people.find(passage(marked, language, aggregate), DOCUMENT) if f.chosen}
    return {field: found.get(field, "") for field in FIELDS}


with CASES.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"] + ": " + row["why"])
def test_people_are_read_as_a_person_would(row):
    assert read(row["input"], row["language"]) == {field: row[field] for field in FIELDS}, row["why"]


def test_a_claim_may_speak_of_all_years():
    claim = "To date the project has [held 26 courses], reaching over 700 practitioners."
    assert read(claim, "en", aggregate=True)["participants"] == "700"
    assert read(claim, "en", aggregate=True)["number_qualifier"] == "at_least"


def test_a_title_may_say_that_people_are_trained():
    told = passage("Officers trained on a new procedure The office [held a workshop] for 30 officers.")
    titled = replace(told, item=replace(told.item, title="Officers trained on a new procedure"))
    assert ("trained", 30) in [(f.field, f.value) for f in people.find(titled, DOCUMENT)]


def test_candidates_that_lost_are_kept():
    told = "The [workshop] was attended by 48 participants. Among the guests, 5 journalists took part in a walk."
    lost = [f.value for f in people.find(passage(told), DOCUMENT) if f.field == "participants" and not f.chosen]
    assert lost == [5]


def test_the_quote_is_the_count():
    found = people.find(passage("The [workshop] was attended by more than 48 participants."), DOCUMENT)
    assert {f.quote for f in found} == {"more than 48 participants"}


@pytest.mark.parametrize(
    ("kind", "aggregate", "participants", "trained", "expected"),
    [
        ("training", False, 40, None, (40, 40)),
        ("training", False, None, 40, (40, 40)),
        ("workshop", False, None, 40, (40, 40)),
        ("workshop", False, 40, None, (40, None)),
        ("expert_meeting", False, 40, 40, (40, None)),
        ("conference", True, None, 700, (700, 700)),
        ("training", False, None, None, (None, None)),
    ],
)
def test_training_trains_and_a_conference_does_not(kind, aggregate, participants, trained, expected):
    row = {"kind": kind, "aggregate": aggregate, "participants": participants, "trained": trained}
    after = people.reconciled(row)
    assert (after["participants"], after["trained"]) == expected
    assert row == {"kind": kind, "aggregate": aggregate, "participants": participants, "trained": trained}
