"""Figures by period -> the small trend inside a tile, as an SVG picture: five more charts would cost far more."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from dashboard.figures.theme import colours

WIDTH, HEIGHT = 96, 24
EDGE = 2  # so that the line is not cut


def sparkline(values: Sequence[float], theme: str) -> str:
    """Return the picture as a data address; "" for fewer than two values."""
    if len(values) < 2:
        return ""
    top = max([*values, 1])
    step = WIDTH / (len(values) - 1)
    room = HEIGHT - 2 * EDGE
    line = " ".join(f"{i * step:.1f},{HEIGHT - EDGE - value / top * room:.1f}" for i, value in enumerate(values))
    colour = colours(theme)
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">'
        f'<polygon points="0,{HEIGHT} {line} {WIDTH},{HEIGHT}" fill="{colour["accent-soft"]}"/>'
        f'<polyline points="{line}" fill="none" stroke="{colour["accent"]}" stroke-width="1.5" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )
    return "data:image/svg+xml," + quote(picture)
