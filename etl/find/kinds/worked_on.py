"""The terms near an activity -> what is worked on there, which says the kind: a law, a tool, or what people learn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl import vocabulary
from etl.find.kinds.theme import begins_theme
from etl.terms import Hit

REACH = 60  # characters between "review" and the law or tool that is reviewed, "strengthen" and the skills
VISIT_REACH = 150  # characters between "visited" and what the visitors came to learn
VISITED_TO = (("training", "learn"), ("assessment", "check"))
DONE = (  # "the bill was reviewed": the law stands before it
    "ed", "é", "ée", "és", "ado", "ada", "ido", "ida", "under review", "up to date",
)  # fmt: skip
ARTICLES = frozenset(row["word"] for row in vocabulary.rows("determiners"))
LONGEST = 12  # characters of "the newly"
NAMED_LAW = "legislative:named"  # a law or plan by name, which may be the only word for what was done: "its new law"
# Of data/terms/kind.csv: two of them say a kind.
ALSO = {("kind", NAMED_LAW): "law", ("act", "draft"): "work", ("kind", "advice"): "work", ("kind", "comment"): "work"}
HALVES = ("work", "advice", "comment", "law", "tool", "raise", "skill", "visit", "learn", "check", "taught")


def worked_on(near: Sequence[Hit], text: str) -> Iterator[tuple[str, Hit]]:
    """Yield what is worked on, each with the kind that it says.

    A law that is drafted says legislative, a tool or study expert_meeting, the skills that are strengthened training;
    not where that is only the theme ("a workshop on improving knowledge") or part of a name ("capacity-building
    programme").
    Who visits others to learn from them is on a study visit, which is training; who visits to assess them does that.
    """
    events = [h for h in near if h.group == "event"]
    halves: dict[str, list[Hit]] = {half: [] for half in HALVES}
    for hit in near:
        half = ALSO.get((hit.group, hit.code), hit.code)
        if half in halves:
            halves[half].append(hit)
    if halves["work"]:
        works = [h for h in halves["work"] if not _is_attribute(h, text)]
        yield from _drafted(works, halves["law"], halves["tool"], events)
    for visit in halves["visit"]:
        for kind, half in VISITED_TO:
            yield from ((kind, h) for h in halves[half] if 0 <= h.start - visit.end <= VISIT_REACH)
    for raised in (h for h in halves["raise"] if not begins_theme(text, h.start)):
        for skill in (h for h in halves["skill"] if not _within(h, events)):
            if max(skill.start - raised.end, raised.start - skill.end) <= REACH:
                yield "training", skill


def _drafted(works: list[Hit], laws: list[Hit], named: list[Hit], events: list[Hit]) -> Iterator[tuple[str, Hit]]:
    tools = [h for h in events if h.code.startswith("publication") or is_study(h)] + named
    laws = [h for h in laws if not _within(h, tools)]
    for work in works:
        for kind, things in (("legislative", laws), ("expert_meeting", tools)):
            yield from ((kind, thing) for thing in things if _is_object(thing, work))


def _is_object(thing: Hit, work: Hit) -> bool:
    """Say whether a law or tool is what is worked on: "review the bill", "the bill was reviewed"."""
    behind, before = 0 <= thing.start - work.end <= REACH, 0 <= work.start - thing.end <= REACH
    return behind or (before and work.term.term.endswith(DONE))


def is_study(hit: Hit) -> bool:
    """Say whether a word for research means what comes of it, which others may review: "the baseline study"."""
    return hit.code.startswith("data") and hit.term.term.split()[-1] in vocabulary.small_words("study")


def _is_attribute(work: Hit, text: str) -> bool:
    """Say whether a participle only describes a tool or law: "a course on the revised manual"."""
    before = text[max(0, work.start - LONGEST) : work.start].split()
    return work.term.term.endswith(DONE) and bool(before) and before[-1].lower() in ARTICLES


def _within(hit: Hit, others: list[Hit]) -> bool:
    return any(o.start <= hit.start and hit.end <= o.end for o in others)
