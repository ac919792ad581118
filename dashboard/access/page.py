"""The pages outside the dashboard: sign in, and one's own account; plain HTML that needs no script."""

from __future__ import annotations

import hmac
from datetime import UTC, datetime
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Response, make_response, render_template, request, session

from dashboard.access.gate import NEXT
from dashboard.address import LONGEST_QUERY
from dashboard.static_files import address
from dashboard.words import LANGUAGES, word

FORM = "form"  # the secret of a form, in the cookie and in the form
POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def page(template: str, status: int = 200, **values: Any) -> Response:
    """Return a page in the reader's language."""
    language, where = asked_language(), wanted()

    def say(key: str, **more: Any) -> str:
        return word(f"access_{key}", language, **more)

    shared = {"say": say, "time": moment, "product": word("product", language), "secret": form_secret()}
    queries = {code: urlencode({NEXT: where, "lang": code}) for code in LANGUAGES}
    links = [(code, name, f"{request.path}?{queries[code]}") for code, name in LANGUAGES.items()]
    shared |= {"language": language, "languages": links, "next": where, "address": address}
    body = render_template(f"access/{template}.html", **shared, **values)
    answer = make_response(body, status)
    answer.headers["Content-Security-Policy"] = POLICY
    return answer


def moment(seconds: float) -> str:
    """Write a time since 1970 as a day and an hour."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M} UTC"


def asked_language() -> str:
    """Return the language of this page's address, of the page that the reader wanted, or of the browser."""
    theirs = dict(parse_qsl(urlsplit(wanted()).query)).get("lang", "")
    asked = (request.values.get("lang", ""), theirs, request.accept_languages.best_match(LANGUAGES) or "")
    return next((language for language in asked if language in LANGUAGES), "en")


def wanted() -> str:
    """Return the page that the reader wanted: a path of ours, whatever the address says."""
    return own_path(request.values.get(NEXT, ""))


def own_path(path: str) -> str:
    """Return the path with its query where it stays on this server, else "/"."""
    plain = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable() and "\\" not in path
    return path if plain and len(path) <= LONGEST_QUERY else "/"


def form_secret() -> str:
    """Return the secret that a form of ours sends back; made where the reader has none."""
    if FORM not in session:
        session[FORM] = token_urlsafe(16)
    return str(session[FORM])


def is_our_form() -> bool:
    """Say whether a form comes from a page that this reader got from us."""
    kept, sent = str(session.get(FORM, "")), request.form.get(FORM, "")
    return bool(kept) and hmac.compare_digest(kept.encode(), sent.encode("utf-8", "replace"))
