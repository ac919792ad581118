"""How fast each format is read, and in how much memory, on one core. Not run by pytest.

python tests/bench/bench_formats.py [iati|xlsx|pdf|docx ...] [--megabytes 200]
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import xlsxwriter
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[2]))
from etl import pipeline, table_files, vocabulary
from etl.kept import Kept
from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document, Record
from etl.sources import sources
from tests.etl.as_formats import as_docx, as_eml, as_html, as_pdf
from tests.etl.iati_files import PARAGRAPH, activity

ROWS = 100_000


def iati(folder: Path, megabytes: int) -> None:
    """Time a bare pass that counts activities against the reading of all fields."""
    path = folder / "a.xml"
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('<iati-activities version="2.03">')
        while file.tell() < megabytes * 1e6:
            file.writelines(activity(count + n) for n in range(200))
            count += 200
        file.write("</iati-activities>")
    size = path.stat().st_size / 1e6
    begun = process_time()
    counted = 0
    for _, element in etree.iterparse(str(path), tag="iati-activity"):
        counted += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    bare = size / (process_time() - begun)
    before = _memory()
    begun = process_time()
    found = next(iter(documents(File("a.xml", path))))
    own = size / (process_time() - begun)
    print(f"iati: {size:.0f} MB, {counted} activities, {len(_records(found))} records")
    print(f"iati: bare {bare:.0f} MB/s, every field {own:.1f} MB/s ({own / bare:.2f})")
    print(f"iati: memory grew from {before:.0f} to {_memory():.0f} MB")


def xlsx_rows(folder: Path, _: int) -> None:
    """Time a register of 100,000 rows: read alone, and through the whole line."""
    path = folder / "a.xlsx"
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("All")
    heads = (
        "No.",
        "Activity",
        "Start date",
        "End date",
        "Countries",
        "Participants",
        "Women",
        "Donor",
        "Venue",
        "Type",
    )
    sheet.write_row(0, 0, [*heads, "Remarks", "Status", "Mode", "Partner", "Budget"])
    for n in range(1, ROWS + 1):
        day = f"2019-{n % 12 + 1:02d}-{n % 27 + 1:02d}"
        cells = (
            n,
            f"Course number {n}",
            day,
            day,
            f"{('Peru', 'Kenya; Uganda', 'Chad')[n % 3]}",
            n % 90,
            n % 40,
            "Norway",
        )
        sheet.write_row(
            n, 0, [*cells, "Lima", "Training", f"Held for officers, time {n}", "Done", "online", "IOM", n * 10]
        )
    book.close()
    begun = process_time()
    found = next(iter(documents(File("a.xlsx", path))))
    print(f"xlsx: {ROWS:,} rows read in {process_time() - begun:.1f} s, {len(_records(found)):,} records")
    print(f"xlsx: {_memory():.0f} MB at most")
    begun = process_time()
    aside = folder / "aside"
    aside.mkdir()
    pipeline.write(sources([path]), aside, Kept(aside / "kept"))
    count = len(table_files.read(aside, "activities", ["activity_id"]))
    print(f"xlsx: whole line {process_time() - begun:.1f} s, {count:,} activities, {_memory():.0f} MB at most")


def pages(folder: Path, _: int) -> None:
    """Time a PDF of some hundred pages."""
    data = as_pdf("\n".join(PARAGRAPH.format(n=n, d=1, e=3) * 3 for n in range(1200)))
    path = folder / "a.pdf"
    path.write_bytes(data)
    list(documents(File("b.pdf", data=as_pdf("A course was held."))))  # starts the process that reads pages
    begun = perf_counter()  # of both processes, which share the one core
    found = next(iter(documents(File("a.pdf", path))))
    places = found.places if isinstance(found, Document) else ("p. 0",)
    last = int(places[-1].split()[1].split("-")[-1])
    print(f"pdf: {last} pages, {last / (perf_counter() - begun):.0f} pages/s")


def words(folder: Path, _: int) -> None:
    """Time Word files and web pages by their size as text."""
    text = "\n".join(PARAGRAPH.format(n=n, d=1, e=3) for n in range(5000))
    for name, make in (("docx", as_docx), ("html", as_html), ("eml", as_eml)):
        file = File(f"a.{name}", data=make(text))
        begun = process_time()
        list(documents(file))
        print(f"{name}: {len(text) / 1e6 / (process_time() - begun):.1f} MB of text/s")


def _records(found: Document | ReadError) -> tuple[Record, ...]:
    return found.records if isinstance(found, Document) else ()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TIMED: dict[str, Callable[[Path, int], None]] = {
    "iati": iati,
    "xlsx": xlsx_rows,
    "pdf": pages,
    "docx": words,
}


def main() -> None:
    """Time what the caller names, all by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", choices=[*TIMED, []], default=list(TIMED))
    parser.add_argument("--megabytes", type=int, default=200, help="size of the IATI file")
    asked = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    vocabulary.terms()
    for name in asked.what:
        with tempfile.TemporaryDirectory() as folder:
            TIMED[name](Path(folder), asked.megabytes)


if __name__ == "__main__":
    main()
