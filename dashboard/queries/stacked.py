"""A timeline stacked by a field -> the same with its smallest values taken together: few colours can be told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from dashboard.queries.answers import Span, Timeline

MOST_COLOURS = 8  # of the palette; the last one is for the others


def with_others(answer: Timeline, others: str, most: int = MOST_COLOURS) -> Timeline:
    """Put all values but the `most` - 1 largest under `others`; nothing changes where `most` are enough."""
    sums: dict[str, int] = defaultdict(int)
    for span in (*answer.bars, *answer.bands):
        sums[span.value] += span.activities
    if len(sums) <= most:
        return answer
    kept = set(sorted(sums, key=lambda value: (-sums[value], value))[: most - 1])
    bars, bands = (tuple(_merged(spans, kept, others)) for spans in (answer.bars, answer.bands))
    return replace(answer, bars=bars, bands=bands)


def _merged(spans: Iterable[Span], kept: set[str], others: str) -> Iterable[Span]:
    found: dict[tuple[str, str, str], Span] = {}
    for span in spans:
        value = span.value if span.value in kept else others
        same = found.get((span.first, span.last, value))
        found[span.first, span.last, value] = replace(span, value=value) if same is None else _sum(same, span)
    return found.values()


def _sum(one: Span, other: Span) -> Span:
    return replace(
        one,
        activities=one.activities + other.activities,
        trained=one.trained + other.trained,
        participants=one.participants + other.participants,
    )
