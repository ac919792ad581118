"""An attempt to sign in -> how long to wait before it is looked at; counted for all processes together."""

from __future__ import annotations

import ipaddress
import sqlite3
from hashlib import sha256
from time import time

from dashboard.access.store import Store

WINDOW = 15 * 60.0  # seconds in which failures add up
# Failures in a window. A person who mistypes has five; an office behind one address has fifty; an account that the
# whole world guesses at is left alone for a while after a hundred.
MOST_PAIR, MOST_ADDRESS, MOST_ACCOUNT = 5, 50, 100
MOST_KEPT = 20_000  # rows; the oldest go
NETWORK = 64  # bits of an IPv6 address that one household has


class Attempts:
    """Failures by account, by address, and by both."""

    def __init__(self, store: Store) -> None:
        """Count in the file that all processes share."""
        self._store = store

    def begin(self, account: str, address: str) -> float:
        """Count an attempt and return 0, or the seconds to wait where there were too many already.

        It is counted before the password is checked, so that many at the same moment are too.
        """
        with self._store.writing() as connection:
            now = time()  # read under the lock: an earlier moment than the row's would look like a clock set back
            limits = _limits(account, address)
            wait = max(_wait(connection, key, most, now) for key, most in limits.items())
            if not wait:
                for key in limits:
                    connection.execute(
                        "insert into attempt values (?, ?, 1) on conflict do update set count = count + 1", [key, now]
                    )
                _tidy(connection, now)
            return wait

    def succeeded(self, account: str, address: str) -> None:
        """Take back what was counted: only failures add up."""
        pair, *others = _limits(account, address)
        with self._store.writing() as connection:
            connection.execute("delete from attempt where key = ?", [pair])
            connection.executemany("update attempt set count = count - 1 where key = ?", [[key] for key in others])


def _wait(connection: sqlite3.Connection, key: str, most: int, now: float) -> float:
    """Return the seconds until a key may try again; a window that is over, or lies in the future, is forgotten."""
    row = connection.execute("select since, count from attempt where key = ?", [key]).fetchone()
    if row and not 0 <= now - row[0] < WINDOW:
        connection.execute("delete from attempt where key = ?", [key])
        return 0.0
    return float(row[0] + WINDOW - now) if row and row[1] >= most else 0.0


def _tidy(connection: sqlite3.Connection, now: float) -> None:
    connection.execute("delete from attempt where since not between ? and ?", [now - WINDOW, now])
    connection.execute(
        "delete from attempt where key in (select key from attempt order by since desc limit -1 offset ?)", [MOST_KEPT]
    )


def _limits(account: str, address: str) -> dict[str, int]:
    """Return keys and limits; keys are hashes, so that what was typed for a name is not kept."""
    place = network(address)
    keys = {("pair", account, place): MOST_PAIR, ("address", place): MOST_ADDRESS, ("account", account): MOST_ACCOUNT}
    return {sha256("\0".join(key).encode("utf-8", "replace")).hexdigest(): most for key, most in keys.items()}


def network(address: str) -> str:
    """Return what one attacker can change no more cheaply than a connection: IPv4 whole, half of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(found) if found.version == 4 else str(ipaddress.ip_network(f"{address}/{NETWORK}", strict=False))
