"""Totals -> how many of the activities a person has checked, in words."""

from __future__ import annotations

from dashboard.queries.answers import Totals
from dashboard.words import share, word


def checked(totals: Totals, language: str) -> str:
    """Return "24% checked by a person", or the words for all and for none; "" where there is no activity."""
    if not totals.activities:
        return ""
    if totals.reviewed in (0, totals.activities):
        return word("reviewed_all" if totals.reviewed else "reviewed_none", language)
    return word("reviewed", language, share=share(totals.reviewed, totals.activities, language))
