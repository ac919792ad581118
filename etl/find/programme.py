"""A passage -> the programmes and projects that it names, by name or by number."""

from __future__ import annotations

import re

from etl.records import Document, Finding, Passage

# Three letters for the region, one letter and two figures: GLO/X12.
NUMBER = re.compile(r"[A-Z](?<!\w.)[A-Z]{2}/?[A-Z]\d{2}\b")


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of the sorted names of programmes, project numbers without their stroke among them, or []."""
    text = passage.item.text
    named = [(h.code, h.start, h.end) for h in passage.of("programme")]
    numbered = NUMBER.finditer(text.string, passage.start, passage.end)
    named += [(m.group().replace("/", ""), m.start(), m.end()) for m in numbered]
    if not named:
        return []
    _, start, end = named[0]
    value = sorted({name for name, _, _ in named})
    return [Finding("programme", value, text.string[start:end], *text.lines_of(start, end), "programme.name", 0.95)]
