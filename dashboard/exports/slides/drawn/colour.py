"""A fill of a slide's XML and the theme of its master -> a colour."""

from __future__ import annotations

import colorsys
from typing import Any

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE

from dashboard.exports.slides.own_template import DRAWING

A = f"{{{DRAWING}}}"
MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}  # as nearly every master has it
WHOLE = 100_000  # a hundred percent
Theme = dict[str, str]


def theme_of(presentation: Any) -> Theme:
    """Return the colours of the master's theme by name, six digits each."""
    scheme = _theme_part(presentation).find(f".//{A}clrScheme")
    found = {entry.tag.removeprefix(A): entry[0] for entry in scheme}
    return {name: str(colour.get("lastClr") or colour.get("val")) for name, colour in found.items()}


def font_of(presentation: Any) -> str:
    """Return the name of the font of plain text."""
    font = _theme_part(presentation).find(f".//{A}minorFont/{A}latin")
    return "".join(letter for letter in (font.get("typeface", "") if font is not None else "") if letter not in "'\"<&")


def _theme_part(presentation: Any) -> Any:
    return etree.fromstring(presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)


def colour_in(element: Any, theme: Theme) -> str:
    """Return the colour of the solid fill right inside an element as "#rrggbb"; "" where it has none."""
    fill = element.find(f"{A}solidFill") if element is not None else None
    if fill is None or not len(fill):
        return ""
    entry = fill[0]
    name = entry.get("val", "")
    plain = theme.get(MAPPED.get(name, name), "") if entry.tag == f"{A}schemeClr" else str(entry.get("lastClr") or name)
    return f"#{_shaded(plain, entry)}" if len(plain) == 6 else ""


def _shaded(colour: str, entry: Any) -> str:
    """Make a colour lighter or darker as its entry says."""
    by, plus = (entry.find(f"{A}{name}") for name in ("lumMod", "lumOff"))
    if by is None and plus is None:
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    light = light * (int(by.get("val")) / WHOLE if by is not None else 1)
    light += int(plus.get("val")) / WHOLE if plus is not None else 0
    shaded = colorsys.hls_to_rgb(hue, min(light, 1.0), strength)
    return "".join(f"{round(part * 255):02x}" for part in shaded)
