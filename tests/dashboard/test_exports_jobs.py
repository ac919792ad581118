"""Exports in the background: any process sees how far they are, hands them out and ends them."""

import os
import shutil
import signal
import stat
import tempfile
import time
from fcntl import LOCK_EX, LOCK_NB, flock
from multiprocessing import forkserver
from pathlib import Path

import pytest

from dashboard.briefing.options import Options
from dashboard.exports import chromium, drawer
from dashboard.exports import jobs as all_jobs
from dashboard.exports.drawer import Drawer, lent
from dashboard.exports.formats import FORMATS
from dashboard.exports.job_folder import JobFolder
from dashboard.exports.job_process import AT_ONCE
from dashboard.exports.jobs import Jobs, folder_of_jobs, make_ready
from dashboard.exports.order import Order, order_of
from etl import store
from tests import synthetic

PATIENCE = 120.0  # seconds; a busy machine starts a process late


def until(true):
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end
        time.sleep(0.02)
    return found


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data") / "out"
    frames = synthetic.frames(40, seed=3)
    frames.pop("changes", None)  # the store makes it
    store.write(frames, {"finished": "2021-07-01T00:00:00+00:00"}, folder)
    return folder


@pytest.fixture
def order(tables):
    return ordered(tables)


def ordered(tables, name="csv", search="?lang=fr"):
    made = FORMATS[name]
    return Order(name, f"briefing.{made.ending}", made.media_type, tables, search, Options(title="Ours"))


@pytest.fixture
def full(tmp_path):
    """Take all places, as other exports would: a job then waits."""
    folder = tmp_path / "exports"
    folder.mkdir(mode=0o700)
    held = [(folder / f"place-{number}").open("w") for number in range(AT_ONCE)]
    for place in held:
        flock(place, LOCK_EX | LOCK_NB)
    yield folder, held
    for place in held:
        place.close()


def gone(number):
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return False


def test_an_order_survives_json(order):
    assert order_of(order.to_json()) == order


def test_another_process_of_the_dashboard_sees_the_finished_file(order, tmp_path):
    key = Jobs(tmp_path / "exports").start(order)
    another = Jobs(tmp_path / "exports")
    job = until(lambda: (found := another.get(key)) and (found.file or found.failed) and found)
    assert job.failed == ""
    assert job.file.read_bytes()[:2] == b"PK"
    assert (job.name, job.media_type) == ("briefing.csv.zip", "application/zip")
    assert stat.S_IMODE((tmp_path / "exports").stat().st_mode) == 0o700
    assert stat.S_IMODE(job.file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["pdf", "html"])
def test_any_process_ends_a_job_of_any_format_at_once(tables, full, name):
    folder, _ = full
    key = Jobs(folder).start(ordered(tables, name))
    worker = until(lambda: JobFolder(folder / key).worker())
    another = Jobs(folder)
    assert another.get(key).file is None
    another.cancel(key)
    until(lambda: gone(worker))
    assert another.get(key) is None
    assert not (folder / key).exists()


def test_a_job_cancelled_before_it_begins_leaves_nothing(order, tmp_path):
    jobs = Jobs(tmp_path / "exports")
    key = jobs.start(order)
    jobs.cancel(key)
    assert jobs.get(key) is None


def test_a_job_waits_for_a_place_and_then_runs(order, full):
    folder, held = full
    jobs = Jobs(folder)
    key = jobs.start(order)
    until(lambda: JobFolder(folder / key).worker())
    assert jobs.get(key).file is None
    held[0].close()
    assert until(lambda: jobs.get(key).file)


def test_a_job_whose_process_dies_says_so(tables, full):
    folder, _ = full
    jobs = Jobs(folder)
    key = jobs.start(ordered(tables))
    os.kill(until(lambda: JobFolder(folder / key).worker()), signal.SIGKILL)
    assert "was ended" in until(lambda: jobs.get(key).failed)


def test_a_job_that_fails_says_why(tmp_path):
    jobs = Jobs(tmp_path / "exports")
    key = jobs.start(ordered(tmp_path / "nowhere"))
    assert "nowhere" in until(lambda: jobs.get(key).failed)


def test_old_files_go_and_what_is_under_way_stays(order, full, monkeypatch):
    monkeypatch.setattr(all_jobs, "MOST_KEPT", 2)
    folder, _ = full
    jobs = Jobs(folder)
    running = jobs.start(order)
    until(lambda: JobFolder(folder / running).worker())
    for number in range(4):
        old = folder / f"old{number}"
        old.mkdir()
        os.utime(old, (number, number))
    another = jobs.start(order)
    assert not list(folder.glob("old*"))
    assert jobs.get(running)
    for key in (running, another):
        jobs.cancel(key)


@pytest.mark.parametrize("key", ["", "unknown", "../x", "../../../etc/passwd", "x" * 22])
def test_an_unknown_key_has_no_job(tmp_path, key):
    jobs = Jobs(tmp_path)
    jobs.cancel(key)
    assert jobs.get(key) is None


def test_a_folder_that_others_can_read_is_refused(order, tmp_path):
    tmp_path.chmod(0o755)
    with pytest.raises(PermissionError, match="--state"):
        Jobs(tmp_path).start(order)


def test_without_a_state_folder_it_is_this_users_own(tmp_path):
    assert folder_of_jobs(tmp_path) == tmp_path / "exports"
    assert str(os.getuid()) in str(folder_of_jobs(None))


def test_without_a_state_folder_no_folder_of_another_user_lies_above_it():
    assert folder_of_jobs(None).parent == Path(tempfile.gettempdir())


def test_a_link_in_its_place_is_refused(order, tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "exports").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError, match="--state"):
        Jobs(tmp_path / "exports").start(order)
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(not chromium.is_installed(), reason="Chromium is not installed")
def test_a_cancelled_job_of_pictures_leaves_no_folder(tables, tmp_path, monkeypatch):
    monkeypatch.setattr(all_jobs, "DRAWER", Drawer(all_jobs.CONTEXT))  # none that pages of other tests have started
    jobs = Jobs(tmp_path / "exports")
    key = jobs.start(ordered(tables, "images"))
    until(lambda: list((tmp_path / "exports" / key).glob("*/*")))  # Chromium has begun to write
    jobs.cancel(key)
    assert [path.name for path in (tmp_path / "exports").iterdir() if path.is_dir()] == []


@pytest.mark.skipif(not chromium.is_installed(), reason="Chromium is not installed")
def test_a_finished_job_of_pictures_leaves_its_file_alone(tables, tmp_path):
    jobs = Jobs(tmp_path / "exports")
    key = jobs.start(ordered(tables, "pdf"))
    until(lambda: jobs.get(key).file)
    until(lambda: not [path for path in (tmp_path / "exports" / key).iterdir() if path.is_dir()])
    assert jobs.get(key).file.read_bytes().startswith(b"%PDF")


FIGURE = {"data": [{"type": "bar", "x": [1], "y": [2]}], "layout": {}}
SVG = {"format": "svg", "width": 200, "height": 100, "scale": 1}


@pytest.mark.skipif(not chromium.is_installed(), reason="Chromium is not installed")
def test_one_process_draws_for_all_and_where_it_dies_each_draws_for_itself_until_there_is_another(monkeypatch):
    monkeypatch.setattr(drawer, "BROWSER", chromium._Browser())
    drawing, asking = Drawer(all_jobs.CONTEXT), chromium._Browser()
    drawing.make_ready()
    first = until(drawing.address)
    asking.borrow(lent(first))
    assert asking.picture(FIGURE, SVG).startswith(b"<svg")
    assert asking._kaleido is None
    os.kill(drawing._drawing._process.pid, signal.SIGKILL)
    assert asking.picture(FIGURE, SVG).startswith(b"<svg")
    assert asking._kaleido
    asking.end()
    drawing.make_ready()
    assert until(lambda: drawing.address() != first and lent(drawing.address()))


def test_where_no_process_draws_a_job_is_told_so():
    for address in (None, "/nowhere"):
        with pytest.raises(OSError, match=r"draws|No such file"):
            lent(address)


def test_the_process_that_jobs_are_copied_from_can_be_started_before_the_first():
    make_ready()
    assert forkserver._forkserver._forkserver_pid


def test_what_is_written_while_a_job_is_taken_away_goes_too(tmp_path, monkeypatch):
    remove, tries = shutil.rmtree, []

    def disturbed(path, **how):
        tries.append(path)
        if len(tries) > 1:
            remove(path, **how)

    monkeypatch.setattr(shutil, "rmtree", disturbed)
    (tmp_path / "job").mkdir()
    JobFolder(tmp_path / "job").remove()
    assert not (tmp_path / "job").exists()
