"""Settings -> a service for many readers: gunicorn with several processes, each with a dashboard of its own.

Two processes of four threads were measured best on two cores (gthread; gevent and sync fell behind under load).
"""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.http import wsgi

from dashboard.app import create_app
from dashboard.settings import Settings
from etl.store import CannotStore

SERVER = "Tally"  # what answers say of the server: neither what it was made by nor its version
THREADS = 4
GRACE = 30  # seconds in which answers that were begun are finished when the service is stopped
PATIENCE = 120  # seconds without a sign of life after which a process is replaced; a million rows to PDF take less
KEEP_ALIVE = 75  # seconds; longer than nginx waits, so that it is the proxy who closes a connection
LINE = 8190  # bytes of an address, the most gunicorn allows: a filter may name many countries
AGAIN = 1.0  # seconds between two attempts to open the data
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - signs of life must not wait for a disk
log = logging.getLogger("gunicorn.error")


class Service(BaseApplication):  # type: ignore[misc]
    """The dashboard behind gunicorn; `run()` serves until SIGTERM or SIGINT, SIGHUP replaces the processes in turn."""

    def __init__(self, settings: Settings, workers: int) -> None:
        """Serve `settings` from `workers` processes."""
        processors = max(1, (os.cpu_count() or 1) // workers)  # many readers wait for each other's threads otherwise
        self._settings, self._workers = replace(settings, processors=processors), workers
        wsgi.SERVER = SERVER  # gunicorn has no setting for it
        super().__init__()

    def load_config(self) -> None:
        """Tell gunicorn what it would else read from files and its command line."""
        host = f"[{self._settings.host}]" if ":" in self._settings.host else self._settings.host
        told: dict[str, Any] = {
            "bind": f"{host}:{self._settings.port}",
            "workers": self._workers,
            "worker_class": "gthread",
            "threads": THREADS,
            "graceful_timeout": GRACE,
            "timeout": PATIENCE,
            "keepalive": KEEP_ALIVE,
            "limit_request_line": LINE,
            "worker_tmp_dir": str(IN_MEMORY) if IN_MEMORY.is_dir() else None,
            "control_socket_disable": True,
            "forwarded_allow_ips": "",  # whom to believe is told to the dashboard itself
            "loglevel": "warning",
            "when_ready": _say_where,
        }
        for name, value in told.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """Return the dashboard of one process; while the data cannot be opened, the others serve and this one waits."""
        while True:
            try:
                return create_app(self._settings).server
            except CannotStore as error:
                log.warning("the data cannot be opened for now: %s", error)
                sleep(AGAIN)


def _say_where(arbiter: Any) -> None:
    print(f"The dashboard is at http://{arbiter.address[0][0]}:{arbiter.address[0][1]} (Ctrl+C ends it)", flush=True)
