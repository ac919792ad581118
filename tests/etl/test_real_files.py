"""Real files in a folder of your own (REAL_FILES=path): each is read, and what an IATI activity states is found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from etl import pipeline, vocabulary
from etl.masks import masked
from etl.read.documents import documents
from etl.read.errors import ReadError, UnknownKind
from etl.read.file import File
from etl.read.iati_activity import LONGEST
from etl.records import Document
from etl.sources import Source

FOLDER = os.environ.get("REAL_FILES", "")
FILES = sorted(path for path in Path(FOLDER).rglob("*") if path.is_file()) if FOLDER else []
WORDS = ("title", "description", "participating-org", "reporting-org")  # in their own words or in narratives
START = (("2", "start-actual"), ("1", "start-planned"))  # the surer one first, by its code of version 2 and of 1
needs_files = pytest.mark.skipif(not FILES, reason="REAL_FILES names no folder with files")


@needs_files
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_file_is_read(path: Path) -> None:
    found = [one for one in documents(File(path.name, path)) if not isinstance(one, UnknownKind)]
    assert not [str(one) for one in found if isinstance(one, ReadError)]


@needs_files
@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".xml"], ids=lambda path: path.name)
def test_what_an_activity_states_is_found(path: Path) -> None:
    (document,) = documents(File(path.name, path))
    assert isinstance(document, Document)
    rows = {m.row["locator"]: m.row for reading in pipeline.read(Source(path, path.name, 1)) for m in reading.mentions}
    activities = etree.parse(path, etree.XMLParser(recover=True)).getroot().iter("iati-activity")
    told = {f"iati-activity[{n}]": activity for n, activity in enumerate(activities, 1)}
    records = {record.locator: record for record in document.records}
    assert records
    for place, record in records.items():
        lines = document.lines[record.line_start - 1 : record.line_end]
        assert not [words for words in _said(told[place]) if not any(words in line for line in lines)], place
        countries, start = _countries(told[place]), _start(told[place])
        assert not countries or rows[place]["country"] == countries, place  # else its words may name some
        assert not start or rows[place]["date"] == start, place


def _said(activity: Any) -> list[str]:
    """Return what the elements of an activity say, as a person reads it."""
    found = [e.get("code") or "" for e in activity.iterfind("sector")]
    found += [e.get("iso-date") or "" for e in activity.iterfind("activity-date")]
    found += [e.get("url") or "" for e in activity.iterfind("document-link")]
    for element in [*activity.iterfind("location/name"), *(e for name in WORDS for e in activity.iterfind(name))]:
        told = element.findall("narrative")
        found += ["".join(e.itertext()) for e in told[: None if element.tag in WORDS[:2] else 1]] or [
            element.text or ""
        ]
    return [masked(" ".join(words.split())[:LONGEST]) for words in found if words.strip()]


def _countries(activity: Any) -> list[str]:
    stated = activity.findall("recipient-country") or activity.findall("transaction/recipient-country")
    codes = {row["alpha_2"]: code for code, row in vocabulary.countries().items()}
    return sorted({codes[e.get("code").strip().upper()] for e in stated if (e.get("code") or "").strip() in codes})


def _start(activity: Any) -> str | None:
    days = {e.get("type"): e.get("iso-date") for e in activity.iterfind("activity-date")}
    return next((days[kind] for kinds in START for kind in kinds if days.get(kind)), None)
