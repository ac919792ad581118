"""Tellings are looked at again when their fields are read: which are left out, which are not asked, and what stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from etl import mentions, vocabulary
from etl.find import activity, of_others, second_look
from etl.find.passages import widened
from etl.logistic import BIAS
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Finding, Mention
from etl.split import shapes
from etl.vocabulary import terms

# One course, told three times, with a caption and a line about others.
PAGE = """Mission trains judges on land disputes

KIBAYA, 11 October 2007 - Judges of three districts are taking part in a course this week on land disputes. The course
was organized by the Mission and the Institute of Justice.

Twenty-two judges came to the opening. Participants also discussed the closed hearings that the law provides for.

Discussions will also focus on witnesses and the creation of a network of judges.
"""
TWO = """4 May 2016
The Union trained 21 farmers in Kibaya on 3 May 2016.
In Moshi it handed over four tractors to the school of the district on 2 May 2016.
"""


def read(text: str) -> list[Mention]:
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    assert isinstance(document, Document)
    return list(mentions.mentions(document, shapes.split(document)))


def weighed(monkeypatch: pytest.MonkeyPatch, **weights: float) -> None:
    given = {BIAS: weights.pop("bias", 0.0)} | {name.replace("_", " "): value for name, value in weights.items()}
    monkeypatch.setattr(second_look, "_weights", lambda: given)


def test_the_table_holds_each_feature_once() -> None:
    rows = vocabulary.rows("second_look")
    assert len({row["feature"] for row in rows}) == len(rows)
    assert all(-20 < float(row["weight"]) < 20 for row in rows)
    kinds = {row["feature"] for row in rows if row["feature"].startswith("kind ")}
    assert kinds <= {f"kind {code}" for code in vocabulary.codes("kinds")}


def test_a_page_about_one_course_counts_it_once() -> None:
    (one,) = read(PAGE)
    assert (one.row["kind"], one.row["participants"]) == ("training", 22)


def test_what_is_unlikely_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=-9.0)
    assert read(PAGE) == []
    assert read(TWO) == []


def test_what_is_likely_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=9.0)
    assert [m.row["kind"] for m in read(TWO)] == ["training", "support"]


def test_the_row_is_weighed_and_not_the_sentence_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=9.0, kind_support=-20.0)
    assert [m.row["kind"] for m in read(TWO)] == ["training"]


def test_what_is_left_out_is_read_with_what_stands_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=9.0, kind_training=-20.0)
    (one,) = read(TWO)
    assert (one.row["line_start"], one.row["line_end"]) == (2, 3)


def test_what_states_its_fields_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=-9.0)
    document = next(iter(documents(File("a.txt", data=TWO.encode()))))
    assert isinstance(document, Document)
    stated = Finding("kind", "training", "", 1, 1, "stated", 1.0)
    items = [replace(item, stated=(stated,)) for item in shapes.split(document)]
    assert len(list(mentions.mentions(document, items))) == 2


def test_documents_of_a_body_that_was_measured_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed(monkeypatch, bias=-9.0)
    monkeypatch.setattr(of_others, "labels_for", lambda kind, publisher: "a body")
    assert len(read(TWO)) == 2


def test_passages_take_the_words_of_those_left_out() -> None:
    document = next(iter(documents(File("a.txt", data=TWO.encode()))))
    assert isinstance(document, Document)
    item = next(iter(shapes.split(document)))
    hits = terms().find(item.text.string)
    first, second = activity.passages(item, hits, document)
    assert widened([], [first, second], hits) == []
    assert [(p.start, p.end) for p in widened([first], [first, second], hits)] == [(first.start, second.end)]
    assert [(p.start, p.end) for p in widened([second], [first, second], hits)] == [(first.start, second.end)]
    assert widened([first, second], [first, second], hits) == [first, second]


def test_a_feature_tells_whether_a_column_holds_anything() -> None:
    seen: dict[str, Any] = {}

    def noting(*told: Any) -> dict[str, float]:
        seen.update(second_look_features(*told))
        return seen

    second_look_features = second_look.features
    second_look.features = noting
    try:
        read("4 May 2016\nThe Union trained 21 farmers in Peru on 3 May 2016.\n")
    finally:
        second_look.features = second_look_features
    told = ("participants", "donors", "no country", "kind training", "basis event")
    assert [seen.get(name) for name in told] == [1.0, 0.0, 0.0, 1.0, 1.0]
