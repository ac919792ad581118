"""The register that comes with the project: whole, facts only, and what the ETL and the corrections make of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from etl import checks, store
from etl.__main__ import main

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "data" / "register"
SEEDS = ROOT.parent / "shared" / "seeds"


def test_its_checks_hold() -> None:
    made = checks.check(store.load(REGISTER), store.about(REGISTER))
    assert [check.message for check in made if check.required and not check.passed] == []


def test_it_holds_facts_only() -> None:
    for path in REGISTER.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            columns = next(csv.reader(file))
        assert "quote" not in columns
    titles = store.load(REGISTER)["activities"]["title"]
    assert titles.str.contains("·").mean() > 0.9  # made from the fields: kind · topic · place · time
    assert not {"title"} & set(store.load(REGISTER)["evidence"]["field"])


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not at hand")
def test_it_follows_from_the_etl_and_the_corrections(tmp_path: Path) -> None:
    assert main(["register", str(SEEDS), "--out", str(tmp_path)]) == 0
    differing = [p.name for p in sorted(REGISTER.iterdir()) if (tmp_path / p.name).read_bytes() != p.read_bytes()]
    assert differing == [], "remake it: make register SOURCES=../shared/seeds"
