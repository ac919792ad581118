"""A passage -> whether models learned from papers are asked of it: only where rules, made with other texts, may fail.

That is prose of bodies whose papers the rules were not made with. What states its fields in columns is not asked.
"""

from __future__ import annotations

from etl.confidence import OTHERS, labels_for
from etl.find.ruled import PROSE
from etl.records import Document, Passage


def is_of_others(passage: Passage, document: Document) -> bool:
    """Say whether a passage is prose of a body whose papers no rule was made with."""
    if passage.item.stated or passage.item.shape not in PROSE:
        return False
    return labels_for(document.kind_of_document, document.publisher) == OTHERS
