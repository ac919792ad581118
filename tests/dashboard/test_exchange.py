"""What goes out in the formats that others exchange, and what comes in again."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from dashboard.__main__ import main
from dashboard.callbacks import briefing_files
from dashboard.callbacks.briefing_files import ready
from dashboard.exports.exchange.formats import NAMES, made
from dashboard.exports.exchange.iati import NOT_OUT, left_out
from dashboard.source import Source
from etl import pipeline, vocabulary
from etl.__main__ import main as etl
from etl.dates.day import parsed
from etl.find.region import codes_of_name
from etl.schema import ACTIVITIES
from etl.sources import Source as File

SCHEMA = Path(__file__).parents[2] / "data" / "iati" / "iati-activities-schema.xsd"
# Made anew from others when a file is read: the bounds of what is dated, flags and languages of the reading.
EMPTY: dict[str, Any] = {c.name: [] if c.type == "list" else None for c in ACTIVITIES}
FIELDS = [c.name for c in ACTIVITIES if c.name not in NOT_OUT]


def _codes(name: str, most: int = 3) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(vocabulary.codes(name)), max_size=most, unique=True).map(sorted)


def _some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """Return a record as the ETL writes them."""
    written = draw(
        st.dates(date(1990, 1, 1), date(2030, 1, 1)).map(lambda d: d.isoformat()[: draw(st.sampled_from((4, 7, 10)))])
    )
    country, named = draw(_codes("countries")), draw(st.sampled_from([[], ["Western Balkans"], ["East Africa"]]))
    dated = draw(st.booleans())
    codes = {code for c in country for code in vocabulary.regions_of(c)} | {c for n in named for c in codes_of_name(n)}
    count = st.integers(1, 900)
    return EMPTY | {
        "activity_id": draw(st.from_regex(r"\A[0-9a-f]{16}\Z")), "level": draw(st.sampled_from(("event", "project"))),
        "title": "x", "date": written if dated else None, "end_date": written if dated else None,
        "date_earliest": parsed(written).earliest(), "date_latest": parsed(written).latest(),
        "date_basis": draw(st.sampled_from(("event", "published", "inferred"))) if dated else "inferred",
        "kind": draw(st.sampled_from(vocabulary.codes("kinds"))), "areas": draw(_codes("areas", 2)),
        "topics": draw(_codes("topics")), "programme": draw(_codes("programmes", 1)), "country": country,
        "region": sorted(codes - {""}), "region_text": named,
        "host_country": draw(_some(st.sampled_from(vocabulary.codes("countries")))),
        "mode": draw(_some(st.sampled_from(vocabulary.codes("modes")))), "audience": draw(_codes("audiences")),
        "donors": draw(_codes("organisations", 2)), "partners": draw(_codes("organisations", 2)),
        "participants": draw(_some(count)), "trained": draw(_some(count)), "women": draw(_some(count)),
        "men": draw(_some(count)),
        "number_qualifier": draw(_some(st.sampled_from(vocabulary.codes("number_qualifiers")))),
        "aggregate": draw(st.booleans()), "claimed_activities": draw(_some(count)),
        "claimed_countries": draw(_some(count)),
        "organisation": draw(_some(st.sampled_from(vocabulary.codes("organisations")))),
        "language": draw(st.sampled_from(("en", "fr", "ru"))), "review": "machine", "flags": draw(_codes("flags")),
        "confidence": 0.5, "mentions": 1, "documents": ["a.txt"], "sources": ["a.txt:1-2"],
    }  # fmt: skip


def _read_again(content: bytes) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xml"
        path.write_bytes(content)
        return [m.row for reading in pipeline.read(File(path, "a.xml", 1)) for m in reading.mentions]


@settings(max_examples=40, deadline=None)
@given(records())
def test_what_goes_out_as_iati_comes_in_again(record: dict[str, Any]) -> None:
    content = made("iati", [record])
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(content))
    (row,) = _read_again(content)
    differ = {name: (record[name], row[name]) for name in FIELDS if record[name] != row[name]}
    assert not differ


def test_a_record_without_any_date_is_left_out_and_counted() -> None:
    record = EMPTY | {"activity_id": "1", "kind": "training", "aggregate": False, "level": "event"}
    assert left_out([record]) == 1
    assert b"<iati-activity " not in made("iati", [record])


def test_the_page_says_how_many_records_iati_leaves_out(data: Path) -> None:
    state = Source(data).state("")
    assert ready("a.iati.xml", state) == "a.iati.xml is ready"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(briefing_files, "left_out", lambda records: 3)
        assert "3 records have no date at all" in ready("a.iati.xml", state)
        assert "records" not in ready("a.hxl.csv", state)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exchange")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(
        "12 March 2019\nJane Roe opens a course\n"
        "UNODC trained 24 police officers in Mombasa, Kenya, on 5-7 March 2019.\n"
        "Read more here.\n2 February 2019\nA workshop\nUNODC held a workshop in Lima, Peru, with 31 participants.\n"
        "Read more here.\n1 January 2019\nA handbook\n"
        "UNODC launched a handbook on trafficking in persons.\nRead more here.\n"
    )
    assert etl(["run", str(folder / "in"), "--no-corrections", "--out", str(folder / "out")]) == 0
    return folder / "out"


@pytest.mark.parametrize("name", NAMES)
def test_each_format_is_written_without_the_words_of_documents(name: str, data: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.out"
    assert main(["export", "--data", str(data), "--format", name, "--out", str(out)]) == 0
    assert b"Jane Roe" not in out.read_bytes()
    assert out.stat().st_size > 500


def _export(name: str, data: Path, tmp_path: Path, query: str = "") -> bytes:
    out = tmp_path / "a.out"
    assert main(["export", "--data", str(data), "--format", name, "--out", str(out), "--query", query]) == 0
    return out.read_bytes()


def test_filters_choose_what_goes_out(data: Path, tmp_path: Path) -> None:
    lines = _export("jsonl", data, tmp_path, "country=KEN").splitlines()
    assert [json.loads(line)["country"] for line in lines] == [["KEN"]]


def test_hxl_has_tags_under_its_headings(data: Path, tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(_export("hxl", data, tmp_path).decode())))
    assert all(tag.startswith("#") for tag in rows[1])
    assert rows[1][rows[0].index("Beneficiary countries")] == "#country+code+list"


def test_geojson_has_a_point_for_each_country(data: Path, tmp_path: Path) -> None:
    features = json.loads(_export("geojson", data, tmp_path))["features"]
    kenya = next(f for f in features if f["properties"]["country"] == ["KEN"])
    assert kenya["geometry"]["type"] == "MultiPoint"
    assert abs(kenya["geometry"]["coordinates"][0][0] - 36.8) < 1


def test_parquet_has_the_types_of_the_schema(data: Path, tmp_path: Path) -> None:
    table = pq.read_table(io.BytesIO(_export("parquet", data, tmp_path)))
    assert table.schema.field("participants").type == "int64"
    assert table.num_rows >= 2


def test_a_data_package_says_what_its_columns_are(data: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(_export("datapackage", data, tmp_path))) as package:
        said = json.loads(package.read("datapackage.json"))
        heads = next(csv.reader(io.StringIO(package.read("activities.csv").decode("utf-8-sig"))))
    assert [f["name"] for f in said["resources"][0]["schema"]["fields"]] == heads
