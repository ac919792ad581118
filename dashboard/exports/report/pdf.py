"""A briefing -> the bytes of a PDF, or its pages as pictures.

By typst: against WeasyPrint on the same briefing it needs no library of the system, tags for PDF/UA, makes bookmarks
and page numbers by itself, the same data give the same bytes, and it took a tenth of the time.
"""

from __future__ import annotations

from pathlib import Path

import typst

from dashboard.briefing.model import Briefing, Chart, WorldMap
from dashboard.exports.map_svg import map_svg
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.report.data import block_data, report_json

LAYOUT = Path(__file__).with_name("report.typ")
NO_MAP = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
STANDARD = "ua-1"  # PDF/UA: readable by screen readers
PREVIEW, PICTURE = 60.0, 200.0  # dots an inch


def pdf(briefing: Briefing, tell: Tell = tell_nobody) -> bytes:
    """Return the file; `tell` can only stop it before it begins, because typst cannot be interrupted."""
    tell(0.1)
    files = _files(briefing)
    made: bytes
    try:
        made = typst.compile(files, format="pdf", pdf_standards=[STANDARD])  # type: ignore[call-overload]
    except typst.TypstError:  # a script that no font of this machine has is shown as boxes, which PDF/UA forbids
        made = typst.compile(files, format="pdf")  # type: ignore[call-overload]
    return made


def preview(briefing: Briefing) -> list[bytes]:
    """Return the pages as PNG pictures."""
    made: list[bytes] | bytes
    made = typst.compile(_files(briefing), format="png", ppi=PREVIEW)  # type: ignore[call-overload]
    return list(made) if isinstance(made, list) else [made]


def chart_picture(block: Chart | WorldMap, briefing: Briefing) -> tuple[bytes, str]:
    """Return one chart or map as a PNG picture at the size of print, and its words for screen readers."""
    files = _files(briefing, block)
    png: bytes = typst.compile(files, format="png", ppi=PICTURE)  # type: ignore[call-overload]
    return png, str(block_data(block, briefing.language)["alt"])


def _files(briefing: Briefing, only: Chart | WorldMap | None = None) -> dict[str, bytes]:
    blocks = [only] if only else [block for section in briefing.sections for block in section.blocks]
    world = next((block for block in blocks if isinstance(block, WorldMap)), None)
    return {
        "main.typ": LAYOUT.read_bytes(),
        "briefing.json": report_json(briefing, only),
        "map.svg": (map_svg(world) if world else NO_MAP).encode("utf-8"),
    }
