"""A report of numbered paragraphs -> one item a paragraph, page furniture left out, section headings as titles."""

from __future__ import annotations

import re
from itertools import pairwise

from etl.language import language_of
from etl.lines import is_furniture, is_title
from etl.records import Document, Item
from etl.shape import PARAGRAPH, SUB_PARAGRAPH, paragraph_starts
from etl.split.items import Row, locator
from etl.text import joined

SYMBOL = re.compile(
    r"^\s*(?:[A-Z][A-Z0-9]*(?:/[A-Za-z0-9.()\-]+)+"
    r"|(?:\d+/\d+\s+)?[A-Z]{1,3}\.\d\d-\d+(?:\s+\(?\w?\)?\s*\d+/\d+)?)\s*$"
)
PAGE = re.compile(r"^\s*(?:(?:page|p\.|página|стр\.|صفحة)\s*)?\d{1,4}(?:\s*(?:/|of|de|из|من)\s*\d{1,4})?\s*$", re.I)
NOTE = re.compile(r"^\s*(?:\[?\d{1,3}\]?|[*†])\s+(?:See |Ibid|Voir |Véase |Ver |См\. |انظر |A/|E/|S/|https?://|www\.)")
FURNITURE = (SYMBOL, PAGE, NOTE)
BROKEN = re.compile(r"(?<=\w)(?: -(?=\w)|- (?=[a-z]))")
LONGEST_TITLE = 60  # characters
NUMBER = re.compile(rf"{SUB_PARAGRAPH.pattern}|{PARAGRAPH.pattern}")
END = re.compile(r"[.!?:;؟][\"”’»')\]\d\s]*$")


def split(document: Document) -> list[Item]:
    """Return one item a numbered paragraph; what stands before the first one is left out."""
    starts = paragraph_starts(document.lines)
    ends = [*(n - 1 for n in starts[1:]), len(document.lines)]
    section = _section(document.lines[: starts[0] - 1])
    items: list[Item] = []
    for first, last in zip(starts, ends, strict=True):
        rows = _words([(n, document.lines[n - 1]) for n in range(first, last + 1)])
        if len(rows) == 1 and is_title(rows[0][1]):
            section = _section([_bare(rows[0][1])])
            continue
        kept = _until_the_end(rows)
        items.append(_item(document, len(items), kept, section))
        section = _section([line for _, line in rows[len(kept) :]]) or section
    return items


def _words(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not is_furniture(row[1]) and not any(f.match(row[1]) for f in FURNITURE)]


def _until_the_end(rows: list[Row]) -> list[Row]:
    """Return the rows up to the last one that ends a sentence: what follows are the headings of the next section."""
    ends = [i for i, (_, line) in enumerate(rows) if END.search(line)]
    return rows[: ends[-1] + 1] if ends else rows


def _section(lines: tuple[str, ...] | list[str]) -> str:
    words = [" ".join(line.split()) for line in lines if not is_furniture(line)]
    return " ".join(words[-3:])


def _item(document: Document, position: int, rows: list[Row], section: str) -> Item:
    number = NUMBER.match(rows[0][1])
    whole = _are_whole(rows[1:])
    below = {n for n, _ in rows[1:]} if whole else {rows[1][0]} if _is_headed(rows) else set[int]()
    rows = [(rows[0][0], _bare(rows[0][1])), *rows[1:]]
    text = joined([(n, BROKEN.sub("-", line)) for n, line in rows], hyphens=True, paragraphs=below)
    return Item(
        document=document.name,
        position=position,
        shape="report",
        line_start=rows[0][0],
        line_end=rows[-1][0],
        locator=_locator(document, number.group().strip().rstrip(".") if number else "", rows[0][0], rows[-1][0]),
        heading="",
        title=section,
        text=text,
        language=language_of(text.string, document.language),
    )


def _bare(line: str) -> str:
    number = NUMBER.match(line)
    return line[number.end() if number else 0 :]


def _are_whole(below: list[Row]) -> bool:
    """Say whether each of the lines below the first is a paragraph of its own, parted from the next by a blank one."""
    apart = all(following - number > 1 for (number, _), (following, _) in pairwise(below))
    return bool(below) and apart and all(END.search(line) and line[:1].isupper() for _, line in below)


def _is_headed(rows: list[Row]) -> bool:
    """Say whether more blank lines than usual part the first line, a title ("1. Context"), from its paragraph."""
    if len(rows) < 2 or not is_title(title := _bare(rows[0][1])) or len(title) > LONGEST_TITLE:
        return False
    usual = rows[2][0] - rows[1][0] if len(rows) > 2 else 1
    return rows[1][1].strip()[:1].isupper() and rows[1][0] - rows[0][0] > usual


def _locator(document: Document, number: str, first: int, last: int) -> str:
    """Return the number of the paragraph, with its page where there are pages."""
    place = locator(document, first, last)
    if not number:
        return place
    return f"par. {number}, {place}" if document.places else f"par. {number}"
