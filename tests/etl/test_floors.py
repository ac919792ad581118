"""What the reading reached on the labels at hand, without corrections: floors that may be raised, never lowered."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from etl.__main__ import main

SHARED = Path(__file__).parents[3] / "shared"
SEEDS, LABELS, SCORER = SHARED / "seeds", SHARED / "gold" / "dev.jsonl", SHARED / "bench" / "score_extraction.py"
FIELDS = {  # share of matched records that are right
    "start": 0.98, "end": 0.99, "date_basis": 0.97, "kind": 0.96, "host": 0.97, "country": 0.96, "areas": 0.94,
    "topics": 0.97, "aggregate": 1.0, "number_qualifier": 1.0, "language": 1.0, "donors": 1.0,
    "participants": 1.0, "trained": 1.0,
}  # fmt: skip
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not (SEEDS.is_dir() and SCORER.is_file()), reason="the labelled documents are not at hand"),
]


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", SCORER)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reached(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("floors")
    assert main(["run", str(SEEDS), "--no-corrections", "--out", str(out)]) == 0
    scorer = _scorer()
    labels, covered = scorer.read_gold(LABELS)
    return scorer.score(labels, covered, scorer.read_mentions(out / "mentions.parquet"))


@pytest.mark.parametrize(("field", "floor"), FIELDS.items())
def test_a_field(reached: dict[str, Any], field: str, floor: float) -> None:
    assert reached["fields"][field] >= floor


def test_activities_are_found(reached: dict[str, Any]) -> None:
    assert reached["detection"]["f1"] >= 0.97
    assert reached["country_micro"]["f1"] >= 0.97


def test_whole_rows_are_right(reached: dict[str, Any]) -> None:
    assert reached["row_exact"] >= 0.88
    assert reached["row_exact_with_people"] >= 0.88
    assert reached["undated_bounds"]["share"] >= 0.95


def test_nothing_is_merged_wrongly_or_missed(reached: dict[str, Any]) -> None:
    assert reached["duplicates"]["precision"] == reached["duplicates"]["recall"] == 1.0
