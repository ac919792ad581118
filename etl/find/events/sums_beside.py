"""The sentences behind an item's news -> those that sum up whom the house has trained at other courses.

"Since 2015, it has trained 600 wardens", "A series of courses was held for 80 judges": a claim of its own beside the
workshop, project or handover that the news is of.
"""

from __future__ import annotations

import re

from etl.find.events import begins
from etl.find.events.clauses import MANY, Clause
from etl.find.events.sums import more_than_a_course, sums_up
from etl.records import Item
from etl.terms import Hits, within

ABOUT = re.compile(  # what stands below such a line speaks of the house, not of its news
    r"\n(?:about|à propos|acerca de|sobre|quiénes somos|о нас|справка|über|chi siamo|نبذة عن|حول)\b[^\n.]{0,60}\n", re.I
)
OFFERED = "light"  # verbs like "offered", "given": a house offers courses in general
MANY_CAME = (*begins.COURSES, "campaign")  # news of these may itself have had more people than a course


def sums_beside(behind: list[Clause], best: Clause, item: Item, hits: Hits) -> list[Clause]:
    """Return those of the sentences `behind` that sum up other courses than the one of which `best` tells.

    They name courses in the plural, or say that people were trained: over years, in total, or more than a course has
    where the news is of none. "Offered" is only said of what can be had.
    """
    found = [c for c in behind if _of_courses(c) or _of_people(c, best, item, hits)]
    found = [c for c in found if begins.begins(c, item, hits) and sums_up(item.text.string, c, hits, item.language)]
    return [c for c in found if not ABOUT.search(item.text.string, 0, c.start)]


def _told(clause: Clause) -> bool:
    said = clause.act is not None and clause.act.code != OFFERED
    return said and not clause.headline and not clause.against and (clause.counted or clause.sums)


def _of_courses(clause: Clause) -> bool:
    return _told(clause) and clause.many and _event(clause) in begins.COURSES


def _of_people(clause: Clause, best: Clause, item: Item, hits: Hits) -> bool:
    if not _told(clause) or clause.act is None or clause.act.code != "train":
        return False
    inside = within(hits, clause.start, clause.end)
    if clause.sums or any(h.group == "claim" and h.code == "since" for h in inside):
        return True
    other = best.event is not None and _event(best) not in MANY_CAME
    return other and more_than_a_course(item.text.string, clause, inside, item.language)


def _event(clause: Clause) -> str:
    return clause.event.code.removesuffix(MANY) if clause.event else ""
