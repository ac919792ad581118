"""How fast each format is read, and in how much memory, on one core. Not run by pytest.

python tests/bench/bench_formats.py [iati|xlsx|pdf|docx|html|fuzz ...] [--megabytes 200] [--mutants 2000]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import xlsxwriter
from lxml import etree

sys.path.insert(0, str(Path(__file__).parents[2]))
from etl import vocabulary
from etl.read.documents import documents
from etl.read.errors import ReadError
from etl.read.file import File
from etl.records import Document, Record
from tests.etl.as_formats import as_docx, as_eml, as_html, as_pdf, as_pptx
from tests.etl.sheets import REGISTER, delimited, ods, xlsx

ROWS = 100_000
TRANSACTIONS = 60  # of an activity, which makes it as large as those of real files: about 20 kB
SLOWEST = 20.0  # seconds for one mutant; a longer one is a hang
COUNTRIES = ("KE", "UG", "PE", "CO", "TD", "MD", "VN", "EG")
PARAGRAPH = (
    "The Office held a training course on false papers and trafficking in persons for {n} border officers in Lima, "
    "Peru, from {d} to {e} May 2019. It was funded by Norway, and those who came will train others in their own towns. "
)


def activity(n: int) -> str:
    """Return an activity of the kind that publishers write: much of it budgets and transactions."""
    money = "".join(
        f"<transaction><transaction-type code='3'/><transaction-date iso-date='2019-{m % 12 + 1:02d}-01'/>"
        f"<value currency='USD' value-date='2019-{m % 12 + 1:02d}-01'>{n * m}</value>"
        f"<provider-org ref='XX'>{_told('Fund')}</provider-org><receiver-org>{_told(f'Office {m}')}</receiver-org>"
        "</transaction>"
        for m in range(TRANSACTIONS)
    )
    words = PARAGRAPH.format(n=n % 90, d=n % 12 + 1, e=n % 12 + 3)
    return (
        f"<iati-activity xml:lang='en'><iati-identifier>XX-{n}</iati-identifier>"
        f"<reporting-org ref='XX'>{_told('UNODC')}</reporting-org><title>{_told(f'Safe port number {n}')}</title>"
        f"<description>{_told(words)}</description><participating-org role='1'>{_told('Norway')}</participating-org>"
        f"<activity-status code='2'/><activity-date type='2' iso-date='2018-{n % 12 + 1:02d}-01'/>"
        f"<activity-date type='4' iso-date='2020-12-31'/><recipient-country code='{COUNTRIES[n % 8]}'/>"
        f"<sector code='15160' vocabulary='1'>{_told('Human rights')}</sector>{money}"
        f"<result type='1'><title>{_told('Skills')}</title><indicator measure='1'>"
        f"<title>{_told('Number of officers trained')}</title><period><actual value='{n % 90}'/></period></indicator>"
        "</result></iati-activity>"
    )


def _told(words: str) -> str:
    return f"<narrative>{words}</narrative>"


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


def pages(folder: Path, _: int) -> None:
    """Time a PDF of some hundred pages."""
    data = as_pdf("\n".join(PARAGRAPH.format(n=n, d=1, e=3) * 3 for n in range(1200)))
    path = folder / "a.pdf"
    path.write_bytes(data)
    begun = process_time()
    found = next(iter(documents(File("a.pdf", path))))
    places = found.places if isinstance(found, Document) else ("p. 0",)
    last = int(places[-1].split()[1].split("-")[-1])
    print(f"pdf: {last} pages, {last / (process_time() - begun):.0f} pages/s")


def words(folder: Path, _: int) -> None:
    """Time Word files and web pages by their size as text."""
    text = "\n".join(PARAGRAPH.format(n=n, d=1, e=3) for n in range(5000))
    for name, make in (("docx", as_docx), ("html", as_html), ("eml", as_eml)):
        file = File(f"a.{name}", data=make(text))
        begun = process_time()
        list(documents(file))
        print(f"{name}: {len(text) / 1e6 / (process_time() - begun):.1f} MB of text/s")


def fuzz(folder: Path, mutants: int) -> None:
    """Read mutated files of each kind; a crash, a hang or a blow-up of memory is shown with its seed."""
    text = "\n".join(PARAGRAPH.format(n=n, d=1, e=3) for n in range(8))
    whole = f'<iati-activities version="2.03">{activity(1)}{activity(2)}</iati-activities>'.encode()
    valid = {
        "docx": as_docx(text), "html": as_html(text), "eml": as_eml(text), "pdf": as_pdf(text), "xlsx": xlsx(REGISTER),
        "ods": ods(REGISTER), "csv": delimited(REGISTER), "xml": whole, "pptx": as_pptx(text),
    }  # fmt: skip
    slowest, refused = 0.0, 0
    for seed in range(mutants):
        kind = list(valid)[seed % len(valid)]
        data = mutated(valid[kind], random.Random(seed))
        begun = perf_counter()
        try:
            found = list(documents(File(f"a.{kind}", data=data)))
        except Exception as error:
            print(f"fuzz: CRASH of {kind}, seed {seed}: {type(error).__name__}: {error}")
            continue
        refused += any(isinstance(one, Exception) for one in found)
        taken = perf_counter() - begun
        if taken > SLOWEST:
            print(f"fuzz: HANG of {kind}, seed {seed}: {taken:.0f} s")
        slowest = max(slowest, taken)
    print(f"fuzz: {mutants:,} mutants, {refused:,} refused, slowest {slowest:.2f} s, {_memory():.0f} MB at most")


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return the bytes with some changed, cut out, doubled, or the end missing."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        place, length = rng.randrange(len(changed) or 1), rng.randint(1, 200)
        how = rng.random()
        if how < 0.5:
            changed[place : place + 1] = bytes([rng.randrange(256)])
        elif how < 0.7:
            del changed[place : place + length]
        elif how < 0.9:
            changed[place:place] = changed[place : place + length]
        else:
            del changed[place:]
    return bytes(changed)


def _records(found: Document | ReadError) -> tuple[Record, ...]:
    return found.records if isinstance(found, Document) else ()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


TIMED: dict[str, Callable[[Path, int], None]] = {
    "iati": iati,
    "xlsx": xlsx_rows,
    "pdf": pages,
    "docx": words,
    "fuzz": fuzz,
}


def main() -> None:
    """Time what the caller names, all by default."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", choices=[*TIMED, []], default=list(TIMED))
    parser.add_argument("--megabytes", type=int, default=200, help="size of the IATI file")
    parser.add_argument("--mutants", type=int, default=2000, help="how many mutated files")
    asked = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core
    vocabulary.terms()
    for name in asked.what:
        with tempfile.TemporaryDirectory() as folder:
            TIMED[name](Path(folder), asked.mutants if name == "fuzz" else asked.megabytes)


if __name__ == "__main__":
    main()
