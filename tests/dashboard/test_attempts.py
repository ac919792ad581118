"""Guessing is slowed down: by account and address, by address, by account; over all processes, in bounded space."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.access import attempts as attempts_module
from dashboard.access.attempts import MOST_ACCOUNT, MOST_ADDRESS, MOST_PAIR, WINDOW, Attempts, network
from dashboard.access.store import Store
from tests.dashboard.signing import guarded, private, sign_in, tables


@pytest.fixture
def attempts(tmp_path: Path) -> Attempts:
    return Attempts(Store(tmp_path))


def test_one_account_from_one_address(attempts: Attempts) -> None:
    waits = [attempts.begin("ana", "192.0.2.1") for _ in range(MOST_PAIR + 1)]
    assert waits[:-1] == [0.0] * MOST_PAIR
    assert 0 < waits[-1] <= WINDOW
    assert attempts.begin("ana", "192.0.2.2") == attempts.begin("bo", "192.0.2.1") == 0


def test_many_accounts_from_one_address(attempts: Attempts) -> None:
    assert not any(attempts.begin(f"name {n}", "192.0.2.1") for n in range(MOST_ADDRESS))
    assert attempts.begin("another", "192.0.2.1") > 0
    assert attempts.begin("another", "192.0.2.9") == 0


def test_one_account_from_many_addresses(attempts: Attempts) -> None:
    assert not any(attempts.begin("ana", f"192.0.2.{n}") for n in range(MOST_ACCOUNT))
    assert attempts.begin("ana", "198.51.100.1") > 0


def test_only_failures_add_up(attempts: Attempts) -> None:
    for _ in range(MOST_ACCOUNT + 2):  # an office of many behind one address
        assert attempts.begin("ana", "192.0.2.1") == 0
        attempts.succeeded("ana", "192.0.2.1")


def test_a_window_ends_and_a_clock_set_back_locks_nobody_out(
    attempts: Attempts, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(MOST_PAIR + 1):
        attempts.begin("ana", "192.0.2.1")
    now = attempts_module.time()
    for later in (WINDOW + 1, -3600.0):
        monkeypatch.setattr(attempts_module, "time", lambda later=later: now + later)
        assert attempts.begin("ana", "192.0.2.1") == 0


def test_processes_count_together_at_the_same_moment(tmp_path: Path) -> None:
    several = [Attempts(Store(tmp_path)) for _ in range(4)]
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda n: several[n % 4].begin("ana", "192.0.2.1"), range(40)))
    assert waits.count(0.0) == MOST_PAIR


def test_the_clock_is_read_by_one_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read early and written late, it would take another count for one of the future, and drop it."""
    store, order = Store(tmp_path), []

    @contextmanager
    def writing() -> Iterator[sqlite3.Connection]:
        with Store.writing(store) as connection:
            order.append("alone")
            yield connection
            order.append("done")

    monkeypatch.setattr(store, "writing", writing)
    monkeypatch.setattr(attempts_module, "time", lambda: order.append("clock") or 1000.0)
    Attempts(store).begin("ana", "192.0.2.1")
    assert order == ["alone", "clock", "done"]


def test_what_is_kept_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts_module, "MOST_KEPT", 30)
    store = Store(tmp_path)
    attempts = Attempts(store)
    for number in range(100):
        attempts.begin("x" * 200 + str(number), f"192.0.2.{number}")
    with store.opened() as connection:
        assert connection.execute("select count(*) from attempt").fetchone() == (30,)
        keys = [key for (key,) in connection.execute("select key from attempt")]
    assert all(len(key) == 64 for key in keys)  # hashes: a password typed for a name is not kept


@pytest.mark.parametrize(
    ("address", "place"),
    [("192.0.2.1", "192.0.2.1"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("", ""), ("unix:", "unix:")],
)
def test_half_of_an_ipv6_address_is_one_household(address: str, place: str) -> None:
    assert network(address) == place


def test_the_page_says_how_long_to_wait_even_with_the_right_password(tmp_path: Path) -> None:
    secrets = private(tmp_path / "private")
    reader = guarded(tables(tmp_path / "data"), secrets).server.test_client()
    for _ in range(MOST_PAIR):
        assert sign_in(reader, "ana", "wrong").status_code == 401
    answer = sign_in(reader)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= WINDOW
    assert "Réessayez dans 15 minutes" in answer.get_data(as_text=True)
    assert '"event": "sign_in_refused"' in (secrets / "audit.log").read_text()
