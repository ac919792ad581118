"""A date as precise as it is written <-> ISO 8601, and the days that it covers."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache
from typing import NamedTuple


class Day(NamedTuple):
    """A date as precise as it is written; None for what is not written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """Return `2016-11-28`, `2016-11`, `2016`; without a year `--11-28` or `--11`."""
        parts = [f"{self.year:04d}" if self.year else "-"]
        parts += [f"{n:02d}" for n in (self.month, self.day) if n]
        return "-".join(parts)

    def earliest(self) -> date:
        """Return the first day that it covers; it must have a year."""
        return date(self.year or 1, self.month or 1, self.day or 1)

    def latest(self) -> date:
        """Return the last day that it covers; it must have a year."""
        year, month = self.year or 1, self.month or 12
        return date(year, month, self.day or _days(year, month))

    def real(self) -> bool:
        """Say whether the calendar has such a day (29 February of no year: yes)."""
        if self.month and not 1 <= self.month <= 12:
            return False
        return not (self.day and self.month) or 1 <= self.day <= _days(self.year or 2000, self.month)


@lru_cache(maxsize=1000)
def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def parsed(iso: str) -> Day:
    """Return the Day of `2016-11-28`, `2016-11`, `2016`, `--11-28` or `--11`; ValueError for anything else."""
    yearless = iso.startswith("--")
    numbers = [int(n) for n in (iso[2:] if yearless else iso).split("-")]
    return Day(None, *numbers) if yearless else Day(*numbers)
