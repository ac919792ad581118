"""A table of a briefing -> native tables, as many slides as its rows need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from dashboard.briefing.model import Cell, Table
from dashboard.exports.slides.room import POINT, Room
from dashboard.exports.text_fit import LINE, cut, lines_of, width_of
from dashboard.words import number

SIZE = 11  # points
BOLD = 1.15  # width of bold letters, of that of others
PADDING_X, PADDING_Y = 5, 3  # points at each side of a cell
PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # PowerPoint's "No Style, No Grid": our lines alone
MOST_LINES = 3  # of a cell; the rest of a longer text is in the spreadsheet
MOST_LINES_OF_PROSE = 12  # of a cell of a table of two columns


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it is written, and the height in EMU that its longest cell needs."""

    cells: tuple[str, ...]
    height: int


def lines(table: Table, width: int, language: str) -> tuple[Line, list[Line]]:
    """Return the heading and the rows as they are written in a table of `width` EMU."""
    columns = [share / sum(table.widths) * width / POINT for share in table.widths]
    most = MOST_LINES if len(columns) > 2 else MOST_LINES_OF_PROSE
    written = [tuple(shown(cell, language) for cell in row) for row in table.rows]
    heading, *rows = (_line(cells, columns, most) for cells in [table.headings, *written])
    return heading, rows


def breaks_words(table: Table, width: int) -> bool:
    """Say whether a word of the heading is too long for its column in a table of `width` EMU."""
    rooms = [share / sum(table.widths) * width / POINT - 2 * PADDING_X for share in table.widths]
    longest = [max(width_of(part, SIZE * BOLD) for part in text.split()) for text in table.headings]
    return any(needed > room for needed, room in zip(longest, rooms, strict=True))


def shown(cell: Cell, language: str) -> str:
    """Return a cell as a reader sees it; nothing is a dash."""
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else number(cell, language)


def _line(cells: Sequence[str], columns: Sequence[float], most: int) -> Line:
    rooms = [width - 2 * PADDING_X for width in columns]
    texts = tuple(cut(text, room, SIZE, most) for text, room in zip(cells, rooms, strict=True))
    count = max(lines_of(text, room, SIZE) for text, room in zip(texts, rooms, strict=True))
    return Line(texts, int((count * SIZE * LINE + 2 * PADDING_Y) * POINT))


def pages(heading: Line, rows: list[Line], height: int) -> list[list[Line]]:
    """Divide the rows into as few pages of at most `height` EMU as needed, about equally full; one empty for none."""
    found = list(_full(heading, rows, height)) or [[]]
    least = heading.height + sum(row.height for row in rows) // len(found)
    tallest = max((row.height for row in rows), default=0)
    even = list(_full(heading, rows, min(height, least + tallest)))
    return even if len(even) == len(found) else found


def _full(heading: Line, rows: list[Line], height: int) -> Iterator[list[Line]]:
    """Fill one page after the other."""
    page: list[Line] = []
    used = heading.height
    for row in rows:
        if page and used + row.height > height:
            yield page
            page, used = [], heading.height
        page.append(row)
        used += row.height
    if page:
        yield page


def add_table(slide: Any, room: Room, table: Table, heading: Line, rows: Sequence[Line]) -> None:
    """Put one page of a table into a room."""
    all_lines = [heading, *rows]
    height = sum(line.height for line in all_lines)
    frame = slide.shapes.add_table(len(all_lines), len(table.headings), room.left, room.top, room.width, height)
    frame.name = table.title[:100]
    native = frame.table
    native.horz_banding = False
    native._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN_STYLE  # noqa: SLF001 (python-pptx has no public way)
    total = sum(table.widths)
    for column, share in zip(native.columns, table.widths, strict=True):
        column.width = int(room.width * share / total)
    right = table.numeric()
    for native_row, line in zip(native.rows, all_lines, strict=True):
        native_row.height = line.height
        for i, text in enumerate(line.cells):
            _write(native_row.cells[i], text, PP_ALIGN.RIGHT if right[i] else PP_ALIGN.LEFT, line is heading)


def _write(cell: Any, text: str, align: PP_ALIGN, is_heading: bool) -> None:
    cell.margin_left = cell.margin_right = Pt(PADDING_X)
    cell.margin_top = cell.margin_bottom = Pt(PADDING_Y)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    frame = cell.text_frame
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.alignment = align
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(SIZE), is_heading
    cell._tc.get_or_add_tcPr().insert(0, deepcopy(HEADING_LINE if is_heading else ROW_LINE))  # noqa: SLF001


def _line_under(width: float, colour: str) -> Any:
    """Return the line under a cell, `width` points thick, in a colour of the theme."""
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return parse_xml(f'<a:lnB {nsdecls("a")} w="{int(width * POINT)}">{fill}</a:lnB>')


HEADING_LINE = _line_under(1.5, "accent1")
ROW_LINE = _line_under(0.5, "bg2")
