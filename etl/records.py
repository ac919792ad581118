"""What the stages hand to each other: Document -> Item -> Passage -> Finding -> Mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from etl.fixed import fixed
from etl.terms import Hit, Hits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from etl.text import Text


# How the rule begins of a day that is that of an event told of before: in the same item, or in an earlier one too.
SAME_EVENT, EVENT_BEFORE = "date.same_event.", "date.event_before."
STATED = "stated"  # the rule of what a column or an element says outright; its confidence is 1


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a register or an IATI activity: what it states of its fields, and its free text.

    `words` are the numbered lines of free text (title first where there is one); `findings` what its columns say.
    """

    line_start: int
    line_end: int
    locator: str
    title: str
    words: tuple[tuple[int, str], ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One file as received, as numbered lines; equal to itself alone, so that it can be the key of a cache.

    `lines[0]` is line 1. `published`, `period_from` and `period_to` are ISO 8601 of any
    precision or None; `period_*` is the period that a report says it covers.
    `language` is ISO 639-1. `places[n]` is where a person finds line n+1 ("p. 7"); empty for plain text.
    `records` are the rows that state their fields: of a register or IATI file (shape rows), or of registers inside a
    text, whose lines `rows` holds: these are no text.
    """

    name: str
    checksum: str
    lines: tuple[str, ...]
    kind_of_document: str = "page"  # feed, report, slides, page, rows
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    period_from: str | None = None
    period_to: str | None = None
    language: str = "en"
    places: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    rows: frozenset[int] = frozenset()


@fixed
class Item:
    """The piece of a document that tells of one thing: a news entry, a numbered paragraph, a slide.

    `heading` is the date heading as written ("12 January 2021", "3 - 4 August"), `title` the line of
    title; both "" where there is none. `text` holds title and body (without the date heading, unless the date stands in
    mid-line) and maps back to lines. `line_start` and `line_end` (1-based, inclusive) cover the whole item with
    heading.
    `position` counts the items of one document from 0. `shape` is feed, report, slides, page or rows.
    `stated` is what columns say of its fields; the finders are asked only for the others. `home` is the country whose
    page or bulletin the document is, "" where it does not say. `entry` says that it is one of several parts of a page.
    """

    document: str
    position: int
    shape: str
    line_start: int
    line_end: int
    locator: str
    heading: str
    title: str
    text: Text
    language: str = "en"
    heading_line: int | None = None
    stated: tuple[Finding, ...] = ()
    home: str = ""
    entry: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The part of an item that tells of one activity; equal to itself alone, so that it can be the key of a cache.

    `start:end` is the half-open span of `item.text` that tells of it (the whole text where the item tells of one);
    `cue_start:cue_end` the words that made it an activity ("organized a workshop"). `hits` are the terms found inside
    the span or `front` (offsets into `item.text`), which is what the sentence of two activities says of both before the
    first. `aggregate` says that it only sums up other activities; `seen` is what there is to see of the sentence that
    tells of it (etl/find/events/features.py). `rest` is what stands on a page behind what is told beside its
    story: it is of the story, whose passage has it.
    """

    item: Item
    start: int
    end: int
    cue_start: int
    cue_end: int
    line_start: int
    line_end: int
    hits: Hits = field(default_factory=Hits)
    aggregate: bool = False
    rule: str = ""
    confidence: float = 1.0
    front: tuple[int, int] = (0, 0)
    seen: Mapping[str, float] = field(default_factory=dict)
    rest: Passage | None = None

    @property
    def string(self) -> str:
        """The words of the passage."""
        return self.item.text.string[self.start : self.end]

    def of(self, *groups: str) -> Sequence[Hit]:
        """Return the hits of these groups, in their order."""
        return self.hits.of(*groups)


@fixed
class Finding:
    """One value that a finder proposes for one field of one passage, with the words that say so.

    `value` is a string, whole number, boolean, list of strings, or None ("the text says: not known").
    Among the findings of one field the one with `chosen` stands in the table; the others answer "why not".
    """

    field: str
    value: Any
    quote: str
    line_start: int
    line_end: int
    rule: str
    confidence: float
    chosen: bool = True
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One telling of one activity: its row of `mentions` by column name, and the evidence for it.

    `title`, `words` and `names` (group:code of cities, regions, blocs, programmes, editions) are what it says, kept
    only to tell which mentions are of one activity; `telling` is made from all of it, so that the same words give the
    same name wherever they stand.
    """

    row: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    flags: tuple[str, ...] = field(default=())
    title: str = ""
    words: str = ""
    names: frozenset[str] = frozenset()
    telling: str = ""
