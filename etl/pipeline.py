"""The line, top to bottom: documents -> items -> mentions -> activities -> tables; no other file knows the order.

What a document holds goes to disk as soon as it is read (etl/kept.py), but for the few columns by which mentions are
merged: memory follows the largest document, not all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from etl import activities, assembly, columns, dates_in_order, dates_of_one_event, table_files, vocabulary
from etl.assembly import Joined, Told
from etl.corrections import Corrections
from etl.kept import Kept, key_of
from etl.mentions import mentions, titled
from etl.packed import AtHand, Packed, Reading, lean, pack
from etl.read.documents import documents
from etl.read.errors import ReadError, UnknownKind, our_mistake, out_of_reach
from etl.read.file import File
from etl.records import Document, Item, Mention
from etl.result import Result
from etl.same import groups
from etl.same.tellings import told
from etl.schema import TABLES
from etl.sources import Source
from etl.split import shapes
from etl.workers import Workers, on_cluster, on_this_machine

# Below this many bytes starting other processes costs more time than they save (about half a second each).
WORTH_OTHER_PROCESSES = 4_000_000
AT_ONCE = 1000  # mentions that are read together where they say nothing of each other's dates
ORDERED = "feed"  # the shape of documents whose mentions do
MADE = ("activities", "mentions", "evidence", "documents", "merges")  # the tables, without those a store alone knows
Row = dict[str, Any]
Tell = Callable[[Source], None]


def run(found: Sequence[Source], organisation: str | None = None, corrections: Corrections | None = None) -> Result:
    """Read the documents of `found` and return their tables in memory (see `write`)."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        result = write(found, folder, Kept(folder / "kept"), organisation, corrections)
        return replace(result, frames={table: table_files.frame(folder, table) for table in MADE})


def write(
    found: Sequence[Source],
    folder: Path,
    kept: Kept,
    organisation: str | None = None,
    corrections: Corrections | None = None,
    tell: Tell = lambda source: None,
    scheduler: str = "",
) -> Result:
    """Read the documents of `found` and write their tables into `folder`, a file each.

    `organisation` is whose activities they are, where the documents do not say; `tell` hears of each document read.
    A document that cannot be read is named in `unread`, and the others are read. What `kept` has of an earlier run is
    taken from there, and what is read is kept there. With the address of a Dask `scheduler` the documents are read,
    and mentions compared, on its cluster; raises etl.workers.NoCluster where it cannot be used, OSError where what is
    made cannot be written.
    """
    keys = {source: _key(source, organisation) for source in found}
    at_hand = {source: lean(readings, keys[source]) for source in found if (readings := kept.taken(keys[source]))}
    changed = [source for source in found if source not in at_hand]
    unchanged = len(at_hand)
    with _workers(scheduler if found else "") as workers:
        worth = bool(scheduler) or _worth_others(changed)
        for source, made in workers.each(partial(read_packed, organisation=organisation), changed, worth):
            tell(source)
            kept.keep(keys[source], made)
            at_hand[source] = lean(made, keys[source])
        kept.forget()
        readings = [reading for source in found for reading in at_hand[source]]
        result = _tables(readings, folder, kept, corrections or Corrections(), workers)
    return replace(result, unchanged=unchanged)


def read_packed(source: Source, organisation: str | None = None) -> list[Packed]:
    """Turn one source into a packed reading of each document in it; a rule that fails on one costs no other."""
    return [_packed(found, organisation) for found in _documents(source)]


def read(source: Source, organisation: str | None = None) -> Iterator[Reading]:
    """Turn one source into a reading of each document in it, with dates bounded by their neighbours."""
    for found in _documents(source):
        yield _reading(found, organisation)


def _documents(source: Source) -> Iterator[Document | ReadError]:
    try:
        yield from documents(File(source.name, source.path))
    except OSError as error:
        yield out_of_reach(source.name, error)


def _packed(found: Document | ReadError, organisation: str | None) -> Packed:
    try:
        return pack(_reading(found, organisation), told)
    except Exception as error:
        name = found.file if isinstance(found, ReadError) else found.name
        return pack(_reading(our_mistake(name, error), organisation), told)


def _workers(scheduler: str) -> AbstractContextManager[Workers]:
    return on_cluster(scheduler) if scheduler else on_this_machine()


def _worth_others(changed: Sequence[Source]) -> bool:
    """Say whether other processes shall read; what they need is loaded first, so that they share it."""
    worth = len(changed) > 1 and sum(source.size for source in changed) >= WORTH_OTHER_PROCESSES
    return worth and bool(vocabulary.terms())


def _key(source: Source, organisation: str | None) -> str:
    """Return the name for what is made of a source; of one that cannot be opened, a name that is never taken again."""
    try:
        return key_of(source.path, source.name, organisation or "")
    except OSError:
        return uuid4().hex


def _reading(found: Document | ReadError, organisation: str | None) -> Reading:
    if isinstance(found, UnknownKind):
        return Reading(None, left_out=f"{found.file}: {found}")
    if isinstance(found, ReadError):
        return Reading(None, problem=f"{found.file}: {found}")
    items = shapes.split(found)
    return Reading(_document_row(found, len(items)), _mentions(found, items, organisation))


def _mentions(found: Document, items: Sequence[Item], organisation: str | None) -> Iterator[Mention]:
    """Yield the mentions of a document; all are read before the first where they say something of each other."""
    rest = mentions(found, items, organisation)
    most = None if found.kind_of_document == ORDERED else AT_ONCE
    while some := list(islice(rest, most)):
        yield from map(titled, dates_of_one_event.with_days_of_event(dates_in_order.bounded(some, found)))


def _tables(readings: Sequence[AtHand], folder: Path, kept: Kept, corrections: Corrections, workers: Workers) -> Result:
    """Merge the mentions of all readings into activities, correct these, and write every table."""
    named = [(r, r.document) for r in readings if r.document]
    ordered = sorted(named, key=lambda pair: str(pair[1]["document"]))
    tellings = [telling for r, _ in ordered for telling in r.tellings]
    counts = [len(r.tellings) for r, _ in ordered]
    placed = zip(ordered, accumulate(counts, initial=0), counts, strict=False)  # the last sum is that of all
    at_hand = [Told(first, count, partial(r.columns, kept)) for (r, _), first, count in placed if count]
    read_documents = [row for _, row in ordered]
    where = corrections.on(tellings, read_documents)
    joined = groups.grouped(tellings, where.together, where.apart, workers)
    names = activities.names(tellings, joined.groups)
    corrected = assembly.write(folder, at_hand, Joined(joined.groups, names, [t.mention_id for t in tellings]), where)
    with table_files.written(folder, ("documents", "merges")) as files:
        files["documents"].add(columns.batch(read_documents, "documents"))
        files["merges"].add(columns.batch(joined.merges, "merges"))
    warnings = [f"{d['document']}: {warning}" for d in read_documents for warning in d["warnings"]]
    warnings += [r.left_out for r in readings if r.left_out]
    unread = [r.problem for r in readings if r.problem]
    return Result({}, warnings, unread, corrected.refused, corrected.withdrawn, corrected.made)


def _document_row(document: Document, items: int) -> Row:
    """Return the row of a document, but for how many mentions it has."""
    names = {c.name for c in TABLES["documents"]} & set(Document.__dataclass_fields__)
    row = {name: getattr(document, name) for name in names} | {"warnings": list(document.warnings)}
    return row | {"document": document.name, "items": items}
