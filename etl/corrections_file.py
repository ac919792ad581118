"""A TOML file of hand corrections -> its entries, or a message that says which is not well formed.

Each entry is a table `[[correction]]` with `document` (for the reader), `checksum` and `lines` (first, last) that say
where (`nth`: which one, where several stand on these lines), `reason`, `by` (a role or initials) and `date`; and one
of: `field` with `old` (what the machine must have read) and `new`, "" for nothing; `same_as` or `not_same_as` =
{checksum, lines}; `no_activity = true`; `checked = true`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.schema import ACTIVITIES

Row = dict[str, Any]
COLUMNS = {column.name: column for column in ACTIVITIES}
MADE = ("activity_id", "review", "mentions", "documents", "sources", "region")  # follow from the rest
NEEDED: dict[str, type] = {"document": str, "checksum": str, "lines": list, "reason": str, "by": str, "date": date}
ACTIONS = ("field", "same_as", "not_same_as", "no_activity", "checked")
ALLOWED = {*NEEDED, *ACTIONS, "nth", "old", "new"}


class WrongCorrections(Exception):  # noqa: N818
    """The file of corrections is not there or not well formed; the message names file, entry and what to mend."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One correction: where it applies, and one of the ACTIONS."""

    place: str  # "corrections.toml, entry 3 (news.txt, lines 4-9)"
    action: str
    values: Mapping[str, Any]


def read(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file, in its order; raises WrongCorrections that says where it is not well formed."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WrongCorrections(f"{path}: cannot be read ({error.strerror}). Check --corrections.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongCorrections(f"{path}: is not TOML ({error}). Mend that line.") from error
    if strange := set(data) - {"correction"}:
        raise WrongCorrections(f"{path}: {', '.join(sorted(strange))}: unknown. Entries begin with [[correction]].")
    return tuple(_entry(path, n, values) for n, values in enumerate(data.get("correction", []), 1))


def _entry(path: Path, number: int, values: Row) -> Entry:
    place = f"{path.name}, entry {number} ({values.get('document', 'no document')}, lines {_span(values.get('lines'))})"
    wrong = [f"{n} is lacking or no {t.__name__}" for n, t in NEEDED.items() if not isinstance(values.get(n), t)]
    wrong += [f"{name} is unknown" for name in sorted(set(values) - ALLOWED)]
    actions = [name for name in ACTIONS if name in values]
    if len(actions) != 1:
        wrong.append(f"it needs one of {', '.join(ACTIONS)}")
    elif actions == ["field"]:
        wrong += _wrong_field(values)
    elif actions[0] in ("same_as", "not_same_as"):
        other = values[actions[0]]
        if not isinstance(other, dict) or not {"checksum", "lines"} <= set(other):
            wrong.append(f"{actions[0]} needs a checksum and lines")
    if wrong:
        raise WrongCorrections(f"{place}: {'; '.join(wrong)}.")
    return Entry(place, actions[0], values)


def _wrong_field(values: Row) -> Iterator[str]:
    name = values["field"]
    if name not in COLUMNS or name in MADE:
        yield f"field {name!r} is none that can be corrected"
    elif "new" not in values:
        yield 'new is lacking ("" for nothing)'
    elif not _fits(values["new"], COLUMNS[name].type):
        yield f"new {values['new']!r} is no {COLUMNS[name].type}"


def _fits(value: Any, kind: str) -> bool:
    kinds: dict[str, tuple[type, ...]] = {"list": (list,), "int": (int,), "float": (int, float), "bool": (bool,)}
    return value == "" or isinstance(value, kinds.get(kind, (str, date)))


def _span(lines: Any) -> str:
    return "-".join(str(n) for n in lines) if isinstance(lines, list) else "unknown"
