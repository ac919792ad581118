"""Claims -> those that do not fit together: a claim of a wider scope that says less than one inside its scope."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.queries.answers import Claim

# What claims say numbers of -> the column that holds it.
SAID = {
    "activities": "claimed_activities", "countries": "claimed_countries", "trained": "trained",
    "participants": "participants",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim, and those inside its scope that say more of `measure`, the largest first."""

    measure: str
    wider: Claim
    inside: tuple[Claim, ...]


def contradictions(claims: Sequence[Claim]) -> list[Contradiction]:
    """Return the contradictions; claims whose scope is not known are left out, for they may speak of other things."""
    known = [claim for claim in claims if claim.scope]
    found = [Contradiction(measure, wider, _inside(wider, known, measure)) for measure in SAID for wider in known]
    return [contradiction for contradiction in found if contradiction.inside]


def said(claim: Claim, measure: str) -> int:
    """Return the number that a claim says, 0 for none."""
    return int(claim.activity[SAID[measure]] or 0)


def _inside(wider: Claim, claims: Sequence[Claim], measure: str) -> tuple[Claim, ...]:
    least = said(wider, measure)
    more = [claim for claim in claims if 0 < least < said(claim, measure) and _holds(wider, claim)]
    return tuple(sorted(more, key=lambda claim: -said(claim, measure)))


def _holds(wider: Claim, claim: Claim) -> bool:
    """Say whether all that a claim speaks of lies within the scope of another: period, programmes, places, topics."""
    period = wider.first_day <= claim.first_day and claim.last_day <= wider.last_day
    return period and all(_wide_enough(wider, claim, column) for column in ("programme", "region", "country", "topics"))


def _wide_enough(wider: Claim, claim: Claim, column: str) -> bool:
    """Say whether the values of a column hold those of another claim; none hold everything."""
    own, others = set(wider.activity[column]), set(claim.activity[column])
    return not own or bool(others) and others <= own
