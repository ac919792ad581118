"""A briefing -> the pictures of its charts for PDF and DOCX, and the briefing that says who drew them.

Chromium draws the figures of the pages. Where there is none, each file draws plain ones from the same numbers, and the
reader is told: in the log, which is the standard error of a command, and in the data notes.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from dashboard.briefing.model import Block, Briefing, Chart, Section, Text, WorldMap
from dashboard.charts import Chart as Drawn
from dashboard.exports import chromium
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.section_figures import figures_of
from dashboard.figures.inert import inert
from dashboard.figures.printed import in_column
from dashboard.source import State
from dashboard.words import word

WIDTHS = {"a4": 627, "letter": 650}  # pixels of a column, 96 an inch: letters of 12 are then as large as 9 points
SCALES = {"svg": 1.0, "png": 3.0}  # 288 dots an inch
SHARE = 0.9  # of the work: the file itself is laid out fast
Pictures = Mapping[str, bytes]
log = logging.getLogger(__name__)


def illustrated(state: State, briefing: Briefing, kind: str, tell: Tell = tell_nobody) -> tuple[Briefing, Pictures]:
    """Return the briefing with the notes of its pictures, and SVG or PNG pictures by the names of its charts."""
    charts = _charts(in_print(state), briefing)
    pictures = {}
    try:
        for number, (name, chart) in enumerate(charts.items()):
            tell(SHARE * number / len(charts))
            pictures[name] = _picture(chart, kind, WIDTHS[briefing.paper])
    except Exception as error:  # kaleido raises whatever Chromium did
        told = word("briefing_plain_charts", briefing.language)
        log.warning("%s", told, exc_info=None if isinstance(error, chromium.NoBrowser) else error)
        return _with_note(briefing, told), {}
    return _with_notes(briefing, charts), pictures


def in_print(state: State) -> State:
    """Return the state whose figures say what the briefing says, whatever the reader's page shows just now."""
    return replace(state, theme="light", view=replace(state.view, measure="activities", grain="year", stack=""))


def _charts(state: State, briefing: Briefing) -> dict[str, Drawn]:
    """Return the figures of the blocks that have something to show."""
    blocks = (block for section in briefing.sections for block in section.blocks)
    full = (b for b in blocks if isinstance(b, WorldMap) or (isinstance(b, Chart) and b.categories))
    shown = {block.name for block in full}
    draws = figures_of(section.key for section in briefing.sections)
    return {name: draw(state) for name, draw in draws.items() if name in shown}


def _picture(chart: Drawn, kind: str, width: int) -> bytes:
    figure, height = in_column(inert(chart.figure), width)
    return chromium.drawn(figure, kind, width, height, SCALES[kind])


def _with_notes(briefing: Briefing, charts: Mapping[str, Drawn]) -> Briefing:
    """Let each chart that has a picture carry the words that belong under it."""

    def noted(block: Block) -> Block:
        if isinstance(block, Chart) and block.name in charts:
            return replace(block, note=charts[block.name].note)
        return block

    sections = (replace(part, blocks=tuple(map(noted, part.blocks))) for part in briefing.sections)
    return replace(briefing, sections=tuple(sections))


def _with_note(briefing: Briefing, said: str) -> Briefing:
    """Put a paragraph under the data notes."""

    def noted(part: Section) -> Section:
        return replace(part, blocks=(*part.blocks, Text("", (said,)))) if part.key == "notes" else part

    return replace(briefing, sections=tuple(map(noted, briefing.sections)))
