"""Whatever stands in a document is text: on the pages, in every file, in the audit log (tests/hostile.py has it)."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest
from dash import Dash
from flask.testing import FlaskClient
from lxml import etree

from dashboard import ids
from dashboard.app import create_app
from dashboard.briefing.clean import FORBIDDEN, clean
from dashboard.briefing.options import Options
from dashboard.exports.formats import FORMATS, Wish, make
from dashboard.exports.records_csv import FORMULA, safe
from dashboard.figures.inert import inert
from dashboard.settings import Settings
from dashboard.source import Source
from etl import store
from tests import hostile

TAGS = re.compile(r"<(?!/?(?:b|i|br|extra)>)")
TEXT_FILES = ("html", "iati", "hxl", "geojson", "jsonl", "csv", "datapackage")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile")
    store.write(hostile.frames(), {"finished": "2021-07-01T10:00:00+00:00"}, path)
    return path


@pytest.fixture(scope="module")
def app(folder: Path) -> Dash:
    return create_app(Settings(folder))


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, bytes]:
    """Make every file but pictures, which a browser must draw, with a hostile title and hostile messages too."""
    state = Source(folder).state("")
    options = Options(
        title=hostile.TEXTS[0],
        messages={"overview": hostile.TEXTS[:8], "time": hostile.TEXTS[8:16]},
        titles={"areas": hostile.TEXTS[5]},
    )
    return {name: make(name, Wish(state, options)) for name in FORMATS if name != "images"}


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


class Tags(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, attrs))


def test_the_page_that_works_alone_runs_only_its_own_script(files: dict[str, bytes]) -> None:
    tags = Tags()
    tags.feed(files["html"].decode())
    names = [tag for tag, _ in tags.found]
    assert names.count("script") == 2  # ours, and the records as JSON
    assert not {"img", "a", "iframe", "object", "embed", "link", "base", "form"} & set(names) - {"form"}
    attributes = [(name, value or "") for _, own in tags.found for name, value in own]
    assert not [one for one in attributes if one[0].startswith("on") or "javascript:" in one[1]]
    script = (Path(__file__).parents[2] / "dashboard" / "exports" / "page" / "page.js").read_text(encoding="utf-8")
    assert "innerHTML" not in script
    assert "insertAdjacentHTML" not in script


@pytest.mark.parametrize("name", ["iati"])
def test_xml_is_well_formed_and_has_our_elements_alone(files: dict[str, bytes], name: str) -> None:
    root = etree.fromstring(files[name], etree.XMLParser(resolve_entities=False))
    assert not {"script", "img", "svg", "a"} & {
        etree.QName(one).localname for one in root.iter() if isinstance(one.tag, str)
    }


def test_office_files_are_well_formed_and_lead_nowhere(files: dict[str, bytes]) -> None:
    for name in ("pptx", "docx", "xlsx"):
        for member, content in unpacked(files[name]).items():
            if member.endswith((".xml", ".rels")):
                root = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
                if member.endswith(".rels"):
                    outside = [one.get("Target") for one in root if one.get("TargetMode") == "External"]
                    assert not [target for target in outside if hostile.MARK in target]


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(files: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(files["xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert any(hostile.MARK in str(cell.value) for cell in cells)
    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]


def csv_rows(files: dict[str, bytes]) -> list[list[str]]:
    texts = [files["hxl"]]
    for name in ("csv", "datapackage"):
        texts += [content for member, content in unpacked(files[name]).items() if member.endswith(".csv")]
    return [row for text in texts for row in csv.reader(io.StringIO(text.decode("utf-8-sig")))]


def test_no_cell_of_a_csv_file_begins_as_a_formula(files: dict[str, bytes]) -> None:
    cells = [cell for row in csv_rows(files) for cell in row]
    assert any(hostile.MARK in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(FORMULA) and not re.fullmatch(r"-?[\d.]+", cell)]


@pytest.mark.parametrize("name", TEXT_FILES)
def test_no_control_or_turning_sign_is_left_in_a_file(files: dict[str, bytes], name: str) -> None:
    parts = unpacked(files[name]).values() if name in ("csv", "datapackage") else [files[name]]
    for part in parts:
        text = part.decode("utf-8-sig")
        assert not FORBIDDEN.search(text)
        if name in ("jsonl", "geojson"):
            assert not FORBIDDEN.search(
                json.dumps([json.loads(line) for line in text.splitlines()], ensure_ascii=False)
            )


def test_a_report_reads_no_other_file(files: dict[str, bytes]) -> None:
    with pypdfium2.PdfDocument(files["pdf"]) as document:
        said = "".join(page.get_textpage().get_text_range() for page in document)
    assert "#read(" in said  # typst's command stands there as words
    assert "root:" not in said


def test_names_inside_packed_files_stay_inside(files: dict[str, bytes]) -> None:
    for content in (one for one in files.values() if one[:2] == b"PK"):
        for name in unpacked(content):
            assert not name.startswith(("/", "\\"))
            assert ".." not in name
            assert hostile.MARK not in name


def shown(client: FlaskClient, app: Dash) -> list[Any]:
    """Return what every callback that follows the state answers."""
    answers = []
    for output, callback in app.callback_map.items():
        if (
            "callback" in callback
            and [one["id"] for one in callback["inputs"]] == [ids.SHOWN]
            and not callback["state"]
        ):
            names = [part.rsplit(".", 1) for part in output.strip(".").split("...")]
            outputs: Any = [{"id": name, "property": what.partition("@")[0]} for name, what in names]
            asked = {
                "output": output, "outputs": outputs if output.startswith("..") else outputs[0], "state": [],
                "inputs": [{"id": ids.SHOWN, "property": "data", "value": ["", "light"]}],
                "changedPropIds": [f"{ids.SHOWN}.data"],
            }  # fmt: skip
            answers.append(client.post("/_dash-update-component", json=asked).get_json())
    return answers


def test_no_figure_has_markup_but_its_own(app: Dash) -> None:
    answers = shown(app.server.test_client(), app)
    figures = [figure for answer in answers for figure in found(answer, "figure")]
    assert len(figures) > 5
    words = [text for figure in figures for text in texts(figure)]
    assert any(hostile.MARK in text for text in words)
    assert not [text for text in words if TAGS.search(text)]


def test_no_component_gets_a_link_or_markup_from_a_text(app: Dash) -> None:
    for answer in shown(app.server.test_client(), app):
        for key in ("href", "src", "dangerously_allow_html", "srcDoc"):
            assert not [value for value in found(answer, key) if hostile.MARK in str(value)]
        assert "Markdown" not in [str(kind) for kind in found(answer, "type")]


def found(value: Any, key: str) -> list[Any]:
    """Return all values of a key, however deep."""
    if isinstance(value, dict):
        return [one for name, inner in value.items() for one in ([inner] if name == key else found(inner, key))]
    return [one for inner in value for one in found(inner, key)] if isinstance(value, list) else []


def texts(figure: Any) -> list[str]:
    """Return the words that plotly writes."""
    keys = ("text", "hovertext", "ticktext", "label", "name", "title")
    given = [value for key in keys for value in found({k: v for k, v in figure.items() if k != "meta"}, key)]
    flat = [one for value in given for one in (value if isinstance(value, list) else [value])]
    return [one for one in flat if isinstance(one, str)]


def test_what_comes_back_with_a_click_stays_as_it_is() -> None:
    trace = {
        "customdata": ["<x>"],
        "hovertext": ["<b>a</b><br><a href=x>", 5],
        "y": ["<x>"],
        "marker": {"color": ["#fff"]},
    }
    assert inert({"data": [trace], "layout": {"title": {"text": "<s>"}}}) == {
        "data": [trace | {"hovertext": ["<b>a</b><br>&lt;a href=x>", 5]}],
        "layout": {"title": {"text": "&lt;s>"}},
    }


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("＝1", "'＝1"),
        ("\u202e=1", "' =1"),
        (["@a", "b"], "'@a;b"),
        (-3, -3),
        ("a=1", "a=1"),
        (None, ""),
    ],
)
def test_cells_of_csv(value: Any, cell: Any) -> None:
    assert safe(value) == cell


def test_signs_that_arabic_needs_stay() -> None:
    assert clean("\u200f\u0639\u200e") == "\u200f\u0639\u200e"
    assert clean(["a\u202eb", ("\x1b",)]) == ["a b", (" ",)]
