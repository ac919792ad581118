"""What a manager chose for a briefing <-> JSON: sections in order, titles, messages, priorities, paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

SECTIONS = (
    "overview", "where", "time", "areas", "countries", "claims", "partners", "priorities", "notes", "annex",
)  # fmt: skip
PAPERS = ("a4", "letter")
LONGEST_TITLE = 300  # letters
LONGEST_TEXT = 2000  # letters of a message or of the priorities of one area
MOST_MESSAGES = 8  # of one section


@dataclass(frozen=True, slots=True)
class Options:
    """`sections` in their order. `titles` and `messages` by section, `priorities` by area: only what was edited."""

    sections: tuple[str, ...] = SECTIONS
    title: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    messages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    priorities: Mapping[str, str] = field(default_factory=dict)
    paper: str = PAPERS[0]


def chosen_sections(text: str) -> tuple[str, ...]:
    """Read "map,areas" of the address: known sections in their order, all of them where none is known."""
    found = tuple(dict.fromkeys(key for key in text.split(",") if key in SECTIONS))
    return found or SECTIONS


def written(options: Options) -> dict[str, Any]:
    """Return the options as JSON can hold them."""
    return {
        "sections": list(options.sections),
        "title": options.title,
        "titles": dict(options.titles),
        "messages": {key: list(messages) for key, messages in options.messages.items()},
        "priorities": dict(options.priorities),
        "paper": options.paper,
    }


def read(given: Mapping[str, Any]) -> Options:
    """Read what `written` wrote, or what a page sent; what is unknown is left out, what is too long is cut."""
    return Options(
        chosen_sections(",".join(map(str, given.get("sections") or ()))),
        _cut(given.get("title"), LONGEST_TITLE),
        {key: _cut(text, LONGEST_TITLE) for key, text in _known(given, "titles") if text},
        {key: tuple(_cut(m, LONGEST_TEXT) for m in many)[:MOST_MESSAGES] for key, many in _known(given, "messages")},
        {str(key): _cut(text, LONGEST_TEXT) for key, text in (given.get("priorities") or {}).items() if text},
        given["paper"] if given.get("paper") in PAPERS else PAPERS[0],
    )


def _known(given: Mapping[str, Any], name: str) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in (given.get(name) or {}).items() if key in SECTIONS]


def _cut(text: Any, longest: int) -> str:
    return str(text or "").strip()[:longest]
