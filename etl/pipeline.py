"""The line, top to bottom: documents -> items -> mentions -> activities -> tables; no other file knows the order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from typing import Any

import pandas as pd

from etl import activities, dates_in_order, vocabulary
from etl.corrections import Corrections
from etl.kept import Kept, key_of
from etl.mentions import mentions, titled
from etl.read.documents import documents
from etl.read.errors import ReadError, UnknownKind
from etl.read.file import File
from etl.records import Document, Mention
from etl.same import groups
from etl.schema import TABLES
from etl.sources import Source
from etl.split import shapes
from etl.workers import Workers, on_cluster, on_this_machine

# Below this many bytes starting other processes costs more time than they save (about half a second each).
WORTH_OTHER_PROCESSES = 4_000_000
# What tells the rows of each table apart when a register is set beside documents.
KEYS = {
    "activities": "activity_id",
    "mentions": "mention_id",
    "evidence": "mention_id",
    "documents": "document",
    "merges": "mention_a",
}
Row = dict[str, Any]
Tell = Callable[[Source], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a document: its row of `documents` and its mentions, or why it could not be read.

    `left_out` says of a file that it is of a kind which is not read.
    """

    document: Row | None
    mentions: tuple[Mention, ...] = ()
    problem: str = ""
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """All tables by name (without `changes`, which only a store knows), and what a person must be told.

    `unread` names the documents that could not be read, `refused` the corrections that no longer fit, `warnings` what
    went wrong while documents were read, `withdrawn` the activities that a correction says are none, `corrections` what
    became of each (see corrections_listed), `unchanged` how many files were as the last run had read them.
    """

    frames: dict[str, pd.DataFrame]
    warnings: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    corrections: list[Row] = field(default_factory=list)
    unchanged: int = 0


def run(
    found: Sequence[Source],
    organisation: str | None = None,
    corrections: Corrections | None = None,
    tell: Tell = lambda source: None,
    kept: Kept | None = None,
    scheduler: str = "",
) -> Result:
    """Read the documents of `found` and return their tables.

    `organisation` is whose activities they are, where the documents do not say; `tell` hears of each document read.
    A document that cannot be read is named in `unread`, and the others are read. What `kept` has of an earlier run is
    taken from there. With the address of a Dask `scheduler` the documents are read on its cluster; raises
    etl.workers.NoCluster where it cannot be used.
    """
    keys = {source: _key(source, organisation) for source in found} if kept else {}
    known = {source: readings for source, key in keys.items() if kept and (readings := kept.taken(key))}
    changed = [source for source in found if source not in known]
    readings = [reading for of_source in known.values() for reading in of_source]
    with _workers(changed, scheduler) as workers:
        for source, of_source in workers.each(partial(read, organisation=organisation), changed):
            tell(source)
            readings += of_source
            if kept and keys[source]:
                kept.keep(keys[source], of_source)
    if kept:
        kept.forget()
    return replace(tables(readings, corrections or Corrections()), unchanged=len(known))


def read(source: Source, organisation: str | None = None) -> list[Reading]:
    """Turn one source into a reading of each document in it, with dates bounded by their neighbours."""
    readings = []
    try:
        for found in documents(File(source.name, source.path)):
            readings.append(_reading(found, organisation))
    except OSError as error:
        readings.append(Reading(None, problem=f"{source.name}: {_reason(error)}"))
    return readings


def _workers(found: Sequence[Source], scheduler: str) -> AbstractContextManager[Workers]:
    if scheduler and found:
        return on_cluster(scheduler)
    worth = sum(source.size for source in found) >= WORTH_OTHER_PROCESSES
    return on_this_machine(len(found), worth, vocabulary.terms)


def _key(source: Source, organisation: str | None) -> str:
    """Return the name for what is made of a source; "" where it cannot be opened."""
    try:
        return key_of(source.path, source.name, organisation or "")
    except OSError:
        return ""


def _reading(found: Document | ReadError, organisation: str | None) -> Reading:
    if isinstance(found, UnknownKind):
        return Reading(None, left_out=f"{found.file}: {found}")
    if isinstance(found, ReadError):
        return Reading(None, problem=f"{found.file}: {found}")
    items = shapes.split(found)
    told = [titled(m) for m in dates_in_order.bounded(mentions(found, items, organisation), found)]
    return Reading(_document_row(found, len(items), len(told)), tuple(told))


def tables(readings: Sequence[Reading], corrections: Corrections) -> Result:
    """Merge the mentions of all readings into activities, correct these, and return every table."""
    ordered = sorted((r for r in readings if r.document), key=lambda r: str(r.document and r.document["document"]))
    read_documents = [r.document for r in ordered if r.document]
    told = [m for r in ordered for m in r.mentions]
    where = corrections.on(told, read_documents)
    joined = groups.grouped(told, where.together, where.apart)
    rows = activities.merged(told, joined.groups)
    names = {mention_id: row["activity_id"] for row in rows for mention_id in row["mention_ids"]}
    corrected = where.apply(rows)
    frames = {
        "activities": _frame("activities", corrected.rows),
        "mentions": _frame("mentions", [m.row | {"activity_id": names[m.row["mention_id"]]} for m in told]),
        "evidence": _frame("evidence", [e for m in told for e in evidence_rows(m)]),
        "documents": _frame("documents", read_documents),
        "merges": _frame("merges", joined.merges),
    }
    warnings = [f"{d['document']}: {warning}" for d in read_documents for warning in d["warnings"]]
    warnings += [r.left_out for r in readings if r.left_out]
    unread = [r.problem for r in readings if r.problem]
    return Result(frames, warnings, unread, corrected.refused, corrected.withdrawn, corrected.made)


def with_registers(result: Result, registers: Sequence[tuple[dict[str, pd.DataFrame], Row]]) -> Result:
    """Return `result` with what registers hold (tables, run.json) beside its own; what it has stands as it is."""
    frames = dict(result.frames)
    withdrawn, corrections = list(result.withdrawn), list(result.corrections)
    for register, said in registers:
        withdrawn += said.get("withdrawn", [])
        corrections += said.get("corrections", [])
        for table, key in KEYS.items():
            known = frames[table][key].drop_duplicates()
            new = register[table][~register[table][key].isin(known)]
            frames[table] = pd.concat([frames[table], new.astype(object)], ignore_index=True)
    return replace(result, frames=frames, withdrawn=withdrawn, corrections=corrections)


def evidence_rows(mention: Mention) -> Iterator[Row]:
    """Yield one row of `evidence` for each value that was proposed for a mention."""
    for finding in mention.findings:
        yield {
            "mention_id": mention.row["mention_id"],
            "field": finding.field,
            "value": _value(finding.value),
            "chosen": finding.chosen,
            "quote": finding.quote,
            "line_start": finding.line_start,
            "line_end": finding.line_end,
            "locator": finding.locator or mention.row["locator"],
            "rule": finding.rule,
            "confidence": finding.confidence,
        }


def _value(value: Any) -> str | None:
    if isinstance(value, (list, tuple)):
        return ";".join(str(v) for v in value)
    return None if value is None else str(value)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read ({error.strerror or error}). Check that it is there and that you may read it."
    return str(error)


def _document_row(document: Document, items: int, mentions_count: int) -> Row:
    columns = {c.name for c in TABLES["documents"]} & set(Document.__dataclass_fields__)
    row = {name: getattr(document, name) for name in columns} | {"warnings": list(document.warnings)}
    return row | {"document": document.name, "items": items, "mentions": mentions_count}


def _frame(table: str, rows: Sequence[Row] | Iterator[Row]) -> pd.DataFrame:
    names = [c.name for c in TABLES[table]]
    return pd.DataFrame(list(map(itemgetter(*names), rows)), columns=names, dtype=object)
