"""Tables in plain text, their columns parted by bars: which lines are one, and what is read in it."""

from __future__ import annotations

import pytest

from etl.mentions import mentions
from etl.read.bars import tabled
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document
from etl.split import shapes

REPORT = """Report on the year 2018

The Harbour Agency stands by the sea in a house with a green door, and is older than the port itself.

Course | Place | Dates | Participants
Finding anchors | Lima | 16-20 July 2018 | 34
Mending chains | Quito | 8-12 October 2018 | 21

The year was a long one, with two storms.

One of them took the roof of the office.

The other one took the fence.

Both have been mended since.
"""
TABLES = {
    "rows below their headings": (REPORT, [5, 6, 7]),
    "bars around the rows": ("| a | b | c |\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n", [1, 2, 3]),
    "a menu has one row": ("Home | News | About us\nThe text.\n", []),
    "two columns are none": ("a | b\n1 | 2\n3 | 4\n", []),
    "as many columns in each row": ("a | b | c\n1 | 2 | 3\n4 | 5 | 6 | 7\n", []),
}


@pytest.mark.parametrize(("text", "rows"), TABLES.values(), ids=TABLES)
def test_lines_of_a_table(text: str, rows: list[int]) -> None:
    found = tabled(text.split("\n"))
    assert [n for n, line in enumerate(found, 1) if line.table] == rows
    assert [line.words for line in found] == text.split("\n")


def test_rows_of_a_table_with_known_headings_are_activities() -> None:
    document = next(iter(documents(File("a.txt", data=REPORT.encode()))))
    assert isinstance(document, Document)
    told = list(mentions(document, shapes.split(document)))
    columns = ("date", "end_date", "country", "participants", "line_start")
    read = [tuple(m.row[name] for name in columns) for m in told]
    assert read == [
        ("2018-07-16", "2018-07-20", ["PER"], 34, 6),
        ("2018-10-08", "2018-10-12", ["ECU"], 21, 7),
    ]
