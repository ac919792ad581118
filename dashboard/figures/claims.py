"""One claim -> for each of its measures, what it says beside what the activities of its scope document."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.queries.answers import Claim

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
