"""A passage -> how many people took part in its activity, how many were trained, women, men, and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etl.counts import Group, groups
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit

LINK = re.compile(r"(?:,|;|\+|&|\b(?:and|as well as|along with|et|ainsi que|y|e|así como|bem como|и|а также)\b|\bو)")
APART = re.compile(r"[(:—]|\s[–-]\s")  # what follows such a mark breaks the number down
FOR = re.compile(r"\b(?:for|pour|para|для)\s$")
FROM = re.compile(r"\s(?:from|de|из|من)\s[^.;:!?]{0,25}", re.IGNORECASE)
LIST_REACH = 110  # characters between two groups of one list ("10 judges from Egypt and 12 ...")
CUE_REACH = 160  # characters between a count and the words that say that the people took part
PAST_REACH = 60  # nearer than this, "so far" speaks of the count even in the sentence of the activity
PARTS_LISTS = frozenset({"past", "harm", "given_by"})
BESIDE = 3  # characters between words that belong together
SAY_NO_TRADE = frozenset({"participant", "person"})  # of these a list that adds up to their number gives the parts
SAYS_TRAINED = "trained"
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
    rule: str
    trained: bool
    confidence: float


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of participants, trained, women, men and number_qualifier; [] where no number is stated.

    The surest count is chosen, the first of equals; the others are kept as candidates that lost.
    """
    text = passage.item.text.string
    counted = groups(text, (passage.start, passage.end), passage.item.language, passage.hits)
    if not counted:
        return []
    hits = [h for h in passage.hits if h.group == "participation"]
    counts = []
    for start, end in sentences(passage.string):
        span = (start + passage.start, end + passage.start)
        inside = [g for g in counted if span[0] <= g.start < span[1]]
        near = [h for h in hits if span[0] <= h.start < span[1]]
        counts += [c for run in _runs(text, inside, near) if (c := _count(passage, run, near, span))]
    ranked = sorted(counts, key=lambda c: -c.confidence)
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


def _runs(text: str, counted: Sequence[Group], hits: Sequence[Hit]) -> list[list[Group]]:
    """Put groups of one list together, parts of what was counted before among them."""
    runs: list[list[Group]] = []
    for group in [g for g in counted if g.role != "unknown"]:
        if runs and _linked(text, runs[-1][-1], group, hits):
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs + [[g] for g in counted if g.role == "unknown"]


def _linked(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    between = text[last.end : group.start]
    if len(between) > LIST_REACH or any(h.code in PARTS_LISTS and last.end <= h.start < group.start for h in hits):
        return False
    return bool(LINK.search(between) or APART.search(between)) or _subset(text, last, group, hits)


def _subset(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    """Say whether `group` is a part of what was counted before it."""
    between = text[last.end : group.start]
    said = any(h.code == "subset" and last.end <= h.start < group.start for h in hits)
    return said or bool(APART.search(between)) or bool(group.gender and not last.gender)


def _whole(text: str, run: list[Group], hits: Sequence[Hit]) -> list[Group]:
    """Return the groups of a run that add up: those before the first part."""
    rest = run[1:]
    if len(rest) > 1 and run[0].role in SAY_NO_TRADE and sum(g.value for g in rest) == run[0].value:
        return run[:1]
    for index, group in enumerate(rest, start=1):
        if _subset(text, run[index - 1], group, hits):
            return run[:index]
    return run


def _count(passage: Passage, run: list[Group], hits: Sequence[Hit], span: tuple[int, int]) -> Count | None:
    whole = _whole(passage.item.text.string, run, hits)
    standing = _standing(passage, whole, hits, span)
    if standing is None:
        return None
    rule, trained, confidence = standing
    value = sum(g.value for g in whole)
    women = next((g.value for g in run if g.gender == "women" and g.value <= value), None)
    men = next((g.value for g in run if g.gender == "men" and g.value <= value), None)
    qualifier = _qualifier(passage, whole, span[1])
    return Count(run[0].start, run[-1].end, value, qualifier, women, men, rule, trained, confidence)


def _qualifier(passage: Passage, whole: list[Group], sentence_end: int) -> str:
    """Return how exact the sum is: the least exact of its groups; at_least where unnumbered people are added."""
    stated = {g.qualifier for g in whole}
    last = whole[-1].end
    reach = min(last + LIST_REACH, sentence_end)
    for hit in passage.hits:
        if hit.group == "qualifier" and hit.code == "several" and last < hit.start < reach:
            linked = LINK.search(passage.item.text.string, last, hit.start)
            if linked and any(h.group == "people" and 0 < h.start - hit.end < 40 for h in passage.hits):
                return "at_least"
    return next((q for q in ("at_least", "approximately", "at_most") if q in stated), "exact")


def _standing(
    passage: Passage, whole: list[Group], hits: Sequence[Hit], span: tuple[int, int]
) -> tuple[str, bool, float] | None:
    """Return rule, "were trained" and confidence for a count of people who took part; None where they did not.

    1. Given by them, in the past or the future, arrested or rescued: none.
    2. Participants and the like: by their name.
    3. Officers, judges ...: where the nearest words say so, or the sentence holds the activity.
    4. People, students, words of no list: only where the nearest words say so.
    """
    start, end = whole[0].start, whole[-1].end
    near = sorted((_distance(h, start, end), h.start, h) for h in hits)
    holds = span[0] <= passage.cue_start < span[1]
    if any(_gave(h, start, end) for h in hits):
        return None
    said = [(d, h) for d, _, h in near if h.code in ("attended", "trained", "harm") and d <= CUE_REACH]
    nearest = said[0][1] if said else None
    if not passage.aggregate and any(_elsewhere(h, d, start, holds) for d, _, h in near if h.code == "past"):
        return None
    if nearest and nearest.code == "harm":
        return None
    trained = nearest is not None and nearest.code == SAYS_TRAINED
    role = whole[0].role
    if role == "unknown":
        close = nearest is not None and nearest.term.weight == 1 and 0 <= start - nearest.end <= 1
        return ("people.word_after_verb", trained, 0.6) if close else None
    if whole[0].value == 1 and len(whole) == 1:
        return None
    if role == "participant":
        return "people.participants", trained, 0.95 if holds or nearest else 0.85
    if nearest:
        return f"people.{role}_{nearest.code}", trained, (0.9 if role == "professional" else 0.8) + 0.03 * holds
    if holds and (role == "professional" or FOR.search(passage.item.text.string, max(0, start - 8), start)):
        return "people.in_sentence_of_activity", False, 0.75
    if _from_countries(passage, end):
        return "people.from_countries", False, 0.65
    return None


def _from_countries(passage: Passage, end: int) -> bool:
    """Say whether the count goes on as `from 13 countries`, as one of people at an event does."""
    text = passage.item.text.string
    countries = (h for h in passage.hits if h.code == "country" and h.group == "not_people")
    return any(FROM.fullmatch(text, end, h.start) for h in countries)


def _elsewhere(past: Hit, distance: int, start: int, holds: bool) -> bool:
    """Say whether words for another time speak of the count: in another sentence always, in the activity's if near."""
    return not holds or distance <= (PAST_REACH if past.end <= start else 1)


def _gave(hit: Hit, start: int, end: int) -> bool:
    """Say whether those counted held the activity: facilitated by three experts; three experts facilitated."""
    before, after = start - hit.end, hit.start - end
    return (hit.code == "given_by" and 0 <= before <= BESIDE) or (hit.code == "gives" and 0 <= after <= BESIDE)


def _distance(hit: Hit, start: int, end: int) -> int:
    return max(start - hit.end, hit.start - end, 0)


def _findings(passage: Passage, count: Count, chosen: bool) -> list[Finding]:
    text = passage.item.text
    values = {
        "participants": count.value,
        "trained": count.value if count.trained else None,
        "women": count.women,
        "men": count.men,
        "number_qualifier": count.qualifier,
    }
    quote, lines = text.string[count.start : count.end], text.lines_of(count.start, count.end)
    return [
        Finding(field, value, quote, *lines, count.rule, count.confidence, chosen)
        for field, value in values.items()
        if value is not None
    ]
