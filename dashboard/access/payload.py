"""The body of a callback's request -> whether a page of ours can have sent it. Dash takes any, and fails inside."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask import Flask, abort, request

from dashboard import ids

CALLBACKS = "/_dash-update-component"
PATTERN = "{"  # so begins the id of a part that stands for many, as JSON


def _is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def _is_count(value: Any) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)


def _is_shown(value: Any) -> bool:
    return value is None or (isinstance(value, list) and len(value) == 2 and all(isinstance(one, str) for one in value))


# What every callback takes for granted: the address, what is shown for it (following.py), how often was clicked.
VALUES: Mapping[str, Callable[[Any], bool]] = {
    f"{ids.LOCATION}.search": _is_text,
    f"{ids.LOCATION}.pathname": _is_text,
    f"{ids.LANGUAGE_ASKED}.data": _is_text,
    f"{ids.PATH}.data": _is_text,
    f"{ids.OPENED}.data": _is_text,
    f"{ids.SHOWN}.data": _is_shown,
    "n_clicks": _is_count,
    "n_intervals": _is_count,
}


def check(server: Flask, callbacks: Mapping[str, Any]) -> None:
    """Refuse what no page of ours can have sent to a callback."""

    @server.before_request
    def refuse() -> None:
        if request.path == CALLBACKS and request.method == "POST" and not fits(request.get_json(), callbacks):
            abort(400)


def fits(asked: Any, callbacks: Mapping[str, Any]) -> bool:
    """Say whether a body names a callback of ours, with inputs, states and outputs that are that callback's own."""
    if not isinstance(asked, dict) or not isinstance(asked.get("output"), str):
        return False
    callback, changed = callbacks.get(asked["output"], {}), asked.get("changedPropIds", [])
    return (
        "callback" in callback  # others run in the browser alone
        and isinstance(changed, list)
        and all(isinstance(one, str) for one in changed)
        and _parts_fit(asked.get("inputs", []), callback["inputs"])
        and _parts_fit(asked.get("state", []), callback["state"])
        and _parts_fit(_listed(asked.get("outputs"), asked["output"]), _outputs(asked["output"]))
    )


def _listed(outputs: Any, output: str) -> Any:
    """Return outputs as a list: one alone comes without."""
    return outputs if output.startswith("..") or not _outputs(output) else [outputs]


def _outputs(output: str) -> list[dict[str, str]]:
    """Return id and property of each output, by the name of a callback; none for one without outputs."""
    names = [name.rpartition(".") for name in output.strip(".").split("...")]
    return [{"id": part, "property": what} for part, _, what in names if part]


def _parts_fit(given: Any, wanted: Sequence[Mapping[str, str]]) -> bool:
    if not wanted and given is None:
        return True
    return isinstance(given, list) and len(given) == len(wanted) and all(map(_part_fits, given, wanted))


def _part_fits(given: Any, wanted: Mapping[str, str]) -> bool:
    """Say whether a part is the wanted one, or a list of some that the wanted pattern matches."""
    ones = given if wanted["id"].startswith(PATTERN) and isinstance(given, list) else [given]
    what = wanted["property"]
    is_valid = VALUES.get(f"{wanted['id']}.{what}") or VALUES.get(what) or _is_anything
    return all(
        isinstance(one, dict)
        and one.get("property") == what
        and _is_named(one.get("id"), wanted["id"])
        and is_valid(one.get("value"))
        for one in ones
    )


def _is_anything(value: Any) -> bool:
    return True


def _is_named(given: Any, wanted: str) -> bool:
    if not wanted.startswith(PATTERN):
        return bool(given == wanted)
    pattern = json.loads(wanted)
    if not isinstance(given, dict) or given.keys() != pattern.keys():
        return False
    return all(
        isinstance(given[key], str | int | float) if isinstance(part, list) else given[key] == part
        for key, part in pattern.items()
    )
