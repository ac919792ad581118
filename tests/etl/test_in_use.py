"""Runs that saved briefings rest on are kept, however many come after."""

import json
from pathlib import Path

import pandas as pd
import pytest

from etl import runs, store
from etl.__main__ import main
from etl.in_use import runs_in_use

PAGE = "Course on knots\n\n{day} March 2019. Twelve judges of Peru were trained in Lima.\n"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "state" / "briefings").mkdir(parents=True)
    return tmp_path / "state"


def test_files_that_are_no_briefing_name_no_run(state: Path) -> None:
    for name, text in {"a": '{"run": "0001-x"}', "b": "{", "c": "[1]", "d": "{}"}.items():
        (state / "briefings" / f"{name}.json").write_text(text)
    assert runs_in_use(state) == {"0001-x"}
    assert runs_in_use(None) == set()


def test_a_run_of_a_saved_briefing_outlives_others(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "RUNS_KEPT", 1)
    out = tmp_path / "out"
    found = []
    for day in range(1, 5):
        page = tmp_path / f"page{day}.txt"
        page.write_text(PAGE.format(day=day))
        assert main(["run", str(page), "--out", str(out), "--no-corrections", "--state", str(state)]) == 0
        found.append(str(store.about(out)["run"]))
        if day == 1:
            (state / "briefings" / "monthly.json").write_text(json.dumps({"run": found[0]}))
    kept = [path.name for path in (out / runs.RUNS).iterdir()]
    assert found[0] in kept
    assert found[1] not in kept
    assert isinstance(store.load(out)["activities"], pd.DataFrame)
