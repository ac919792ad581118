"""What is seen of a telling beside the others of its paper, and where a paper ends."""

from __future__ import annotations

from typing import Any

import pytest

from etl import mentions
from etl.find import second_look
from etl.find.company import company_of, features
from etl.find.events import words
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document
from etl.split import shapes

FEED = """4 May 2016
The Union trained 21 farmers in Kibaya on 3 May 2016.

9 June 2016
The Union held a workshop on wells in Moshi on 8 June 2016.
"""


def row(kind: str = "training", basis: str = "event", people: int | None = None) -> dict[str, Any]:
    return {"kind": kind, "date_basis": basis, "participants": people}


@pytest.mark.parametrize(("count", "step"), [(1, "1"), (5, "5"), (6, "8"), (8, "8"), (9, "more"), (400, "more")])
def test_a_telling_alone_is_told_from_one_of_a_few_and_of_a_list(count: int, step: str) -> None:
    seen = features(row(), company_of([row()] * count))
    assert seen[f"tellings {step}"] == 1
    assert sum(name.startswith("tellings ") for name in seen) == 1


def test_it_is_seen_how_many_of_a_paper_are_like_it() -> None:
    told = [row(people=9), row(basis="published"), row("workshop"), row("workshop", people=30)]
    seen = features(told[0], company_of(told))
    assert [seen[f"share {of}"] for of in ("of its kind", "with a day", "with people")] == [0.5, 0.75, 0.5]


def test_the_order_of_a_paper_changes_nothing() -> None:
    told = [row(), row("workshop", "none"), row("campaign", people=4)]
    assert features(told[1], company_of(told)) == features(told[1], company_of(told[::-1]))


@pytest.mark.parametrize(("longest", "step"), [(1000, "2"), (10, "1")])
def test_each_item_of_a_long_document_is_by_itself(longest: int, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(passage: Any, *others: Any) -> bool:
        seen.extend(name for name in passage.seen if name.startswith("tellings "))
        return True

    monkeypatch.setattr(words, "LONGEST", longest)
    monkeypatch.setattr(second_look, "is_one", noted)
    document = next(iter(documents(File("a.txt", data=FEED.encode()))))
    assert isinstance(document, Document)
    assert len(list(mentions.mentions(document, shapes.split(document)))) == 2
    assert seen == [f"tellings {step}"] * 2
