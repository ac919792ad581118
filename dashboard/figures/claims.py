"""One claim -> two bars: what it says, and what the activities of its scope document; with the gap between them."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.figures.theme import Figure, axis, colours, figure
from dashboard.queries.answers import Claim
from dashboard.words import number, word

MEASURES = ("activities", "countries", "trained", "participants")


def pairs(claim: Claim) -> dict[str, tuple[int, int | None]]:
    """Return what is claimed and what is documented (None: not comparable), for each measure that the claim states."""
    row: Mapping[str, int | None] = claim.activity
    claimed = {
        "activities": row.get("claimed_activities"),
        "countries": row.get("claimed_countries"),
        "trained": row.get("trained"),
        "participants": row.get("participants"),
    }
    people = {"trained": claim.documented_trained, "participants": claim.documented_participants}
    documented: dict[str, int | None] = {
        "activities": claim.documented_activities,
        "countries": claim.documented_countries,
        **{key: value.value if value else None for key, value in people.items()},
    }
    return {key: (claimed_value, documented[key]) for key, claimed_value in claimed.items() if claimed_value}


def claim_bars(claim: Claim, measure: str, language: str, theme: str) -> Figure:
    """Draw one measure of a claim; an empty figure where its scope is not known."""
    claimed, documented = pairs(claim)[measure]
    if documented is None:
        return figure([], theme, xaxis={"visible": False}, yaxis={"visible": False})
    colour = colours(theme)
    trace = {
        "type": "bar",
        "orientation": "h",
        "y": [0, 1],
        "x": [claimed, documented],
        "text": [number(claimed, language), number(documented, language)],
        "textposition": "outside",
        "cliponaxis": False,
        "marker": {
            "color": [colour["card"], colour["accent"]],
            "line": {"color": [colour["accent"], colour["accent"]], "width": [1.5, 0]},
        },
        "hoverinfo": "skip",
    }
    names = [word("claimed", language), word("documented", language)]
    down = axis(theme, tickvals=[0, 1], ticktext=names, showgrid=False, range=[1.6, -0.6], zeroline=False)
    across = axis(theme, visible=False, range=[0, max(claimed, documented, 1) * 1.2])
    return figure([trace], theme, yaxis=down, xaxis=across, bargap=0.35, height=96)
