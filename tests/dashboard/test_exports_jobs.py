"""Exports in the background: they end, fail and are cancelled, and their makers' progress is seen."""

import threading
import time

import pytest

from dashboard.exports.jobs import MOST_KEPT, Job, Jobs

PATIENCE = 5.0  # seconds


def until(true):
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def job():
    return Job("briefing.pptx", "text/plain")


def test_a_finished_job_has_its_file():
    jobs, mine = Jobs(), job()
    key = jobs.start(mine, lambda tell: b"file")
    until(lambda: mine.content)
    assert jobs.get(key).content == b"file"
    assert mine.share == 1.0


def test_progress_is_seen_and_cancelling_ends_the_work():
    jobs, mine, go, steps = Jobs(), job(), threading.Event(), []

    def make(tell):
        for step in range(100):
            tell(step / 100)
            steps.append(step)
            go.wait(PATIENCE)
        return b"never"

    key = jobs.start(mine, make)
    until(lambda: steps)
    assert 0 <= mine.share < 1
    jobs.cancel(key)
    go.set()
    until(lambda: mine.cancelled)
    time.sleep(0.05)
    assert mine.content is None
    assert len(steps) < 100
    assert jobs.get(key) is None


def test_a_job_that_fails_says_why():
    jobs, mine = Jobs(), job()

    def make(tell):
        raise ValueError("no such template")

    jobs.start(mine, make)
    until(lambda: mine.failed)
    assert mine.failed == "no such template"


def test_old_jobs_go():
    jobs = Jobs()
    keys = [jobs.start(job(), lambda tell: b"x") for _ in range(MOST_KEPT + 3)]
    assert [jobs.get(key) is None for key in keys[:4]] == [True, True, True, False]


@pytest.mark.parametrize("key", ["", "unknown", "../x"])
def test_an_unknown_key_has_no_job(key):
    assert Jobs().get(key) is None
