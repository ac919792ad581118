"""A table of a briefing -> its slides: as many as its rows need, the key messages above the first."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.briefing.model import Briefing, Table
from dashboard.exports.slides.page import add_page
from dashboard.exports.slides.room import FOOT, GAP, INCH
from dashboard.exports.slides.strip import STRIP_SIZE, strip_height
from dashboard.exports.slides.tables import add_table, lines, pages
from dashboard.exports.slides.template import Template
from dashboard.exports.slides.text import text_box
from dashboard.words import word

MOST_ROWS = 36  # of one table; its spreadsheet has all
FULL = 0.93  # of the height: other fonts than ours need more lines
NOTE = INCH * 3 // 10


def add_table_slides(
    template: Template, briefing: Briefing, title: str, table: Table, messages: Sequence[str], said: Sequence[str]
) -> None:
    """Add the slides; `said` are words for the speaker's notes."""
    language = briefing.language
    heading, rows = lines(table, template.room.width, language)
    rows, strip = rows[:MOST_ROWS], strip_height(messages, template.room.width)
    height = template.room.height - FOOT - NOTE - 2 * GAP - (strip + GAP if strip else 0)
    found = pages(heading, rows, int(height * FULL))
    note = table.note
    if len(rows) < table.total:
        note = f"{word('briefing_cut', language, shown=len(rows), total=table.total)} {note}"
    for number, page in enumerate(found, 1):
        named = word("briefing_continued", language, title=title, page=number, pages=len(found))
        slide, place = add_page(template, briefing, named if len(found) > 1 else title, said)
        if strip and number == 1:
            top, place = place.above(strip)
            text_box(slide, top, messages, (STRIP_SIZE, 9), bullets=True).name = "Messages"
        place, foot = place.below(NOTE)
        if note:
            text_box(slide, foot, [note], (10, 7), quiet=True)
        if page:
            add_table(slide, place, table, heading, page)
        else:
            text_box(slide, place, [word("briefing_nothing", language)])
