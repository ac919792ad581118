"""A passage -> how many people took part in its activity, how many were trained, women, men, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from etl.counts import groups
from etl.counts_group import GENDERS, OTHER_PEOPLE, TO_COME, UNKNOWN, Group
from etl.counts_left_out import AND, PLACES
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.taking_part import FEWEST, Sentence, Standing, standing
from etl.terms import Hit, within_each

TELLING = ("people", "not_people", "participation", "qualifier")
LINK = re.compile(
    r"(?:,|^;\s$|\+|&|\bو"
    r"|\b(?:and|as well as|along with|et|ainsi que|y|e|así como|bem como|и|а также|und|sowie|nonché)\b)"
)
PAIRED = re.compile(rf",?\s?{AND}\s?")
PAIRED_BEFORE = re.compile(rf"(?:\s[^\W\d_]+)?{PAIRED.pattern}")
APART = re.compile(r"[(:—]|\s[–-]\s")  # what follows such a mark breaks the number down
CLOSED = re.compile(r"\([^()]*\)")  # "12 judges of the High Court (HC) and 13 clerks"
LIST_REACH = 110  # characters between two groups of one list ("10 judges from Egypt and 12 ...")
PARTS_LISTS = frozenset({"past", "harm", "others_before"})
SAY_NO_TRADE = frozenset({"participant", "person"})  # of these a list that adds up to their number gives the parts
STAND_ALONE = frozenset({UNKNOWN, OTHER_PEOPLE, TO_COME})  # these are no part of a list of people who took part
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

    The surest count is chosen, the first of equals; a few ("three participants were accredited") only where nobody
    else is counted. The others are kept as candidates that lost.
    """
    text = passage.item.text.string
    counts = [
        count
        for sentence in _told(passage)
        for run in _runs(text, sentence)
        if (count := _count(passage, run, sentence))
    ]
    ranked = sorted(counts, key=lambda c: (c.value < FEWEST, -c.standing.confidence))
    return [f for rank, count in enumerate(ranked) for f in _findings(passage, count, chosen=rank == 0)]


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


def _runs(text: str, sentence: Sentence) -> list[list[Group]]:
    """Put groups of one list together, parts of what was counted before among them."""
    runs: list[list[Group]] = []
    alone = [g for g in sentence.counted if g.role in STAND_ALONE and not _in_a_pair(text, g, sentence.counted)]
    for group in [g for g in sentence.counted if g not in alone]:
        if runs and _linked(text, runs[-1][-1], group, sentence.hits):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs + [[g] for g in alone]


def _in_a_pair(text: str, group: Group, counted: Sequence[Group]) -> bool:
    """Say whether a word of no list is joined to people by a bare "and": "20 mayors and 20 aldermen"."""
    if group.role != UNKNOWN or group.value == 1:
        return False
    known = [g for g in counted if g.role not in STAND_ALONE]
    behind = any(PAIRED.fullmatch(text, g.end, group.start) for g in known)
    return behind or (known[:1] != [] and PAIRED_BEFORE.fullmatch(text, group.end, known[0].start) is not None)


def _linked(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    between = text[last.end : group.start]
    if len(between) > LIST_REACH or any(h.code in PARTS_LISTS and last.end <= h.start < group.start for h in hits):
        return False
    return bool(LINK.search(between) or APART.search(between)) or _subset(text, last, group, hits)


def _subset(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    """Say whether `group` is a part of what was counted before it."""
    between = text[last.end : group.start]
    said = any(h.code == "subset" and last.end <= h.start < group.start for h in hits)
    apart = APART.search(CLOSED.sub("", between))
    return said or apart is not None or bool(group.gender and not last.gender)


def _whole(text: str, run: list[Group], hits: Sequence[Hit]) -> list[Group]:
    """Return the groups of a run that add up: those before the first part."""
    rest = run[1:]
    if len(rest) > 1 and run[0].role in SAY_NO_TRADE and sum(g.value for g in rest) == run[0].value:
        return run[:1]
    for index, group in enumerate(rest, start=1):
        if _subset(text, run[index - 1], group, hits):
            return run[:index]
    return run


def _count(passage: Passage, run: list[Group], sentence: Sentence) -> Count | None:
    whole = _whole(passage.item.text.string, run, sentence.hits)
    stands = standing(passage, whole, sentence)
    if stands is None:
        return None
    value = sum(g.value for g in whole)
    women, men = (next((g.value for g in run if g.gender == sex and g.value <= value), None) for sex in GENDERS)
    return Count(run[0].start, run[-1].end, value, _qualifier(passage, whole, sentence), women, men, stands)


def _qualifier(passage: Passage, whole: list[Group], sentence: Sentence) -> str:
    """Return how exact the sum is: the least exact of its groups; at_least where unnumbered people are added."""
    stated = {g.qualifier for g in whole}
    last = whole[-1].end
    reach = min(last + LIST_REACH, sentence.end)
    for hit in passage.of("qualifier"):
        if hit.code == "several" and last < hit.start < reach:
            linked = LINK.search(passage.item.text.string[last : hit.start])
            if linked and any(0 < h.start - hit.end < 40 for h in passage.of("people")):
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
