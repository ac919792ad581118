"""A layout of a template -> the room that is left on its slides, and how a room is divided. Lengths are EMU."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

POINT = 12_700
INCH = 914_400
GAP = INCH // 6
FOOT = INCH * 45 // 100  # for the source line
MARGIN = INCH // 2
TITLE = INCH * 8 // 10  # height of a title that is moved
LEAST = INCH * 4  # of a page: where the feet leave less, they are gone over


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of a slide."""

    left: int
    top: int
    width: int
    height: int

    def above(self, height: int) -> tuple[Room, Room]:
        """Return a strip at the top, and what is left below it."""
        below = Room(self.left, self.top + height + GAP, self.width, self.height - height - GAP)
        return Room(self.left, self.top, self.width, height), below

    def below(self, height: int) -> tuple[Room, Room]:
        """Return what is left above, and a strip at the bottom."""
        rest = Room(self.left, self.top, self.width, self.height - height - GAP)
        return rest, Room(self.left, self.top + self.height - height, self.width, height)

    def beside(self, width: int) -> tuple[Room, Room]:
        """Return what is left, and a column of `width` at the right."""
        rest = Room(self.left, self.top, self.width - width - GAP, self.height)
        return rest, Room(self.left + self.width - width, self.top, width, self.height)

    def columns(self, count: int) -> list[Room]:
        """Divide into equal columns."""
        width = (self.width - GAP * (count - 1)) // count
        return [Room(self.left + i * (width + GAP), self.top, width, self.height) for i in range(count)]


def title_of(layout: Any) -> Any:
    """Return the title of a layout; None where it has none."""
    return next((shape for shape in layout.placeholders if shape.placeholder_format.idx == 0), None)


def content(layout: Any, slide_width: int, slide_height: int) -> Room:
    """Return the room under the title, inside the margins that the title keeps."""
    title = title_of(layout)
    bottom = min(
        (s.top for s in layout.placeholders if s.top is not None and s.placeholder_format.type in FEET),
        default=slide_height - MARGIN // 2,
    )
    top, left, width = MARGIN + TITLE + GAP, MARGIN, slide_width - 2 * MARGIN
    if title is not None and title.top is not None and not is_low(title, slide_height):
        top, left, width = title.top + title.height + GAP, title.left, title.width
    bottom = bottom if bottom - top > LEAST else slide_height - MARGIN // 2
    return Room(left, top, width, bottom - top)


def is_low(title: Any, slide_height: int) -> bool:
    """Say whether a title ends in the lower half of the slide, as that of a cover: a page then moves it up."""
    return bool(title.top + title.height >= slide_height // 2)


FEET = (13, 15, 16)  # PowerPoint's numbers of the kinds of placeholder: slide number, footer, date
