"""Whole small texts of our own in which a second activity was on a day of the first."""

import csv
from pathlib import Path

import pytest

from etl.dates.same_event import day_of_same_event
from etl.dates_of_one_event import with_days_of_event
from etl.mentions import mentions
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document
from etl.split import shapes

CASES = Path(__file__).parents[1] / "cases" / "dates_of_one_event.csv"


def cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["why"])
def test_an_activity_beside_an_event_is_on_its_days(case: dict[str, str]) -> None:
    text = case["text"].replace("//", "\n\n")
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    found = with_days_of_event(list(mentions(document, shapes.split(document))))
    assert [f"{m.row['date']}/{m.row['end_date']}" for m in found] == case["days"].split()


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("At the same ceremony the two houses signed a protocol.", "all"),
        ("Moreover, during the visit, an agreement was signed.", "all"),
        ("On the third day, the house put a database into service.", "3"),
        ("On the last day of the course the judges were given their certificates.", "last"),
        ("En marge de l'atelier, la Commission a remis dix radios.", "all"),
        ("Durante el encuentro se firmó un convenio.", "all"),
        ("Am letzten Tag wurde ein Abkommen unterzeichnet.", "last"),
        ("A margine dell'incontro è stato firmato un accordo.", "all"),
        ("В последний день семинара был подписан меморандум.", "last"),
        ("وعلى هامش الاحتفال وقعت الوزارة مذكرة.", "all"),
        ("After the ceremony the house gave them dictionaries.", "last"),
        ("In the same month the house signed a protocol.", "month"),
        ("Le même jour, la Commission a remis dix radios.", "day"),
        ("وفي الشهر ذاته صدر الدليل.", "month"),
        ("On the margins of the forum in Lima, the Director signed a protocol.", ""),
        ("On the last day of May the house signed a protocol.", ""),
        ("At the end of 2019, a manual was launched.", ""),
        ("En marge de la réunion annuelle des ministres, la Commission a remis dix radios.", ""),
        ("Durante el encuentro de fiscales se firmó un convenio.", ""),
        ("В ходе визита делегации в Ханой стороны подписали соглашение.", ""),
        ("وعلى هامش الاجتماع السنوي للجنة وقعت الوزارة مذكرة.", ""),
    ],
)
def test_a_sentence_says_on_which_day_of_the_event_it_was(sentence: str, day: str) -> None:
    said = day_of_same_event(sentence, 0, len(sentence))
    assert (said[0] if said else "") == day


@pytest.mark.parametrize(
    "told",
    [
        "Work in Cusco\nThe Office opened a campaign on salt in Cusco.\nOn the margins of the workshop, the Office and "
        "Peru signed a memorandum of understanding.",
        "The Office held a course for 30 clerks in Cusco.\nOn the last day of the course, the Office and Peru signed a "
        "memorandum of understanding on ports in Ilo.",
    ],
)
def test_what_stands_before_an_entry_of_a_feed_changes_nothing_in_it(told: str) -> None:
    before = "4 May 2016\nCourse in Lima\nThe Office held a course for 20 judges in Lima on 2 May 2016.\n\n"
    entry = f"9 June 2016\n{told}\n\n"
    assert dates_of(entry) == ["2016-06-09", "2016-06-09"]
    assert dates_of(before + entry) == ["2016-05-02", "2016-06-09", "2016-06-09"]


def dates_of(text: str) -> list[str]:
    document = Document("a.txt", "0", tuple(text.splitlines()), "feed")
    return [m.row["date"] for m in with_days_of_event(list(mentions(document, shapes.split(document))))]
