"""The paragraphs of a page -> the sentences that open one with an activity of its own.

A page that lists what was done gives each thing a paragraph; in a story of one event the paragraphs go on with it.
"""

from __future__ import annotations

from etl.dates.written import expressions
from etl.find.events import begins
from etl.find.events.apart import names_it
from etl.find.events.clauses import MANY, YEAR, Clause
from etl.find.events.determiners import TOLD, determiner
from etl.find.events.goes_on import goes_on
from etl.find.events.line_records import is_record
from etl.find.events.times import apart, overlap, times
from etl.records import Item
from etl.terms import Hit, Hits, within

PAST = ("participation", "date_context")  # terms of these say "last year"
LABEL = 60  # characters before the sentence that opens a paragraph: "Activity 2.1, 4-5 May.", "Water for all."
STOPS = ".!?؟。"  # behind a sentence, and not behind a title
SAID = ("“", "”", "„", "«", "»", '"')


def openings(clauses: list[Clause], told: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return `told`, the sentences known to begin activities, and the others that open a paragraph with one, in order.

    Such a sentence names a day or month that none before it named; or none at all, but a town of its own, one new or
    counted thing, or something of another kind. None that goes on with the one before (goes_on.py), that somebody said,
    or of earlier years. A title is no activity beside the two or more paragraphs that tell of one each, unless it is
    the record of one (line_records.py).
    """
    if told[0].headline and len(told) == 1 and not is_record(told[0], hits):
        found = _found(clauses, [], item, hits)
        records = [c for c in found if is_record(c, hits) and apart(c, told[0])]
        return found if len(found) > 1 else [*told, *records]
    found = sorted(_found(clauses, told, item, hits), key=lambda c: c.start)
    return [c for c in found if not of_earlier_years(c, found[0])]


def _found(clauses: list[Clause], told: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    found = list(told)
    for clause in clauses:
        if clause.headline or not begins.begins(clause, item, hits) or not _opens(clause, clauses):
            continue
        if _is_title(clause, clauses) or names_it(clause, hits):
            continue
        before = [c for c in found if c.start < clause.start]
        goes_on_with = bool(before) and goes_on(clause, before[-1], hits)
        titled = clause.text[clause.start : clause.end].casefold() in item.title.casefold()
        known = titled or goes_on_with or _has_one(clause, found) or (bool(found) and _is_past(clause, found[0], hits))
        if not known and _is_own(clause, found, hits):
            found.append(clause)
    return found


def _opens(clause: Clause, clauses: list[Clause]) -> bool:
    """Say whether a sentence opens its paragraph, or only a label stands before it that tells nothing itself."""
    start = paragraph(clause)
    label = (c for c in clauses if start <= c.start < clause.start)
    return clause.start - start <= LABEL and not any(c.event or c.act for c in label)


def _is_title(clause: Clause, clauses: list[Clause]) -> bool:
    """Say whether a sentence is a line without a full stop above one with it that says the same word: a news' title."""
    below = next((c for c in clauses if c.start > clause.start), None)
    if below is None or clause.text[clause.end - 1] in STOPS or below.text[below.end - 1] not in STOPS:
        return False
    said, told = ({_code(c.act), _code(c.event)} - {""} for c in (clause, below))
    return begins.opens_paragraph(below, below.text) and bool(said & told)


def _code(hit: Hit | None) -> str:
    return hit.code.removesuffix(MANY) if hit else ""


def _has_one(clause: Clause, found: list[Clause]) -> bool:
    """Say whether the paragraph of a sentence has one of those found, or one of them is the same words."""
    words = clause.text[clause.start : clause.end].casefold()
    return any(paragraph(c) == paragraph(clause) or c.text[c.start : c.end].casefold() == words for c in found)


def paragraph(clause: Clause) -> int:
    """Return where the paragraph of a sentence begins."""
    return clause.text.rfind("\n", 0, clause.start) + 1


def _is_own(clause: Clause, found: list[Clause], hits: Hits) -> bool:
    if own := times(clause):
        return not any(overlap(a, b) for a in own for c in found for b in times(c))
    if clause.many and not (clause.act and clause.act.code == "train"):
        return False
    if all(word(clause) != word(c) for c in found):
        return True
    if clause.event and determiner(clause.text, clause.start, clause.event) == TOLD:
        return False  # "The boats had been given by a club in Graz"
    towns = marks(clause, hits)[1]
    return clause.new or clause.counted or bool(towns.difference(*(marks(c, hits)[1] for c in found)))


def _is_past(clause: Clause, main: Clause, hits: Hits) -> bool:
    if any(sign in clause.text[clause.start : clause.end] for sign in SAID) or of_earlier_years(clause, main):
        return True
    return any(h.code == "past" for h in within(hits.of(*PAST), clause.start, clause.end))


def of_earlier_years(clause: Clause, main: Clause) -> bool:
    """Say whether a sentence names only years before those of the main one: "The first took place in 2016"."""
    own, of_main = (YEAR.findall(c.text, c.start, c.end) for c in (clause, main))
    return bool(own and of_main) and max(own) < min(of_main)


def marks(clause: Clause, hits: Hits) -> tuple[frozenset[object], frozenset[object]]:
    """Return the days or months and the towns that a sentence names."""
    told = expressions(clause.text[clause.start : clause.end])
    days = frozenset((e.first.month, e.first.day) for e in told if e.first.month)
    return days, frozenset(h.code for h in within(hits.of("city"), clause.start, clause.end))


def word(clause: Clause) -> str:
    """Return the kind of event that a sentence names, or what it says was done."""
    hit = clause.event or clause.act
    return hit.code.removesuffix(MANY) if hit else ""
