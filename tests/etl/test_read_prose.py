"""Sentences with commas are no table, however much they sound like headings."""

import pytest

from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document

PROSE = {
    "a clause that names a donor and a course": (
        "The agency, the ministry and the port end their course on wells in Oslo\n"
        "Oslo, Norway – Twelve engineers have completed a course held from 15 to 19 May 2023.\n"
        "With funding from the Ministry of Water, the course covered pumps and pipes.\n"
    ),
    "a list behind a word that heads columns": (
        "Country, title and date of each course were agreed.\n\nThe engineers of Norway, who came in May, went home.\n"
    ),
}


@pytest.mark.parametrize("why", PROSE)
def test_sentences_are_no_table(why: str) -> None:
    (document,) = documents(File("a.txt", data=PROSE[why].encode()))
    assert isinstance(document, Document)
    assert document.kind_of_document == "page"
