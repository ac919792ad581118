"""The terms near an activity -> what is reviewed, drafted or validated there: a law or a tool, which says the kind."""

from __future__ import annotations

from collections.abc import Sequence

from etl.terms import Hit

REACH = 40  # characters between "review" and the law or tool that is reviewed
DONE = ("ed", "é", "ée", "és", "ado", "ada", "ido", "ida")  # "the bill was reviewed": the law stands before it


def worked_on(near: Sequence[Hit]) -> list[tuple[str, Hit]]:
    """Return what is worked on, each with the kind that it says: a law (legislative) or a tool (expert_meeting)."""
    works = [h for h in near if h.group == "kind" and h.code == "work"]
    if not works:
        return []
    tools = [h for h in near if h.group == "event" and h.code.startswith("publication")]
    laws = [h for h in near if h.group == "kind" and h.code == "law"]
    laws = [h for h in laws if not any(t.start <= h.start and h.end <= t.end for t in tools)]
    found = []
    for work in works:
        found += [("legislative", law) for law in laws if 0 <= law.start - work.end <= REACH]
        if work.term.term.endswith(DONE):
            found += [("legislative", law) for law in laws if 0 <= work.start - law.end <= REACH]
        found += [("expert_meeting", tool) for tool in tools if 0 <= tool.start - work.end <= REACH]
    return found
