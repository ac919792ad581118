"""The engine's file as the queries see it: one connection, and what its bits mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from dashboard.address import Known, written
from dashboard.filters import FIELDS, PLACES, REGIONS
from etl import vocabulary
from etl.engine import BITS, SCHEMES

VOCABULARIES = {
    "kind": "kinds", "area": "areas", "topic": "topics", "programme": "programmes", "donor": "organisations",
    "audience": "audiences", "mode": "modes", "region": "regions", "country": "countries",
}  # fmt: skip
Rows = list[tuple[Any, ...]]
Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Data:
    """One run of the ETL, opened: `values[field][code]` names the value of bit `code`, "" at code 0.

    `run` is the name of the run ("" where there is none), `date` the day on which it ended, ISO 8601, `about` what
    run.json says of it, `history` the names and ends of the folder's runs, oldest first, `version` differs for others.
    """

    connection: duckdb.DuckDBPyConnection
    values: dict[str, tuple[str, ...]]
    codes: dict[str, dict[str, int]]
    run: str = ""
    date: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)
    history: tuple[tuple[str, str], ...] = ()
    version: str = ""
    answers: dict[Any, Any] = field(default_factory=dict)  # see queries/memory.py; all cursors share them
    arrays: dict[str, Any] = field(default_factory=dict)  # see queries/arrays.py; all cursors share them
    passing: dict[Any, Any] = field(default_factory=dict)  # see queries/passing.py; of one cursor alone

    def cursor(self) -> Data:
        """Return the same data over a connection of its own: one for each request."""
        return replace(self, connection=self.connection.cursor(), passing={})

    def rows(self, query: str, parameters: list[Any] | None = None) -> Rows:
        """Run a query and return all rows."""
        return self.connection.execute(query, parameters or []).fetchall()

    def records(self, query: str, parameters: list[Any] | None = None) -> list[dict[str, Any]]:
        """Run a query and return all rows as dicts by column name."""
        result = self.connection.execute(query, parameters or [])
        names = [column[0] for column in result.description or []]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]

    def array(self, query: str, parameters: list[Any] | None = None) -> Array:
        """Run a query for one column without nulls and return it."""
        (column,) = self.connection.execute(query, parameters or []).fetchnumpy().values()
        return np.asarray(column)

    def words(self, name: str) -> list[str]:
        """Return the names of the columns that hold the bits of a field."""
        return [f"{name}_{word}" for word in range((len(self.values[name]) - 1) // BITS + 1)]


def open_data(connection: duckdb.DuckDBPyConnection, run: str = "", date: str = "") -> Data:
    """Read what the bits of an engine's file mean."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in connection.execute("select field, value from code order by field, code").fetchall():
        values[name].append(value)
    codes = {name: {value: code for code, value in enumerate(own)} for name, own in values.items()}
    return Data(connection, {name: tuple(own) for name, own in values.items()}, codes, run, date)


def known(data: Data) -> Known:
    """Return every value that the address may name: those of the vocabularies and those of the data."""
    fields = {name: [field] for name, field in FIELDS.items()}
    fields |= {
        "country": list(PLACES.values()),
        "region": [f"{field}_{scheme}" for field in REGIONS.values() for scheme in SCHEMES],
    }
    found: dict[str, dict[str, str]] = {}
    for name, vocabulary_name in VOCABULARIES.items():
        values = [*vocabulary.codes(vocabulary_name), *(vocabulary.codes("countries") if name == "donor" else ())]
        values += [value for field in fields[name] for value in data.values.get(field, ()) if value]
        found[name] = {written(value).casefold(): value for value in values}
    return found
