"""A briefing -> the JSON that report.typ lays out: every number also as it is written, every picture with its words."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import date
from typing import Any

from dashboard.briefing.model import Block, Briefing, Chart, Figures, Section, Table, Text, WorldMap
from dashboard.exports.reproducible import UNKNOWN_DAY
from dashboard.figures.theme import SERIES, colours
from dashboard.words import number, word

PAPERS = {"a4": "a4", "letter": "us-letter"}
MOST_SAID = 15  # values in the words for a picture


def report_json(briefing: Briefing, pictures: Collection[str] = (), only: Chart | WorldMap | None = None) -> bytes:
    """Return the data of the report, or of one of its charts alone; `pictures` names those that are drawn already."""
    day = date.fromisoformat(briefing.data_date or UNKNOWN_DAY)
    language = briefing.language
    data = {
        "title": briefing.title,
        "scope": briefing.scope,
        "language": language,
        "paper": PAPERS[briefing.paper],
        "day": [day.year, day.month, day.day],
        "accent": colours("light")["accent"],
        "colours": [colours("light")[name] for name in SERIES],
        "source": briefing.source(),
        "facts": [[name, value] for name, value in briefing.facts if value],
        "words": {
            "product": word("product", language),
            "contents": word("briefing_contents", language),
            "nothing": word("briefing_nothing", language),
            "page": word("briefing_page", language, page="{page}", pages="{pages}"),
        },
        "only": block_data(only, language) if only else None,
        "sections": [] if only else [_section(section, pictures, language) for section in briefing.sections],
    }
    return json.dumps(data, ensure_ascii=False).encode("utf-8")


def _section(section: Section, pictures: Collection[str], language: str) -> dict[str, Any]:
    blocks = [block_data(block, language) | {"section": section.title} for block in section.blocks]
    for block in blocks:
        name = block.get("name", "")
        block["picture"] = f"{name}.svg" if name in pictures else ""
    return {"title": section.title, "messages": section.messages, "blocks": blocks}


def block_data(block: Block, language: str) -> dict[str, Any]:
    """Return one block."""
    if isinstance(block, Figures | Text):
        return asdict(block) | {"type": "figures" if isinstance(block, Figures) else "text"}
    if isinstance(block, Table):
        return _table(block, language)
    return _map(block) if isinstance(block, WorldMap) else _chart(block, language)


def _table(table: Table, language: str) -> dict[str, Any]:
    note = table.note
    if len(table.rows) < table.total:
        note = f"{word('briefing_cut', language, shown=len(table.rows), total=table.total)} {note}"
    return {
        "type": "table",
        "title": table.title,
        "headings": table.headings,
        "rows": [[shown(cell, language) for cell in row] for row in table.rows],
        "widths": table.widths,
        "numbers": table.numeric(),
        "note": note,
    }


def _chart(chart: Chart, language: str) -> dict[str, Any]:
    marks = [
        {"name": name, "value": value, "shown": "" if value is None else number(value, language), "series": series}
        for name, value, series in chart.marks()
    ]
    said = "; ".join(f"{mark['name']} {mark['shown']}" for mark in marks[:MOST_SAID] if mark["shown"])
    names = [series.name for series in chart.series] if len(chart.series) > 1 else []
    plain = {"type": "chart", "shape": chart.shape, "title": chart.title, "note": chart.note, "name": chart.name}
    return plain | {"marks": marks, "series": names, "alt": f"{chart.title}: {said}"}


def _map(world: WorldMap) -> dict[str, Any]:
    said = [f"{shade.name}: {', '.join(shade.codes)}" for shade in world.shades[1:]]
    shades = [{"name": shade.name, "colour": shade.colour} for shade in world.shades]
    alt = f"{world.title}. {'; '.join(said)}"
    return {
        "type": "map",
        "title": world.title,
        "shades": shades,
        "notes": world.notes,
        "alt": alt,
        "name": world.name,
    }


def shown(cell: str | float | None, language: str) -> str:
    """Return a cell as a reader sees it; nothing is a dash."""
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else number(cell, language)
