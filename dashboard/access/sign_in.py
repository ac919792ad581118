"""Name and password -> a session; sign out -> none; and the reader's own page."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Any

from flask import Blueprint, Response, abort, g, redirect, request, session

from dashboard.access.accounts import LONGEST, Accounts, canonical
from dashboard.access.attempts import Attempts
from dashboard.access.audit import Audit, tell
from dashboard.access.gate import SIGN_IN, TOKEN
from dashboard.access.page import is_our_form, page, wanted
from dashboard.access.sessions import ACCOUNTS, Session, Sessions
from dashboard.access.who import may, reader

ACCOUNT = "/account"
LONGEST_NAME = 200  # letters that are looked at
SHOWN_LINES = 200  # of the audit log


class Door:
    """Lets readers in and out."""

    def __init__(self, sessions: Sessions, audit: Audit, accounts: Accounts | None, attempts: Attempts) -> None:
        """`accounts`: those of this dashboard, None where only a provider lets readers in."""
        self.sessions, self.audit, self.accounts, self.attempts = sessions, audit, accounts, attempts
        self.elsewhere: Callable[[str], str] = lambda hint: ""  # where a provider ends its own session

    def let_in(self, account: str, role: str, way: str, hint: str = "", **noted: str) -> None:
        """Begin a session; nothing of what the browser had before goes on in it."""
        session.clear()
        session[TOKEN] = token = self.sessions.begin(account, role, way, request.remote_addr or "", hint)
        g.session = self.sessions.find(token, used=True)
        tell("sign_in", role=role, way=way, **noted)

    def sign_in(self, provider: bool) -> Any:
        """Answer the form of the sign-in page."""
        if request.method == "GET":
            return self.form(provider, why="ended" if TOKEN in session and reader() is None else "")
        if self.accounts is None:
            abort(404)
        if not is_our_form():
            return self.form(provider, 400, "expired")
        name, password = request.form.get("account", "")[:LONGEST_NAME], request.form.get("password", "")[:LONGEST]
        address = request.remote_addr or ""
        if wait := self.attempts.begin(canonical(name), address):
            tell("sign_in_refused", why="too many attempts", **self._known(name))
            answer = self.form(provider, 429, "wait", minutes=ceil(wait / 60))
            answer.headers["Retry-After"] = str(ceil(wait))
            return answer
        account = self.accounts.signed_in(name, password)
        if account is None:
            tell("sign_in_failed", **self._known(name))
            return self.form(provider, 401, "wrong")
        self.attempts.succeeded(canonical(name), address)
        self.let_in(account.name, account.role, ACCOUNTS)
        return redirect(wanted(), 303)

    def form(self, provider: bool, status: int = 200, why: str = "", minutes: int = 0) -> Response:
        """Return the sign-in page."""
        return page("sign_in", status, why=why, minutes=minutes, form=self.accounts is not None, provider=provider)

    def sign_out(self) -> Any:
        """End the session at the server (the cookie alone would not), then lead on to where the provider ends its own.

        A page does that: browsers hold all that a form leads to against the form-action of where it stood.
        """
        if not is_our_form():
            abort(400)
        key = _signed_in().key
        hint = self.sessions.hint(key)
        self.sessions.end(key)
        tell("sign_out")
        session.clear()
        elsewhere = self.elsewhere(hint) if hint else ""
        answer = page("signed_out", elsewhere=elsewhere) if elsewhere else redirect(SIGN_IN, 303)
        answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer

    def own_page(self) -> Any:
        """Show who is signed in; to an administrator also the others, and what was noted."""
        everybody = may("administrator")
        living = self.sessions.living() if everybody else []
        lines = self.audit.last(SHOWN_LINES) if everybody else []
        return page("account", session=_signed_in(), living=living, lines=lines, everybody=everybody)

    def end_other(self) -> Any:
        """Let an administrator end a session."""
        if not may("administrator"):
            abort(403)
        if not is_our_form():
            abort(400)
        ended = next((one for one in self.sessions.living() if one.key == request.form.get("key")), None)
        if ended:
            self.sessions.end(ended.key)
            tell("session_ended", of=ended.account)
        return redirect(ACCOUNT, 303)

    def _known(self, name: str) -> dict[str, str]:
        """Return the name where it is one: people type passwords into the wrong field, and no log shall have those."""
        known = self.accounts is not None and self.accounts.has(name)
        return {"account": canonical(name) if known else "(unknown)"}


def routes(door: Door, provider: bool) -> Blueprint:
    """Return the addresses; `provider`: the page offers a provider's sign-in."""
    folders = {"template_folder": "templates", "static_folder": "static", "static_url_path": "/access"}
    blueprint = Blueprint("access", __name__, **folders)  # type: ignore[arg-type]
    blueprint.add_url_rule(SIGN_IN, "sign_in", lambda: door.sign_in(provider), methods=["GET", "POST"])
    blueprint.add_url_rule("/sign-out", "sign_out", door.sign_out, methods=["POST"])
    blueprint.add_url_rule(ACCOUNT, "account", door.own_page)
    blueprint.add_url_rule(f"{ACCOUNT}/end", "end", door.end_other, methods=["POST"])
    return blueprint


def _signed_in() -> Session:
    found = reader()
    if found is None:
        abort(401)
    return found
