"""A house's own template, or nothing -> a presentation without slides and the two layouts that we use."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.exc import PackageNotFoundError

from dashboard.exports.slides.own_template import own_template
from dashboard.exports.slides.room import Room, content, title_of

COVER_TITLE = 3  # PowerPoint's number of the centred title
FOOTERS = (10, 11, 12)  # of date, footer and slide number in a layout


class CannotUseTemplate(Exception):  # noqa: N818 (a sentence, as CannotStore is)
    """The file is no presentation, or has no layout with a title."""


@dataclass(frozen=True, slots=True)
class Template:
    """`cover` and `page` are layouts; `room` is what a page leaves under its title."""

    presentation: Any
    cover: Any
    page: Any
    room: Room


def open_template(path: Path | None) -> Template:
    """Open a template file, or make ours; raises CannotUseTemplate."""
    try:
        presentation = Presentation(str(path)) if path else own_template()
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError) as error:
        raise CannotUseTemplate(f"{path} is no PPTX file that can be read: {error}") from error
    _drop_slides(presentation)
    titled = [layout for layout in presentation.slide_layouts if title_of(layout) is not None]
    if not titled:
        raise CannotUseTemplate(f"{path} has no layout with a title")
    page = min(titled, key=lambda layout: (_is_cover(layout), _bodies(layout)))
    cover = next((layout for layout in titled if _is_cover(layout)), page)
    width, height = int(presentation.slide_width or 0), int(presentation.slide_height or 0)
    return Template(presentation, cover, page, content(page, width, height))


def _bodies(layout: Any) -> int:
    """Count what a layout wants filled beside its title; footers are not filled."""
    return sum(p.placeholder_format.idx not in (0, *FOOTERS) for p in layout.placeholders)


def _is_cover(layout: Any) -> bool:
    return any(p.placeholder_format.type == COVER_TITLE for p in layout.placeholders)


def _drop_slides(presentation: Any) -> None:
    numbers = presentation.slides._sldIdLst  # noqa: SLF001 (python-pptx has no public way)
    for entry in list(numbers):
        presentation.part.drop_rel(entry.rId)
        numbers.remove(entry)
