"""A briefing and a template -> the bytes of a PPTX file."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from dashboard.briefing.model import Briefing
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.reproducible import UNKNOWN_DAY, reproducible
from dashboard.exports.slides.page import FOOT_SIZES, drop_empty, put_title
from dashboard.exports.slides.room import FOOT, INCH, Room
from dashboard.exports.slides.section import add_section
from dashboard.exports.slides.template import Template, open_template
from dashboard.exports.slides.text import text_box
from dashboard.words import word

FACTS = INCH * 13 // 10  # least height of the list of facts on the cover


def pptx(briefing: Briefing, template: Path | None = None, tell: Tell = tell_nobody) -> bytes:
    """Return the file; raises slides.template.CannotUseTemplate, and what `tell` raises."""
    file = io.BytesIO()
    deck(briefing, template, tell).save(file)
    return reproducible(file.getvalue(), briefing.data_date)


def deck(briefing: Briefing, template: Path | None = None, tell: Tell = tell_nobody) -> Any:
    """Return the slides as python-pptx holds them."""
    opened = open_template(template)
    _add_cover(opened, briefing)
    for i, section in enumerate(briefing.sections):
        tell(i / (len(briefing.sections) + 1))
        add_section(opened, briefing, section)
    properties = opened.presentation.core_properties
    properties.title, properties.author, properties.last_modified_by = briefing.title[:255], word("product"), ""
    properties.created = properties.modified = datetime.fromisoformat(briefing.data_date or UNKNOWN_DAY)
    properties.revision, properties.language = 1, briefing.language
    return opened.presentation


def _add_cover(template: Template, briefing: Briefing) -> None:
    slide = template.presentation.slides.add_slide(template.cover)
    facts = [f"{name}: {value}" for name, value in briefing.facts if value]
    slide.notes_slide.notes_text_frame.text = "\n".join([briefing.title, "", *facts])
    put_title(slide.shapes.title, briefing.title)
    subtitle = next((p for p in slide.placeholders if p.placeholder_format.idx == 1), None)
    if subtitle is not None:
        put_title(subtitle, briefing.scope)
    _drop_empty_but(slide, subtitle)
    bottom = max(s.top + s.height for s in slide.placeholders if s.top is not None)
    left, width = slide.shapes.title.left, slide.shapes.title.width
    room = Room(left, bottom + INCH // 4, width, template.room.top + template.room.height - bottom - INCH // 4)
    if room.height > FOOT:
        said = facts[1:] if room.height > FACTS else [briefing.source()]
        text_box(slide, room, said, (13, FOOT_SIZES[1]), quiet=True).name = "Facts"


def _drop_empty_but(slide: Any, kept: Any) -> None:
    """Take empty placeholders away, but one."""
    if kept is None:
        drop_empty(slide)
        return
    for shape in list(slide.placeholders):
        if shape.placeholder_format.idx > 1 and not shape.text_frame.text:
            shape._element.getparent().remove(shape._element)  # noqa: SLF001
