"""Key messages -> the height of the strip that they take above what backs them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.exports.slides.room import INCH, POINT
from dashboard.exports.text_fit import LINE, lines_of

STRIP = INCH * 12 // 10  # most height
STRIP_SIZE = 16  # points


def strip_height(messages: Sequence[str], width: int) -> int:
    """Return EMU; 0 for no message."""
    if not messages:
        return 0
    count = sum(lines_of(text, width / POINT - STRIP_SIZE, STRIP_SIZE) for text in messages)
    return min(STRIP, int(count * (STRIP_SIZE * LINE + 8) * POINT))
