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
    """Return how many lines a text takes in a column of `width` points."""
    return len(wrapped(text, width, size))


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Return a text line by line in a column of `width` points; words longer than it are broken."""
    return [line for paragraph in text.split("\n") for line in _broken(paragraph, width / size)]


def _broken(paragraph: str, room: float) -> list[str]:
    """Break one paragraph; `room` is the width of the column in sizes of its letters."""
    lines, line, used = [], "", 0.0
    for word in paragraph.split(" "):
        needed = sum(map(_width, word)) + NARROW
        if line and used + needed > room:
            lines.append(line)
            line, used = "", 0.0
        while needed > room and len(word) > 1:
            fitting = max(_fitting(word, room), 1)
            lines.append(word[:fitting])
            word = word[fitting:]
            needed = sum(map(_width, word)) + NARROW
        line, used = f"{line} {word}" if line else word, used + needed
    return [*lines, line]


def _fitting(word: str, room: float) -> int:
    """Return how many letters of a word fit."""
    used = 0.0
    for place, letter in enumerate(word):
        used += _width(letter)
        if used > room:
            return place
    return len(word)


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
