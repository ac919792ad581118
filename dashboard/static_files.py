"""A file that browsers keep -> its address with a hash of its content; and such an address -> the file again.

    /static/<hash>/assets/css/20-layout.css

The hash is that of the file and of all that it names by a relative address (a style sheet its fonts and icons, a bundle
its later parts): those are then asked for under the same hash, and are in it. It depends on nothing but their content,
so it is the same in all processes and after each start, and another one as soon as a file has changed.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from dash.fingerprint import check_fingerprint

ASSETS = Path(__file__).parent.parent / "assets"
OF_THE_DOOR = Path(__file__).parent / "access" / "static"
DRAWN_WITH = ("css", "fonts", "icons")  # folders of assets/ whose files name each other
NAMED_BY_OTHERS = (".js", ".css", ".svg", ".woff2")
SCRIPTS = "/_dash-component-suites/"
PLACES = ("/assets/", "/access/", SCRIPTS)
LENGTH = 20  # letters of a hash: 80 bits
ASKED = "tally.hash"  # of the address that was asked for; in the environment of a request
ADDRESS = re.compile(rf"/static/([0-9a-f]{{{LENGTH}}})((?:{'|'.join(PLACES)}).*)", re.DOTALL)
NAMED = re.compile(rf'\b(src|href)="((?:{"|".join(PLACES)})[^"?]+)(?:\?[^"]*)?"')
Stamp = tuple[str, int, int]  # a file, when it was changed, its size
Answering = Callable[[dict[str, Any], Any], Iterable[bytes]]


def address(path: str) -> str:
    """Return the address, with its hash, of a file that is served at `path`; OSError where there is none."""
    plain = _plain(path)
    return f"/static/{hash_of(plain)}{plain}"


def with_addresses(document: str) -> str:
    """Return a document whose scripts, styles and early files have their addresses with hashes."""
    return NAMED.sub(lambda found: f'{found[1]}="{address(found[2])}"', document)


def hash_of(path: str) -> str:
    """Return the hash of the content of a file that is served at `path`; OSError where there is none."""
    return _hash(tuple(sorted(_family(_file(path)))))


def without_hash(answer: Answering) -> Answering:
    """Return a WSGI application that is asked for the file itself, and told the hash."""

    def ask(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        found = ADDRESS.fullmatch(environ.get("PATH_INFO", ""))
        return answer(environ | {ASKED: found[1], "PATH_INFO": found[2]} if found else environ, start)

    return ask


def _plain(path: str) -> str:
    """Return the path of a bundle without the version and time that Dash puts into its name."""
    return check_fingerprint(path)[0] if path.startswith(SCRIPTS) else path  # type: ignore[no-untyped-call]


def _file(path: str) -> Path:
    if path.startswith(SCRIPTS):
        package, _, name = _plain(path).removeprefix(SCRIPTS).partition("/")
        return Path(str(sys.modules[package].__file__)).parent / name
    return (ASSETS if path.startswith("/assets/") else OF_THE_DOOR) / path.split("/", 2)[2]


def _family(file: Path) -> Iterator[Stamp]:
    """Yield a file and those that it names by a relative address."""
    if file.parent in (ASSETS, ASSETS / "topojson", OF_THE_DOOR):
        yield _stamp(str(file), file.stat())
        return
    drawn_with = [ASSETS / name for name in DRAWN_WITH]
    for folder in drawn_with if file.parent in drawn_with else [file.parent]:
        with os.scandir(folder) as entries:
            yield from (_stamp(entry.path, entry.stat()) for entry in entries if entry.name.endswith(NAMED_BY_OTHERS))


def _stamp(path: str, stat: os.stat_result) -> Stamp:
    return path, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=256)
def _hash(files: tuple[Stamp, ...]) -> str:
    content = sha256()
    for path, _, size in files:
        content.update(f"{Path(path).name}\0{size}\0".encode())
        content.update(Path(path).read_bytes())
    return content.hexdigest()[:LENGTH]
