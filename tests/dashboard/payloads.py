"""A seed -> a request as a broken script or an attacker would send it: a page, an address, a callback's payload."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from dash import Dash

from dashboard.filters import LISTS
from dashboard.view import CHOICES, FREE

UPDATE = "/_dash-update-component"
NAMES = ("from", "to", "role", "q", "basis", "bucket", *LISTS, *CHOICES, *FREE)
WORDS = (
    "", "0", "-1", "9" * 30, "NaN", "KEN", "training", "2016", "2016-13", "0000", "9999-12-31", "2016-02-30", "m49",
    "fr", "xx", "../../etc/passwd", "..%2f..%2f", "/etc/passwd\x00.csv", "' or 1=1 --", '"; drop table activities',
    "${7*7}", "{{7*7}}", "<script>alert(1)</script>", "%00", "\x00", "\u202e", "\ud7ff", "a" * 3000,
    "trained:inRange:1:2", "title:contains:%25", "date:equals:x;kind:blank", "-trained", "year=before", "region=014",
    "Infinity", "1e309", "[]", "{}", "null", "true", ",,,,", "KEN,UGA," * 300, "%", "%%%", "%zz", "+", "\r\nX-A: b",
    "a=b&c=d", "act-0000001",
)  # fmt: skip
PATHS = (
    "/", "/map", "/timeline", "/breakdowns", "/records", "/claims", "/areas", "/briefing", "/quality", "/about",
    "/nothing",
    "/assets/", "/assets/../pyproject.toml", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/css/..%5c..%5cx", "/healthz",
    "/briefing-files/", "/briefing-files/..%2f..%2fetc%2fpasswd", "/briefing-files/x", "/_dash-layout",
    "/_dash-dependencies", "/_dash-component-suites/dash/../../etc/passwd", "/_dash-component-suites/os/x.js",
    "/_reload-hash", "/static/../x", "/sign-in", "/account", "/_favicon.ico", "/%00", "/a//b", "/.git/config", "/.env",
)  # fmt: skip
METHODS = ("GET",) * 8 + ("POST", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH")
DEEPEST, WIDEST = 60, 5


@dataclass(frozen=True)
class Request:
    """One request."""

    method: str
    path: str
    body: bytes = b""
    kind: str = ""

    def headers(self) -> dict[str, str]:
        return {"Content-Type": self.kind} if self.kind else {}


def request(seed: int, app: Dash) -> Request:
    """Return a request; half of them go to callbacks, with outputs and inputs that exist and values that should not."""
    draw = random.Random(seed)
    sort = draw.random()
    if sort < 0.35:
        return Request(draw.choice(METHODS), draw.choice(PATHS) + query(draw))
    if sort < 0.45:
        return Request(
            "POST", UPDATE, broken(draw), draw.choice(["application/json", "text/plain", "multipart/form-data"])
        )
    return Request("POST", UPDATE, json.dumps(payload(draw, app)).encode(), "application/json")


def query(draw: random.Random) -> str:
    """Return a query string, sometimes far too long."""
    pairs = [(draw.choice([*NAMES, "x"]), draw.choice(WORDS)) for _ in range(draw.choice([0, 1, 2, 3, 6]))]
    written = "&".join(f"{name}={quote(value, safe='%,:;')}" for name, value in pairs)
    return "?" + written * draw.choice([1, 1, 1, 1, 9]) if written else ""


def payload(draw: random.Random, app: Dash) -> dict[str, Any]:
    """Return what a browser sends for one of the callbacks, with values of any kind."""
    output = draw.choice(sorted(app.callback_map))
    callback = app.callback_map[output]
    names = [part.partition("@")[0].rsplit(".", 1) for part in output.strip(".").split("...") if "." in part]
    outputs: Any = [{"id": identity(name, draw), "property": what} for name, what in names]
    asked: dict[str, Any] = {"output": output, "outputs": outputs if output.startswith("..") else (outputs or [{}])[0]}
    for kind in ("inputs", "state"):
        asked[kind] = [given(one, draw) for one in callback[kind]]
    first = draw.choice(callback["inputs"])
    asked["changedPropIds"] = [f"{first['id']}.{first['property']}"]
    if draw.random() < 0.1:  # something is missing or is something else
        asked[draw.choice([*asked, "x"])] = value(draw)
    return asked


def given(one: dict[str, str], draw: random.Random) -> Any:
    """Return an input or a state; a pattern that matches many is a list."""
    pattern = "{" in one["id"]
    filled = {"id": identity(one["id"], draw), "property": one["property"], "value": wanted(one["id"], draw)}
    return [filled] * draw.choice([0, 1, 2]) if pattern else filled


def identity(name: str, draw: random.Random) -> Any:
    """Return the id of a component; of a pattern, one that it matches."""
    if "{" not in name:
        return name
    return {key: draw.choice(WORDS) if isinstance(part, list) else part for key, part in json.loads(name).items()}


def wanted(name: str, draw: random.Random) -> Any:
    """Return a value; for the address and what follows it mostly one of the right shape."""
    if draw.random() < 0.4:
        return value(draw)
    if name == "shown":
        return [query(draw), draw.choice(["light", "dark", "", "x"])]
    return query(draw) if name == "location" else draw.choice([1, draw.choice(WORDS), value(draw)])


def value(draw: random.Random, depth: int = 0) -> Any:
    """Return anything that JSON can say, sometimes deep."""
    sort = draw.random()
    if sort < 0.03 and not depth:
        deep: Any = 1
        for _ in range(draw.choice([5, DEEPEST, 600])):
            deep = [deep]
        return deep
    if sort < 0.25 and depth < 3:
        return [value(draw, depth + 1) for _ in range(draw.randrange(WIDEST))]
    if sort < 0.5 and depth < 3:
        return {draw.choice(WORDS): value(draw, depth + 1) for _ in range(draw.randrange(WIDEST))}
    numbers = (None, True, False, 0, 1, -1, 2**70, 1e308, float("inf"), float("nan"), 3.7)
    return draw.choice([draw.choice(WORDS), draw.choice(numbers)])


def broken(draw: random.Random) -> bytes:
    """Return a body that is no JSON, or is none of ours."""
    return draw.choice(
        [b"", b"{", b"[" * 5000, b"\x00\xff\xfe", b'{"output":', b"null", b"[]", b'"x"', b"1" * 5000, b"{}" * 50,
         json.dumps(value(draw)).encode(), bytes(draw.randrange(256) for _ in range(200))]
    )  # fmt: skip
