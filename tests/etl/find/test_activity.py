"""Tables of texts of our own: is it an activity, how many, of what kind, in which areas, on which topics, a claim?"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl import vocabulary
from etl.find import areas, claims, kind, topics
from etl.find.activity import passages
from etl.language import language_of
from etl.records import Document, Finding, Item, Passage
from etl.text import joined

CASES = Path(__file__).parents[2] / "cases"
TERMS = Path(__file__).parents[3] / "data" / "terms"
OURS = ("act", "area", "claim", "event", "kind", "not_activity", "organiser", "topic")


def cases(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CASES / f"{name}.csv").read_text(encoding="utf-8").split("\n")))


def passages_of(title: str, text: str, shape: str = "feed", publisher: str = "") -> list[Passage]:
    rows = list(enumerate([line for line in (title, *text.split("\\n")) if line], start=1))
    apart = range(2, 99) if title or shape == "slides" else ()
    whole = joined(rows, paragraphs=apart)
    item = Item("a.txt", 0, shape, 1, len(rows), "par. 1", "", title, whole, language_of(whole.string))
    hits = vocabulary.terms().find(whole.string)
    return passages(item, hits, Document("a.txt", shape + publisher, (), shape, publisher=publisher or None))


def chosen(found: list[Finding], field: str) -> object:
    return next((f.value for f in found if f.field == field and f.chosen), None)


@pytest.mark.parametrize("case", cases("activity"), ids=lambda c: c["why"])
def test_how_many_activities(case: dict[str, str]) -> None:
    found = passages_of(case["title"], case["text"], case["shape"], case["publisher"])
    assert len(found) == int(case["activities"]), [(p.rule, p.string) for p in found]
    for passage, start in zip(found, filter(None, case["starts"].split("|")), strict=False):
        assert passage.string.startswith(start)


@pytest.mark.parametrize("case", cases("kinds"), ids=lambda c: c["why"])
def test_kind(case: dict[str, str]) -> None:
    (passage,) = passages_of(case["title"], case["text"])
    assert chosen(kind.find(passage, Document("", "", ())), "kind") == case["kind"]


@pytest.mark.parametrize("case", cases("areas"), ids=lambda c: c["why"])
def test_areas(case: dict[str, str]) -> None:
    (passage,) = passages_of("", case["text"])
    found = chosen(areas.find(passage, Document("", "", ())), "areas")
    assert isinstance(found, list)
    assert case["area"] in found
    assert len(found) <= 2


@pytest.mark.parametrize("case", cases("topics"), ids=lambda c: c["why"])
def test_topics(case: dict[str, str]) -> None:
    (passage,) = passages_of("", case["text"])
    assert chosen(topics.find(passage, Document("", "", ())), "topics") == [t for t in case["topics"].split(";") if t]


@pytest.mark.parametrize("case", cases("claims"), ids=lambda c: c["why"])
def test_claims(case: dict[str, str]) -> None:
    (passage,) = passages_of("", case["text"], "report")
    found = claims.find(passage, Document("", "", ()))
    assert chosen(found, "aggregate") is (case["aggregate"] == "true")
    for field in ("activities", "countries"):
        assert chosen(found, f"claimed_{field}") == (int(case[field]) if case[field] else None)


@pytest.mark.parametrize("group", OURS)
def test_every_term_is_found_in_its_example(group: str) -> None:
    with (TERMS / f"{group}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lacking = [row["term"] for row in rows if row["term"] not in row["example"]]
    assert lacking == []
    assert len({(row["term"].lower(), row["meaning"], row["language"], row["case"]) for row in rows}) == len(rows)
