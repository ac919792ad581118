"""A cell -> the known terms in it, found once however often the cell comes back in a sheet."""

from __future__ import annotations

from functools import lru_cache

from etl import vocabulary
from etl.terms import Hit


@lru_cache(maxsize=20_000)
def hits_of(cell: str) -> tuple[Hit, ...]:
    """Return the terms in `cell` that mean something, in order."""
    return tuple(hit for hit in vocabulary.terms().find(cell) if hit.code)
