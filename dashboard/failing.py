"""An exception that nobody foresaw -> a page that tells nothing of the machine, and a number that the log has, too."""

from __future__ import annotations

import logging
from secrets import token_hex

from flask import Response, request

from dashboard.words import LANGUAGES, word

PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1><p>{said}</p></body>
</html>"""
log = logging.getLogger(__name__)


def noted(error: BaseException) -> str:
    """Log an exception; return the number by which a reader can name it."""
    reference = token_hex(4)
    log.error("%s: %s %.200r failed", reference, request.method, request.path, exc_info=error)
    return reference


def page_of(error: BaseException) -> Response:
    """Return the answer to a request that failed through our own fault."""
    asked = (request.args.get("lang"), request.accept_languages.best_match(LANGUAGES), "en")
    language, reference = next(one for one in asked if one in LANGUAGES), noted(error)
    said = word("error_reference", language, reference=reference)
    page = PAGE.format(language=language, title=word("error_title", language), said=said)
    return Response(page, 500, mimetype="text/html")
