"""Turns mentions and the pairs that are alike into groups that each tell of one activity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from etl.records import Mention


@dataclass(frozen=True, slots=True)
class ByHand:
    """Pairs of mention ids that a person has joined or kept apart, with the reason."""

    together: dict[tuple[str, str], str] = field(default_factory=dict)
    apart: dict[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grouped:
    """`groups`: positions of mentions, each in one group; `merges`: the rows of the table, one for each joined pair."""

    groups: list[list[int]]
    merges: list[dict[str, Any]]


def grouped(mentions: Sequence[Mention], by_hand: ByHand) -> Grouped:
    """Return the groups of `mentions` (positions in it), ordered by their first member."""
    return Grouped([[n] for n in range(len(mentions))], [])
