"""What readers do that somebody may have to answer for -> one line of JSON each, for grep and jq.

The file is opened for each line, so logrotate may take it away at any time; nothing here rotates it.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from flask import current_app, has_request_context, request

from dashboard.access.who import reader

AUDIT = "tally-audit"  # in the app's extensions
STANDARD_ERROR = "-"
LONGEST = 4000  # letters of one value
TAG = 8  # letters of a session's key: enough to follow it, too few to use it
TAIL = 64_000  # bytes from the end that an administrator is shown
log = logging.getLogger(__name__)


class Audit:
    """Where the lines go: a file, "-" the standard error, "" nowhere."""

    def __init__(self, target: str) -> None:
        """Name the target."""
        self._target = target

    def write(self, line: str) -> None:
        """Add a line. One write at the end of the file: lines of several processes never mix."""
        if self._target == STANDARD_ERROR:
            print(line, file=sys.stderr, flush=True)
        elif self._target:
            try:
                file = os.open(self._target, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    os.write(file, line.encode("ascii") + b"\n")
                finally:
                    os.close(file)
            except OSError as error:
                log.error("the audit log cannot be written: %s: %s", error.strerror, line)

    def last(self, most: int) -> list[str]:
        """Return the last lines, the newest first; none where they go to no file."""
        path = Path(self._target)
        if self._target in ("", STANDARD_ERROR) or not path.is_file():
            return []
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - TAIL))
            lines = file.read().decode("ascii", "replace").splitlines()
        return lines[: -most - 1 : -1]


def tell(event: str, **details: str) -> None:
    """Note an event of the request that is being answered: when, what, who, from where."""
    if not has_request_context() or AUDIT not in current_app.extensions:
        return
    session = reader()
    who = {"account": session.account, "session": session.key[:TAG]} if session else {}
    said = {"event": event, **who, "address": request.remote_addr or "", **details}
    current_app.extensions[AUDIT].write(line(said, datetime.now(UTC)))


def line(said: dict[str, str], now: datetime) -> str:
    """Return one line of ASCII: control characters and all letters beyond are escaped, so that no value ends it."""
    cut = {key: value[:LONGEST] for key, value in said.items()}
    return json.dumps({"time": now.isoformat(timespec="seconds"), **cut}, ensure_ascii=True)
