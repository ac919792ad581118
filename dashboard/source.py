"""A folder of tables -> the data of its current run, opened anew after a later one; an address -> its state."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any

import duckdb
from flask import g, has_request_context

from dashboard.address import Known, Notice, read
from dashboard.data import Data, known, open_data
from dashboard.filters import Filters
from dashboard.view import View
from etl import store

log = logging.getLogger(__name__)
PINNED = "tally_data"  # in Flask's g
LOOK_EVERY = 2.0  # seconds between two looks for a new run; a run takes longer


@dataclass(frozen=True, slots=True)
class State:
    """All that an answer depends on: the data, what the address asks for, and light or dark."""

    data: Data
    filters: Filters
    view: View
    notices: tuple[Notice, ...]
    theme: str


class Source:
    """Hands out the data; safe to be used by many threads at once."""

    def __init__(self, folder: Path, processors: int = 0) -> None:
        """Open the folder, for questions that use so many processors; raises etl.store.CannotStore without tables."""
        self._folder, self._processors = folder, processors
        self._lock = Lock()
        self._open()

    def _open(self) -> None:
        version, about = store.version(self._folder), store.about(self._folder)
        connection = store.connect(self._folder)
        if self._processors:
            connection.execute(f"set threads = {self._processors}")
        opened = open_data(connection, *_run_and_date(about))
        self._data = replace(opened, about=about, history=tuple(store.history(self._folder)), version=version)
        self._known = known(self._data)
        self._looked = monotonic()

    def data(self) -> Data:
        """Return the data of the current run over a connection of its own."""
        return self._now()[0].cursor()

    def state(self, search: str, theme: str = "light") -> State:
        """Return the state that a query string asks for; `theme` is the reader's own, light or dark."""
        data, names = self._now()
        address = read(search or "", names)
        return State(data.cursor(), address.filters, address.view, address.notices, address.view.theme or theme)

    def _now(self) -> tuple[Data, Known]:
        """Return the data that an answer is made from: all its parts are made from the same run."""
        if not has_request_context():
            return self._newest()
        if PINNED not in g:
            setattr(g, PINNED, self._newest())
        pinned: tuple[Data, Known] = getattr(g, PINNED)
        return pinned

    def _newest(self) -> tuple[Data, Known]:
        with self._lock:
            if monotonic() - self._looked > LOOK_EVERY:
                self._looked = monotonic()
                self._follow()
            return self._data, self._known

    def _follow(self) -> None:
        """Open a later run; while the folder cannot be read the last good data is shown."""
        try:
            if store.version(self._folder) != self._data.version:
                self._open()
        except (store.CannotStore, duckdb.Error, OSError, ValueError) as error:
            log.warning("the data folder cannot be read for now: %s", error)


def _run_and_date(about: dict[str, Any]) -> tuple[str, str]:
    return str(about.get("run", "")), str(about.get("finished", ""))[:10]
