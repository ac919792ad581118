"""The folder of the dashboard's state -> the runs that its saved briefings rest on, so that none of them is removed."""

from __future__ import annotations

import json
from pathlib import Path

BRIEFINGS = "briefings/*.json"  # where the dashboard saves them


def runs_in_use(state: Path | None) -> set[str]:
    """Return the names of the runs; a file that is no briefing names none. No folder, no runs."""
    return set(filter(None, map(_run_of, state.glob(BRIEFINGS)))) if state else set()


def _run_of(path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8")).get("run", ""))
    except (OSError, ValueError, AttributeError):
        return ""
