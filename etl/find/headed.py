"""A page told part by part below headings -> an item for each part, as in a feed: results of a project, a digest.

"Component A. Inspection / In June, a course ... / Component B. Justice / Eighteen magistrates attended ...": each part
tells of something of its own, with its own day or town. A story of one event also has headings; it tells of the event
before the first, and what stands below them is of it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from etl import vocabulary
from etl.compounds import with_compounds
from etl.dates.written import expressions
from etl.find.events import begins
from etl.find.events.clauses import HAPPENED, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.find.events.weighed import weighed
from etl.fixed import fixed
from etl.lines import is_title
from etl.records import Item
from etl.small_words import spelt
from etl.terms import Hits, within

LONGEST_HEAD, SHORTEST_TEXT = 90, 60  # characters
FEWEST = 2  # parts that tell of something of their own
SHARE = 0.4  # of the parts that must; set on pages of other bodies: reports have more, stories hardly any
MOST_OF_HEAD = 0.6  # share of a heading that the name of its country is
LABEL = re.compile(r"\s*[|:]|\s[–—-]\s")  # behind the country of "MALAWI | Numbers"
PAST = ("participation", "date_context")  # terms of these say "last year"


@fixed
class Part:
    """The span of a part in the text of its item, with its heading; that of the text before the first has none."""

    start: int
    end: int
    head: str


def parts_of(item: Item) -> list[Item]:
    """Return an item for each part of a page that tells of something of its own; the item itself where it has none.

    A part whose heading says that it is one of a report ("Outcome 2", "Cambodia") is kept whatever it says, and where
    there are several each of their sentences may tell of an activity, as in a report of numbered paragraphs.
    """
    parts = _parts(item) if item.shape == "page" else []
    if len(parts) < FEWEST:
        return [item]
    text = item.text.string
    hits = with_compounds(vocabulary.terms().find(text), text, item.language)
    clauses = weighed(item, hits)
    lead = Part(min(len(item.title) + 1, parts[0].start), parts[0].start, "")
    own = [p for p in parts if any(_has_mark(c, hits) for c in _told(p, clauses, item, hits))]
    named = [p for p in parts if _is_of_report(p.head)]
    named = named if len(named) >= FEWEST else []
    story = not named and any(map(_is_meeting, _inside(lead, clauses)))
    if story or len(own) < max(FEWEST, SHARE * len(named or parts)):
        return [item]
    first = [Part(0, lead.end, "")] if _told(lead, clauses, item, hits) else []
    kept = [*first, *(p for p in parts if p in own or p in named)]
    return [_item(item, part, part in named, parts[0].start) for part in kept]


def _parts(item: Item) -> list[Part]:
    """Return what stands below each heading behind the title; the title said again is none."""
    text = item.text.string
    starts = [0, *(n + 1 for n, sign in enumerate(text) if sign == "\n")]
    lines = [(a, text[a:b].rstrip("\n")) for a, b in pairwise([*starts, len(text)])]
    heads = [(a, line) for (a, line), (_, below) in pairwise(lines) if a and _is_head(line, below)]
    heads = [(a, line) for a, line in heads if line != item.title]
    return [Part(a, end, line) for (a, line), (end, _) in pairwise([*heads, (len(text), "")])]


def _is_head(line: str, below: str) -> bool:
    return len(line) <= LONGEST_HEAD and len(below) >= SHORTEST_TEXT and is_title(line) and not is_title(below)


def _inside(part: Part, clauses: list[Clause]) -> list[Clause]:
    return [c for c in clauses if part.start + len(part.head) <= c.start < part.end]


def _told(part: Part, clauses: list[Clause], item: Item, hits: Hits) -> list[Clause]:
    """Return the sentences of a part that tell of something of their own, not of what was long before."""
    likely = [c for c in _inside(part, clauses) if c.score >= HAPPENED and begins.begins(c, item, hits)]
    return [c for c in likely if not any(h.code == "past" for h in within(hits.of(*PAST), c.start, c.end))]


def _has_mark(clause: Clause, hits: Hits) -> bool:
    """Say whether a sentence says when, or names one new event and its town."""
    when = any(e.first.year or e.first.month for e in expressions(clause.text[clause.start : clause.end]))
    return when or (clause.new and bool(within(hits.of("city"), clause.start, clause.end)))


def _is_meeting(clause: Clause) -> bool:
    """Say whether a sentence tells of one meeting that was held: what stands below it tells more of that."""
    meeting = clause.event is not None and clause.event.code in MEETINGS
    return meeting and clause.act is not None and clause.score >= HAPPENED


def _is_of_report(head: str) -> bool:
    """Say whether a heading is that of a report's part: "Component A. Inspection", "2. Equipment", "Viet Nam"."""
    if _numbered().match(head):
        return True
    name = LABEL.split(head, 1)[0]
    return sum(h.end - h.start for h in vocabulary.terms().find(name, "country")) >= MOST_OF_HEAD * len(name)


@cache
def _numbered() -> re.Pattern[str]:
    """Return the pattern of a heading with its number or letter, with or without the word for such a part."""
    number = r"(?:\d+(?:\.\d+)*|[IVX]+|[A-HА-Е])"
    return re.compile(rf"\W*(?:(?i:{spelt('part of a report')})\s{number}\b|{number}[.)]\s)")


def _item(item: Item, part: Part, of_report: bool, below: int) -> Item:
    """Return a part as an item; a day that heads the page is said of all its parts, one further down of its own."""
    first, last = item.text.lines_of(part.start, part.end)
    text = item.text.slice(part.start, part.end)
    shape = "report" if of_report else "page"
    title = part.head or item.title
    found = replace(item, text=text, title=title, line_start=first, line_end=last, shape=shape, entry=True)
    day = item.heading_line
    elsewhere = day is not None and day >= item.text.line_at(below) and not first <= day <= last
    return replace(found, heading="", heading_line=None) if elsewhere else found
