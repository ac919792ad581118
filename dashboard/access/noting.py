"""An answer that hands out a file, or begins to make one -> a line of the audit log: what, with which filters.

It is told by the component that takes the answer, not by what the browser says was pressed: that can be made up.
"""

from __future__ import annotations

import json
from typing import Any

from flask import Flask, Response, request

from dashboard import ids
from dashboard.access.audit import tell
from dashboard.access.payload import CALLBACKS

FILES = "/briefing-files/"
# Where an answer goes -> what it is.
NOTED = {
    f"{ids.DOWNLOAD}.data": ("download", "records"),
    f"{ids.FILE}.data": ("download", "table"),
    "briefing-job.data": ("export", "briefing"),
}
SEARCHES = {f"{ids.SHOWN}.data", f"{ids.LOCATION}.search"}  # what a callback is told of the address
OF_WHAT = ("chart", "format")  # parts of a pressed button's name


def note(server: Flask) -> None:
    """Note files that are handed out and exports that begin."""

    @server.after_request
    def look(answer: Response) -> Response:
        if answer.status_code != 200:  # a callback that does nothing answers 204
            return answer
        if request.path == CALLBACKS:
            _note_callback(request.get_json(silent=True))
        elif request.path.startswith(FILES) and request.method == "GET":
            tell(
                "download", what=str(answer.headers.get("Content-Disposition", "")).partition("filename=")[2].strip('"')
            )
        return answer


def _note_callback(asked: Any) -> None:
    if not isinstance(asked, dict):
        return
    outputs = [output.partition("@")[0] for output in str(asked.get("output", "")).strip(".").split("...")]
    found = next((NOTED[output] for output in outputs if output in NOTED), None)
    pressed = next(iter(asked.get("changedPropIds") or ()), "")
    if found:
        event, what = found
        tell(event, what=" ".join([what, *_named(str(pressed))]), filters=_search(asked))


def _named(pressed: str) -> list[str]:
    """Return chart and format of the button that was pressed, where it says them."""
    try:
        button = json.loads(pressed.removesuffix(".n_clicks"))
    except ValueError:
        return []
    return [str(button[key]) for key in OF_WHAT if key in button] if isinstance(button, dict) else []


def _search(asked: dict[str, Any]) -> str:
    """Return the query string that the answer was made for."""
    for one in [*(asked.get("state") or ()), *(asked.get("inputs") or ())]:
        if isinstance(one, dict) and f"{one.get('id')}.{one.get('property')}" in SEARCHES:
            value = one.get("value")
            return str(value[0] if isinstance(value, list) and value else value or "")
    return ""
