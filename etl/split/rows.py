"""A document that states its fields -> one item a record, with what its columns say."""

from __future__ import annotations

from etl.language import language_of
from etl.records import Document, Item
from etl.text import joined


def split(document: Document) -> list[Item]:
    """Return one item for each row of a register or IATI activity, in their order."""
    items = []
    for position, record in enumerate(document.records):
        text = joined(list(record.words))
        items.append(
            Item(
                document=document.name,
                position=position,
                shape="rows",
                line_start=record.line_start,
                line_end=record.line_end,
                locator=record.locator,
                heading=next((f.value for f in record.findings if f.field == "date"), ""),
                title=record.title,
                text=text,
                language=language_of(text.string, document.language),
                stated=record.findings,
            )
        )
    return items
