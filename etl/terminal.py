"""Where a person reads: the terminal, or a file or pipe, where lines are wide enough to cut nothing off."""

from __future__ import annotations

import io
import sys

from rich.console import Console

WIDE = 200  # columns where nobody knows how wide the reader's window is


def out() -> Console:
    """Return where results are printed; letters that it cannot show are written as escapes, never an error."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return Console(markup=False, highlight=False, width=None if sys.stdout.isatty() else WIDE)


def errors() -> Console:
    """Return where messages are printed: whole lines, so that they can be searched for."""
    return Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
