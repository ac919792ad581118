"""What was made of a document <-> a file, so that the next run takes what has not changed from there.

A file is named by all that its content follows from: the document's bytes and name, whose activities they are, and the
code and vocabularies that read it. So nothing in it can be stale: it is either right or not found.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
READS = ("etl/**/*.py", "data/vocabulary/*.csv", "data/terms/*.csv")
BLOCK = 1 << 20
NO_PICKLE = (ValueError, TypeError, AttributeError, KeyError, IndexError)  # what other bytes may end in
# What such a file may hold. Anything else in it was put there by somebody else, and is not opened.
ALLOWED = frozenset({("etl.packed", "Packed"), ("etl.same.tellings", "Telling")})


class Kept:
    """The files of one folder; a run takes what it finds there and in the end forgets what it had no use for."""

    def __init__(self, folder: Path) -> None:
        """Keep files in `folder`, which is made when the first one is written."""
        self._folder = folder
        self._used: set[str] = set()
        self._last: tuple[str, Any] = ("", None)  # the documents of one source are asked for one after another

    def taken(self, key: str) -> Any:
        """Return what is kept under `key`; None where there is nothing, or nothing that can be read."""
        if self._last[0] != key:
            try:
                found = _Reader(io.BytesIO((self._folder / key).read_bytes())).load()
            except (OSError, pickle.UnpicklingError, EOFError, *NO_PICKLE):
                return None
            self._used.add(key)
            self._last = key, found
        return self._last[1]

    def keep(self, key: str, made: Any) -> None:
        """Keep `made` under `key`; OSError where that cannot be done."""
        self._used.add(key)
        self._folder.mkdir(parents=True, exist_ok=True)
        new = self._folder / f"{key}.new"
        new.write_bytes(pickle.dumps(made, pickle.HIGHEST_PROTOCOL))
        new.replace(self._folder / key)

    def forget(self) -> None:
        """Remove what this run neither took nor kept."""
        for path in self._folder.glob("*"):
            if path.name not in self._used:
                path.unlink(missing_ok=True)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not what a run keeps")
        return super().find_class(module, name)


def key_of(path: Path, *said: str) -> str:
    """Return the name for what is made of the file at `path`, given `said`; OSError where it cannot be opened."""
    total = hashlib.sha256(_code().encode())
    total.update(_bytes_of(said))
    _add(total, [path])
    return total.hexdigest()


def made_from(names: Mapping[str, Path], *said: str) -> str:
    """Return what a whole run is made from: its files under their names, what the caller said, code and vocabularies.

    OSError where a file cannot be opened.
    """
    total = hashlib.sha256(_code().encode())
    total.update(_bytes_of([*said, *names]))
    for path in names.values():
        total.update(key_of(path).encode())
    return total.hexdigest()


def _bytes_of(said: Iterable[str]) -> bytes:
    """Return words as bytes; the name of a file may be of bytes that are no letters, which Python writes so."""
    return "\n".join(said).encode(errors="surrogatepass")


@cache
def _code() -> str:
    total = hashlib.sha256()
    _add(total, sorted(path for pattern in READS for path in ROOT.glob(pattern)))
    return total.hexdigest()


def _add(total: Any, paths: Iterable[Path]) -> None:
    for path in paths:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK):
                total.update(block)
