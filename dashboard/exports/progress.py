"""How far an export is, told while it is made."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[float], None]  # takes the share that is done, 0 to 1


def tell_nobody(share: float) -> None:
    """Stand in where nobody listens."""
