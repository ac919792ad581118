"""Tables <-> Parquet files of one folder, a part at a time: no table is in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from etl import schema

ROWS = 1 << 16  # of a row group: what a file is written and read by
COMPRESSION = "zstd"


class TableFile:
    """A table that is written a few rows at a time; the same rows make the same bytes, however they come."""

    def __init__(self, path: Path, table: str) -> None:
        """Begin a file; what stands there is written over."""
        self._form = schema.arrow(table)
        self._writer = pq.ParquetWriter(path, self._form, compression=COMPRESSION)
        self._waiting = [self._form.empty_table()]
        self._count = 0
        self._empty = True

    def add(self, rows: pa.Table | pa.RecordBatch) -> None:
        """Add rows with the columns of the table, in any order; others are left out."""
        table = pa.Table.from_batches([rows]) if isinstance(rows, pa.RecordBatch) else rows
        self._waiting.append(table.select(self._form.names))
        self._count += len(rows)
        while self._count >= ROWS:
            self._write(ROWS)

    def close(self) -> None:
        """Write what is left and end the file."""
        try:
            if self._count or self._empty:
                self._write(self._count)
        finally:
            self._writer.close()

    def _write(self, count: int) -> None:
        together = pa.concat_tables(self._waiting)
        self._writer.write_table(together.slice(0, count).cast(self._form).combine_chunks(), row_group_size=ROWS)
        self._waiting, self._count, self._empty = [together.slice(count)], self._count - count, False


@contextmanager
def written(folder: Path, tables: Sequence[str]) -> Iterator[dict[str, TableFile]]:
    """Hand out files for tables by name, and end them."""
    with ExitStack() as stack:
        files = {name: TableFile(path_of(folder, name), name) for name in tables}
        for file in files.values():
            stack.callback(file.close)
        yield files


def path_of(folder: Path, table: str) -> Path:
    """Return where a table stands in a folder."""
    return folder / f"{table}.parquet"


def read(folder: Path, table: str, columns: Sequence[str] | None = None) -> pa.Table:
    """Return a table, or some of its columns."""
    return pq.read_table(path_of(folder, table), columns=columns and list(columns))


def columns_of(path: Path) -> frozenset[str]:
    """Return the columns that a file has; none where it is lacking or damaged."""
    try:
        return frozenset(pq.read_schema(path).names)
    except (OSError, pa.ArrowException):
        return frozenset()


def parts(path: Path) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a file, some at a time."""
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(ROWS)


def frame(folder: Path, table: str) -> pd.DataFrame:
    """Return a table as a frame (see schema.to_pandas)."""
    return schema.to_pandas(read(folder, table))
