"""A PDF with a text layer -> a Document: one line a paragraph, with its page as place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from etl.lines import BULLET, ENDS_SENTENCE
from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.numbered import numbered
from etl.read.pdf_lines import SOFT_HYPHEN, UNREADABLE, Page
from etl.read.pdf_order import Placed, in_order, text_size
from etl.read.pdf_pages import pages_of
from etl.read.registers import Line
from etl.records import Document
from etl.shape import PARAGRAPH

LARGER = 1.15  # times the size of the text: a heading
LONGEST_HEADING = 180  # characters
SPREAD = 1.25  # times the usual distance between lines: a new paragraph begins
SHORT_LAST = 1.5  # times the width of the next word: had it fitted, the line was not full
OFTEN = 0.08  # share of the steps from line to line that the one within paragraphs has at least
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def read(file: File) -> Document:
    """Return the Document of a PDF; raises ReadError where it is damaged, locked, or a scan without text."""
    pages, warnings = _pages(file)
    placed = in_order(pages)
    if not placed and warnings:
        raise ReadError(file.name, warnings[0], "Save it again from the program that made it.")
    if not placed:
        raise ReadError(file.name, "holds no text: it is a scan", "Run text recognition (OCR) on it first.")
    empty = sum(1 for page in pages if not page.lines and page is not UNREADABLE)
    if empty:
        warnings.append(f"{empty} of {len(pages)} pages hold no text: they may be scans")
    return numbered(file.name, file.checksum(), paragraphs(placed, text_size(pages)), warnings=warnings)


def paragraphs(placed: Sequence[Placed], size: float) -> list[Line]:
    """Return the lines of a page joined to paragraphs; `size` is that of most of the text."""
    edges, distance = _edges(placed), _distance(placed)
    compounds = {word.lower() for one in placed for word in WORD.findall(one.line.text)}
    groups: list[list[Placed]] = []
    for before, one in zip([None, *placed], placed, strict=False):
        if before is not None and _goes_on(before, one, edges, distance):
            groups[-1].append(one)
        else:
            groups.append([one])
    rows: Counter[int] = Counter()
    return [_line(group, size, compounds, rows) for group in groups]


def _line(group: list[Placed], size: float, compounds: set[str], rows: Counter[int]) -> Line:
    """Return a paragraph, or a row of a table with its number there; `rows` counts those of each table."""
    row = group[0].line
    if not row.table:
        return Line(_written(group, size, compounds), _place(group))
    rows[row.table] += 1
    place = f"{_place(group)}, row {rows[row.table]}"
    return Line(row.text.replace(SOFT_HYPHEN, ""), place, row.cells, row.table)


def _pages(file: File) -> tuple[list[Page], list[str]]:
    """Return the pages of a file, and what is missing of it."""
    found, total = pages_of(file)
    lost = sum(page is None for page in found)
    told = [f"{lost} of {total:,} pages could not be read: they take all time or memory"] if lost else []
    told += [f"only the first {len(found):,} of {total:,} pages were read"] if len(found) < total else []
    return [page or UNREADABLE for page in found], told


def _edges(placed: Sequence[Placed]) -> dict[tuple[int, int], float]:
    """Return how far to the right the lines of each column of each page reach."""
    edges: dict[tuple[int, int], float] = {}
    widest: dict[int, float] = {}
    for one in placed:
        key = (one.page, one.column)
        edges[key] = max(edges.get(key, 0.0), one.line.right)
        widest[one.column] = max(widest.get(one.column, 0.0), one.line.right)
    return {key: max(edge, 0.97 * widest[key[1]]) for key, edge in edges.items()}  # a short last page is no narrow one


def _distance(placed: Sequence[Placed]) -> float:
    """Return the usual distance from line to line within paragraphs: the smallest that occurs often."""
    steps = Counter(
        round(a.line.bottom - b.line.bottom)
        for a, b in pairwise(placed)
        if a.page == b.page and a.column == b.column and 0 < a.line.bottom - b.line.bottom < 5 * a.line.size
    )
    often = [step for step, times in steps.items() if times >= OFTEN * steps.total()]
    return float(min(often, default=0))


def _goes_on(before: Placed, one: Placed, edges: dict[tuple[int, int], float], distance: float) -> bool:
    """Say whether a line goes on with the paragraph of the line before it."""
    if before.line.table or one.line.table:
        return False
    if abs(before.line.size - one.line.size) > 0.6 or BULLET.match(one.line.text) or PARAGRAPH.match(one.line.text):
        return False
    full = _full(before, one, edges[(before.page, before.column)])
    in_sentence = not ENDS_SENTENCE.search(before.line.text)
    if before.page != one.page or before.column != one.column:
        return in_sentence and (full or one.line.text[:1].islower())
    step = before.line.bottom - one.line.bottom
    if step > SPREAD * max(distance, one.line.size):
        return False
    beside = abs(step) < 0.5 * one.line.size  # parts of one line, as cells of a table
    return beside or full or (in_sentence and one.line.text[:1].islower())


def _full(before: Placed, one: Placed, edge: float) -> bool:
    """Say whether the first word of a line had no room at the end of the line before."""
    word = one.line.text.split()[0] if one.line.text else ""
    width = (one.line.right - one.line.left) * (len(word) + 1) / max(len(one.line.text), 1)
    return before.line.text.endswith(SOFT_HYPHEN) or edge - before.line.right < SHORT_LAST * width


def _written(group: list[Placed], size: float, compounds: set[str]) -> str:
    """Return a paragraph's words, those broken at a line's end whole again."""
    text = group[0].line.text
    for one in group[1:]:
        text = _joined(text, one.line.text, compounds)
    heading = group[0].line.size > LARGER * size and len(text) <= LONGEST_HEADING
    return f"# {text}" if heading and not text.startswith("#") else text


def _joined(text: str, following: str, compounds: set[str]) -> str:
    if not text.endswith((SOFT_HYPHEN, "-")) or not following[:1].islower() or not text[-2:-1].isalpha():
        return f"{text.rstrip(SOFT_HYPHEN)} {following}" if not text.endswith(SOFT_HYPHEN) else text[:-1] + following
    first, second = text[:-1].split()[-1], following.split()[0].rstrip(".,;:")
    if f"{first}-{second}".lower() in compounds:
        return f"{text[:-1]}-{following}"
    return text[:-1] + following


def _place(group: list[Placed]) -> str:
    first, last = group[0].page, group[-1].page
    return f"p. {first}" if first == last else f"pp. {first}-{last}"
