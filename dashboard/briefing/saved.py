"""Briefings saved by name: one JSON file each in the folder of the dashboard's state, with the figures of their day."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import get_ident
from typing import Any

from dashboard.briefing.options import LONGEST_TITLE, Options, read, written
from dashboard.queries.answers import Totals
from etl.vocabulary import slug

FOLDER = "briefings"
MARKED = ("activities", "countries", "donors", "claims", "projects")  # figures whose change is told
PEOPLE = ("trained", "participants")


@dataclass(frozen=True, slots=True)
class Saved:
    """`query` is the address's query string, `run` and `date` name the data that it was saved over.

    `proposed` are the messages of each section as its figures then gave them, in `language`.
    """

    name: str
    query: str
    options: Options
    run: str
    date: str
    figures: Mapping[str, int]
    language: str = "en"
    proposed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def save(folder: Path, saved: Saved) -> None:
    """Write a briefing; one of the same name is replaced. OSError where the folder cannot be written."""
    path = _path(folder, saved.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    said = asdict(saved) | {"name": saved.name[:LONGEST_TITLE], "options": written(saved.options)}
    part = path.with_suffix(f".{os.getpid()}-{get_ident()}.part")  # two may save at once
    part.write_text(json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    part.replace(path)


def load(folder: Path, name: str) -> Saved | None:
    """Return the briefing of that name; None where there is none that can be read."""
    return _load(_path(folder, name))


def delete(folder: Path, name: str) -> bool:
    """Take a briefing away; return whether there was one of that name."""
    found = load(folder, name)
    if found is None or found.name != name:
        return False
    _path(folder, name).unlink(missing_ok=True)
    return True


def names(folder: Path) -> list[str]:
    """Return the names of all saved briefings, sorted."""
    found = (_load(path) for path in (folder / FOLDER).glob("*.json"))
    return sorted((saved.name for saved in found if saved), key=str.casefold)


def figures(totals: Totals) -> dict[str, int]:
    """Return the figures that a saved briefing remembers."""
    plain = {name: int(getattr(totals, name)) for name in MARKED}
    return plain | {name: getattr(totals, name).value for name in PEOPLE}


def changed(saved: Saved, now: Totals) -> list[tuple[str, int, int]]:
    """Return name, value then and value now of each figure that is no longer what it was."""
    today = figures(now)
    return [(name, saved.figures[name], n) for name, n in today.items() if saved.figures.get(name, n) != n]


def reworded(saved: Saved, now: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the messages then and now of each section whose figures no longer say the same."""
    return {
        key: (then, now[key]) for key, then in saved.proposed.items() if key in now and tuple(then) != tuple(now[key])
    }


def _path(folder: Path, name: str) -> Path:
    """Return the file of a name: its slug, and what keeps two names of one slug apart."""
    return folder / FOLDER / f"{slug(name)[:60] or 'briefing'}-{name.encode().hex()[-12:]}.json"


def _load(path: Path) -> Saved | None:
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        options, numbers = read(said["options"]), {k: int(v) for k, v in said["figures"].items()}
        proposed = {str(key): tuple(map(str, many)) for key, many in said.get("proposed", {}).items()}
        known = (said["name"], said["query"], options, said["run"], said["date"], numbers)
        return Saved(*known, said.get("language", "en"), proposed)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
