"""Two ISO 8601 dates of any precision (2016, 2016-05, 2016-05-10) -> how they stand to each other."""

from __future__ import annotations


def contains(coarse: str, fine: str) -> bool:
    """Say whether `coarse` is less precise than `fine` and covers it (2016 covers 2016-05)."""
    return fine.startswith(f"{coarse}-")
