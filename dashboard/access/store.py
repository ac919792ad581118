"""The file that all processes of one dashboard share: who is signed in, and who has tried."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FILE = "access.sqlite"
PATIENCE = 5.0  # seconds that a process waits for another one's write
TABLES = """
create table if not exists session (
    key text primary key, account text, role text, way text, address text, began real, seen real
) without rowid;
create table if not exists hint (key text primary key, token text) without rowid;
create table if not exists attempt (key text primary key, since real, count integer) without rowid;
"""


class Store:
    """Opens the file anew for each use: no connection lives through a fork or is shared by threads."""

    def __init__(self, folder: Path) -> None:
        """Make the file where it is missing, for its owner alone."""
        self._path = folder / FILE
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))  # the files that SQLite puts beside it follow it
        with closing(self._connect()) as connection:
            connection.executescript(TABLES)

    @contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        """Hand out a connection."""
        with closing(self._connect()) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Hand out a connection that nobody else can write beside; kept whole, or not at all where this fails."""
        with closing(self._connect()) as connection:
            connection.execute("begin immediate")
            try:
                yield connection
            except BaseException:
                connection.execute("rollback")
                raise
            connection.execute("commit")

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=PATIENCE, isolation_level=None)
        connection.execute("pragma secure_delete = on")  # what has ended leaves nothing in the file
        return connection
