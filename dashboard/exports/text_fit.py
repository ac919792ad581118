"""A text and a box -> the size at which it fits, or the text cut: Office counts lines only when a slide is opened."""

from __future__ import annotations

import unicodedata

LINE = 1.2  # height of a line, in sizes of its letters
NARROW, COMMON, CAPITAL, WIDE = 0.3, 0.55, 0.7, 1.05  # widths in sizes; those of broad sans-serif fonts
NARROW_LETTERS = frozenset("iljtf.,:;'|!()[] \u202f\u00a0")


def width_of(text: str, size: float) -> float:
    """Return about how wide a line is, in points."""
    return size * sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if letter in NARROW_LETTERS:
        return NARROW
    if letter > "\u1100" and unicodedata.east_asian_width(letter) in "WF":
        return WIDE
    return CAPITAL if letter.isupper() or letter in "mwMW%@" else COMMON


def lines_of(text: str, width: float, size: float) -> int:
    """Return how many lines a text takes in a column of `width` points; words longer than it are broken."""
    count = 0
    for paragraph in text.split("\n"):
        count, room = count + 1, width
        for word in paragraph.split(" "):
            needed = width_of(word + " ", size)
            if needed > room and room < width:
                count, room = count + 1, width
            while needed > width:
                count, needed = count + 1, needed - width
            room -= needed
    return count


def fitted(text: str, width: float, height: float, largest: float, smallest: float) -> tuple[str, float]:
    """Return the text and the size in points at which it fits; cut at a word where even the smallest is too large."""
    size = largest
    while size > smallest and lines_of(text, width, size) * size * LINE > height:
        size -= 1
    size = max(size, smallest)
    return cut(text, width, size, max(int(height / (size * LINE)), 1)), size


def cut(text: str, width: float, size: float, most_lines: int) -> str:
    """Cut a text at a word so that it takes no more lines."""
    if lines_of(text, width, size) <= most_lines:
        return text
    short, long = 0, len(text)  # the longest beginning that fits lies between these
    while long - short > 1:
        middle = (short + long) // 2
        short, long = (middle, long) if lines_of(text[:middle] + "…", width, size) <= most_lines else (short, middle)
    beginning = text[:short]
    at_word = beginning.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > len(beginning) / 2 else beginning).rstrip(" ,;·(") + "…"
