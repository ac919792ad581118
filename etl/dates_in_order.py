"""Mentions of a document -> the same, undated ones bounded by their dated neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from etl.records import Document, Mention


def bounded(mentions: Sequence[Mention], document: Document) -> list[Mention]:
    """Return the mentions as they are (not yet)."""
    return list(mentions)
