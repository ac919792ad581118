"""A request -> let through where its session lives, else sent to sign in; closed to all that is not listed here."""

from __future__ import annotations

import re
import sqlite3
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, abort, g, redirect, request, session

from dashboard import ids
from dashboard.access.sessions import Sessions
from dashboard.access.who import reader

SIGN_IN = "/sign-in"
TOKEN = "token"  # of our session, in Flask's signed cookie
NEXT = "next"  # where the reader wanted to go
WARM_UP = "tally.warm_up"  # set by the server itself: no header of a request has such a name
OPEN = frozenset({"/healthz", "/_favicon.ico", SIGN_IN, f"{SIGN_IN}/provider", f"{SIGN_IN}/back"})
# Styles, type and icons: no word of the data.
LOOKS = re.compile(r"/assets/favicon\.ico|/assets/(css|fonts|icons)/[\w-]+(\.[\w-]+)+|/access/[\w-]+\.(css|js)")
PULSE = [f"{ids.PULSE}.n_intervals"]  # asked by the page by itself


def close(server: Flask, sessions: Sessions) -> None:
    """Close everything but the sign-in page, its looks and the sign of life."""

    @server.before_request
    def check() -> Any:
        if WARM_UP in request.environ or LOOKS.fullmatch(request.path):
            return None
        try:
            g.session = sessions.find(session.get(TOKEN, ""), used=not is_pulse())
        except sqlite3.Error:
            abort(503)  # who cannot be told apart is not let in
        return None if reader() or request.path in OPEN else ask_to_sign_in()


def ask_to_sign_in() -> Any:
    """Send a page to sign in and come back; what a page asks for in the background is told so with 401."""
    wanted = request.accept_mimetypes
    if request.method != "GET" or (wanted and not wanted.accept_html):
        return Response("Sign in first.", 401, mimetype="text/plain")
    return redirect(f"{SIGN_IN}?{urlencode({NEXT: request.full_path.rstrip('?')})}")


def is_pulse() -> bool:
    """Say whether the page asks by itself: an idle reader's session must end though the page stays open."""
    asked = request.get_json(silent=True) if request.is_json else None
    return isinstance(asked, dict) and asked.get("changedPropIds") == PULSE
