"""Settings -> the guard of one app: who is believed, what is refused, who is let in, what is noted."""

from __future__ import annotations

from dash import Dash
from flask import Flask

from dashboard.access.accounts import Accounts
from dashboard.access.attempts import Attempts
from dashboard.access.audit import AUDIT, Audit
from dashboard.access.bounds import bound
from dashboard.access.gate import SIGN_IN, close
from dashboard.access.hosts import trust
from dashboard.access.noting import note
from dashboard.access.payload import check
from dashboard.access.private import CannotStart, make_folder, session_key
from dashboard.access.provider import Outside
from dashboard.access.sessions import WHOLE, Sessions
from dashboard.access.sign_in import Door, routes
from dashboard.access.store import Store
from dashboard.access.who import SIGN_IN as MUST_SIGN_IN
from dashboard.settings import Access, Settings


def guard(app: Dash, settings: Settings) -> None:
    """Guard an app; before any of its own addresses are registered. Raises private.CannotStart."""
    server, access = app.server, settings.access
    server.extensions[AUDIT] = audit = Audit(access.audit)
    trust(server, settings)
    bound(server)
    note(server)
    if access.sign_in:
        _let_sign_in(server, settings, audit)
    check(server, app.callback_map)


def _let_sign_in(server: Flask, settings: Settings, audit: Audit) -> None:
    access, private = settings.access, settings.access.private
    if private is None:
        raise CannotStart("who must sign in needs a folder for it: --private DIR")
    make_folder(private)
    _set_cookie(server, access, session_key(private))
    store = Store(private)
    sessions = Sessions(store)
    door = Door(sessions, audit, Accounts(private) if access.accounts else None, Attempts(store))
    server.extensions[MUST_SIGN_IN] = True
    close(server, sessions)
    blueprint = routes(door, access.provider is not None)
    if access.provider:
        outside = Outside(server, access.provider, settings.public_url, door)
        blueprint.add_url_rule(f"{SIGN_IN}/provider", "go", outside.go)
        blueprint.add_url_rule(f"{SIGN_IN}/back", "come_back", outside.come_back)
    server.register_blueprint(blueprint)


def _set_cookie(server: Flask, access: Access, key: bytes) -> None:
    """One cookie, signed; it ends with the browser, and the session in it sooner."""
    server.secret_key = key
    server.config.update(
        SESSION_COOKIE_NAME="__Host-tally" if access.secure else "tally",
        SESSION_COOKIE_SECURE=access.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",  # Strict would forget readers who come from a link, or from the provider
        PERMANENT_SESSION_LIFETIME=WHOLE,
    )
