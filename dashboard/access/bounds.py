"""A request of any size, depth and origin -> one that a page of ours could have sent, or a refusal."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from flask import Flask, abort, request

from dashboard.address import LONGEST_QUERY

LARGEST_BODY = 2_000_000  # bytes; a briefing with every text as long as it may be has 300,000
DEEPEST = 40  # lists and objects inside each other; what components send has a handful
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
OWN = ("same-origin", "none")  # what a browser says of a request from our page, or typed by the reader


def bound(server: Flask) -> None:
    """Refuse what is too large, too deep, or sent by a page of somebody else."""
    server.config["MAX_CONTENT_LENGTH"] = LARGEST_BODY
    server.config["MAX_FORM_MEMORY_SIZE"] = LARGEST_BODY

    @server.before_request
    def refuse() -> None:
        if len(request.query_string) > LONGEST_QUERY:
            abort(414)
        if request.method not in SAFE_METHODS and is_of_another_site():
            abort(403)
        if request.is_json and is_too_deep():
            abort(400)


def is_of_another_site() -> bool:
    """Say whether a page of another site makes the reader's browser send this; what is no browser says nothing."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if site is not None:
        return site not in OWN
    return origin is not None and urlsplit(origin).netloc != request.host


def is_too_deep() -> bool:
    """Say whether the JSON of a request nests further than any component's."""
    try:
        return depth_over(request.get_json(silent=True), DEEPEST)
    except RecursionError:
        return True


def depth_over(value: Any, most: int) -> bool:
    """Say whether lists and objects lie inside each other more than `most` deep; level by level, without recursion."""
    level = [value]
    for _ in range(most):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return False
    return any(isinstance(one, list | dict) for one in level)


def _inside(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
