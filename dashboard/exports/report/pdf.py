"""A briefing -> the bytes of a PDF, or its pages as pictures.

By typst: against WeasyPrint on the same briefing it needs no library of the system, tags for PDF/UA, makes bookmarks
and page numbers by itself, and the same data give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import typst

from dashboard.briefing.model import Briefing, WorldMap
from dashboard.exports.map_svg import map_svg
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.report.data import report_json

LAYOUT = Path(__file__).with_name("report.typ")
NO_MAP = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
STANDARD = "ua-1"  # PDF/UA: readable by screen readers
PREVIEW = 60.0  # dots an inch


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


def _files(briefing: Briefing) -> dict[str, bytes]:
    world = next((b for section in briefing.sections for b in section.blocks if isinstance(b, WorldMap)), None)
    return {
        "main.typ": LAYOUT.read_bytes(),
        "briefing.json": report_json(briefing),
        "map.svg": (map_svg(world) if world else NO_MAP).encode("utf-8"),
    }
