"""A made-up programme, opened as the dashboard opens a run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from dash import Dash

from dashboard.data import Data, open_data
from etl import engine
from tests import synthetic
from tests.dashboard.signing import guarded, private, tables


@pytest.fixture(scope="session")
def frames() -> dict[str, pd.DataFrame]:
    return synthetic.frames(1500, seed=11)


@pytest.fixture(scope="session")
def data(frames: dict[str, pd.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Data]:
    yield from opened(frames, tmp_path_factory.mktemp("engine") / "dashboard.duckdb")


def opened(frames: dict[str, pd.DataFrame], path: Path) -> Iterator[Data]:
    engine.build(frames, path)
    with duckdb.connect(str(path), read_only=True) as connection:
        yield open_data(connection, "0001-abcdef01", "2021-07-01")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small run in a folder."""
    return tables(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A private folder with two accounts."""
    return private(tmp_path_factory.mktemp("private"))


@pytest.fixture(scope="module")
def app(served: Path, secrets: Path) -> Dash:
    """A dashboard whose readers sign in."""
    return guarded(served, secrets)
