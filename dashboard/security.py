"""The headers of every answer, after the OWASP list of secure headers; and what is said to requests of no browser."""

from __future__ import annotations

import logging

from dash import Dash
from flask import Response, request
from werkzeug.exceptions import HTTPException

log = logging.getLogger(__name__)

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-DNS-Prefetch-Control": "off",
    "Accept-CH": "Sec-CH-Prefers-Color-Scheme",  # so that the first page comes in the reader's light or dark
}
ENCRYPTED_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}  # said where HTTPS is in use
FOR_EVER = "public, max-age=31536000, immutable"  # its address has the time of the file in it
FOR_A_DAY = "public, max-age=86400"  # shapes, fonts, icons
IF_UNCHANGED = "no-cache"  # asked for again, sent again only where it has changed
SCRIPTS = "/_dash-component-suites/"
STATIC = ("/assets/", "/access/")
FOUND = (200, 206, 304)
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'self'; form-action 'self';"
    " frame-ancestors 'none'"
)


def kept_for(answer: Response) -> str:
    """Say how long browsers keep an answer: files as long as their address, whatever tells of the data not at all."""
    if answer.status_code not in FOUND:
        return "no-store"
    if request.path.startswith(STATIC):
        return FOR_EVER if "m" in request.args else FOR_A_DAY
    if request.path.startswith(SCRIPTS):
        return FOR_EVER if answer.cache_control.max_age else IF_UNCHANGED  # Dash says so where the name has the version
    return "no-store"


def secure(app: Dash) -> None:
    """Set the headers; after all callbacks are registered, because the policy names the hash of each inline script.

    Inline styles stay allowed: plotly, the grid and Dash's own controls put theirs into the page.
    """
    policy = POLICY.format(hashes=" ".join(app.csp_hashes()))

    @app.server.after_request  # type: ignore[untyped-decorator]
    def add_headers(answer: Response) -> Response:
        answer.headers.update(HEADERS)
        if request.is_secure:
            answer.headers.update(ENCRYPTED_ONLY)
        answer.headers.setdefault("Content-Security-Policy", policy)  # pages of dashboard/access have a stricter one
        answer.headers["Cache-Control"] = kept_for(answer)
        return answer

    @app.server.errorhandler(Exception)  # type: ignore[untyped-decorator]
    def refuse(error: Exception) -> HTTPException | tuple[str, int]:
        """Refuse what cannot be a request of a page: errors of callbacks never come so far (see app.create_app)."""
        if isinstance(error, HTTPException):
            return error
        log.warning("a request to %s was refused: %s", request.path, type(error).__name__, exc_info=error)
        return "This request could not be understood.", 400
