"""The request that is being answered -> who asks, and what they may do."""

from __future__ import annotations

from flask import current_app, g, has_request_context

from dashboard.access.accounts import ROLES
from dashboard.access.sessions import Session

SIGN_IN = "tally-sign-in"  # in the app's extensions where readers must sign in


def reader() -> Session | None:
    """Return who is signed in; None where nobody is or need be."""
    return g.get("session") if has_request_context() else None


def may(role: str) -> bool:
    """Say whether who asks has a role, or one above it; where nobody signs in, who sits at the machine may do all."""
    if not has_request_context() or SIGN_IN not in current_app.extensions:
        return True
    session = reader()
    return session is not None and session.role in ROLES[ROLES.index(role) :]
