"""The papers with labels in data/papers: whole, and in the lists that the tables know."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from etl import vocabulary

PAPERS = Path(__file__).parents[2] / "data" / "papers"
SETS = {"learned": 200, "unseen": 48, "modelled": 4722, "paragraphs": 48}  # and how many papers they have


def labels(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (PAPERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", SETS)
def test_every_label_stands_on_lines_of_a_paper(name: str) -> None:
    lengths = {p.name: p.read_text(encoding="utf-8").count("\n") + 1 for p in (PAPERS / name).iterdir()}
    for row in labels(name):
        first, last = row["lines"]
        assert 1 <= first <= last <= lengths[row["source"]], row
    assert {row["source"] for row in labels(name)} == set(lengths)


@pytest.mark.parametrize("name", ["learned", "unseen", "modelled", "first_user"])
def test_what_labels_say_is_in_the_lists(name: str) -> None:
    kinds, areas = ({row["code"] for row in vocabulary.rows(table)} for table in ("kinds", "areas"))
    countries = {row["code"] for row in vocabulary.rows("countries")}
    for row in labels(name):
        if "kind" in row:
            assert row["kind"] in kinds, row
            assert set(row["areas"]) <= areas, row
            assert set(row["beneficiaries"]) <= countries, row


def test_a_label_says_what_was_done_or_that_it_says_only_whether_anything_was() -> None:
    for name in ("learned", "unseen", "modelled", "first_user"):
        told = [row for row in labels(name) if row.get("activity") is not False]
        assert all("kind" in row and "start" in row for row in told)
    assert all(isinstance(row["activity"], bool) and "kind" not in row for row in labels("paragraphs"))


def test_each_paper_is_in_one_set() -> None:
    texts = [p.read_text(encoding="utf-8") for name in SETS for p in (PAPERS / name).iterdir()]
    assert len(set(texts)) == len(texts) == sum(SETS.values())
    assert {name: len(list((PAPERS / name).iterdir())) for name in SETS} == SETS
