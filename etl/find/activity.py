"""The items of a paper -> the passages that each tell of one activity: those of rules, and likely ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.find.events import likely, told_again, world
from etl.find.events.clauses import Clause
from etl.find.events.features import HEARD
from etl.find.heard import heard
from etl.find.passages import parted, with_rest
from etl.find.ruled import Ruled, by_rules, is_vetoed
from etl.records import Document, Item, Passage
from etl.terms import Hits


def passages(item: Item, hits: Hits, document: Document) -> list[Passage]:
    """Return the passages of an item that stands by itself; see passages_of_each."""
    return passages_of_each([(item, hits)], document)[0]


def passages_of_each(items: Sequence[tuple[Item, Hits]], document: Document) -> list[list[Passage]]:
    """Return the passages of each item of a paper that tell of one activity each, in their order; [] where none does.

    1. Each sentence is weighed (weighed.py). 2. A news item or page is one activity where its best sentence weighs
    enough, two where two sentences each tell of a dated event of their own. 3. In a report every sentence that
    weighs enough begins an activity, and takes with it those that only point back to it. 4. A table's row is one.
    5. In a document of another world (world.py) only a sentence that speaks for itself tells of one.
    6. Of the sentences that no rule takes, those that likely tell of one (likely.py) begin one too; where no rule takes
    any, the likeliest is asked first. For these a network hears all sentences of the paper together (heard.py).
    """
    read = [by_rules(item, hits, document) for item, hits in items]
    odds = heard([(item, ruled) for (item, _), ruled in zip(items, read, strict=True)], document)
    return [
        with_rest([_with_heard(one, ruled.clauses, of_item) for one in found], hits)
        for (item, hits), ruled, of_item in zip(items, read, odds, strict=True)
        for found in [_with_all_likely(ruled, of_item, item, document)]
    ]


def _with_heard(one: Passage, clauses: Sequence[Clause], odds: Sequence[float]) -> Passage:
    """Return a passage with what was heard in the sentence that tells of it, and the most in any of its sentences."""
    told = [o for c, o in zip(clauses, odds, strict=True) if c.start <= one.cue_start < c.end]
    inside = [o for c, o in zip(clauses, odds, strict=True) if one.start <= c.start < one.end]
    own = told[0] if told else 0.0
    return replace(one, seen={**one.seen, HEARD: own, f"most {HEARD}": max(inside, default=own)})


def _with_all_likely(read: Ruled, odds: Sequence[float], item: Item, document: Document) -> list[Passage]:
    """Return the passages that rules found in an item, and those that are likely."""
    if not read.open:
        return read.found
    found = read.found or _with_likely([], read, odds, item, document)
    return _with_likely(found, read, odds, item, document) if found else []


def _with_likely(
    found: list[Passage], read: Ruled, odds: Sequence[float], item: Item, document: Document
) -> list[Passage]:
    """Return the passages found, parted from those that begin with other sentences that likely tell of an activity."""
    others = likely.likely(read.clauses, odds, found, item, read.hits, document)
    begun = [c for c in read.clauses if any(c.start <= p.cue_start < c.end for p in found)]
    others = [(c, share) for c, share in others if not told_again.tells_again(c, begun, read.clauses)]
    others = [(c, share) for c, share in others if not _is_none(c, read, item, document)]
    return parted(found, others, read.clauses, item, read.hits) if others else found


def _is_none(clause: Clause, read: Ruled, item: Item, document: Document) -> bool:
    vetoed = is_vetoed(clause, read.clauses, item, read.hits, document)
    return vetoed or world.is_another(clause, read.hits, document)
