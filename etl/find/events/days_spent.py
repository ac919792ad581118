"""Sentences, none of which says enough -> the one in which people of a trade are counted who spent days on something.

"Eighteen clerks combed through old verdicts from 3 to 5 May": no verb of that kind is in any list, and there are too
many to list them. But judges, officers or nurses who are counted, and days in a row, are told of courses and meetings;
or the body itself is the doer, and a law, a skill or a check the matter: "Our lawyers spent three days on the bill".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.dates.duration import IN_DAYS, days_stated
from etl.dates.month_names import masked
from etl.dates.written import expressions
from etl.find.events.against import MODAL
from etl.find.events.clauses import HAPPENED, Clause
from etl.people.counted import groups
from etl.people.group import Group
from etl.records import Item
from etl.small_words import pattern
from etl.terms import Hit, Hits, lowered, within
from etl.text import FIGURE

RULE = "activity.days_spent"
COUNTED = ("people", "not_people", "participation", "qualifier")
ROLES = ("participant", "professional", "trade")
FEWEST, MOST = 5, 300  # people; fewer are a visit, more are a whole service
SHORTEST, LONGEST = 2, 31  # days
LASTING = (*IN_DAYS, "week", "seman", "semaine", "недел", "سبوع", "woche", "settiman")
TWO_FIGURES = re.compile(rf"{FIGURE}\D{{1,20}}\b\d{{1,2}}\b")  # of the first and the last day
DAY = re.compile(r"[\ue001-\ue00c\ue020-\ue026]")  # once the names of months and weekdays are masked
OF_COURSES = frozenset((MODAL, "interview"))  # words that speak against others: what is practised are interviews
OURSELVES = "self"
MET, SURELY = "attend", 0.9  # the meaning of "gathered", and the weight of such verbs
WHO = frozenset(("participant", "professional", OURSELVES, MET))
NO_TRADE = frozenset(("public", "private_sector", "parliamentarians"))
MATTERS = frozenset(("law", "learn", "skill", "taught", "check", "legislative", "legislative:named", "training"))


def days_spent(clauses: Sequence[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the first sentence in which people of a trade, or the body itself, spent days on something, or none."""
    likely = [h for h in hits.of("people", "organiser", "act") if h.code in WHO]
    dated = bool(likely) and _in_a_row(item.heading)
    last = -1
    for hit in likely:
        clause = _around(hit, clauses) if hit.start >= last else None
        if clause is None:
            continue
        last = clause.end
        if not clause.future and OF_COURSES.issuperset(clause.against) and _is_told(clause, dated, item, hits):
            return [replace(clause, score=HAPPENED)]
    return []


def _around(hit: Hit, clauses: Sequence[Clause]) -> Clause | None:
    for clause in clauses:
        if clause.start <= hit.start < clause.end:
            return clause
    return None


def _is_told(clause: Clause, dated: bool, item: Item, hits: Hits) -> bool:
    text, span = clause.text, (clause.start, clause.end)
    if dated or _lasted(text[clause.start : clause.end]):
        told = _met(clause, hits) or _people_of_a_trade(clause, item, hits) or _our_matter(clause, hits)
    else:
        told = (bool(item.heading) or _on_a_day(clause)) and _learnt(clause, item, hits)
    return told and not pattern("on_duty").search(text, *span)


def _learnt(clause: Clause, item: Item, hits: Hits) -> bool:
    """Say whether people of a trade are counted who learnt something; whether anybody is named is asked first."""
    if not within(hits.of("people"), clause.start, clause.end):
        return False
    learning = pattern("learning").search(clause.text, clause.start, clause.end)
    return learning is not None and _people_of_a_trade(clause, item, hits)


def _met(clause: Clause, hits: Hits) -> bool:
    """Say whether people of a trade met, though nobody says how many: "desk officers from twelve States gathered"."""
    met = clause.act is not None and clause.act.code == MET and clause.act.term.weight >= SURELY
    trades = [h for h in within(hits.of("audience"), clause.start, clause.end) if h.code not in NO_TRADE]
    return met and bool(trades)


def _on_a_day(clause: Clause) -> bool:
    """Say whether a month or a day of the week is named."""
    return clause.dated or DAY.search(masked(clause.text), clause.start, clause.end) is not None


def _lasted(text: str) -> bool:
    """Say whether a sentence says that something lasted some days or weeks; most have no word or figures for that."""
    low = lowered(text)
    if not any(map(low.__contains__, LASTING)) and not TWO_FIGURES.search(text):
        return False
    if any(SHORTEST <= days <= LONGEST for days in days_stated(text)):
        return True
    return pattern("weeks").search(text) is not None or _in_a_row(text)


def _in_a_row(text: str) -> bool:
    """Say whether days that follow each other are named: "from 3 to 5 May"."""
    named = (e for e in expressions(text) if e.first.day and e.last.day and e.first != e.last) if text else ()
    return any((e.last.month or 0) - (e.first.month or 0) in (0, 1) for e in named)


def _people_of_a_trade(clause: Clause, item: Item, hits: Hits) -> bool:
    """Say whether people are counted who do such work, and not labourers, whom others may hold or hire."""
    near = within(hits.of(*COUNTED), clause.start, clause.end)
    counted = groups(item.text.string, (clause.start, clause.end), item.language, near)
    return any(g.role in ROLES and FEWEST <= g.value <= MOST and not _labourers(g, clause, hits) for g in counted)


def _labourers(group: Group, clause: Clause, hits: Hits) -> bool:
    if not pattern("labourers").search(clause.text, group.start, group.end):
        return False
    trades = within(hits.of("audience"), clause.start, clause.end)
    return not any(h.start < group.end and group.start < h.end for h in trades)


def _our_matter(clause: Clause, hits: Hits) -> bool:
    """Say whether the body itself is named, and a law, a skill or the like that it dealt with."""
    inside = within(hits.of("organiser", "kind"), clause.start, clause.end)
    return any(h.code == OURSELVES for h in inside) and any(h.code in MATTERS for h in inside)
