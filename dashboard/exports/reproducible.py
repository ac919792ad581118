"""An Office file -> the same file without the moment at which it was made: same data and options, same bytes."""

from __future__ import annotations

import io
import re
import zipfile

MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # the earliest moment that a zip can hold
PACKED = (".xlsx", ".pptx", ".docx")
WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
UNKNOWN_DAY = "2000-01-01"


def reproducible(file: bytes, day: str) -> bytes:
    """Set the dates of the zip and of the document to `day` (ISO 8601), in the workbooks of charts too."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, MIDNIGHT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            written.writestr(entry, _member(name, given.read(name), day))
    return made.getvalue()


def _member(name: str, content: bytes, day: str) -> bytes:
    if name.endswith(PACKED):
        return reproducible(content, day)
    if name == "docProps/core.xml":
        return WHEN.sub(rb"\g<1>" + f"{day or UNKNOWN_DAY}T00:00:00Z".encode() + rb"\g<3>", content)
    return content
