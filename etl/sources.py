"""Turns what the caller names (files, folders) into the documents to read: path and name, in order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.output_folder import CURRENT, RUNS


class NoSource(Exception):  # noqa: N818
    """What the caller named is not there, or holds nothing to read; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, the name by which the tables call it (relative to the folder that was given), bytes."""

    path: Path
    name: str
    size: int


def sources(named: Sequence[Path]) -> list[Source]:
    """Return the files behind `named`, sorted by name, each once; left out are hidden files and what runs have written.

    A file or folder that may not be looked at is among them: reading it says so. Files of two folders that have the
    same name there are told apart by the name of the folder, then by their path.
    Raises NoSource where a path does not exist or where there is no document at all.
    """
    roots: dict[Path, Path] = {}
    for path in sorted(named):  # sorted, so that the order in which they were named changes nothing
        if not path.exists():
            raise NoSource(f"{path}: there is no such file or folder. Check the spelling.")
        if not path.is_dir() and not path.is_file():
            raise NoSource(f"{path}: is a pipe or device, not a file. Save what it gives as a file.")
        for file in _files(path) if path.is_dir() else [path]:
            roots.setdefault(file.resolve(), path if path.is_dir() else path.parent)
    if not roots:
        places = ", ".join(str(path) for path in named)
        raise NoSource(f"{places}: there is no document in it. Name a folder that holds documents.")
    return sorted((Source(f, n, _size(f)) for f, n in _names(roots).items()), key=lambda s: s.name)


def letters(name: str) -> str:
    """Return a name as text that can be written; bytes of it that are no letters (a zip from elsewhere) as escapes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _files(folder: Path) -> Iterator[Path]:
    closed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        written = CURRENT in folders and Path(place, CURRENT).is_symlink()  # an output folder
        folders[:] = [name for name in folders if not name.startswith(".") and not (written and name == RUNS)]
        paths = (Path(place, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if _is_file(path) and not (written and _is_of_a_run(path)))
    yield from (Path(error.filename) for error in closed)


def _is_file(path: Path) -> bool:
    """Say whether a path is a file, or may not be looked at; pipes and links that lead nowhere are none."""
    try:
        return path.is_file()
    except OSError:
        return True


def _is_of_a_run(path: Path) -> bool:
    return path.is_symlink() and path.readlink().parts[0] == CURRENT


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _names(roots: dict[Path, Path]) -> dict[Path, str]:
    """Return the shortest of: path in the folder, with the folder's name, whole path; that no other file has."""
    names: dict[Path, str] = {}
    for depth in range(3):
        tried = {file: _name(file, root.resolve(), depth) for file, root in roots.items() if file not in names}
        times = Counter(tried.values())
        names |= {file: name for file, name in tried.items() if times[name] == 1}
    return names


def _name(file: Path, root: Path, depth: int) -> str:
    inside = file.relative_to(root) if file.is_relative_to(root) else Path(file.name)  # else a link that leads outside
    return letters((inside, Path(root.name) / inside, file)[depth].as_posix())
