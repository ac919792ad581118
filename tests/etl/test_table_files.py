"""A table that is written a few rows at a time is the same, byte for byte, however they come."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl import columns, table_files
from etl.table_files import TableFile, path_of


def rows(count: int) -> pa.RecordBatch:
    """Return merges that differ."""
    made = [{"mention_a": f"{n:05d}", "mention_b": f"{n * 7:06d}", "why": "made", "score": n / 7} for n in range(count)]
    return columns.batch(made, "merges")


def written(folder: Path, parts: list[pa.RecordBatch]) -> bytes:
    with closing(TableFile(path_of(folder, "merges"), "merges")) as file:
        for part in parts:
            file.add(part)
    return path_of(folder, "merges").read_bytes()


@pytest.mark.parametrize("cuts", [[40], [1, 2, 3], [16, 32], [15, 17, 33], []])
def test_the_same_rows_make_the_same_bytes(cuts: list[int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_files, "ROWS", 16)
    whole = rows(50)
    parts = [whole.slice(a, b - a) for a, b in zip([0, *cuts], [*cuts, 50], strict=True)]
    assert written(tmp_path, parts) == written(tmp_path, [whole])
    assert pa.Table.from_batches([whole]).equals(table_files.read(tmp_path, "merges"))


def test_no_table_waits_in_memory_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_files, "ROWS", 16)
    written(tmp_path, [rows(5)] * 10)
    with pq.ParquetFile(path_of(tmp_path, "merges")) as file:
        groups = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert groups == [16, 16, 16, 2]
    assert [len(part) for part in table_files.parts(path_of(tmp_path, "merges"))] == groups


def test_a_table_without_rows_is_a_table(tmp_path: Path) -> None:
    written(tmp_path, [])
    assert table_files.frame(tmp_path, "merges").columns.tolist() == ["mention_a", "mention_b", "why", "score"]


def test_packed_columns_come_out_batch_by_batch() -> None:
    packing = columns.Packing()
    for count in (3, 0, 5):
        packing.add(rows(count))
    assert [len(batch) for batch in columns.unpacked(packing.packed())] == [3, 0, 5]
    assert columns.Packing().packed() == b""
