"""Whole small documents, made up in the shapes of real ones, and the items they fall into."""

import csv
from pathlib import Path

import pytest

from etl.language import language_of
from etl.read.text import read
from etl.records import Document, Item
from etl.shape import shape_of
from etl.split.shapes import split

CASES = Path(__file__).parents[1] / "cases"
DOCUMENTS = list(csv.DictReader((CASES / "documents.csv").read_text(encoding="utf-8").splitlines()))


def items_of(*lines: str) -> list[Item]:
    return split(Document("a.txt", "0", lines, shape_of(lines)))


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case["document"])
def test_a_document_falls_into_its_items(case: dict[str, str]) -> None:
    document = read(CASES / "documents" / case["document"], case["document"])
    assert (document.kind_of_document, document.language, document.published or "") == (
        case["shape"],
        case["language"],
        case["published"],
    )
    items = split(document)
    assert " ".join(f"{i.line_start}-{i.line_end}" for i in items) == case["items"]
    assert [i.title.replace(",", ".") for i in items] == case["titles"].split("|")
    assert [i.position for i in items] == list(range(len(items)))
    period = f"{document.period_from}/{document.period_to}" if document.period_from else ""
    assert period == case["period"]


def test_the_heading_is_not_in_the_text_and_the_title_ends_a_sentence() -> None:
    (first, *_) = items_of("12 May 2019", "Course in Lima", "It was long.", "5 May 2019", "Fair", "1 May 2019", "Book")
    assert (first.heading, first.heading_line, first.title) == ("12 May 2019", 1, "Course in Lima")
    assert first.text.string == "Course in Lima\nIt was long."
    assert first.text.line_at(first.text.string.index("long")) == 3


def test_a_sentence_that_goes_on_over_lines_stays_whole() -> None:
    (only,) = items_of(
        "Institute trains officers",
        "The Institute organized a course for officers of the border police of",
        "Peru and Chile.",
    )
    assert only.text.string.split("\n")[1].endswith("police of Peru and Chile.")


def test_whole_paragraphs_below_a_numbered_title_stay_apart_and_cut_lines_are_joined() -> None:
    whole = ("On 5 May the Office held a course on weirs in Ruse.", "", "On 7 May a round table was held in Linz.")
    cut = ("On 5 May the Office held a course on weirs and", "", "locks in Ruse. It lasted for a whole week.")
    fill = [
        line for n in (2, 3, 4) for line in (f"{n}. The water was high in this part of the year, as it was. " * 3, "")
    ]
    assert "\nOn 5 May" in split(Document("a.txt", "0", ("1. Weirs", "", *whole, "", *fill), "report"))[0].text.string
    assert "\n" not in split(Document("a.txt", "0", ("1. Weirs", "", *cut, "", *fill), "report"))[0].text.string


def test_broken_words_of_a_report_are_mended() -> None:
    document = read(CASES / "documents" / "report.txt", "report.txt")
    third = split(document)[2]
    assert "large-scale dams and on inter-regional wells" in third.text.string
    assert third.locator == "par. 3"


def test_furniture_is_not_read() -> None:
    text = " ".join(i.text.string for i in split(read(CASES / "documents" / "report.txt", "report.txt")))
    assert not any(word in text for word in ("RIV/BOARD", "V.18", "http", "____", "Courses for farmers"))


def test_moving_an_item_changes_nothing_in_it() -> None:
    one = ["12 May 2019", "Course in Lima", "It was long."]
    others = ["5 May 2019", "Fair", "All came.", "1 May 2019", "Book", "It is out."]
    first, last = items_of(*one, *others)[0], items_of(*others, *one)[-1]
    assert (first.text.string, first.heading, first.title) == (last.text.string, last.heading, last.title)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Office trained judges in the capital", "en"),
        ("Lucha contra la contaminación de los ríos", "es"),
        ("Trabajo con fines de protección", "es"),
        ("Formation des juges à la protection des rivières", "fr"),
        ("Formação de juízes para a proteção dos rios", "pt"),
        ("Обучение судей в столице", "ru"),
        ("تدريب القضاة في العاصمة", "ar"),
        ("Die Ausbildung der Richter in der Hauptstadt", "de"),
        ("La formazione dei giudici nella capitale", "it"),
        ("De opleiding van rechters in het land", "nl"),
        ("Launch of fair in Lima", "en"),
        ("Curso sobre ríos", "es"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


def test_lines_whose_parts_bars_set_apart_are_items() -> None:
    items = items_of(
        "Committee for Rivers - Courses held in 2012",
        "San Salvador, El Salvador | March 12-16, 2012 | Water courses for wardens | 30 participants",
        "Santo Domingo, Dominican Republic | September 24-28, 2012 | How wells are dug | 27 participants",
    )
    assert [(i.line_start, i.line_end) for i in items] == [(2, 2), (3, 3)]


@pytest.mark.parametrize(
    ("lines", "starts"),
    [
        (
            ["Activity: Course on wells", "Dates: 12-16 February 2018", "Venue: Oslo, Norway", "Participants: 30"]
            + ["Activity: Workshop on lakes", "Dates: 5 March 2018", "Venue: Lima, Peru", "Participants: 18"],
            [1, 5],
        ),
        (
            ["River Club @riverclub · 14 May 2019", "Day one of our course for 25 wardens in Lima. Great questions!"]
            + ["River Club @riverclub · 20 May 2019", "Today we handed over four boats to the wardens of Peru."],
            [1, 3],
        ),
        (
            ["Output 1.2 Wardens can measure water", "Thirty-four wardens completed a three-day course in Lima."]
            + ["Output 1.3 A guide is in use", "The guide was launched by the minister on 20 February 2020."],
            [1, 3],
        ),
        (
            [
                "Agency trains wardens in Lima",
                "Date: 3 May 2019",
                "The agency trained twenty wardens in Lima on Friday.",
            ]
            + ["Contact: press office", "Photo: River Club"],
            [1],
        ),
    ],
)
def test_headings_that_are_written_alike_begin_items(lines: list[str], starts: list[int]) -> None:
    assert [i.line_start for i in items_of(*lines)] == starts


LABELLED = [
    (
        ("title: Seminar on Dairy Statistics", "date: 4 June 2013", "time: 10:15", "location: Santo Amaro, Brazil"),
        "Seminar on Dairy Statistics",
        {"date": "2013-06-04", "end_date": "2013-06-04", "host_country": "BRA"},
    ),
    (
        ("Workshop on Plant Inspection", "**Dates:** 12-14 May 2015", "**Venue:** Hotel Savanna, Kampala, Uganda")
        + ("**Participants:** 28 inspectors", "**Funded by:** European Union"),
        "Workshop on Plant Inspection",
        {"date": "2015-05-12", "end_date": "2015-05-14", "host_country": "UGA", "donors": ["European Union"]},
    ),
    (
        ("Curso de inspección", "Fecha: 3 de junio de 2016", "Lugar: Asunción", "Países: Paraguay, Argentina", "")
        + ("El curso se celebró del 3 al 5 de junio.",),
        "Curso de inspección",
        {"host_country": "PRY", "country": ["ARG", "PRY"]},  # its last day stands in the text alone
    ),
    (("Office trains inspectors", "Date: 20 May 2015", "Location: Geneva", "They were from Tonga."), "", {}),
    (("Office trains inspectors", "Author: press unit", "Category: news", "Tags: plants, Tonga", "Trained."), "", {}),
]


@pytest.mark.parametrize(("lines", "title", "stated"), LABELLED, ids=lambda case: str(case)[:40])
def test_labelled_lines_at_the_head_of_a_page_state_its_event(
    lines: tuple[str, ...], title: str, stated: dict[str, object]
) -> None:
    (only,) = items_of(*lines)
    assert {f.field: f.value for f in only.stated if f.field != "date_basis"} == stated
    assert not title or (only.title, only.text.string.partition("\n")[0]) == (title, title)


AGAIN = ("Ministry trains bakers of Minsk", "Tuesday, 4 May 2010, 2:15 pm  Press Release: Ministry of Bread")


def test_a_title_and_day_said_again_begin_no_second_item() -> None:
    lines = ("Ministry trains bakers", "Date: 2010-05-04", *AGAIN, "4 May 2010", "The Ministry trained 30 bakers.")
    assert [(i.line_start, i.line_end) for i in items_of(*lines)] == [(1, 6)]


def test_items_of_one_day_with_titles_of_their_own_stay_apart() -> None:
    lines = ("4 May 2010", "Course for bakers in Minsk", "4 May 2010", "Talks on flour in Brest", "3 May 2010", "Fair")
    assert [(i.line_start, i.line_end) for i in items_of(*lines)] == [(1, 2), (3, 4), (5, 6)]


BELOW = [
    *("Tailors learn to dye", "LILLE, France - The Guild has trained 20 tailors.", "10 December 2018"),
    *("Guild opens a school", "A school for tailors was opened in Ghent.", "29 August 2018"),
    *("Guild meets in Bruges", "The tailors of five towns met for two days.", "12 March 2018"),
]


def test_a_day_between_its_section_and_a_town_begins_an_item() -> None:
    text = """Harbour Agency
Local | 28 March 2023 | Manama
Agencies sign a charter
The Agency held a workshop with 18 agencies.
Local | 9 March 2023 | Kuwait
Officers end a course
A course of five days for 27 officers ended today.
Publication | 27 February 2023
Report on ropes
The Agency released a report on ropes."""
    assert [(i.heading, i.title) for i in items_of(*text.split("\n"))[1:]] == [
        ("28 March 2023", "Agencies sign a charter"),
        ("9 March 2023", "Officers end a course"),
        ("27 February 2023", "Report on ropes"),
    ]


def test_days_may_stand_below_their_news() -> None:
    found = items_of(*BELOW)
    assert [(i.line_start, i.line_end, i.heading) for i in found] == [
        (1, 3, "10 December 2018"),
        (4, 6, "29 August 2018"),
        (7, 9, "12 March 2018"),
    ]
    assert [i.title for i in found] == BELOW[::3]
    assert "2018" not in "".join(i.text.string for i in found)


def test_days_above_their_news_are_not_taken_for_days_below() -> None:
    above = items_of(*BELOW[2:], "They thanked the town.")  # the first day has nothing of its own above it
    assert [(i.line_start, i.heading) for i in above][0] == (1, "10 December 2018")


def test_a_page_begins_where_its_title_stands_for_the_last_time_above_the_text() -> None:
    menu = ("# Wells for the hills", "Skip to main content", "Nepal", "WELLS FOR THE HILLS", "Wells for the hills")
    (only,) = items_of(*menu, "5 March 2021", "The Water Office held a workshop on wells for teachers in Pokhara.")
    assert (only.line_start, only.line_end, only.title) == (5, 7, "Wells for the hills")


def test_some_headlines_among_other_lines_are_no_page_of_headlines() -> None:
    told = ("Club trains 24 detectives in Zomba", "Handbook launched in Blantyre", "Norway donates vehicles to Mzuzu")
    others = ("Garden day", "Songs of the hills", "Our choir", "The old well", "Friends of the club")
    assert [i.line_start for i in items_of(*told)] == [1, 2, 3]
    assert [i.line_start for i in items_of(*told, *others)] == [1]


def test_more_lines_below_the_text_than_it_has_are_no_titles_of_other_pages() -> None:
    text = ("Wells of the hills", "The Water Office cares for wells in forty villages of the hills.")
    titles = ("A course for caretakers", "A visit to the dam", "Songs of the hills", "The old well")
    assert items_of(*text, *titles)[-1].line_end == 6
    assert items_of(*text * 3, *titles)[-1].line_end == 6
