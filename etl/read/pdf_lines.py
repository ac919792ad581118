"""A page of a PDF -> its lines with place and size, cut at wide gaps, marks of footnotes dropped."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

GAP = 1.3  # times the size of the letters: a gap between columns, not between words
RAISED = 0.75  # times the size of the line: a figure smaller than this is the mark of a footnote
LINE_END_HYPHENS = "\ufffe\x02"  # pdfium's signs for a hyphen at a line's end, after which it swallows the line break
SOFT_HYPHEN = "\u00ad"
MOST_LETTERS = 100_000  # of a page; more is a drawing


class Letter(NamedTuple):
    """A character of a page and where it stands, in points from the lower left; `base` is the line it is written on."""

    character: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    base: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand beside each other, in points from the lower left; their base line, where each word begins.

    A row of a register's table has its cells and the table's number, from 1 on.
    """

    left: float
    bottom: float
    right: float
    top: float
    size: float
    text: str
    base: float = 0.0
    starts: tuple[float, ...] = ()
    cells: tuple[str, ...] = ()
    table: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page: width and height in points, and its lines."""

    width: float
    height: float
    lines: Sequence[Line]


UNREADABLE = Page(1.0, 1.0, ())  # stands for a page that gave nothing


def lines_of(page: Any) -> list[Line]:
    """Return the lines of a page in the order in which the file holds them."""
    text = page.get_textpage()
    try:
        return _cut(text)
    finally:
        text.close()


def _cut(text: Any) -> list[Line]:
    lines: list[Line] = []
    current: list[Letter] = []
    last: Letter | None = None  # the last letter that is no space

    def end() -> None:
        if last is not None:
            lines.append(_line(current))
        current.clear()

    for letter in _letters(text):
        if letter.character in "\r\n":
            end()
            last = None
            continue
        hyphen = letter.character in LINE_END_HYPHENS
        visible = hyphen or letter.character.strip() != ""
        if last is not None and visible and _apart(last, letter):
            end()
        current.append(letter)
        last = letter if visible else last
        if hyphen:
            end()
            last = None
    end()
    return lines


def _apart(last: Letter, letter: Letter) -> bool:
    """Say whether a letter begins a line of its own: after a gap between columns, or back at the left."""
    return letter.left - last.right > GAP * letter.size or letter.left < last.left - 2 * letter.size


def _letters(text: Any) -> list[Letter]:
    """Return the characters of a page; size and base are asked for once a word, and for figures, which may be marks."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    matrix = pdfium.FS_MATRIX()
    found: list[Letter] = []
    size = base = 0.0
    in_word = False
    for index in range(min(text.count_chars(), MOST_LETTERS)):
        character = chr(pdfium.FPDFText_GetUnicode(text, index))
        if character.isspace():
            found.append(Letter(character, 0.0, 0.0, 0.0, 0.0, size, base))
            in_word = False
            continue
        pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
        if not (in_word and character.isalpha()):
            pdfium.FPDFText_GetMatrix(text, index, matrix)  # the size of some files stands in the matrix alone
            size = round(pdfium.FPDFText_GetFontSize(text, index) * (matrix.b**2 + matrix.d**2) ** 0.5, 1)
            base = matrix.f
        in_word = character.isalpha()
        found.append(Letter(character, left.value, bottom.value, right.value, top.value, size, base))
    return found


def _line(letters: list[Letter]) -> Line:
    visible = [letter for letter in letters if letter.character.strip()]
    size = Counter(letter.size for letter in visible).most_common(1)[0][0]
    kept = [letter for letter in letters if not _raised(letter, size)]
    words = "".join(map(_written, kept))
    spaces = [True, *(not letter.character.strip() for letter in kept)]
    starts = [kept[n].left for n, space in enumerate(spaces[1:]) if spaces[n] and not space]
    return Line(
        min(letter.left for letter in visible),
        min(letter.bottom for letter in visible),
        max(letter.right for letter in visible),
        max(letter.top for letter in visible),
        size,
        " ".join(words.split()),
        visible[0].base,
        tuple(starts),
    )


def _written(letter: Letter) -> str:
    return SOFT_HYPHEN if letter.character in LINE_END_HYPHENS else letter.character


def _raised(letter: Letter, size: float) -> bool:
    return letter.character.isdigit() and letter.size < RAISED * size
