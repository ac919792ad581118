"""Turns what the caller names (files, folders) into the documents to read: path and name, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


class NoSource(Exception):  # noqa: N818
    """What the caller named is not there, or holds nothing to read; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, the name by which the tables call it (relative to the folder that was given), bytes."""

    path: Path
    name: str
    size: int


def sources(named: Sequence[Path]) -> list[Source]:
    """Return the files behind `named`, sorted by name, each once; hidden files are left out.

    Files of two folders that have the same name there are told apart by the name of the folder, then by their path.
    Raises NoSource where a path does not exist or where there is no document at all.
    """
    roots: dict[Path, Path] = {}
    for path in sorted(named):  # sorted, so that the order in which they were named changes nothing
        if not path.exists():
            raise NoSource(f"{path}: there is no such file or folder. Check the spelling.")
        for file in _files(path):
            roots.setdefault(file.resolve(), path if path.is_dir() else path.parent)
    if not roots:
        places = ", ".join(str(path) for path in named)
        raise NoSource(f"{places}: there is no document in it. Name a folder that holds documents.")
    return sorted((Source(f, n, f.stat().st_size) for f, n in _names(roots).items()), key=lambda s: s.name)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return [p for p in path.rglob("*") if p.is_file() and not any(s.startswith(".") for s in p.relative_to(path).parts)]


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
    return (inside, Path(root.name) / inside, file)[depth].as_posix()
