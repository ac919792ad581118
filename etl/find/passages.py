"""The sentences with which the activities of an item begin -> its passages, one for each activity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from operator import itemgetter

from etl.find.events import days_spent, features, likely, sums
from etl.find.events.clauses import Clause
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.paragraphs import LABEL, paragraph
from etl.lines import is_title
from etl.records import Item, Passage
from etl.terms import Hits, within

LEAD = 400  # characters of general words before the first activity of a paragraph that still belong to it
UNTOLD = 0.5  # how sure an activity is that no word tells of, only the people and their days
Cut = Callable[[int, int], Passage]


def passages_of(item: Item, hits: Hits, first: list[Clause], begins_at: int | None = None) -> list[Passage]:
    """Cut an item where each activity begins; the last takes what follows.

    The first begins at `begins_at`; else it takes a short lead before it, from its own paragraph.
    """
    if not first:
        return []
    lead = _below_title(item, _lead(first[0])) if begins_at is None else begins_at
    starts = [lead] + [_labelled(item, c, before) for before, c in pairwise(first)]
    ends = [_before_titles(item.text.string, c.end, e) for c, e in zip(first, starts[1:], strict=False)]
    ends.append(len(item.text.string))
    return [passage(item, hits, c, s, e) for c, s, e in zip(first, starts, ends, strict=True)]


def _before_titles(text: str, told: int, end: int) -> int:
    """Return where a passage ends before the titles of the next part, which stand at its end, behind what is `told`."""
    while text[end - 1] == "\n" and (line := text.rfind("\n", told, end - 1)) > 0 and is_title(text[line + 1 : end]):
        end = line + 1
    return end


def _labelled(item: Item, clause: Clause, before: Clause) -> int:
    """Return where an activity of a page begins: with the label of its paragraph, "Activity 2.1, 4-5 May."."""
    start = paragraph(clause)
    return start if item.shape == "page" and before.end <= start and clause.start - start <= LABEL else clause.start


def _lead(clause: Clause) -> int:
    start = paragraph(clause)
    return start if clause.start - start <= LEAD else clause.start


def _below_title(item: Item, start: int) -> int:
    """Return where the title on the line right above the first activity of a report's paragraph begins, or `start`.

    Behind a blank line it is the title of a section, and of all that follows.
    """
    text, above = item.text, item.text.string.rfind("\n", 0, max(0, start - 1)) + 1
    title = text.string[above : max(0, start - 1)] if item.shape == "report" else ""
    own = is_title(title) and any(map(str.isalpha, title)) and text.string[start - 1] == "\n"
    return above if own and text.line_at(start) - text.line_at(above) == 1 else start


def parted(
    found: Sequence[Passage], others: Sequence[tuple[Clause, float]], clauses: Sequence[Clause], item: Item, hits: Hits
) -> list[Passage]:
    """Part the passages found where the `others`, likely ones, begin; where none was found, the item is the first's."""
    if not found:
        (clause, share), *_ = others
        start = _below_title(item, _lead(clause)) if item.shape == "report" else 0
        return [_likely(item, hits, clause, share, start, len(item.text.string))]
    begun: list[tuple[int, int, Cut]] = [
        (_begins(p, others, clauses), p.cue_end, partial(_cut, p, hits)) for p in found
    ]
    begun += [(clause.start, clause.end, partial(_likely, item, hits, clause, share)) for clause, share in others]
    begun.sort(key=itemgetter(0))
    starts = [start for start, _, _ in begun]
    starts[0] = min(starts[0], found[0].start)
    ends = [*starts[1:], found[-1].end if starts[-1] < found[-1].end else len(item.text.string)]
    return [cut(start, end) for (_, _, cut), start, end in zip(begun, starts, ends, strict=True)]


def _begins(passage: Passage, others: Sequence[tuple[Clause, float]], clauses: Sequence[Clause]) -> int:
    """Return where a passage begins: with the sentence that tells of it where one of the others stands before that."""
    own = next((c.start for c in clauses if c.start <= passage.cue_start < c.end), passage.start)
    return own if any(passage.start <= clause.start < own for clause, _ in others) else passage.start


def with_rest(found: list[Passage], hits: Hits) -> list[Passage]:
    """Return the passages of an item, the first of a page with what stands behind those told beside its story."""
    beside = len(found) > 1 and all(one.rule == likely.RULE for one in found[1:])
    if not beside or found[0].start or found[0].item.shape != "page":
        return found
    end, whole = found[-1].end, len(found[0].item.text.string)
    rest = _cut(found[0], hits, end, whole) if end < whole else None
    return [replace(found[0], rest=rest), *found[1:]]


def widened(kept: Sequence[Passage], all_found: Sequence[Passage], hits: Hits) -> list[Passage]:
    """Return the passages of an item that are `kept`, each with what follows up to the next one.

    The first has also what stands before it from the first of all those found: what told of no other activity tells
    more of the one beside it.
    """
    if not kept:
        return []
    starts = [all_found[0].start, *(passage.start for passage in kept[1:])]
    ends = [*(_end_before(passage, all_found) for passage in kept[1:]), all_found[-1].end]
    return [_cut(passage, hits, start, end) for passage, start, end in zip(kept, starts, ends, strict=True)]


def _end_before(passage: Passage, all_found: Sequence[Passage]) -> int:
    return all_found[all_found.index(passage) - 1].end


def _likely(item: Item, hits: Hits, clause: Clause, share: float, start: int, end: int) -> Passage:
    return replace(passage(item, hits, clause, start, end), rule=likely.RULE, confidence=share)


def _cut(one: Passage, hits: Hits, start: int, end: int) -> Passage:
    if (one.start, one.end) == (start, end):
        return one
    lines = one.item.text.lines_of(start, end)
    inside = _inside(hits, start, end, one.front)
    return replace(one, start=start, end=end, line_start=lines[0], line_end=lines[1], hits=inside)


def _inside(hits: Hits, start: int, end: int, front: tuple[int, int]) -> Hits:
    first, last = front
    return Hits(h for h in hits if (start <= h.start and h.end <= end) or first <= h.start < last)


def passage(item: Item, hits: Hits, clause: Clause, start: int, end: int) -> Passage:
    """Return the passage `start:end` of an item, whose activity the sentence `clause` tells of."""
    whole = (start, end) == (0, len(item.text.string))
    if item.shape == "page" and start and end == len(item.text.string):
        end = _paragraph_end(item, clause)
    lines = (item.line_start, item.line_end) if whole else item.text.lines_of(start, end)
    seen = features.own(clause, within(hits, clause.start, clause.end))
    if not whole:
        hits = _inside(hits, start, end, clause.front)
    titled = start == 0 and any(h.code in MEETINGS and h.end <= len(item.title) for h in hits.of("event"))
    aggregate = sums.sums_up(item.text.string, clause, hits, item.language, titled)
    told = clause.event or clause.act
    confidence = min(0.98, 0.6 + 0.15 * clause.score) if told else UNTOLD
    front, rule = clause.front, _rule(clause)
    return Passage(item, start, end, *clause.cue, *lines, hits, aggregate, rule, confidence, front, seen)


def _paragraph_end(item: Item, clause: Clause) -> int:
    """Return where the paragraph of the last activity of a page ends: what follows may well be of the first."""
    end = item.text.string.find("\n", clause.end)
    return end if end > 0 else len(item.text.string)


def _rule(clause: Clause) -> str:
    parts = [f"{h.group}:{h.code}" for h in (clause.event, clause.act) if h]
    return "activity." + "+".join(parts) if parts else days_spent.RULE
