"""Sentences, none of which says enough -> the one that does with people counted, or a meeting named near it.

"The commission gathered 26 rangers in Lima on 6 May": no word for the meeting, but people who came. "The agency
gathered rangers. ... The seminar was the first of its kind": the word stands in another sentence. A page that offers
the file of a handbook says with the button that it can be had.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events.against import MODAL
from etl.find.events.clauses import Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.people.counted import groups
from etl.records import Document, Item
from etl.terms import Hits, within

FILE = re.compile(r"^(?:PDF|DOCX?|EPUB)\b.{0,8}\d\s?[KM]B\W*$", re.I)
ALMOST = 0.9  # weight of a verb like "gathered" alone
ACTS = ("attend", "hold", "train", "light", "give")
PEOPLE = ("participant", "professional", "women", "men")
FEWEST = 5  # people; fewer are a visit
SPREAD = 4  # sentences within which the meeting is named
WITHOUT_ARTICLES = ("ru", "ar")
TELLING = ("people", "not_people", "participation", "qualifier")
ENOUGH = 1.5  # what such a sentence weighs then: it stands only where no sentence weighs as much by itself


def completed(clauses: Sequence[Clause], item: Item, hits: Hits, document: Document) -> list[Clause]:
    """Return the first sentence whose verb tells of a gathering that others complete, or none."""
    for place, clause in enumerate(clauses):
        if _peers_met(clause, hits):
            return [replace(clause, score=ENOUGH)]
        if not (_almost(clause) or _organised(clause, hits) or _named(clause)):
            continue
        if (clause.dated or _on_a_day(clause, item)) and _people_counted(clause, item, hits):
            return [replace(clause, score=ENOUGH)]
        told = clause.event is None and clause.act is not None
        named = _named_near(clauses[place + 1 :][:SPREAD], item) if told else None
        if named:
            return [replace(clause, event=named.event, score=ENOUGH)]
    return _offered(clauses, document)


def _peers_met(clause: Clause, hits: Hits) -> bool:
    """Say whether a heading says what people of a trade did together: "Experts discuss ways to help"."""
    act = clause.act
    if not clause.headline or act is None or act.code != "attend" or clause.future or clause.against:
        return False
    return any(h.end == act.start - 1 for h in within(hits.of("people", "audience"), clause.start, act.start))


def _offered(clauses: Sequence[Clause], document: Document) -> list[Clause]:
    """Return the sentence that names the publication of which a page offers the file, or none."""
    if document.kind_of_document != "page" or not _has_file(document):
        return []
    named = (c for c in clauses if c.event and c.event.code == "publication" and not (c.against or c.future))
    return [replace(clause, score=ENOUGH) for clause in named][:1]


@lru_cache(maxsize=1)
def _has_file(document: Document) -> bool:
    """Say whether a page has a button like "PDF (2 MB)"."""
    return any(map(FILE.match, document.lines))


def _almost(clause: Clause) -> bool:
    said = clause.act is not None and clause.act.code in ACTS
    return said and clause.score >= ALMOST and not clause.future and not clause.against


def _named(clause: Clause) -> bool:
    """Say whether a meeting is named, without a verb: "the same course for 25 officers"."""
    meeting = clause.event is not None and clause.event.code in MEETINGS and clause.event.term.weight >= ALMOST
    return meeting and clause.act is None and not clause.future and not clause.against


def _organised(clause: Clause, hits: Hits) -> bool:
    """Say whether a body is named and nothing speaks against: "the agency walked 38 clerks through the steps"."""
    bodies = (h for h in hits.of("organisation") if clause.start <= h.start < clause.end)
    return clause.act is None and not {*clause.against} - {MODAL} and any(bodies)


def _on_a_day(clause: Clause, item: Item) -> bool:
    return MONTH.search(masked(item.text.string), clause.start, clause.end) is not None


def _people_counted(clause: Clause, item: Item, hits: Hits) -> bool:
    near = within(hits.of(*TELLING), clause.start, clause.end)
    counted = groups(item.text.string, (clause.start, clause.end), item.language, near)
    return any(g.role in PEOPLE and g.value >= FEWEST for g in counted)


def _named_near(clauses: Sequence[Clause], item: Item) -> Clause | None:
    """Return a sentence that points at the meeting: "The seminar was the first of its kind"."""
    meetings = (c for c in clauses if c.event and c.event.code in MEETINGS and not c.future)
    return next((c for c in meetings if _points_back(c, item)), None)


def _points_back(clause: Clause, item: Item) -> bool:
    said = determiner(item.text.string, clause.start, clause.event) if clause.event else ""
    return said == TOLD or (not said and item.language in WITHOUT_ARTICLES)
