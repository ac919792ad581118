"""Whatever an address or a browser says, the server answers, keeps its own counsel, and goes on."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import ids, queries
from dashboard import source as source_module
from dashboard.address import LONGEST, LONGEST_TEXT, MOST_VALUES, read, write
from dashboard.app import create_app
from dashboard.filters import LISTS
from dashboard.queries.records import COLUMNS
from dashboard.settings import Settings
from dashboard.source import Source
from dashboard.view import CHOICES, FREE
from etl import store
from tests import synthetic

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "15"))  # tests/bench/bench_fuzz.py asks for many more
FUZZ = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
LEAKS = ("Traceback", "site-packages", "Error(", "duckdb.")

words = st.text(max_size=60) | st.sampled_from(
    ["", "0", "-1", "9" * 30, "NaN", "../../etc/passwd", "' or 1=1 --", "<script>", "%00", "\x00", "KEN", "training",
     "2016-13", "0000", "9999-12-31", "m49", "fr", "trained:inRange:1:2", "title:contains:%25", "-trained", "a" * 5000]
)  # fmt: skip
names = st.sampled_from(["from", "to", "role", "q", "basis", "bucket", *LISTS, *CHOICES, *FREE]) | st.text(max_size=8)
addresses = st.lists(st.tuples(names, words), max_size=6)
plain = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | words
anything = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fuzzed")
    frames = synthetic.frames(60, 8)
    frames.pop("changes")
    store.write(frames, {"finished": "2021-07-01T10:00:00+00:00"}, path)
    return path


@pytest.fixture(scope="module")
def app(folder: Path) -> Dash:
    return create_app(Settings(folder))


@pytest.fixture(scope="module")
def reader(app: Dash) -> FlaskClient:
    return app.server.test_client()  # no "with": that would keep the last request alive behind its answer


@pytest.fixture(scope="module")
def source(folder: Path) -> Source:
    return Source(folder)


def query(pairs: list[tuple[str, str]]) -> str:
    return "?" + "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in pairs)


@FUZZ
@given(addresses)
def test_every_address_is_read_bounded_and_canonical(source: Source, pairs: list[tuple[str, str]]) -> None:
    state = source.state(query(pairs))
    assert all(len(state.filters.values(name)) <= MOST_VALUES for name in LISTS)
    assert all(len(getattr(state.view, name)) <= LONGEST.get(name, LONGEST_TEXT) for name in FREE)
    assert len(state.filters.q) <= LONGEST_TEXT
    again = source.state(write(state.filters, state.view))
    assert (again.filters, again.view) == (state.filters, state.view)


def asked(app: Dash, output: str, values: Iterator[Any]) -> dict[str, Any]:
    """Return what a browser sends for a callback, with the given values; patterns match nothing on the page."""
    callback = app.callback_map[output]
    parts = [part.rsplit(".", 1) for part in output.strip(".").split("...") if "." in part]
    outputs = [{"id": name, "property": what} for name, what in parts]
    found: dict[str, Any] = {"output": output, "outputs": [[] if "{" in one["id"] else one for one in outputs]}
    if not output.startswith("..") and parts:
        found["outputs"] = found["outputs"][0]
    for kind in ("inputs", "state"):
        found[kind] = [[] if "{" in one["id"] else {**one, "value": next(values)} for one in callback[kind]]
    first = callback["inputs"][0]
    return found | {"changedPropIds": [f"{first['id']}.{first['property']}"]}


def answers(reader: FlaskClient, folder: Path, body: Any) -> str:
    answer = reader.post("/_dash-update-component", json=body)
    text = answer.get_data(as_text=True)
    assert answer.status_code < 500, text
    assert str(folder) not in text
    assert str(Path(__file__).parents[2]) not in text
    assert not any(leak in text for leak in LEAKS), text
    return text


@FUZZ
@given(pairs=addresses, dark=st.booleans())
def test_no_address_makes_a_figure_fail(
    app: Dash, reader: FlaskClient, folder: Path, caplog: pytest.LogCaptureFixture, pairs: list[Any], dark: bool
) -> None:
    search = query(pairs)
    caplog.clear()
    for output, callback in app.callback_map.items():
        if "callback" not in callback:
            continue  # the browser's own
        names = [(one["id"], one["property"]) for one in callback["inputs"]]
        if names == [(ids.SHOWN, "data")] and not callback["state"]:
            answers(reader, folder, asked(app, output, iter([[search, "dark" if dark else "light"]])))
        if names == [(ids.RECORDS, "getRowsRequest")]:
            answers(reader, folder, asked(app, output, iter([{"startRow": 0}, search])))
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


@FUZZ
@given(data=st.data())
def test_no_payload_brings_the_server_down(app: Dash, reader: FlaskClient, folder: Path, data: st.DataObject) -> None:
    output = data.draw(st.sampled_from(sorted(app.callback_map)))
    answers(reader, folder, asked(app, output, iter(lambda: data.draw(anything), ...)))


@FUZZ
@given(body=anything)
def test_what_no_browser_sends_is_refused(reader: FlaskClient, folder: Path, body: Any) -> None:
    answers(reader, folder, body)
    answer = reader.post("/_dash-update-component", data=json.dumps(body)[:-1], content_type="application/json")
    assert answer.status_code < 500


@pytest.mark.parametrize("path", ["/_dash-update-component", "/assets/../etl/store.py", "/assets/%2e%2e/pyproject.toml",
                                  "/_dash-component-suites/dash/../../x.js", "/nothing", "/healthz?x=1"])  # fmt: skip
def test_no_path_reads_what_is_not_served(reader: FlaskClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code < 500
    assert "import" not in answer.get_data(as_text=True)[:200]
    assert "[project]" not in answer.get_data(as_text=True)


def test_a_folder_that_vanishes_for_a_moment_is_not_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(source_module, "LOOK_EVERY", -1.0)
    out = tmp_path / "out"
    frames = synthetic.frames(30, 8)
    frames.pop("changes")
    store.write(frames, {}, out)
    source = Source(out)
    run = source.data().run
    out.rename(tmp_path / "away")
    assert source.state("?country=KEN").data.rows("select count(*) from activities") == [(30,)]
    assert "cannot be read for now" in caplog.text
    (tmp_path / "away").rename(out)
    assert source.data().run == run
    frames = synthetic.frames(40, 9)
    frames.pop("changes")
    store.write(frames, {}, out)
    assert source.data().rows("select count(*) from activities") == [(40,)]


def test_newer_data_arrives_while_readers_filter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "LOOK_EVERY", 0.01)
    sizes = (50, 80, 120)
    for size in sizes[:1]:
        frames = synthetic.frames(size, size)
        frames.pop("changes")
        store.write(frames, {}, tmp_path)
    source = Source(tmp_path)

    def ask(number: int) -> None:
        state = source.state(f"?country=KEN&sort={list(COLUMNS)[number % len(COLUMNS)]}")
        total = queries.totals(state.data, state.filters).activities
        assert len(queries.all_records(state.data, state.filters, sort=state.view.sort)) == total

    with ThreadPoolExecutor(4) as readers:
        waiting = [readers.submit(ask, number) for number in range(120)]
        for size in sizes[1:]:
            frames = synthetic.frames(size, size)
            frames.pop("changes")
            store.write(frames, {}, tmp_path)
        for one in waiting:
            one.result()
    assert source.data().rows("select count(*) from activities") == [(sizes[-1],)]


def test_an_unreadable_address_is_named_in_a_notice() -> None:
    notices = read("?from=x&country=XXX&who=1&lang=xx", {"country": {}}).notices
    assert {notice.why for notice in notices} == {"no_date", "unknown_value", "unknown_name"}
