"""The menu of a site above the text of a page: which lines are left empty, which stay."""

from __future__ import annotations

import pytest

from etl.menu import without_menu
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document

PAGE = """-
Who We Are
WHO WE AREThe Harbour Agency has helped crews and ports since 1990.
About
About
Our People
- Our Work
Our WorkShips touch almost every coast. In Togo we advise the port.
- Take Action
Clerks in Lomé spend two days on lost anchors
News
Lomé - On 4 and 5 May 2021 the Harbour Agency held a course on lost anchors for 22 clerks.
"""
CASES = {
    "entries of a menu, with what each opens": (PAGE, range(2, 10)),
    "Spanish": ("Quiénes somos\nQué hacemos\nDónde trabajamos\nUn curso en Lima para veinte fiscales\n", range(1, 4)),
    "a page on a body has one such line": ("Who we are\nThe agency was founded in 1990.\nOur work\n", ()),
    "headings of a page with their texts": (
        "About us\nWe are a small agency of ports.\nOur work\nWe mend what breaks.\nOur team\nWe are nine.\n",
        (),
    ),
    "two entries are no menu": ("About us\nTake action\nClerks in Lomé spend two days on anchors\n", ()),
    "a long one of points": (
        "What we do\n- Lost anchors and the ropes of small boats\nWhere we are\n"
        + "- Togo\n" * 60
        + "About us\nContacts\nClerks in Lomé spend two days on lost anchors\n",
        range(1, 66),
    ),
    "points that tell of something end it": (
        "What we do\nWhere we are\nAbout us\n- 22 clerks trained in Lomé on 4 and 5 May\nContacts\n",
        range(1, 4),
    ),
    "far below the head nothing is a menu": ("A line of the text.\n" * 45 + "About us\nOur work\nOur team\n", ()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "left_empty"), CASES.values(), ids=CASES)
def test_lines_of_a_menu_are_left_empty(text: str, left_empty: range) -> None:
    lines = text.split("\n")
    kept = without_menu(lines)
    assert [n for n, line in enumerate(kept, 1) if line != lines[n - 1]] == [n for n in left_empty if lines[n - 1]]


def test_a_page_is_called_by_its_title_and_keeps_whose_it_is() -> None:
    text = PAGE.replace("Harbour Agency", "UNODC") + "UNODC thanks the port. UNODC will come again.\n"
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    assert isinstance(document, Document)
    assert (document.title, document.publisher) == ("Clerks in Lomé spend two days on lost anchors", "UNODC")
    assert document.lines == without_menu(text.rstrip().split("\n")) != tuple(text.rstrip().split("\n"))
