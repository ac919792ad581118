"""A sign-in -> a token; a token -> who it is, until the session ends: left idle, grown old, or signed out."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_urlsafe
from time import time

from dashboard.access.store import Store

IDLE = 30 * 60.0  # seconds without a request that a person caused
WHOLE = 12 * 3600.0  # seconds; a working day
SKEW = 300.0  # seconds that a clock may be set back without ending sessions
TOUCH = 60.0  # seconds; how exactly the last use is kept
MOST = 10_000  # sessions; the oldest go
COLUMNS = "account, role, way, address, began, seen, key"
ACCOUNTS, PROVIDER = "accounts", "provider"  # the ways to sign in


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in: times are seconds since 1970, `key` names the session without giving its token away."""

    account: str
    role: str
    way: str
    address: str
    began: float
    seen: float
    key: str

    def lives(self, now: float) -> bool:
        """Say whether it has not ended by itself."""
        return -SKEW <= now - self.seen <= IDLE and -SKEW <= now - self.began <= WHOLE


class Sessions:
    """The sessions of one dashboard, for all its processes."""

    def __init__(self, store: Store) -> None:
        """Keep them in the file that all processes share."""
        self._store = store

    def begin(self, account: str, role: str, way: str, address: str, hint: str = "") -> str:
        """Begin a session; return its token, which is kept nowhere but in the reader's cookie.

        `hint`: what the provider said of the person, by which it knows its own session again when ours ends.
        """
        token, now = token_urlsafe(32), time()
        with self._store.writing() as connection:
            connection.execute(
                f"insert into session ({COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)",
                [account, role, way, address, now, now, key_of(token)],
            )
            if hint:
                connection.execute("insert into hint values (?, ?)", [key_of(token), hint])
            _tidy(connection, now)
        return token

    def hint(self, key: str) -> str:
        """Return what the provider knows its session by; "" where there is none."""
        with self._store.opened() as connection:
            row = connection.execute("select token from hint where key = ?", [key]).fetchone()
        return str(row[0]) if row else ""

    def find(self, token: str, used: bool) -> Session | None:
        """Return a session that lives; `used`: a person caused the request."""
        now, key = time(), key_of(token)
        with self._store.opened() as connection:
            row = connection.execute(f"select {COLUMNS} from session where key = ?", [key]).fetchone()
            session = Session(*row) if row else None
            if session is None or not session.lives(now):
                return None
            if used and abs(now - session.seen) > TOUCH:
                with suppress(sqlite3.OperationalError):  # a full disk sends nobody away
                    connection.execute("update session set seen = ? where key = ?", [now, key])
            return session

    def end(self, key: str) -> None:
        """End one session."""
        with self._store.writing() as connection:
            connection.execute("delete from session where key = ?", [key])
            _forget_hints(connection)

    def end_all(self, account: str) -> None:
        """End all sessions of a local account."""
        with self._store.writing() as connection:
            connection.execute("delete from session where account = ? and way = ?", [account, ACCOUNTS])

    def living(self) -> list[Session]:
        """Return all sessions that have not ended, the last used first."""
        with self._store.opened() as connection:
            rows = connection.execute(f"select {COLUMNS} from session order by seen desc").fetchall()
        now = time()
        return [session for session in (Session(*row) for row in rows) if session.lives(now)]


def _tidy(connection: sqlite3.Connection, now: float) -> None:
    connection.execute("delete from session where seen < ? or began < ?", [now - IDLE, now - WHOLE])
    connection.execute(
        "delete from session where key in (select key from session order by began desc limit -1 offset ?)", [MOST]
    )
    _forget_hints(connection)


def _forget_hints(connection: sqlite3.Connection) -> None:
    connection.execute("delete from hint where key not in (select key from session)")


def key_of(token: str) -> str:
    """Return what the file keeps of a token: whoever reads the file cannot sign in with it."""
    return sha256(token.encode("utf-8", "replace")).hexdigest()
