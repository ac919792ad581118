"""Turns a passage into who was helped, where it took place, at which region it aimed, who paid and who took a hand."""

from __future__ import annotations

from etl.find import country, donors, host, partners, region
from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of country, host_country, region_text, donors and partners, chosen ones and losers."""
    fields = (country, host, region, donors, partners)
    return [finding for field in fields for finding in field.find(passage, document)]
