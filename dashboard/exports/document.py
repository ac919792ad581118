"""A briefing -> a DOCX file: text, tables and pictures, for those who write on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dashboard.briefing.model import Block, Briefing, Chart, Figures, Table, Text
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.report.data import block_data, shown
from dashboard.exports.report.pdf import NONE, Pictures, plain_picture
from dashboard.exports.reproducible import UNKNOWN_DAY, reproducible
from dashboard.figures.theme import colours
from dashboard.words import word

PAPERS = {"a4": (Mm(210), Mm(297)), "letter": (Mm(216), Mm(279))}
MARGIN = Mm(22)
SMALL, TABLE_SIZE = Pt(8.5), Pt(8)
# Only the heading of a table differs from its rows.
PLAIN = {"val": "0620", "firstRow": "1", "firstColumn": "0", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
CELL_MARGIN = "50"  # twentieths of a point at each side of a cell
LINE = {"val": "single", "sz": "4", "space": "0", "color": "C8CCCD"}  # between two rows; eighths of a point
MOST_ROWS = 120  # of one table; the spreadsheet has all


def docx(briefing: Briefing, pictures: Pictures = NONE, tell: Tell = tell_nobody) -> bytes:
    """Return the file; `pictures` are PNG by the name of a chart, those that lack are drawn here."""
    document = Document()
    _drop_old_styles(document)
    _set_page(document, briefing)
    document.add_heading(briefing.title, 0)
    document.add_paragraph(briefing.scope)
    for name, value in briefing.facts:
        if value:
            line = document.add_paragraph(style="List Bullet")
            line.add_run(f"{name}: ").bold = True
            line.add_run(value)
    for number, section in enumerate(briefing.sections):
        tell(number / (len(briefing.sections) + 1))
        document.add_heading(section.title, 1)
        for message in section.messages:
            line = document.add_paragraph(message, style="List Bullet")
            line.paragraph_format.keep_with_next = bool(section.blocks)
        for block in section.blocks:
            _add(document, block, section.title, briefing, pictures)
    file = io.BytesIO()
    document.save(file)
    return reproducible(file.getvalue(), briefing.data_date)


def _drop_old_styles(document: Any) -> None:
    """Take away the second list of styles of python-docx's own template: it was for Word 2010 and says other things."""
    relations = document.part.rels
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/stylesWithEffects")]:
        del relations[name]


def _set_page(document: Any, briefing: Briefing) -> None:
    page = document.sections[0]
    page.page_width, page.page_height = PAPERS[briefing.paper]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    document.styles["Normal"].font.name = "Calibri"
    for style in ("Title", "Heading 1", "Heading 2"):
        document.styles[style].font.color.rgb = RGBColor.from_string(colours("light")["accent"][1:].upper())
    foot = page.footer.paragraphs[0]
    foot.text = briefing.source()
    foot.runs[0].font.size = SMALL
    properties = document.core_properties
    properties.title, properties.author, properties.language = briefing.title[:255], word("product"), briefing.language
    properties.created = properties.modified = datetime.fromisoformat(briefing.data_date or UNKNOWN_DAY)


def _add(document: Any, block: Block, section: str, briefing: Briefing, pictures: Pictures) -> None:
    if isinstance(block, Figures):
        for item in block.items:
            line = document.add_paragraph()
            line.add_run(f"{item.label}: {item.shown}").bold = True
            line.add_run(f" ({item.note})").font.size = SMALL
    elif isinstance(block, Text):
        for text in block.paragraphs:
            document.add_paragraph(text)
    elif isinstance(block, Table):
        if block.title != section:
            document.add_heading(block.title, 2)
        _add_rows(document, block, briefing.language)
        if block.total > MOST_ROWS:
            _note(document, word("briefing_cut", briefing.language, shown=MOST_ROWS, total=block.total))
        _note(document, block.note)
    else:
        _add_picture(document, block, briefing, pictures)


def _add_picture(document: Any, block: Any, briefing: Briefing, pictures: Pictures) -> None:
    """Add a chart or a map as a picture with its words for screen readers, and its notes."""
    document.add_heading(block.title, 2)
    if isinstance(block, Chart) and not block.categories:
        _note(document, word("briefing_nothing", briefing.language))
        return
    page = document.sections[0]
    png = pictures.get(block.name) or plain_picture(block, briefing)
    picture = document.add_picture(io.BytesIO(png), width=page.page_width - 2 * MARGIN)
    picture._inline.docPr.set("descr", block_data(block, briefing.language)["alt"])  # noqa: SLF001 (python-docx has no public way)
    notes = [text for text in ((block.note,) if isinstance(block, Chart) else block.notes) if text]
    document.paragraphs[-1].paragraph_format.keep_with_next = bool(notes)
    for text in notes:
        _note(document, text)


def _add_rows(document: Any, table: Table, language: str) -> None:
    if not table.rows:
        _note(document, word("briefing_nothing", language))
        return
    made = document.add_table(rows=1, cols=len(table.headings), style="Light Shading")
    made.autofit = False
    _set_looks(made)
    page = document.sections[0]
    room = page.page_width - 2 * MARGIN
    widths = [int(room * share / sum(table.widths)) for share in table.widths]
    right = table.numeric()
    _write(made.rows[0], table.headings, right, widths)
    _say(made.rows[0], "tblHeader")  # on every page of the table
    for row in table.rows[:MOST_ROWS]:
        _write(made.add_row(), [shown(cell, language) for cell in row], right, widths)
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    look = made._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 (python-docx has no public way)
    if look is not None:
        for name, value in PLAIN.items():
            look.set(qn(f"w:{name}"), value)


def _set_looks(table: Any) -> None:
    """Let the words of a narrow column have its room, and a line part the rows."""
    properties = table._tbl.tblPr  # noqa: SLF001
    margins = properties.makeelement(qn("w:tblCellMar"), {})
    for side in ("left", "right"):
        margins.append(margins.makeelement(qn(f"w:{side}"), {qn("w:w"): CELL_MARGIN, qn("w:type"): "dxa"}))
    borders = properties.makeelement(qn("w:tblBorders"), {})
    borders.append(borders.makeelement(qn("w:insideH"), {qn(f"w:{key}"): value for key, value in LINE.items()}))
    look = properties.find(qn("w:tblLook"))
    look.addprevious(borders)
    look.addprevious(margins)


def _write(row: Any, texts: Sequence[str], right: Sequence[bool], widths: Sequence[int]) -> None:
    """Write the cells of a row, which no page cuts; those of numbers stand at the right."""
    _say(row, "cantSplit")
    for cell, text, is_number, width in zip(row.cells, texts, right, widths, strict=True):
        cell.width = width
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).font.size = TABLE_SIZE
        if is_number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _say(row: Any, name: str) -> None:
    """Set one property of a row."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001
    properties.append(properties.makeelement(qn(f"w:{name}"), {}))


def _note(document: Any, text: str) -> None:
    if text:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = SMALL
        paragraph.add_run(text).font.size = SMALL
