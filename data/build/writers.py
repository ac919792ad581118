"""The writers of the papers, dealt out into parts: what is learned without a part is measured on its papers.

with apart(FOLDER): ...    each paper is read with the network that was learned without its writer's part
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from etl.find.events import network

PAPERS = Path(__file__).parents[1] / "papers"
OF_WRITERS = ("unseen", "modelled")  # the sets that are read
PAPER = re.compile(r"([A-Za-z]{1,2})\d+\.\w+")  # a paper's name: its writer's letters and its number
PARTS = 4
# Writers whose papers makers of rules have seen: from these is learned, nothing measured.
OPENED = frozenset([*"LMNSTUaceg", "aa", "ab", "ac", "ah", "at", "au", "bd"])


def writer_of(paper: str) -> str:
    """Return the letters with which the name of a paper begins: its writer's; "" where it is no paper's name."""
    found = PAPER.fullmatch(Path(paper).name)
    return found.group(1) if found else ""


def writers(name: str) -> frozenset[str]:
    """Return the letters by which the writers of a set go whose papers no maker of rules has seen."""
    return frozenset(writer_of(path.name) for path in (PAPERS / name).iterdir()) - OPENED


def parts() -> list[frozenset[str]]:
    """Return the writers of all sets whose papers no maker of rules has seen, dealt out."""
    return _dealt(frozenset[str]().union(*map(writers, OF_WRITERS)))


@cache
def all_parts() -> tuple[frozenset[str], ...]:
    """Return the same parts, the other writers dealt out among them."""
    others = frozenset(writer_of(path.name) for path in (PAPERS / "learned").iterdir()) | OPENED
    return tuple(part | more for part, more in zip(parts(), _dealt(others), strict=True))


def _dealt(some: frozenset[str]) -> list[frozenset[str]]:
    every = sorted(some)
    return [frozenset(every[n::PARTS]) for n in range(PARTS)]


def network_file(folder: Path, part: int) -> Path:
    """Return where the network stands that was learned without a part."""
    return folder / f"without_{part}.npz"


@contextmanager
def apart(folder: Path) -> Iterator[None]:
    """Let each paper be read meanwhile with the network that was learned without its writer's part."""
    own = network.of_document
    networks = [network.read(network_file(folder, n)) for n in range(PARTS)]
    of_writer = {writer: networks[n] for n, part in enumerate(all_parts()) for writer in part}
    network.of_document = lambda name: of_writer.get(writer_of(name)) or own(name)
    try:
        yield
    finally:
        network.of_document = own
