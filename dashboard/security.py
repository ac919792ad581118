"""The headers of every answer, after the OWASP list of secure headers; and the answer where there is none."""

from __future__ import annotations

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, request
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound

from dashboard.failing import missing, page_of
from dashboard.static_files import ASKED, PLACES, hash_of, without_hash

# What no page of ours needs of a browser; of OWASP's list those that browsers know.
UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "gamepad", "geolocation", "gyroscope",
    "hid", "idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture",
    "publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join([*(f"{feature}=()" for feature in UNUSED), "fullscreen=(self)"]),
    "X-Permitted-Cross-Domain-Policies": "none",
    "X-DNS-Prefetch-Control": "off",
    "Accept-CH": "Sec-CH-Prefers-Color-Scheme",  # so that the first page comes in the reader's light or dark
}
ENCRYPTED_ONLY = {"Strict-Transport-Security": "max-age=31536000; includeSubDomains"}  # said where HTTPS is in use
FOR_EVER = "public, max-age=31536000, immutable"  # its address has the hash of what it is
IF_UNCHANGED = "no-cache"  # asked for again, sent again only where it has changed
FOUND = (200, 206, 304)
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'self'; form-action 'self';"
    " frame-ancestors 'none'"
)


def keep(answer: Response) -> Response:
    """Say how long browsers keep an answer: files as long as their address, whatever tells of the data not at all."""
    rule = request.url_rule.rule if request.url_rule and request.method in ("GET", "HEAD") else ""
    if answer.status_code not in FOUND or not rule.startswith(PLACES):
        answer.headers["Cache-Control"] = "no-store"
        return answer
    found = hash_of(request.path)
    answer.headers["Cache-Control"] = FOR_EVER if request.environ.get(ASKED) == found else IF_UNCHANGED
    answer.headers.pop("Last-Modified", None)  # times differ from machine to machine, and tell when it was installed
    answer.set_etag(found, weak=True)  # compressed or not, it is the same file
    answer.make_conditional(request)
    return answer


def secure(app: Dash) -> None:
    """Set the headers; after all callbacks are registered, because the policy names the hash of each inline script.

    Inline styles stay allowed: plotly, the grid and Dash's own controls put theirs into the page.
    """
    policy = POLICY.format(hashes=" ".join(app.csp_hashes()))
    app.server.wsgi_app = without_hash(app.server.wsgi_app)

    @app.server.after_request  # type: ignore[untyped-decorator]
    def add_headers(answer: Response) -> Response:
        answer.headers.update(HEADERS)
        if request.is_secure:
            answer.headers.update(ENCRYPTED_ONLY)
        answer.headers.setdefault("Content-Security-Policy", policy)  # pages of dashboard/access have a stricter one
        return keep(answer)

    @app.server.errorhandler(Exception)  # type: ignore[untyped-decorator]
    def answer_error(error: Exception) -> HTTPException | Response:
        """Hand on what was refused on purpose; whatever else comes so far is a fault of ours (not of a callback).

        What no page can have sent was refused before (dashboard/access/bounds.py), what a callback could not do is said
        on its page (app.create_app).
        """
        cause = error.original_exception if isinstance(error, InternalServerError) else error
        if isinstance(cause, DependencyException | NotFound):  # or a file that no component has
            return missing()
        return cause if isinstance(cause, HTTPException) else page_of(cause or error)
