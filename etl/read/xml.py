"""Bytes of XML from anybody -> elements: no entities, no network, no document type of its own."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from etl.read.errors import ReadError
from etl.read.file import File

DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "huge_tree": False}


def root_of(file: File, data: bytes, part: str) -> Any:
    """Return the root element of a part of an office file; raises ReadError where it is no XML that we trust."""
    if DOCTYPE.search(data[:4096]):
        raise ReadError(file.name, f"has a document type in its part {part}; it was not read", "Save it again.")
    try:
        return etree.fromstring(data, etree.XMLParser(remove_comments=True, **SAFE))
    except etree.XMLSyntaxError as error:
        raise ReadError(file.name, f"is damaged: its part {part} cannot be read", "Save it again.") from error
