"""A workbook (XLSX, XLS, ODS) or a table of text (CSV, TSV) -> a Document of rows that state their fields."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from etl.language import language_of
from etl.read.archive import DAMAGED, guarded
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document, Record
from etl.rows.register import Sheet, read_sheet

MOST_CELLS = 40_000_000  # of the rectangle that a sheet's cells span: it is held in memory (about 30 bytes each)
CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d+)"')
SAMPLE = 400  # rows from which the language is told
BLOCK = 1 << 22
Rows = Sequence[Sequence[Any]]


def read(file: File) -> Document:
    """Return the Document of a workbook; hidden sheets are left out. Raises ReadError."""
    data = file.read()
    try:
        _guard_size(file, data)
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [(name, rows) for name, rows in _visible(workbook)]
    except ReadError:
        raise
    except PasswordError as error:
        raise ReadError(file.name, "is protected by a password", "Save it without one.") from error
    except (CalamineError, KeyError, *DAMAGED) as error:
        what = "is a spreadsheet that cannot be opened: it is damaged or not whole"
        raise ReadError(file.name, what, "Open it and save it again.") from error
    return document(file, sheets)


def document(file: File, sheets: Sequence[tuple[str, Rows]], warnings: Sequence[str] = ()) -> Document:
    """Return the Document of sheets (name, rows); a line is a row, the sheets follow each other."""
    lines: list[str] = []
    places: list[str] = []
    records: list[Record] = []
    told = list(warnings)
    language = _language(sheets)
    for name, rows in sheets:
        sheet: Sheet = read_sheet(name, rows, len(lines) + 1, language)
        lines += sheet.lines
        places += sheet.places
        records += sheet.records
        told += sheet.warnings
    if not any(len(row) for _, rows in sheets for row in rows):
        raise ReadError(file.name, "is empty", "Check that the right file was given.")
    lines, places = lines or [""], places or [sheets[0][0]]
    return Document(
        file.name,
        file.checksum(),
        tuple(lines),
        "rows",
        language=language,
        places=tuple(places),
        warnings=tuple(told),
        records=tuple(records),
    )


def _visible(workbook: CalamineWorkbook) -> Iterator[tuple[str, Rows]]:
    for sheet in workbook.sheets_metadata:
        if sheet.visible != SheetVisibleEnum.Visible:
            continue
        cells = workbook.get_sheet_by_name(sheet.name)
        rows = cells.to_python(skip_empty_area=False)
        for (top, left), (bottom, right) in cells.merged_cell_ranges or []:
            if left == right:  # a value for several rows; a title across several columns is no value for them
                for row in range(top + 1, min(bottom + 1, len(rows))):
                    rows[row][left] = rows[top][left]
        yield sheet.name, rows


def _language(sheets: Sequence[tuple[str, Rows]]) -> str:
    words = (cell for _, rows in sheets for row in rows[:SAMPLE] for cell in row if isinstance(cell, str))
    return language_of(" ".join(word for word in words if len(word) > 12))


def _guard_size(file: File, data: bytes) -> None:
    """Raise ReadError for a workbook that would fill the memory, before it is opened."""
    if not data.startswith(b"PK"):
        return
    with guarded(file, BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                _guard_cells(file, archive, name)
            elif name == "content.xml":
                _guard_repeats(file, archive, name)


def _blocks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    tail = b""
    with archive.open(name) as stream:
        while block := stream.read(BLOCK):
            yield tail + block
            tail = block[-64:]


def _guard_cells(file: File, archive: zipfile.ZipFile, name: str) -> None:
    last_row, columns = 1, {"A"}
    for block in _blocks(archive, name):
        found = CELL.findall(block)
        columns |= {letters.decode() for letters in {letters for letters, _ in found}}
        last_row = max([last_row, *(int(row) for _, row in found[-1:]), *(int(row) for _, row in found[:1])])
    widest = max(columns, key=lambda letters: (len(letters), letters))
    width = 0
    for letter in widest:
        width = width * 26 + ord(letter) - 64
    if width * last_row > MOST_CELLS:
        raise ReadError(file.name, f"spans too many cells ({last_row:,} rows, {width:,} columns)", _SMALLER)


def _guard_repeats(file: File, archive: zipfile.ZipFile, name: str) -> None:
    """Raise ReadError for an ODS in which filled cells are repeated without end."""
    for block in _blocks(archive, name):
        for match in REPEATED.finditer(block):
            following = block[match.end() : match.end() + 200]
            if int(match[1]) > MOST_REPEATED and b"office:value" in following.split(b">")[0]:
                raise ReadError(file.name, f"repeats a cell {int(match[1]):,} times", _SMALLER)


MOST_REPEATED = 20_000
_SMALLER = "Delete the empty rows and columns at its edges."
