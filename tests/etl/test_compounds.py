"""German compounds that end in a word for an event are events, those of things and of everyday words are none."""

from __future__ import annotations

import pytest

from etl import vocabulary
from etl.compounds import with_compounds


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("In Accra gab es einen Imkerlehrgang für Bauern.", "de", ["training"]),
        ("Die Imkerschulungen in Accra sind zu Ende.", "de", ["training:many"]),
        ("Ein Strategieworkshop folgte.", "de", ["workshop"]),
        ("Der Diskurs über Bienen folgte.", "de", []),
        ("Die Berufsausbildung dauert drei Jahre.", "de", []),
        ("Eine Imkerstudie folgte.", "de", []),
        ("Ein Imkerlehrgang folgte.", "en", []),
    ],
)
def test_compounds(text: str, language: str, expected: list[str]) -> None:
    hits = with_compounds(vocabulary.terms().find(text), text, language)
    assert [hit.code for hit in hits if hit.group == "event"] == expected
