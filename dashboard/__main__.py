"""The command line: `python -m dashboard --data DIR` serves the dashboard; `... briefing` writes a briefing."""

from __future__ import annotations

import argparse
import logging
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from werkzeug.serving import WSGIRequestHandler, make_server

from dashboard.access import arguments as access
from dashboard.access.account_command import account
from dashboard.access.private import CannotStart
from dashboard.app import create_app
from dashboard.briefing_command import briefing
from dashboard.export_command import export
from dashboard.serving import SERVER, Service
from dashboard.settings import Settings
from etl import store
from etl.store import CannotStore

DONE, FAILED = 0, 1


class Answers(WSGIRequestHandler):
    """How werkzeug answers: connections stay open, and no answer tells what it was made by."""

    protocol_version = "HTTP/1.1"

    def version_string(self) -> str:
        """Return the header Server."""
        return SERVER


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; return 0, or 1 where the data or the port cannot be used."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == ["briefing"]:
        return briefing(given[1:])
    if given[:1] == ["export"]:
        return export(given[1:])
    if given[:1] == ["account"]:
        return account(given[1:])
    asked = _parser().parse_args(given)
    if not asked.data.is_dir():
        return _fail(f"{asked.data}: there is no such folder. Make it: python -m etl run SOURCE --out {asked.data}")
    if problem := _cannot_listen(asked.host, asked.port):
        return _fail(f"{asked.host}:{asked.port}: {problem}. Choose another: --port {asked.port + 1}")
    try:
        settings = _settings(asked)
        if asked.workers:
            _serve_many(settings, asked.workers)
        else:
            _serve(create_app(settings).server, settings)
    except (CannotStore, CannotStart) as error:
        return _fail(str(error))
    return DONE


def _settings(asked: argparse.Namespace) -> Settings:
    public_url = asked.public_url.rstrip("/")
    return Settings(asked.data, asked.host, asked.port, public_url, asked.state, access.read(asked), asked.template)


def _serve_many(settings: Settings, workers: int) -> None:
    """Serve from several processes; each opens the data itself, since a connection does not survive a fork."""
    store.check(settings.data)
    Service(settings, workers).run()


def _serve(server: object, settings: Settings) -> None:
    logging.getLogger("werkzeug").setLevel(logging.WARNING)  # no line for every request
    listening = make_server(settings.host, settings.port, server, True, request_handler=Answers)  # type: ignore[arg-type]
    print(f"The dashboard is at http://{settings.host}:{settings.port} (Ctrl+C ends it)", flush=True)
    try:
        listening.serve_forever()
    except KeyboardInterrupt:
        listening.server_close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Shows the activities of a folder of tables.",
        epilog="python -m dashboard briefing --help: slides, a report or a spreadsheet without a browser window",
    )
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="an output folder of the ETL, or a register"
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine alone)")
    parser.add_argument("--port", type=int, default=8050, help="the port to listen on")
    parser.add_argument("--public-url", default="", metavar="URL", help="where readers reach the dashboard, for links")
    parser.add_argument("--workers", type=int, default=0, metavar="N", help="serve many readers from N processes")
    parser.add_argument("--state", type=Path, metavar="DIR", help="the folder for what the dashboard itself keeps")
    parser.add_argument("--template", type=Path, metavar="FILE", help="your own PPTX, for the slides of briefings")
    access.add(parser)
    return parser


def _cannot_listen(host: str, port: int) -> str:
    """Return why the port cannot be used, "" where it can."""
    try:
        with socket.create_server((host, port)):
            return ""
    except (OSError, OverflowError) as error:
        return str(getattr(error, "strerror", "") or error)


def _fail(message: str) -> int:
    print(f"dashboard: {message}", file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
