"""Ten thousand random requests to a dashboard that is open and to one with a sign-in: answers by status, what failed.

python -m tests.bench.bench_requests [MANY]        (1 where a request made the server fail or told of the machine)
"""

from __future__ import annotations

import logging
import resource
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from dash import Dash

from dashboard.app import create_app
from dashboard.settings import Access, Settings
from tests.dashboard.payloads import Request, request
from tests.dashboard.signing import guarded, private, sign_in, tables

LEAKS = ("Traceback", "site-packages", "duckdb.", "/home/", "sqlite", "werkzeug", str(Path(__file__).parents[2]))
EVERY = 1000
FIRST = 1000  # seeds below are those of tests/dashboard/test_requests.py


class Failures(logging.Handler):
    """Counts what is logged as an error."""

    def __init__(self) -> None:
        """Count from nothing."""
        super().__init__(logging.ERROR)
        self.kinds: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        error = record.exc_info[0] if record.exc_info else None
        self.kinds[error.__name__ if error else record.getMessage()[:30]] += 1


def attack(name: str, app: Dash, many: int) -> int:
    """Send the requests; print and return how many answers were wrong."""
    client, statuses, wrong, slowest = app.server.test_client(), Counter[int](), 0, (0.0, Request("", ""))
    if name == "signed in":
        sign_in(client)
    began, before = perf_counter(), _memory()
    for seed in range(FIRST, FIRST + many):
        asked, start = request(seed, app), perf_counter()
        answer = client.open(asked.path, method=asked.method, data=asked.body, headers=asked.headers(), buffered=True)
        slowest = max(slowest, (perf_counter() - start, asked), key=lambda one: one[0])
        text = "" if asked.path.startswith(("/assets", "/_dash-component-suites")) else str(answer.get_data())
        statuses[answer.status_code] += 1
        if answer.status_code >= 500 or any(leak in text for leak in LEAKS):
            wrong += 1
            print(f"WRONG {seed} {answer.status_code} {asked} {text[:200]}")
    seconds, grown = perf_counter() - began, _memory() - before
    print(f"{name}: {many} requests in {seconds:.0f} s, {dict(sorted(statuses.items()))}, {wrong} wrong")
    print(
        f"  slowest {slowest[0]:.2f} s ({slowest[1].method} {slowest[1].path[:60]}), memory +{grown:.0f} MB at its peak"
    )
    return wrong


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(many: str = "10000") -> int:
    """Attack both; return 1 where an answer was wrong."""
    failures = Failures()
    logging.getLogger().addHandler(failures)
    logging.getLogger("dashboard").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as place:
        data, secrets = tables(Path(place) / "data"), private(Path(place) / "private")
        noted = Access(audit=str(Path(place) / "audit.log"))
        wrong = attack("open", create_app(Settings(data, state=Path(place) / "state", access=noted)), int(many))
        wrong += attack("signed in", guarded(data, secrets), int(many))
    print("callbacks that gave up and said so on the page:", dict(failures.kinds.most_common(12)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
