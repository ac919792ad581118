"""The data -> each document: how fresh it is, what was found in it, and how much its tellings state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dashboard.data import Data
from dashboard.queries.memory import remembered
from etl.schema import MENTIONS

ASKED = ("date", "country", "host_country", "participants", "trained", "audience", "donors", "partners")
LISTS = {column.name for column in MENTIONS if column.type == "list"}


@dataclass(frozen=True, slots=True)
class Source:
    """A document (its row), how many of its tellings of events state each field of ASKED, and what they span."""

    row: dict[str, Any]
    of: int
    stated: tuple[int, ...]
    confidence: float | None
    first: str
    last: str


@remembered
def by_document(data: Data) -> tuple[Source, ...]:
    """Return the documents, the one with most tellings first; claims and projects are left out of the figures."""
    counts = ", ".join(f"count(*) filter (len({name}) > 0)" if name in LISTS else f"count({name})" for name in ASKED)
    query = f"""
        select document, count(*), {counts}, avg(confidence), min(date_earliest)::varchar, max(date_earliest)::varchar
        from mentions where not aggregate and level = 'event' group by document"""
    figures = {row[0]: row[1:] for row in data.rows(query)}
    found = []
    for row in data.records("from documents order by mentions desc, document"):
        of, *rest = figures.get(row["document"], (0, *(0 for _ in ASKED), None, None, None))
        *stated, confidence, first, last = rest
        found.append(Source(row, of, tuple(stated), confidence, first or "", last or ""))
    return tuple(found)
