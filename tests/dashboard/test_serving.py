"""The service for many readers: it outlives its processes, its data and its stop."""

from __future__ import annotations

import json
import re
import socket
import sys
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from signal import SIGTERM
from socket import SocketIO
from subprocess import run
from threading import Event
from urllib.parse import urlsplit

import pytest

from dashboard import ids
from dashboard.source import Source
from etl import store
from tests import synthetic
from tests.service import PATIENCE, ROOT, Service, kill, running, wait

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gunicorn and /proc")


def write(folder: Path, activities: int, finished: str) -> str:
    frames = synthetic.frames(activities, seed=activities)
    frames.pop("changes", None)  # the store makes it
    return store.write(frames, {"finished": finished}, folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "out"
    write(folder, 50, "2021-07-01T00:00:00+00:00")
    return folder


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Service]:
    with running(folder) as service:
        yield service


def shows(service: Service, run: str) -> bool:
    """Say whether a first page is made from that run."""
    with urllib.request.urlopen(service.base + "/_dash-layout", timeout=PATIENCE) as answer:
        return run in answer.read().decode()


def test_many_readers_at_once_are_answered(service: Service) -> None:
    with ThreadPoolExecutor(16) as readers:
        assert set(readers.map(service.status, ["/"] * 60)) == {200}


def test_no_answer_tells_what_it_was_made_by(service: Service, folder: Path) -> None:
    with running(folder, 0) as alone:
        for one in (service, alone):
            with urllib.request.urlopen(one.base + "/healthz", timeout=PATIENCE) as answer:
                assert answer.headers.get_all("Server") == ["Tally"]


def test_a_process_that_dies_is_replaced(service: Service) -> None:
    before = service.workers()
    kill(before[0])
    wait(lambda: len(service.workers()) == 2 and before[0] not in service.workers())
    wait(lambda: {service.status() for _ in range(10)} == {200})


def test_a_folder_that_is_away_for_a_while_is_served_from_what_is_open(service: Service, folder: Path) -> None:
    away = folder.rename(folder.parent / "away")
    try:
        assert {service.status() for _ in range(10)} == {200}
        kill(killed := service.workers()[0])  # its successor waits until the folder is there again
        wait(lambda: len(service.workers()) == 2 and killed not in service.workers())
        those = service.workers()
        wait(lambda: "the data cannot be opened for now" in service.said())
        assert {service.status() for _ in range(40)} == {200}
        assert service.workers() == those  # it waits: it does not fail and start again and again
    finally:
        away.rename(folder)
    wait(lambda: {service.status() for _ in range(20)} == {200})


def test_all_processes_follow_a_new_run_even_when_the_clock_was_set_back(service: Service, folder: Path) -> None:
    later = write(folder, 60, "2019-01-01T00:00:00+00:00")  # earlier than the run before it, by the clock
    wait(lambda: all(shows(service, later) for _ in range(12)))


def test_readers_see_one_run_or_the_other_and_no_error_while_runs_arrive(service: Service, folder: Path) -> None:
    ended, runs = Event(), {}

    def add(size: int) -> None:
        run = write(folder, size, "2021-07-01T00:00:00+00:00")
        with store.connect(folder) as connection:
            runs[run] = connection.sql("select count(*) from event").fetchall()[0][0]
        wait(lambda: all(shows(service, run) for _ in range(6)))

    def read() -> set[tuple[str, int]]:
        seen = set()
        while not ended.is_set():
            seen.add(run_and_count(service))
        return seen

    before = run_and_count(service)  # a process that has not looked yet may still show it to the first readers
    add(70)
    with ThreadPoolExecutor(6) as readers:
        reading = [readers.submit(read) for _ in range(6)]
        for size in (80, 90):
            add(size)
        ended.set()
    assert set().union(*(one.result() for one in reading)) - {before} == set(runs.items())


def run_and_count(service: Service) -> tuple[str, int]:
    """Return the run that a first page says it is of, and how many activities its first tile counts."""
    with urllib.request.urlopen(service.base + "/_dash-layout", timeout=PATIENCE) as answer:
        page = answer.read().decode()
    counted = re.search(r'"data-value": ?"(\d+)"', page)
    [run] = set(re.findall(r"\b\d{4}-[0-9a-f]{8}\b", page))
    assert counted
    return run, int(counted[1])


def test_a_question_uses_as_many_processors_as_it_may(tmp_path: Path) -> None:
    write(tmp_path / "out", 5, "2021-07-01T00:00:00+00:00")
    for processors in (3, 1):
        data = Source(tmp_path / "out", processors).data()
        assert data.rows("select current_setting('threads')") == [(processors,)]


def test_it_refuses_to_start_without_tables(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dashboard", "--data", str(tmp_path), "--workers", "2", "--port", "0"]
    ended = run(command, capture_output=True, text=True, timeout=PATIENCE, cwd=ROOT)
    assert ended.returncode == 1
    assert "there are no tables in it" in ended.stderr


def test_it_stops_in_peace_and_finishes_the_answer_that_was_begun(folder: Path) -> None:
    with running(folder, workers=1) as service, asking(service) as (question, rest):
        assert question.readline() == b"HTTP/1.1 100 Continue\r\n"  # a process has begun to answer
        before = service.sockets()
        service.process.send_signal(SIGTERM)
        wait(lambda: service.sockets() < before)  # it has begun to stop
        question.write(rest)
        answer = question.read().decode()
    assert "HTTP/1.1 200 OK" in answer
    assert json.loads(answer[answer.index("{") :])["response"][ids.NEW_DATA]["children"]
    assert service.process.returncode == 0


NEW_DATA = f"{ids.NEW_DATA}.children"


@contextmanager
def asking(service: Service) -> Iterator[tuple[SocketIO, bytes]]:
    """Send half of the question whether there is newer data; hand out the connection and the other half."""
    asked = {
        "output": NEW_DATA,
        "outputs": {"id": ids.NEW_DATA, "property": "children"},
        "inputs": [{"id": ids.PULSE, "property": "n_intervals", "value": 1}],
        "state": [{"id": name, "property": "data", "value": "en"} for name in (ids.RUN, ids.LANGUAGE_ASKED)],
    }
    body = json.dumps(asked).encode()
    address = urlsplit(service.base)
    head = f"POST /_dash-update-component HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
    head += f"Expect: 100-continue\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    there = (address.hostname, address.port)
    with socket.create_connection(there, PATIENCE) as connection, connection.makefile("rwb", buffering=0) as question:
        question.write(head.encode() + body[:20])
        yield question, body[20:]
