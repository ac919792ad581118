"""An item -> the passages that each tell of one activity: none for stories, statistics, speeches, plans."""

from __future__ import annotations

from etl.find.events import (
    begins,
    days_spent,
    house,
    look_alikes,
    near,
    no_news,
    officials,
    plans,
    several,
    sums,
    to_come,
    world,
)
from etl.find.events.clauses import HAPPENED, Clause
from etl.find.events.determiners import TOLD
from etl.find.events.frames import is_frame
from etl.find.events.goes_on import goes_on
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.names_apart import outside_names
from etl.find.events.resolution import is_resolution
from etl.find.events.weighed import weighed
from etl.records import Document, Item, Passage
from etl.terms import Hits

PROSE = ("page", "report", "feed")
LEAD = 400  # characters of general words before the first activity of a paragraph that still belong to it
ONLY_SENTENCES = 12  # of a long page; what comes later is background
OF_A_MENU = 30  # characters; what is shorter and names no event is no sentence of the text
NEWS = 3  # sentences in which stands what happened, below a heading that only announces
CLEAR = 2.4  # a sentence that weighs this much tells of an activity; more says no more
LESS = 0.4  # taken off for a plural, for a sentence without a verb, only about money or of what was told before
UNTOLD = 0.5  # how sure an activity is that no word tells of, only the people and their days
LATE = 0.12  # taken off for each sentence of a page or news item before the one that tells of it


def passages(item: Item, hits: Hits, document: Document) -> list[Passage]:
    """Return the passages of `item` that tell of one activity each, in their order; [] where it tells of none.

    1. Each sentence is weighed (weighed.py). 2. A news item or page is one activity where its best sentence weighs
    enough, two where two sentences each tell of a dated event of their own. 3. In a report every sentence that
    weighs enough begins an activity, and takes with it those that only point back to it. 4. A table's row is one.
    5. In a document of another world (world.py) only a sentence that speaks for itself tells of one.
    """
    if item.shape in PROSE and is_resolution(item.text.string):
        return []
    hits = outside_names(hits)
    clauses = officials.without_visits(weighed(item, hits), hits)
    if planned := plans.planned_lines(document):
        clauses = [c for c in clauses if item.text.lines_of(c.start, c.end)[0] not in planned]
    first = _first_ones(clauses, item, hits) if item.shape == "report" else []
    if first or document.kind_of_document == "report":
        first = first or days_spent.days_spent(clauses, item, hits)
        first = [] if no_news.invites(document) else [c for c in first if not world.is_another(c, hits, document)]
        return _several(item, hits, first)
    if item.shape == "slides":
        return _slide(item, hits, clauses)
    if item.shape == "rows":
        return [_passage(item, hits, _best(clauses), 0, len(item.text.string))] if clauses else []
    return _news(item, hits, clauses, document)


def _news(item: Item, hits: Hits, clauses: list[Clause], document: Document) -> list[Passage]:
    head = [c for c in clauses if c.event or c.act or c.end - c.start >= OF_A_MENU][:ONLY_SENTENCES]
    weighed = [(_worth(c) - LATE * n, c) for n, c in enumerate(head) if c.score >= HAPPENED and not is_frame(c)]
    if not weighed:
        almost = near.completed(head, item, hits, document) or days_spent.days_spent(head, item, hits)
        weighed = [(c.score, c) for c in almost]
    if not weighed:
        return []
    best = max(weighed, key=lambda pair: pair[0])[1]
    if look_alikes.only_announced(best, clauses):  # "Office to train officers": what was done today may stand below
        near_by = [c for c in clauses if c in clauses[:NEWS] or begins.same_days(c, best)]
        weighed = [(worth, c) for worth, c in weighed if c.act and c.new and c in near_by]
        best = max(weighed, key=lambda pair: pair[0])[1] if weighed else best
    if best.told and best.act and best.act.code == "fund":  # who paid for what was told before
        best = next(iter(near.completed(head, item, hits, document)), best)
    if no_news.is_no_news(best, document) or to_come.is_to_come(best, clauses, item, hits, document):
        return []
    if item.shape == "page" and not document.published and look_alikes.general(best, clauses):
        return []
    if look_alikes.is_one(best, clauses, item.text.string) or house.is_of_others(best, clauses, hits, document):
        return []
    line = "".join(document.lines[item.line_start - 1 : item.line_start])
    another = all(world.is_another(c, hits, document) for c in (best, *(c for _, c in weighed)))
    if another or look_alikes.in_an_agenda(best, line):
        return []
    own = several.first_sentences(item, clauses, head, best, hits)
    if len(own) > 1:
        own_place = begins.YEAR_FIRST.match(item.text.string, own[0].start)  # "In 2020, ..." in a list of such
        return _several(item, hits, own, begins_at=None if own_place else 0)
    return [_passage(item, hits, best, 0, len(item.text.string))]


def _first_ones(clauses: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the sentences with which activities begin, without those that only go on with the one before."""
    first: list[Clause] = []
    for clause in clauses:
        if begins.begins(clause, item, hits) and not (first and goes_on(clause, first[-1], hits)):
            first.append(clause)
    return first


def _worth(clause: Clause) -> float:
    """Return how well a sentence stands for its item: the one event with a verb goes first."""
    beside = clause.act is None or clause.act.code == "fund"
    return min(clause.score, CLEAR) - LESS * (clause.many + beside + (TOLD in clause.against))


def _slide(item: Item, hits: Hits, clauses: list[Clause]) -> list[Passage]:
    """Return the outputs that a slide notes, one a line; else the meeting whose heading and date it shows."""
    outputs = [c for n, c in enumerate(clauses) if c.event and _under_output(clauses, n)]
    if outputs:
        return [_passage(item, hits, c, c.start, c.end) for c in outputs]
    named = [c for c in clauses if c.event and c.event.code in MEETINGS]
    dated = any(c.dated for c in clauses)
    return [_passage(item, hits, named[0], 0, len(item.text.string))] if named and dated else []


def _under_output(clauses: list[Clause], place: int) -> bool:
    """Say whether a line says "noted output: manual", or only such lines stand between it and the word output."""
    for clause in reversed(clauses[: place + 1]):
        if clause.act is not None and clause.act.code == "launch":
            return True
        if clause.event is None or clause.future:
            return False
    return False


def _several(item: Item, hits: Hits, first: list[Clause], begins_at: int | None = None) -> list[Passage]:
    """Cut an item where each activity begins; the last takes what follows.

    The first begins at `begins_at`; else it takes a short lead before it, from its own paragraph.
    """
    if not first:
        return []
    lead = _lead(item, first[0]) if begins_at is None else begins_at
    starts = [lead] + [c.start for c in first[1:]]
    ends = [*starts[1:], len(item.text.string)]
    return [_passage(item, hits, c, s, e) for c, s, e in zip(first, starts, ends, strict=True)]


def _lead(item: Item, clause: Clause) -> int:
    paragraph = item.text.string.rfind("\n", 0, clause.start) + 1
    return paragraph if clause.start - paragraph <= LEAD else clause.start


def _best(clauses: list[Clause]) -> Clause:
    return max(clauses, key=lambda c: c.score)


def _passage(item: Item, hits: Hits, clause: Clause, start: int, end: int) -> Passage:
    whole = (start, end) == (0, len(item.text.string))
    told_to = _paragraph_end(item, clause) if item.shape == "page" and start and end == len(item.text.string) else end
    lines = (item.line_start, item.line_end) if whole else item.text.lines_of(start, told_to)
    first, last = clause.front
    if not whole:
        hits = Hits(h for h in hits if (start <= h.start and h.end <= end) or first <= h.start < last)
    titled = start == 0 and any(h.code in MEETINGS and h.end <= len(item.title) for h in hits.of("event"))
    aggregate = sums.sums_up(item.text.string, clause, hits, item.language, titled)
    told = clause.event or clause.act
    confidence = min(0.98, 0.6 + 0.15 * clause.score) if told else UNTOLD
    return Passage(item, start, end, *clause.cue, *lines, hits, aggregate, _rule(clause), confidence, clause.front)


def _paragraph_end(item: Item, clause: Clause) -> int:
    """Return where the paragraph of the last activity of a page ends: what follows may well be of the first."""
    end = item.text.string.find("\n", clause.end)
    return end if end > 0 else len(item.text.string)


def _rule(clause: Clause) -> str:
    parts = [f"{h.group}:{h.code}" for h in (clause.event, clause.act) if h]
    return "activity." + "+".join(parts) if parts else days_spent.RULE
