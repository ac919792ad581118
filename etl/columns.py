"""Rows as columns (Arrow) of the exact types of a table: built a few at a time, packed small, and taken out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from etl import schema
from etl.records import Finding, Mention

Row = Mapping[str, Any]
NAMED_LATER = "activity_id"  # is known only when all documents are read
SURE = "sure"  # of each mention: how sure are the findings that stand, in the order that the caller gave
# A third larger than zstd, four times as fast; threads take five times as long for what is as small as a document.
PACKED = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
ALONE = pa.ipc.IpcReadOptions(use_threads=False)


def batch(rows: Sequence[Row], table: str, named: bool = True) -> pa.RecordBatch:
    """Return rows as columns of a table, without the activity's name where it is not `named` yet.

    A missing value is None, a list that is None is empty. Raises pyarrow.ArrowInvalid for a value that does not fit.
    """
    form = pa.schema([field for field in schema.arrow(table) if named or field.name != NAMED_LATER])
    return pa.record_batch([_column([row[field.name] for row in rows], field.type) for field in form], form)


def of_mentions(mentions: Sequence[Mention], sure: Sequence[Sequence[float]]) -> pa.RecordBatch:
    """Return the rows of mentions that have no activity yet, with a column SURE."""
    found = batch([mention.row for mention in mentions], "mentions", named=False)
    return found.append_column(SURE, pa.array(sure, pa.list_(pa.float64())))


def of_evidence(mentions: Iterable[Mention]) -> pa.RecordBatch:
    """Return the rows of `evidence`: one for each value that was proposed for a mention."""
    found = [(mention.row, finding) for mention in mentions for finding in mention.findings]
    columns = [
        [row["mention_id"] for row, _ in found],
        [f.field for _, f in found],
        [_value(f) for _, f in found],
        [f.chosen for _, f in found],
        [f.quote for _, f in found],
        [f.line_start for _, f in found],
        [f.line_end for _, f in found],
        [f.locator or row["locator"] for row, f in found],
        [f.rule for _, f in found],
        [f.confidence for _, f in found],
    ]
    form = schema.arrow("evidence")
    return pa.record_batch([pa.array(c, field.type) for c, field in zip(columns, form, strict=True)], form)


class Packing:
    """Columns on their way into bytes, batch by batch."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._sink = pa.BufferOutputStream()
        self._writer: pa.RecordBatchStreamWriter | None = None

    def add(self, rows: pa.RecordBatch) -> None:
        """Add rows; all batches have the same columns."""
        self._writer = self._writer or pa.ipc.new_stream(self._sink, rows.schema, options=PACKED)
        self._writer.write_batch(rows)

    def packed(self) -> bytes:
        """Return all rows; b"" where there were none."""
        if self._writer is None:
            return b""
        self._writer.close()
        return bytes(self._sink.getvalue())


def unpacked(data: bytes) -> Iterator[pa.RecordBatch]:
    """Yield the batches that were packed; ValueError (pyarrow.ArrowInvalid) where they are none."""
    return iter(pa.ipc.open_stream(data, options=ALONE))


def _column(values: list[Any], kind: pa.DataType) -> pa.Array:
    if pa.types.is_list(kind):
        values = [value or [] for value in values]
    return pa.array(values, kind)


def _value(finding: Finding) -> str | None:
    """Return a value as the table of evidence has it."""
    value = finding.value
    if isinstance(value, (list, tuple)):
        return ";".join(str(v) for v in value)
    return None if value is None else str(value)
