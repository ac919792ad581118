"""The formats of a briefing: for each its ending, its media type, and what makes its bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from dashboard import queries
from dashboard.briefing.compose import compose
from dashboard.briefing.model import Briefing
from dashboard.briefing.options import Options
from dashboard.exports.csv_with_schema import csv_zip
from dashboard.exports.document import docx
from dashboard.exports.drawing import illustrated
from dashboard.exports.exchange.formats import made
from dashboard.exports.page import MOST_RECORDS, html_page
from dashboard.exports.pictures import pictures_zip
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.report.pdf import pdf
from dashboard.exports.slides.deck import pptx
from dashboard.exports.workbook import xlsx
from dashboard.source import State

OFFICE = "application/vnd.openxmlformats-officedocument."


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader wants a file of: state and options, the template of a house, and where readers reach the page."""

    state: State
    options: Options
    template: Path | None = None
    public_url: str = ""

    def briefing(self) -> Briefing:
        """Ask the queries."""
        return compose(self.state, self.options, self.public_url)


@dataclass(frozen=True, slots=True)
class Format:
    """`ending` of the file's name, and `make`: a wish and whom to tell of the progress -> bytes."""

    ending: str
    media_type: str
    make: Callable[[Wish, Tell], bytes]


def _pptx(wish: Wish, tell: Tell) -> bytes:
    return pptx(wish.briefing(), wish.template, tell)


def _pdf(wish: Wish, tell: Tell) -> bytes:
    return pdf(*illustrated(wish.state, wish.briefing(), "svg", tell), tell)


def _docx(wish: Wish, tell: Tell) -> bytes:
    return docx(*illustrated(wish.state, wish.briefing(), "png", tell), tell)


def _html(wish: Wish, tell: Tell) -> bytes:
    tell(0.1)
    records = queries.records(wish.state.data, wish.state.filters, "-date", 0, MOST_RECORDS)
    return html_page(wish.briefing(), records.rows, records.total)


def _xlsx(wish: Wish, tell: Tell) -> bytes:
    records = queries.all_records(wish.state.data, wish.state.filters)
    return xlsx(wish.briefing(), records, wish.state.filters.active(), tell)


def _csv(wish: Wish, tell: Tell) -> bytes:
    tell(0.1)
    briefing = wish.briefing()
    return csv_zip(queries.all_records(wish.state.data, wish.state.filters), briefing.source(), briefing.data_date)


def _images(wish: Wish, tell: Tell) -> bytes:
    state = replace(wish.state, theme="light")
    return pictures_zip(state, wish.briefing(), tell)


def _exchanged(name: str) -> Callable[[Wish, Tell], bytes]:
    def make_it(wish: Wish, tell: Tell) -> bytes:
        tell(0.1)
        note = wish.briefing().source() if name == "datapackage" else ""
        return made(name, list(queries.all_records(wish.state.data, wish.state.filters)), note)

    return make_it


FORMATS = {
    "pptx": Format("pptx", OFFICE + "presentationml.presentation", _pptx),
    "pdf": Format("pdf", "application/pdf", _pdf),
    "xlsx": Format("xlsx", OFFICE + "spreadsheetml.sheet", _xlsx),
    "docx": Format("docx", OFFICE + "wordprocessingml.document", _docx),
    "html": Format("html", "text/html", _html),
    "csv": Format("csv.zip", "application/zip", _csv),
    "images": Format("images.zip", "application/zip", _images),
    "iati": Format("iati.xml", "application/xml", _exchanged("iati")),
    "hxl": Format("hxl.csv", "text/csv", _exchanged("hxl")),
    "geojson": Format("geojson", "application/geo+json", _exchanged("geojson")),
    "parquet": Format("parquet", "application/vnd.apache.parquet", _exchanged("parquet")),
    "jsonl": Format("jsonl", "application/jsonl", _exchanged("jsonl")),
    "datapackage": Format("datapackage.zip", "application/zip", _exchanged("datapackage")),
}


def make(name: str, wish: Wish, tell: Tell = tell_nobody) -> bytes:
    """Return the file of a format; KeyError for an unknown one."""
    return FORMATS[name].make(wish, tell)
