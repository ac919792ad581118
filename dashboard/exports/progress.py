"""How far an export is, told while it is made; whoever listens may end it by raising Cancelled."""

from __future__ import annotations

from collections.abc import Callable

Tell = Callable[[float], None]  # takes the share that is done, 0 to 1


class Cancelled(Exception):  # noqa: N818 (nothing went wrong)
    """The reader no longer wants the file."""


def tell_nobody(share: float) -> None:
    """Stand in where nobody listens."""
