"""Files that browsers keep: their addresses say what is in them, are the same everywhere, and change when they do."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

from dashboard import app as app_module
from dashboard import static_files
from dashboard.app import create_app
from dashboard.settings import Settings
from tests.dashboard.signing import guarded, private, tables
from tests.service import ROOT

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")  # Flask-Compress leaves them open
FOR_EVER, IF_UNCHANGED = "public, max-age=31536000, immutable", "no-cache"
GRAPH = "/_dash-component-suites/dash/dcc/async-graph.js"
PLACES = [
    "/assets/css/20-layout.css", "/assets/fonts/source-sans-3-latin-wght-normal.woff2", "/assets/icons/close.svg",
    "/assets/card.js", "/assets/topojson/world_110m.json", "/access/access.css", GRAPH,
]  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tables(tmp_path_factory.mktemp("data"))


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the assets that a test may change; all times are other ones than those of the checkout."""
    copy = Path(shutil.copytree(static_files.ASSETS, tmp_path / "assets"))
    for file in copy.rglob("*"):
        os.utime(file, (1e9, 1e9))
    monkeypatch.setattr(app_module, "ASSETS", copy)
    monkeypatch.setattr(static_files, "ASSETS", copy)
    return copy


@pytest.fixture
def reader(data: Path, assets: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    with guarded(data, private(tmp_path / "private")).server.test_client() as client:
        yield client


@pytest.fixture(scope="module")
def client(data: Path) -> FlaskClient:
    return create_app(Settings(data)).server.test_client()


def named(document: str) -> dict[str, str]:
    """Return hash by path of all files that a document names."""
    found = re.findall(r'(?:src|href)="([^"]*(?:/assets/|/access/|/_dash-component-suites/)[^"]*)"', document)
    parts = [re.fullmatch(r"/static/([0-9a-f]{20})(/[^?]+)", name) for name in found]
    assert found, "it names no file"
    assert None not in parts, f"without a hash: {found}"
    return {part[2]: part[1] for part in parts if part}


def test_a_page_names_all_its_files_by_their_content(client: FlaskClient) -> None:
    files = named(client.get("/").get_data(as_text=True))
    assert len(files) > 30
    assert GRAPH in files
    for path, name in files.items():
        answer = client.get(f"/static/{name}{path}", buffered=True)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOR_EVER), path
        assert "Last-Modified" not in answer.headers


def test_so_does_the_sign_in_page(reader: FlaskClient) -> None:
    files = named(reader.get("/sign-in").get_data(as_text=True))
    assert len(files) == 4
    for path, name in files.items():
        answer = reader.get(f"/static/{name}{path}", buffered=True)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOR_EVER), path
    shut = reader.get(f"/static/{'0' * 20}/assets/topojson/world_110m.json", headers={"Accept": "application/json"})
    assert shut.status_code == 401


@pytest.mark.parametrize("path", PLACES)
def test_only_the_right_hash_is_kept_for_ever(client: FlaskClient, path: str) -> None:
    client.get("/")
    right = static_files.hash_of(path)
    if not path.startswith("/access/"):
        assert client.get(f"/static/{right}{path}", buffered=True).headers["Cache-Control"] == FOR_EVER
        for asked in (path, f"/static/{'0' * 20}{path}", f"{path}?m=1", f"{path}?h={right}"):
            answer = client.get(asked, headers={"Accept-Encoding": "br"}, buffered=True)
            assert (answer.status_code, answer.headers["Cache-Control"]) == (200, IF_UNCHANGED), asked
            known = {"If-None-Match": answer.headers["ETag"], "Accept-Encoding": "br"}
            again = client.get(asked, headers=known, buffered=True)
            assert (again.status_code, again.get_data()) == (304, b"")


@pytest.mark.parametrize("sheet", ["10-tokens", "40-icons"])
def test_what_a_style_sheet_names_is_kept_as_long(client: FlaskClient, sheet: str) -> None:
    address = static_files.address(f"/assets/css/{sheet}.css")
    inside = re.findall(r'url\("([^"]+)"\)', client.get(address, buffered=True).get_data(as_text=True))
    assert len(inside) >= 5
    for name in inside:
        answer = client.get(urljoin(address, name), buffered=True)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, FOR_EVER), name


def test_a_bundle_and_its_later_parts_lie_under_one_hash(client: FlaskClient) -> None:
    files = named(client.get("/").get_data(as_text=True))
    assert files[GRAPH] == files[GRAPH.replace("async-graph", "dash_core_components")]


def test_all_processes_and_machines_give_the_same_addresses(assets: Path, client: FlaskClient) -> None:
    code = f"import dash.dcc; from dashboard.static_files import address; print([address(p) for p in {PLACES!r}])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert said.stdout.strip() == str([static_files.address(path) for path in PLACES])  # other times, another folder


@pytest.mark.parametrize(
    ("changed", "moved", "stays"),
    [
        ("css/20-layout.css", "/assets/css/10-tokens.css", "/assets/card.js"),
        ("icons/close.svg", "/assets/css/40-icons.css", "/assets/00-plotly-app.min.js"),
        ("card.js", "/assets/card.js", "/assets/css/10-tokens.css"),
        ("topojson/world_110m.json", "/assets/topojson/world_110m.json", "/assets/card.js"),
    ],
)
def test_a_changed_file_is_seen_at_once(data: Path, assets: Path, changed: str, moved: str, stays: str) -> None:
    client = create_app(Settings(data)).server.test_client()
    before = named(client.get("/").get_data(as_text=True))
    with (assets / changed).open("ab") as file:
        file.write(b"\n")
    after = named(client.get("/").get_data(as_text=True))
    assert after[moved] != before[moved]
    assert after[stays] == before[stays]
    old = client.get(f"/static/{before[moved]}{moved}", buffered=True)
    assert (old.status_code, old.headers["Cache-Control"]) == (200, IF_UNCHANGED)
    assert client.get(f"/static/{after[moved]}{moved}", buffered=True).headers["Cache-Control"] == FOR_EVER


@pytest.mark.parametrize(
    "path", ["/assets/none.css", "/assets/../dashboard/app.py", "/assets/%2e%2e/pyproject.toml", "/map",
             "/access/x.css", "/_dash-component-suites/os/path.py", "/_dash-component-suites/dash/../dash/dash.py"],
)  # fmt: skip
def test_no_hash_opens_another_file(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/static/{'0' * 20}{path}", buffered=True)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.status_code in (400, 404) or "react-entry-point" in answer.get_data(as_text=True)


def test_a_page_does_not_tell_what_is_installed(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert not re.search(r"python_version|dash_version|plotly_version|GCC", page)
