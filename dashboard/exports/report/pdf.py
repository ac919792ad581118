"""A briefing -> the bytes of a PDF, or its pages as pictures.

By typst: against WeasyPrint on the same briefing it needs no library of the system, tags for PDF/UA, makes bookmarks
and page numbers by itself, the same data give the same bytes, and it took a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import typst

from dashboard.briefing.model import Block, Briefing, Chart, WorldMap
from dashboard.exports.map_svg import map_svg
from dashboard.exports.progress import Tell, tell_nobody
from dashboard.exports.report.data import report_json

LAYOUT = Path(__file__).with_name("report.typ")
NO_MAP = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
STANDARD = "ua-1"  # PDF/UA: readable by screen readers
PREVIEW, PICTURE = 60.0, 200.0  # dots an inch
Pictures = Mapping[str, bytes]  # SVG by the name of a chart
NONE: Pictures = MappingProxyType({})


def pdf(briefing: Briefing, pictures: Pictures = NONE, tell: Tell = tell_nobody) -> bytes:
    """Return the file; charts that have no picture are drawn here.

    `tell` can only stop it before it begins, because typst cannot be interrupted.
    """
    tell(0.9)
    files = _files(briefing, pictures)
    made: bytes
    try:
        made = typst.compile(files, format="pdf", pdf_standards=[STANDARD])  # type: ignore[call-overload]
    except typst.TypstError:  # a script that no font of this machine has is shown as boxes, which PDF/UA forbids
        made = typst.compile(files, format="pdf")  # type: ignore[call-overload]
    return made


def preview(briefing: Briefing, pictures: Pictures = NONE) -> list[bytes]:
    """Return the pages as PNG pictures."""
    made: list[bytes] | bytes
    made = typst.compile(_files(briefing, pictures), format="png", ppi=PREVIEW)  # type: ignore[call-overload]
    return list(made) if isinstance(made, list) else [made]


def plain_picture(block: Chart | WorldMap, briefing: Briefing) -> bytes:
    """Return one chart or map as a PNG picture at the size of print."""
    data, drawn = report_json(briefing, only=block), _map_of([block])
    files = {"main.typ": LAYOUT.read_bytes(), "briefing.json": data, "plain-map.svg": drawn}
    return typst.compile(files, format="png", ppi=PICTURE)  # type: ignore[call-overload,no-any-return]


def _files(briefing: Briefing, pictures: Pictures) -> dict[str, bytes]:
    blocks = [block for section in briefing.sections for block in section.blocks]
    drawn = {f"{name}.svg": picture for name, picture in pictures.items()}
    data = report_json(briefing, pictures)
    return drawn | {"main.typ": LAYOUT.read_bytes(), "briefing.json": data, "plain-map.svg": _map_of(blocks)}


def _map_of(blocks: Iterable[Block]) -> bytes:
    world = next((block for block in blocks if isinstance(block, WorldMap)), None)
    return (map_svg(world) if world else NO_MAP).encode("utf-8")
