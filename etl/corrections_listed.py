"""A hand correction and what became of it -> the row that a run keeps of it: what, old, new, why, by whom, when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from etl.corrections_file import Entry

IN_FORCE, READ_SO, REFUSED = "in_force", "read_so", "refused"  # read_so: the machine reads it so by itself by now


def listed(entry: Entry, activity_id: str, standing: str, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the row, fit for JSON; `names` are documents by checksum.

    `action` is one of corrections_file.ACTIONS; `field`, `old` and `new` are "" where it sets no field, but `new` of
    activities joined or parted is where the other one stands ("news.txt:4-9").
    """
    values = entry.values
    other = values[entry.action] if entry.action in ("same_as", "not_same_as") else None
    new = _text(values.get("new", "")) if other is None else _where(names.get(other["checksum"], ""), other["lines"])
    return {
        "document": names.get(values["checksum"], values["document"]),
        "lines": list(values["lines"]),
        "activity_id": activity_id,
        "action": entry.action,
        "field": values.get("field", ""),
        "old": _text(values.get("old", "")),
        "new": new,
        "reason": values["reason"],
        "by": values["by"],
        "date": values["date"].isoformat(),
        "standing": standing,
    }


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ";".join(map(str, value))
    return value.isoformat() if isinstance(value, date) else str(value)


def _where(document: str, lines: list[int]) -> str:
    return f"{document}:{'-'.join(map(str, lines))}"
