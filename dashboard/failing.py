"""An exception that nobody foresaw -> a page that tells nothing of the machine, and a number that the log has, too."""

from __future__ import annotations

import logging
from secrets import token_hex

from flask import Response, request

from dashboard.words import LANGUAGES, word

# It needs nothing that could fail, too: no file, no data.
PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<style>body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem }}</style>
</head>
<body><h1>{title}</h1><p>{said}</p><p><a href="/?lang={language}">{back}</a></p></body>
</html>"""
log = logging.getLogger(__name__)


def noted(error: BaseException) -> str:
    """Log an exception; return the number by which a reader can name it."""
    reference = token_hex(4)
    log.error("%s: %s %.200r failed", reference, request.method, request.path, exc_info=error)
    return reference


def page_of(error: BaseException) -> Response:
    """Return the answer to a request that failed through our own fault."""
    language = _language()
    return _page("error_title", word("error_reference", language, reference=noted(error)), language, 500)


def missing() -> Response:
    """Return the answer to a request for what is not there."""
    return _page("not_found", "", _language(), 404)


def _page(title: str, said: str, language: str, status: int) -> Response:
    words = {"title": word(title, language), "back": word("access_back", language)}
    return Response(PAGE.format(language=language, said=said, **words), status, mimetype="text/html")


def _language() -> str:
    asked = (request.args.get("lang"), request.accept_languages.best_match(LANGUAGES), "en")
    return next(one for one in asked if one in LANGUAGES)
