"""A passage -> when its activity took place: date, end_date and date_basis, with the dates that were passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from etl.dates import WEEKDAY_MARK, Day, Expression, expressions, masked, month_is_first, parsed
from etl.duration import contradicts
from etl.iso import contains
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit

DIGIT = re.compile(r"\d")
Span = tuple[int, int]

PREPOSITION = re.compile(
    r"(?:\b(?:from|on|between|in|during|through(?:out)?|over|le|les|du|en|au|entre|el|los(?: días)?|del|em|de|no dia|"
    r"nos dias|entre os dias|с|в(?: период с)?|во|vom|am|im|dal|il|op|van)(?: the| early| late| mid| of)?"
    r"|(?:في|من|يومي|يوم|بتاريخ|خلال|بين)(?: الفترة(?: من)?| عام| سنة| شهر)?)[\s-]*$|[(,–—-]\s*$",
    re.I,
)
YEAR_PREPOSITION = re.compile(
    r"(?:\b(?:in|during|en|em|в)(?: early| late| mid-?)?|(?:في|خلال)(?: عام| سنة)?|\bau cours de)\s*$", re.I
)
DATELINE = re.compile(r"(?:^|\n)[^\n.]{0,60}$")
AFTER_DATELINE = re.compile(r"\s*\)?\s*(?:[-–—:|]|\((?!\d))")
WEEKDAY = re.compile(
    r"(?:\b(?:on|last|this|le|el|na|no|в|во)\s+|يوم\s+)(?:last\s+)?([\ue020-\ue027])\1{2,}(?!\s*,?\s*\d)", re.I
)
LAST_DAY = re.compile(
    r"\b(?:last|final|closing|último|última|dernier|dernière|последн\w+)\s+(?:day|día|dia|jour|день)\b", re.I
)
FIRST_DAY = re.compile(r"\b(?:first|opening|primer|primeiro|premier|перв\w+)\s+(?:day|día|dia|jour|день)\b", re.I)
ASIDE = re.compile(
    r"[,\s](?:which|that (?:was|were|had)|who|whose|based on|built on|follow(?:s|ing|ed) (?:on|up)|"
    r"as a result of|lequel|laquelle|qui|que (?:fue|se)|котор\w+|التي|الذي)\b",
    re.I,
)
MARKS_A_DAY = re.compile(
    r"\s*(?:marks|is the|was the|,? (?:the )?(?:international|world|european) day|marque|marca)\b", re.I
)
BEFORE, AFTER = 45, 25  # characters beside a date in which words say what it is the date of
REACH = {"not": 14, "past": 300}  # characters before a date from which such words still speak of it
CLAUSE = 160  # characters of a clause: "on the last day of the ... session, held from 3 to 5 May"
ASIDE_COSTS, AGREES_WEIGHS = 1.5, 2.0
LATER = timedelta(days=7)  # how much later than its heading an event told of in the past may be dated (a slip)
BACKGROUND = timedelta(days=400)  # a date this long before the heading is history, not the news
ENOUGH_WITH_HEADING, ENOUGH_ALONE = 3.0, 2.0  # a heading is a date at hand: the body must speak more clearly
SURENESS = {"event": 0.95, "published": 0.85, "none": 0.8}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A date that might be the activity's: its place, first and last day, how it was found, how much speaks for it."""

    span: Span
    first: Day
    last: Day
    rule: str
    score: float


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `date`, `end_date`, `date_basis` (event, published, none) and `flags`.

    In this order: 1. a heading that is a range; 2. a date of the body that clearly is the event's; 3. today, yesterday,
    on Thursday, counted from the heading; 4. the heading of an item that is one line with an event in it; 5. the
    heading as the date of publication. A day without a year is `--05-16`: its year comes from the neighbours later.
    """
    heading = _heading(passage, document)
    reference = heading.first if heading and heading.first.year else _published(document)
    told = sorted(_told(passage, reference), key=lambda c: -c.score)
    enough = ENOUGH_WITH_HEADING if heading and heading.first.day else ENOUGH_ALONE
    best = next((c for c in told if c.score >= enough), None)
    chosen, basis = _choice(passage, document, heading, best)
    findings = [
        _finding("date", c.first.iso(), passage, c.span, f"date.{c.rule}", 0.3, False) for c in told if c is not chosen
    ]
    if heading and (not chosen or chosen.rule != "heading"):
        findings.append(_finding("date", heading.first.iso(), passage, None, "date.heading", 0.3, False))
    if not chosen:
        return [*findings, _finding("date_basis", "none", passage, None, "date.none", SURENESS["none"])]
    span = chosen.span if chosen.rule != "heading" else None
    rule, sureness = f"date.{chosen.rule}", SURENESS[basis]
    findings += [
        _finding("date", chosen.first.iso(), passage, span, rule, sureness),
        _finding("end_date", chosen.last.iso(), passage, span, rule, sureness),
        _finding("date_basis", basis, passage, span, rule, sureness),
    ]
    if contradicts(passage.string, chosen.first, chosen.last):
        findings.append(_finding("flags", ["contradicts_itself"], passage, span, "date.duration", 0.8))
    return findings


def _choice(
    passage: Passage, document: Document, heading: Expression | None, best: _Candidate | None
) -> tuple[_Candidate | None, str]:
    """Return the date that stands, and its basis."""
    headed = _Candidate((0, 0), heading.first, heading.last, "heading", 1.0) if heading else None
    if headed and heading and heading.first.year is None:
        return (best, "event") if best and best.first.year else (headed, "none")
    if headed and heading and (heading.range and heading.first.day):
        return headed, "event"
    if best:
        if best.rule == "dateline" and not headed and best.first == best.last and not _says_today(passage):
            return best, "published"
        return best, "event" if best.first.year else "none"
    if headed and heading:
        relative = _relative(passage, heading)
        if relative:
            return relative, "event"
        one_line = (
            passage.item.heading_line == passage.item.line_start
            and passage.item.text.lines[0] == passage.item.heading_line
        )
        return headed, "event" if one_line and any(_happens(h) for h in passage.hits) else "published"
    published = _published(document)
    if published and document.kind_of_document == "page":
        return _Candidate((0, 0), published, published, "heading", 1.0), "published"
    return None, "none"


def _happens(hit: Hit) -> bool:
    """Say whether a term names something that happens on a day (a project or partnership lasts)."""
    return hit.group in ("event", "act") and hit.code != "partnership"


def _heading(passage: Passage, document: Document) -> Expression | None:
    written = passage.item.heading
    if not written:
        return None
    month_first = "/" in written and _month_first(document.lines)
    return next((e for e in expressions(written, month_first) if e.first.month), None)


@lru_cache(maxsize=8)
def _month_first(lines: tuple[str, ...]) -> bool:
    return month_is_first("\n".join(line for line in lines if "/" in line[:40]))


def _published(document: Document) -> Day | None:
    return parsed(document.published) if document.published and document.kind_of_document == "page" else None


def _told(passage: Passage, reference: Day | None) -> list[_Candidate]:
    """Return the dates of the passage, each with how much speaks for it."""
    text = passage.string
    if not DIGIT.search(text) and not reference:
        return []
    found = expressions(text)
    cut = sentences(text) if found else []
    told = [c for e in found if (c := _candidate(e, passage, text, cut, reference))]
    return [replace(c, score=c.score + AGREES_WEIGHS) if any(_confirms(o, c) for o in told) else c for c in told]


def _confirms(other: _Candidate, candidate: _Candidate) -> bool:
    """Say whether a coarser date elsewhere ("in October 2011") covers this one: they speak of the same event."""
    return contains(other.first.iso(), candidate.first.iso())


def _candidate(e: Expression, passage: Passage, text: str, cut: list[Span], reference: Day | None) -> _Candidate | None:
    before, after = text[max(0, e.start - BEFORE) : e.start], text[e.end : e.end + AFTER]
    sentence = next((s for s in cut if s[0] <= e.start < s[1]), (0, len(text)))
    near = _context(passage, e, sentence)
    if near & {"not", "past"} or MARKS_A_DAY.match(after):
        return None
    if not e.first.month and not (YEAR_PREPOSITION.search(before) and (not reference or "held" in near)):
        return None
    dateline = (
        bool(e.first.day and DATELINE.search(before) and AFTER_DATELINE.match(after)) and len(before) < BEFORE + 1
    )
    if not e.first.day and e.first.month and not e.first.year and not PREPOSITION.search(before):
        return None
    score = 4.0 if dateline else _score(e, passage, before, sentence, near, cut)
    first, last = _with_year(e, reference)
    if reference and reference.day and first.year and not _near(first, reference, dateline):
        return None
    clause = text[max(sentence[0], e.start - CLAUSE) : e.start]
    if first != last and LAST_DAY.search(clause):
        first = last
    elif first != last and FIRST_DAY.search(clause):
        last = first
    span = (passage.start + e.start, passage.start + e.end)
    return _Candidate(span, first, last, "dateline" if dateline else "told", score)


def _context(passage: Passage, e: Expression, sentence: Span) -> set[str]:
    """Return what the words shortly before a date, in its sentence, say it is the date of."""
    start, found = passage.start + e.start, set[str]()
    for hit in passage.hits:
        if hit.end > start or hit.start < passage.start + sentence[0]:
            continue
        if hit.code == "held" or hit.start == passage.cue_start:
            found.discard("past")
        if hit.group == "date_context" and start - hit.end <= REACH.get(hit.code, BEFORE):
            found.add(hit.code)
    return found


def _score(e: Expression, passage: Passage, before: str, sentence: Span, near: set[str], cut: list[Span]) -> float:
    start, end = passage.start + sentence[0], passage.start + sentence[1]
    score = 0.0
    if start <= passage.cue_start < end:
        score += 2
    elif any(start <= h.start < end for h in passage.hits if h.group in ("event", "act")):
        score += 1
    score += 1.5 if "held" in near else 0
    score += 1 if PREPOSITION.search(before) else 0
    score += 0.5 if cut and cut.index(sentence) <= 1 else 0
    score += 1 if e.range else 0
    between = passage.item.text.string[passage.cue_end : passage.start + e.start]
    score -= ASIDE_COSTS if start <= passage.cue_start < end and ASIDE.search(between) else 0
    return score + (1 if e.first.day else 0.3 if e.first.month else 0)


def _with_year(e: Expression, reference: Day | None) -> tuple[Day, Day]:
    """Return first and last day of a date, in the year that puts it nearest before its heading where it says none."""
    if e.first.year or not reference or not reference.year:
        return e.first, e.last
    newest = reference.latest() + LATER
    year = reference.year
    if replace_year(e.first, year).earliest() > newest:
        year -= 1
    first, last = replace_year(e.first, year), replace_year(e.last, year)
    if last.latest() < first.earliest():
        last = replace_year(e.last, year + 1)
    return first, last


def replace_year(day: Day, year: int) -> Day:
    """Return `day` in `year`; 29 February becomes the 28th where the year has none."""
    moved = day._replace(year=year)
    return moved if moved.real() else moved._replace(day=28)


def _near(first: Day, reference: Day, dateline: bool) -> bool:
    distance = reference.earliest() - first.latest()
    return distance < BACKGROUND and (distance > -BACKGROUND or dateline)


def _says_today(passage: Passage) -> bool:
    return any(h.group == "date_context" and h.code == "today" for h in passage.hits)


def _relative(passage: Passage, heading: Expression) -> _Candidate | None:
    """Return the day that today, yesterday or on Thursday means, counted from the heading; None where none is said."""
    first = heading.first
    if not first.day:
        return None
    told = {h.code: h for h in reversed(passage.hits) if h.group == "date_context"}
    day = first.earliest()
    if "today" in told and "ago" not in told:
        return _Candidate((told["today"].start, told["today"].end), first, first, "today", 1.0)
    if "last_week" in told:
        monday = day - timedelta(days=day.weekday() + 7)
        month = Day(monday.year, monday.month)
        return _Candidate((told["last_week"].start, told["last_week"].end), month, month, "last_week", 1.0)
    if "yesterday" in told:
        return _relative_day((told["yesterday"].start, told["yesterday"].end), day - timedelta(days=1), "yesterday")
    match = WEEKDAY.search(masked(passage.string))
    if match:
        weekday = (ord(match[1]) - WEEKDAY_MARK) % 7
        back = (day.weekday() - weekday) % 7
        span = (passage.start + match.start(), passage.start + match.end())
        return _relative_day(span, day - timedelta(days=back), "weekday")
    return None


def _relative_day(span: Span, day: date, rule: str) -> _Candidate:
    stands = Day(day.year, day.month, day.day)
    return _Candidate(span, stands, stands, rule, 1.0)


def _finding(
    field: str,
    value: str | list[str],
    passage: Passage,
    span: Span | None,
    rule: str,
    sureness: float,
    chosen: bool = True,
) -> Finding:
    item = passage.item
    if span is None:
        line = item.heading_line or passage.line_start
        return Finding(field, value, item.heading, line, line, rule, sureness, chosen)
    return Finding(
        field, value, item.text.string[span[0] : span[1]], *item.text.lines_of(*span), rule, sureness, chosen
    )
