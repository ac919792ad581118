"""A passage -> how many people took part in its activity, how many were trained, women, men, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from etl.people.counted import groups
from etl.people.group import GENDERS, Group, Sentence
from etl.people.left_out import PLACES
from etl.people.not_taking_part import FEWEST
from etl.people.taking_part import Standing, standing
from etl.people.together import LINK, LIST_REACH, runs, whole
from etl.people.written_out import stated
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import within_each

TELLING = ("people", "not_people", "participation", "qualifier")
WITHIN = re.compile(r",\s(?:entre|parmi|among|tra|fra|unter)\s")  # what follows says who the counted ones are
ROUGH = {"approximately": (0.85, 1.15), "at_least": (1.0, 1.25)}  # shares of it in which the exact number lies
LESS_SURE = 0.1  # taken off where only the most is said
AS_SURE = 0.2  # how much less sure the exact count may be than the rough one
IN_COLUMN = Standing("people.column", False, 0.97)
TRAINS_NOBODY = frozenset({"expert_meeting", "conference"})


@dataclass(frozen=True, slots=True)
class Count:
    """Groups that add up: the value of the sum, its place, and why it is believed to be people who took part."""

    start: int
    end: int
    value: int
    qualifier: str
    women: int | None
    men: int | None
    standing: Standing


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of participants, trained, women, men and number_qualifier; [] where no number is stated.

    The surest count is chosen (the cell of a table above all), the first of equals; a few ("three participants were
    accredited") only where nobody else is counted. The others are kept as candidates that lost.
    """
    text = passage.item.text.string
    counts = [
        count
        for sentence in _told(passage)
        for run in runs(text, sentence)
        if (count := _count(passage, run, sentence))
    ]
    cell = stated(passage, document)
    if cell:
        counts.insert(0, Count(cell.start, cell.end, cell.value, cell.qualifier, None, None, IN_COLUMN))
    ranked = _exact_first(sorted(counts, key=lambda c: _rank(c, passage.aggregate)))
    return [f for rank, count in enumerate(ranked) for f in _findings(passage, count, chosen=rank == 0)]


def _rank(count: Count, aggregate: bool) -> tuple[bool, float, int]:
    """Return what puts the surest count first; of a sum the largest of equals, for the others may be its parts."""
    less = LESS_SURE if count.qualifier == "at_most" else 0.0  # "up to 20 in each course"
    return count.value < FEWEST, less - count.standing.confidence, -count.value if aggregate else 0


def _exact_first(ranked: list[Count]) -> list[Count]:
    """Put first the exact count of those whom the surest one only says roughly: "over thirty", then "all 34"."""
    lead = ranked[0] if ranked else None
    if lead is None or lead.qualifier not in ROUGH:
        return ranked
    low, high = (share * lead.value for share in ROUGH[lead.qualifier])
    sure = lead.standing.confidence - AS_SURE
    exact = (c for c in ranked if c.qualifier == "exact" and low <= c.value <= high and c.standing.confidence >= sure)
    found = next(exact, None)
    if found is None:
        return ranked
    trained = lead.standing.trained or found.standing.trained
    first = replace(found, standing=replace(found.standing, trained=trained))
    return [first, *(c for c in ranked if c is not found)]


def reconciled(row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with `participants` and `trained` in keeping with its kind; the row itself stays as it is.

    Training trains those who take part; an expert meeting or a conference trains nobody.
    """
    participants, trained = row["participants"], row["trained"]
    if participants is None:
        participants = trained
    if row["kind"] == "training":
        trained = trained if trained is not None else participants
    elif row["kind"] in TRAINS_NOBODY and not row["aggregate"]:
        trained = None
    return row | {"participants": participants, "trained": trained}


def _told(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences that count people."""
    hits, first, cue = passage.of(*TELLING, *PLACES), passage.start, passage.cue_start
    spans = [(start + first, end + first) for start, end in sentences(passage.string)]
    for (start, end), near in zip(spans, within_each(hits, spans), strict=True):
        of_activity = start <= cue < end
        counted = groups(passage.item.text.string, (start, end), passage.item.language, near, of_activity)
        if counted:
            yield Sentence(start, end, tuple(counted), tuple(h for h in near if h.group == "participation"))


def _count(passage: Passage, run: list[Group], sentence: Sentence) -> Count | None:
    added = whole(passage.item.text.string, run, sentence.hits)
    stands = standing(passage, added, sentence)
    if stands is None:
        return None
    value = sum(g.value for g in added)
    women, men = (next((g.value for g in run if g.gender == sex and 1 < g.value <= value), None) for sex in GENDERS)
    return Count(run[0].start, run[-1].end, value, _qualifier(passage, added, sentence), women, men, stands)


def _qualifier(passage: Passage, added: list[Group], sentence: Sentence) -> str:
    """Return how exact the sum is: the least exact of its groups; at_least where unnumbered people are added."""
    stated = {g.qualifier for g in added}
    last = added[-1].end
    reach = min(last + LIST_REACH, sentence.end)
    for hit in passage.of("qualifier"):
        if hit.code == "several" and last < hit.start < reach:
            between = passage.item.text.string[last : hit.start]
            added_to = LINK.search(between) and not WITHIN.search(between)
            if added_to and any(0 < h.start - hit.end < 40 for h in passage.of("people")):
                return "at_least"
    return next((q for q in ("at_least", "approximately", "at_most") if q in stated), "exact")


def _findings(passage: Passage, count: Count, chosen: bool) -> list[Finding]:
    text = passage.item.text
    values = {
        "participants": count.value,
        "trained": count.value if count.standing.trained else None,
        "women": count.women,
        "men": count.men,
        "number_qualifier": count.qualifier,
    }
    quote, lines = text.string[count.start : count.end], text.lines_of(count.start, count.end)
    return [
        Finding(field, value, quote, *lines, count.standing.rule, count.standing.confidence, chosen)
        for field, value in values.items()
        if value is not None
    ]
