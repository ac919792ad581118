"""An item -> what rules read in it: its sentences, weighed, and the passages that each tell of one activity.

Stories, statistics, speeches and plans tell of none.
"""

from __future__ import annotations

from etl.find.events import (
    aside,
    begins,
    days_spent,
    house,
    look_alikes,
    near,
    no_news,
    no_part,
    noted,
    officials,
    own_house,
    several,
    subjects,
    their_deeds,
    to_come,
    world,
)
from etl.find.events.clauses import HAPPENED, Clause
from etl.find.events.determiners import TOLD
from etl.find.events.frames import is_frame
from etl.find.events.goes_on import goes_on
from etl.find.events.line_records import is_record
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.names_apart import in_its_language, outside_names
from etl.find.events.resolution import is_resolution
from etl.find.events.times import times
from etl.find.events.weighed import weighed
from etl.find.passages import passage, passages_of
from etl.fixed import fixed
from etl.records import Document, Item, Passage
from etl.small_words import phrases
from etl.terms import Hits

PROSE = ("page", "report", "feed")
ONLY_SENTENCES = 12  # of a long page; what comes later is background
OF_A_MENU = 30  # characters; what is shorter and names no event is no sentence of the text
NEWS = 3  # sentences in which stands what happened, below a heading that only announces
CLEAR = 2.4  # a sentence that weighs this much tells of an activity; more says no more
LESS = 0.4  # taken off for a plural, for a sentence without a verb, only about money or of what was told before
NONE_OF_A_ROW = frozenset(("interview", "speech", "award", "call", "day"))  # meanings of words against in a table
LATE = 0.12  # taken off for each sentence of a page or news item before the one that tells of it


@fixed
class Ruled:
    """What rules read in an item: its weighed sentences and the hits that they ask, the passages they find.

    `open` says that no rule tells why there can be no other activity in it.
    """

    clauses: list[Clause]
    hits: Hits
    found: list[Passage]
    open: bool


def by_rules(item: Item, hits: Hits, document: Document) -> Ruled:
    """Return what rules read in an item, before the likely sentences are asked."""
    if item.shape in PROSE and is_resolution(item.text.string):
        return Ruled([], hits, [], open=False)
    hits = in_its_language(outside_names(hits), item.language)
    clauses = no_part.without_others(officials.without_visits(weighed(item, hits), hits), hits)
    if item.shape in PROSE:
        clauses = own_house.without_own_house(clauses, document)
        clauses = subjects.without_others_deeds(clauses, item, hits, document)
    if left_out := aside.lines_aside(document):
        clauses = [c for c in clauses if item.text.line_at(c.start) not in left_out]
    if item.shape not in PROSE:
        found = _slide(item, hits, clauses) if item.shape == "slides" else _row(item, hits, clauses)
        return Ruled(clauses, hits, found, open=False)
    first = _first_ones(clauses, item, hits) if item.shape == "report" else []
    if first or document.kind_of_document == "report":
        first = first or days_spent.days_spent(clauses, item, hits)
        kept = [] if no_news.invites(document) else [c for c in first if not world.is_another(c, hits, document)]
        return Ruled(clauses, hits, passages_of(item, hits, kept), open=bool(kept) or not first)
    news = _news(item, hits, clauses, document)
    return Ruled(clauses, hits, news or [], open=news is not None)


def _news(item: Item, hits: Hits, clauses: list[Clause], document: Document) -> list[Passage] | None:
    """Return the passages of a news item or page; [] where nothing sounds like an activity, None where it is none."""
    head = [c for c in clauses if c.event or c.act or c.end - c.start >= OF_A_MENU][:ONLY_SENTENCES]
    weighed = [(_worth(c) - LATE * n, c) for n, c in enumerate(head) if c.score >= HAPPENED and not is_frame(c)]
    if not weighed:
        almost = near.completed(head, item, hits, document) or days_spent.days_spent(head, item, hits)
        open_ = item.shape == "page" and not any(c.future or c.against for c in clauses)
        almost = almost or [c for c in head if open_ and is_record(c, hits)]
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
    if item.shape == "report" and best.told and not (best.dated or best.counted or times(best)):
        return None  # "The training was delivered by two experts": of what another paragraph tells
    if is_vetoed(best, clauses, item, hits, document):
        return None
    if all(world.is_another(c, hits, document) for c in (best, *(c for _, c in weighed))):
        return None
    own = several.first_sentences(item, clauses, head, best, hits)
    if len(own) > 1:
        own_place = begins.YEAR_FIRST.match(item.text.string, own[0].start)  # "In 2020, ..." in a list of such
        return passages_of(item, hits, own, begins_at=None if own_place else 0)
    best = own[0] if own else best
    return [passage(item, hits, best, *their_deeds.own_span(best, clauses))]


def is_vetoed(clause: Clause, clauses: list[Clause], item: Item, hits: Hits, document: Document) -> bool:
    """Say whether what sounds like an activity is none: a speech, a plan, a look-alike, another body's act."""
    if no_news.is_no_news(clause, item, document) or to_come.is_to_come(clause, clauses, item, hits, document):
        return True
    if item.shape == "page" and not document.published and look_alikes.general(clause, clauses):
        return True
    if look_alikes.is_one(clause, clauses, item.text.string) or house.is_of_others(clause, clauses, hits, document):
        return True
    line = "".join(document.lines[item.line_start - 1 : item.line_start])
    return look_alikes.in_an_agenda(clause, line)


def _row(item: Item, hits: Hits, clauses: list[Clause]) -> list[Passage]:
    """Return the activity of a row; none of a holiday, an interview or the like that names nothing else."""
    if not clauses or item.title.strip(" .").casefold() in phrases("free day"):
        return []
    best = _best(clauses)
    if best.event is None and best.act is None and NONE_OF_A_ROW & {r for c in clauses for r in c.against}:
        return []
    return [passage(item, hits, best, 0, len(item.text.string))]


def _first_ones(clauses: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the sentences with which activities begin, without those that only go on with the one before."""
    first: list[Clause] = []
    for clause in clauses:
        if begins.begins(clause, item, hits) and not (first and goes_on(clause, first[-1], hits)):
            first.append(clause)
    return [c for n, c in enumerate(first) if not begins.leads_to(c, first[n + 1 : n + 2], item, hits)]


def _worth(clause: Clause) -> float:
    """Return how well a sentence stands for its item: the one event with a verb goes first."""
    beside = clause.act is None or clause.act.code == "fund"
    return min(clause.score, CLEAR) - LESS * (clause.many + beside + (TOLD in clause.against))


def _slide(item: Item, hits: Hits, clauses: list[Clause]) -> list[Passage]:
    """Return what the lines of a slide note, one a line; else the meeting whose heading and date it shows."""
    if lines := noted.noted(clauses, hits):
        return [passage(item, hits, c, c.start, c.end) for c in lines]
    named = [c for c in clauses if c.event and c.event.code in MEETINGS]
    dated = any(c.dated for c in clauses)
    return [passage(item, hits, named[0], 0, len(item.text.string))] if named and dated else []


def _best(clauses: list[Clause]) -> Clause:
    return max(clauses, key=lambda c: c.score)
