"""A TOML file of hand corrections -> its entries, or a message that says which is not well formed.

Each entry is a table `[[correction]]` with `document` (for the reader), `checksum` and `lines` (first, last) that say
where (`nth`: which one, where several stand on these lines), `reason`, `by` (a role or initials) and `date`; and one
of: `field` with `old` (what the machine must have read) and `new`, "" for nothing; `same_as` or `not_same_as` =
{checksum, lines}; `no_activity = true`; `checked = true`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.corrections_checked import ACTIONS, wrong_with

Row = dict[str, Any]


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
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise WrongCorrections(f"{path}: cannot be read ({error.strerror}). Check --corrections.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongCorrections(f"{path}: is not TOML ({error}). Mend that line.") from error
    except RecursionError as error:
        raise WrongCorrections(f"{path}: nests its lists too deeply. Mend it.") from error
    if strange := set(data) - {"correction"}:
        raise WrongCorrections(f"{path}: {', '.join(sorted(strange))}: unknown. Entries begin with [[correction]].")
    entries = data.get("correction", [])
    if not isinstance(entries, list) or not all(isinstance(values, dict) for values in entries):
        raise WrongCorrections(f"{path}: correction is no list of entries. Each begins with [[correction]].")
    return tuple(_entry(path, n, values) for n, values in enumerate(entries, 1))


def _entry(path: Path, number: int, values: Row) -> Entry:
    place = f"{path.name}, entry {number} ({values.get('document', 'no document')}, lines {_span(values.get('lines'))})"
    if wrong := wrong_with(values):
        raise WrongCorrections(f"{place}: {'; '.join(wrong)}.")
    return Entry(place, next(name for name in ACTIONS if name in values), values)


def _span(lines: Any) -> str:
    return "-".join(str(n) for n in lines) if isinstance(lines, list) else "unknown"
