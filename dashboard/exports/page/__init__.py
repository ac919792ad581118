"""A briefing -> one HTML file that works without a network: charts, map, tables, and a list with filters."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from dashboard.briefing.clean import clean
from dashboard.briefing.model import Block, Briefing, Chart, Figure, Figures, Section, Table, Text, WorldMap
from dashboard.briefing.titles import made_title, source_of, when
from dashboard.exports.map_svg import map_svg
from dashboard.exports.report.data import shown
from dashboard.figures.theme import SERIES, colours
from dashboard.labels import label
from dashboard.words import number, word

HERE = Path(__file__).parent
MOST_RECORDS = 20_000  # in the list; the spreadsheet has all
FILTERS = ("year", "country", "kind", "area")


def html_page(briefing: Briefing, records: Sequence[dict[str, Any]], total: int) -> bytes:
    """Return the file. `records` are rows of activities, newest first; `total` is how many there are."""
    language, title = briefing.language, escape(briefing.title)
    style, script = ((HERE / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in briefing.facts if value)
    sections = "".join(map(_section(language), (s for s in briefing.sections if s.key != "annex")))
    if any(section.key == "annex" for section in briefing.sections):
        sections += _list(records, total, language)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        f"<style>{style}</style></head><body><header><h1>{title}</h1><p>{escape(briefing.scope)}</p>"
        f"<dl>{facts}</dl></header><main>{sections}</main><footer>{escape(briefing.source())}</footer>"
        f"<script>{script}</script></body></html>"
    ).encode()


def _section(language: str) -> Any:
    def write(section: Section) -> str:
        messages = "".join(f"<li>{escape(text)}</li>" for text in section.messages)
        blocks = "".join(_block(block, language) for block in section.blocks)
        return f"<section><h2>{escape(section.title)}</h2><ul>{messages}</ul>{blocks}</section>"

    return write


def _block(block: Block, language: str) -> str:
    if isinstance(block, Figures):
        return f'<div class="figures">{"".join(map(_figure, block.items))}</div>'
    if isinstance(block, Text):
        return "".join(f"<p>{escape(text)}</p>" for text in block.paragraphs)
    if isinstance(block, Table):
        return _table(block, language)
    if isinstance(block, Chart):
        return _chart(block, language)
    return _map(block)


def _figure(figure: Figure) -> str:
    label, note = escape(figure.label), escape(figure.note)
    return f"<div><b>{escape(figure.shown)}</b>{label}<small>{note}</small></div>"


def _table(table: Table, language: str) -> str:
    head = "".join(f"<th>{escape(heading)}</th>" for heading in table.headings)
    rows = "".join(
        "<tr>" + "".join(_cell(*pair, language) for pair in zip(row, table.numeric(), strict=True)) + "</tr>"
        for row in table.rows
    )
    caption = f"<caption>{escape(table.title)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{_note(table.note)}"


def _cell(cell: Any, is_number: bool, language: str) -> str:
    style = ' class="number"' if is_number else ""
    return f"<td{style}>{escape(shown(cell, language))}</td>"


def _chart(chart: Chart, language: str) -> str:
    """Write a chart as a table whose bars are boxes: it can be read and copied as one."""
    marks, colour = chart.marks(), colours("light")
    top = max([value for _, value, _ in marks if value], default=1)
    rows = "".join(
        f'<tr><th>{escape(name)}</th><td><i style="width:{(value or 0) / top * 85:.1f}%;'
        f'background:{colour[SERIES[series % len(SERIES)]]}"></i>'
        f"{'' if value is None else number(value, language)}</td></tr>"
        for name, value, series in marks
    )
    return f'<table class="bars"><caption>{escape(chart.title)}</caption>{rows}</table>{_note(chart.note)}'


def _map(world: WorldMap) -> str:
    legend = "".join(f'<span><i style="background:{s.colour}"></i>{escape(s.name)}</span>' for s in world.shades)
    notes = "".join(map(_note, world.notes))
    picture = f'<div class="map" role="img" aria-label="{escape(world.title)}">{map_svg(world)}</div>'
    return f'<h3>{escape(world.title)}</h3>{picture}<p class="legend">{legend}</p>{notes}'


def _note(text: str) -> str:
    return f"<p><small>{escape(text)}</small></p>" if text else ""


def _list(records: Sequence[dict[str, Any]], total: int, language: str) -> str:
    """Write the list of activities as data, and the filters that the script makes work."""
    entries = clean([_entry(record, language) for record in records])
    rows = json.dumps(entries, ensure_ascii=False).replace("<", "\\u003c")
    names = {"year": word("grain_year", language)} | {n: word(f"filter_{n}", language) for n in FILTERS[1:]}
    choices = "".join(
        f'<label>{escape(names[name])}<select name="{name}"><option value="">{escape(word("any", language))}</option>'
        "</select></label>"
        for name in FILTERS
    )
    keys = ("briefing_date", "briefing_activity", "measure_trained", "measure_participants", "source_word")
    head = "".join(f"<th>{escape(word(key, language))}</th>" for key in keys)
    cut = word("briefing_cut", language, shown=len(records), total=total) if total > len(records) else ""
    return (
        f"<section><h2>{escape(word('section_annex', language))}</h2>"
        f'<form id="filters">{choices}<label>{escape(word("filter_q", language))}<input name="q"></label></form>'
        f'<p><b id="count"></b> {escape(word("briefing_offline_shown", language))}</p>{_note(cut)}'
        f'<table><thead><tr>{head}</tr></thead><tbody id="rows"></tbody></table>'
        f'<script type="application/json" id="records">{rows}</script></section>'
    )


def _entry(record: dict[str, Any], language: str) -> dict[str, Any]:
    earliest = record["date_earliest"]
    return {
        "cells": [
            when(record, language), made_title(record, language), record["trained"], record["participants"],
            source_of(record),
        ],
        "year": [str(earliest.year)] if earliest and earliest.year == record["date_latest"].year else [],
        "country": _labels("country", record["country"], language),
        "kind": _labels("kind", [record["kind"]], language),
        "area": _labels("area", record["areas"], language),
    }  # fmt: skip


def _labels(field: str, values: Iterable[str], language: str) -> list[str]:
    return [label(field, value, language) for value in values]
