"""A made-up programme behind a sign-in, and what a browser does at its door."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dash import Dash
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.access.accounts import made, write
from dashboard.app import create_app
from dashboard.settings import Access, Settings
from etl import store
from tests import synthetic

PASSWORDS = {"ana": ("reader", "correct horse battery"), "bo": ("administrator", "staple tree on a hill")}


def tables(folder: Path, size: int = 40) -> Path:
    """Write a small run."""
    frames = synthetic.frames(size, 8)
    frames.pop("changes")
    store.write(frames, {"finished": "2021-07-01T10:00:00+00:00"}, folder)
    return folder


def private(folder: Path) -> Path:
    """Make a private folder with two accounts."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(folder, {name: made(name, role, password) for name, (role, password) in PASSWORDS.items()})
    return folder


def guarded(data: Path, secrets: Path, **more: Any) -> Dash:
    """Return a dashboard whose readers sign in with an account."""
    told = {"accounts": True, "private": secrets, "audit": str(secrets / "audit.log"), "secure": False} | more
    return create_app(Settings(data, access=Access(**told)))


def form_secret(answer: TestResponse) -> str:
    """Return the secret of the form on a page."""
    found = re.search(r'name="form" value="([^"]+)"', answer.get_data(as_text=True))
    assert found
    return found[1]


def sign_in(reader: FlaskClient, name: str = "ana", password: str = "", **more: Any) -> TestResponse:
    """Fill in the form."""
    secret = form_secret(reader.get("/sign-in"))
    said = {"form": secret, "account": name, "password": password or PASSWORDS[name][1], "next": "/map?lang=fr"}
    return reader.post("/sign-in", data=said, **more)


def notes(secrets: Path) -> str:
    """Return the audit log."""
    path = secrets / "audit.log"
    return path.read_text() if path.exists() else ""
