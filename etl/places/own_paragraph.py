"""Countries that seem to have taken part -> without those of other paragraphs where the own sentence names some.

What stands in the paragraph of an activity is of it, another may tell of something else: "Officers of Peru were
trained. / The prosecutors of Chile have asked for as much".
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.places.counted import AS_COUNTED
from etl.places.roles import Place
from etl.records import Passage

LISTED = ("list of countries", "list in brackets")  # rules of those who came, be it where they live
NEAR = 2  # ranks below it: the sentence of the activity, and the title


def own_first(chosen: Sequence[Place], passage: Passage) -> list[Place]:
    """Return `chosen` without other paragraphs' where the sentence of the cue names some, but for lists of all."""
    if not any(p.rank == 0 for p in chosen) or any(p.rule == AS_COUNTED for p in chosen):
        return list(chosen)
    start, end = paragraph(passage)
    return [p for p in chosen if p.rank < NEAR or p.rule in LISTED or start < p.start < end]


def paragraph(passage: Passage) -> tuple[int, int]:
    """Return the span of the paragraph in which the cue of a passage stands."""
    text = passage.item.text.string
    start, end = text.rfind("\n", 0, passage.cue_start), text.find("\n", passage.cue_start)
    return start, end if end > 0 else len(text)
