"""A passage that names no donor -> who pays for it, as its document says once of all that it reports, or of a part.

What it says of a section goes before what it says of the activity's own item, and that before what it says of all.
An activity that names who paid for it keeps that. Statements that name different donors say nothing: they are of
several projects.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl import vocabulary
from etl.find.events.clauses import MANY
from etl.find.events.determiners import NEW, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.find.funding_said import EVENT, LABEL, PAPER
from etl.find.funding_stated import ITEM, SECTION, WHOLE, Statement, statements
from etl.records import Document, Finding, Passage
from etl.terms import within

MEET = ("train", "hold", "attend")  # verbs of a meeting that its text names only later
# Sorts of meetings: one is called now a training, now a workshop.
ALIKE = dict.fromkeys(("train", "training", "workshop"), "workshop")
ALIKE |= dict.fromkeys(("conference", "expert_meeting"), "conference")
NEIGHBOURS = 2  # from a label to the next: a blank line may stand between


def of(passage: Passage, document: Document) -> list[Finding]:
    """Return the finding of `donors` for a passage that names none: what the document says of all; [] for nothing."""
    item, line = passage.item, passage.item.text.line_at(passage.cue_start)
    found = [s for s in statements(document) if s.first <= line <= s.last]
    own = [s for s in found if s.scope == ITEM and item.line_start <= s.finding.line_start <= item.line_end]
    own = [s for s in own if s.about != EVENT or (passage.start == 0 and _is_a_meeting(passage))]
    own = [s for s in own if passage.start == 0 or not _is_another(s, passage)]
    own = own or [s for s in found if s.meeting and _is_of(s, passage, document)]
    for scope in ([s for s in found if s.scope == SECTION], own, [s for s in found if s.scope == WHOLE]):
        if scope:
            return _one(_joined(scope))
    return []


def section(passage: Passage, document: Document) -> tuple[int, int] | None:
    """Return the first and last line of the section of a passage where each says who pays; None elsewhere."""
    line = passage.item.text.line_at(passage.cue_start)
    found = (s for s in statements(document) if s.scope == SECTION and s.first <= line <= s.last)
    return next(((s.first, s.last) for s in found), None)


def is_of_the_paper(line: int, document: Document) -> bool:
    """Say whether a line only says who paid for the newsletter, report or the like that an activity stands in."""
    return any(s.about == PAPER and s.finding.line_start == line for s in statements(document))


def is_of_the_meeting(line: int, passage: Passage, document: Document) -> bool:
    """Say whether a line only says who paid for the meeting beside which a later passage tells of something else."""
    said_of_it = [s for s in statements(document) if s.finding.line_start == line and (s.about == EVENT or s.meeting)]
    return passage.start > 0 and any(not _is_a_meeting(passage) or _is_another(s, passage) for s in said_of_it)


def _is_of(s: Statement, passage: Passage, document: Document) -> bool:
    """Say whether what a page says further down of a meeting told before is said of this one: none new is between."""
    first, last = passage.item.text.line_at(passage.cue_end), s.finding.line_start
    if document.kind_of_document != "page" or not first < last or _met(passage) != ALIKE.get(s.meeting):
        return False
    return not any(_tells_of_a_new(line, s.meeting) for line in document.lines[first : last - 1])


def _tells_of_a_new(line: str, meeting: str) -> bool:
    events = [h for h in vocabulary.terms().find(line, "event") if h.code == meeting]
    return any(determiner(line, 0, h) == NEW for h in events)


def _is_another(s: Statement, passage: Passage) -> bool:
    """Say whether a meeting told before is another than that of a later passage, which goes by another name."""
    met = _met(passage)
    return bool(s.meeting and met) and met != ALIKE[s.meeting]


def _met(passage: Passage) -> str:
    """Return the sort of meeting that a passage tells of; "" for none, and for a sum over several."""
    cues = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    return "" if passage.aggregate else next((ALIKE[h.code] for h in cues if h.code in ALIKE), "")


def _is_a_meeting(passage: Passage) -> bool:
    """Say whether an activity is a meeting by its name or its verb; a sum over several is none."""
    cues = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    return not passage.aggregate and any(h.code.removesuffix(MANY) in (*MEETINGS, *MEET) for h in cues)


def _joined(found: Sequence[Statement]) -> list[Finding]:
    """Return the findings, those of labels on neighbouring lines as one: "Funded by: Norway", "Co-funded by: Peru"."""
    joined: list[Finding] = []
    last = -NEIGHBOURS
    for s in found:
        line = s.finding.line_start
        if s.about == LABEL and joined and line - last <= NEIGHBOURS:
            joined[-1] = replace(joined[-1], value=sorted({*joined[-1].value, *s.finding.value}))
        else:
            joined.append(s.finding)
        last = line if s.about == LABEL else -NEIGHBOURS
    return joined


def _one(findings: Sequence[Finding]) -> list[Finding]:
    """Return the finding that names most; [] where another names somebody else."""
    most = max(findings, key=lambda f: len(f.value))
    return [most] if all(set(f.value) <= set(most.value) for f in findings) else []
