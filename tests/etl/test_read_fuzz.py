"""Valid files with some bytes changed, cut out or doubled: read or refused, never a crash."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document
from tests.etl.mutants import mutant, valid
from tests.etl.sheets import delimited

MUTANTS = 12  # of each kind; tests/bench/bench_mutants.py reads 10,000


def _read(name: str, data: bytes) -> None:
    for found in documents(File(name, data=data)):
        assert isinstance(found, Document | ReadError)
        if isinstance(found, Document):
            assert len(found.lines) == len(found.places) or not found.places
            assert all(1 <= r.line_start <= r.line_end <= len(found.lines) for r in found.records)
        else:
            assert "\n" not in str(found)


@pytest.mark.parametrize("seed", range(MUTANTS))
@pytest.mark.parametrize("kind", valid())
def test_a_file_with_changed_bytes(kind: str, seed: int) -> None:
    _read(f"a.{kind}", mutant(kind, seed))


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<iati-activity>", b"From: a\n"]),
)
def test_any_bytes(data: bytes, head: bytes) -> None:
    _read("a", head + data)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=8), st.sampled_from(",;\t|"))
def test_any_cells(rows: list[list[str]], delimiter: str) -> None:
    _read("a.csv", delimited([["Activity", "Date", "Country"], *rows], delimiter, "utf-16"))
