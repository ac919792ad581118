"""Turns an item into mentions: runs the finders over each passage and lets the best finding of a field stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import tee
from typing import Any, Protocol

from etl import title, vocabulary
from etl.compounds import with_compounds
from etl.confidence import confidence, labels_for
from etl.find import (
    activity,
    areas,
    audience,
    claims,
    company,
    country,
    date,
    donors,
    headed,
    host,
    kind,
    level,
    mode,
    organisation,
    partners,
    people,
    programme,
    region,
    second_look,
    topics,
)
from etl.find.events.words import is_paper
from etl.find.passages import widened
from etl.names import stable_id
from etl.pieces import pieces
from etl.places.covered import covered_alone
from etl.places.home import home_of
from etl.records import Document, Finding, Item, Mention, Passage
from etl.schema import MENTIONS
from etl.terms import Hits


class Finder(Protocol):
    """A module of etl/find that proposes values for the fields of one passage."""

    def find(self, passage: Passage, document: Document) -> list[Finding]:
        """Return findings; several for a field are candidates, of which one is chosen."""


FINDERS: Sequence[Finder] = (
    level, date, kind, areas, topics, claims,
    country, region, host, mode, donors, partners, organisation, programme, audience, people,
)  # fmt: skip
# The fields for which a finder proposes values: where columns state all of them, it is not asked.
PROPOSES: dict[Finder, frozenset[str]] = {finder: frozenset(fields.split()) for finder, fields in (
    (level, "level"), (date, "date end_date date_basis"), (kind, "kind"), (areas, "areas"), (topics, "topics"),
    (country, "country"), (region, "region_text"), (host, "host_country"), (mode, "mode"), (donors, "donors"),
    (partners, "partners"), (organisation, "organisation"), (programme, "programme"), (audience, "audience"),
    (people, "participants trained women men number_qualifier"),
)}  # fmt: skip
EMPTY: dict[str, Any] = {c.name: [] if c.type == "list" else None for c in MENTIONS}
WHERE_NOTHING_IS_FOUND: dict[str, Any] = {
    "level": "event",
    "kind": "conference",
    "date_basis": "none",
    "aggregate": False,
    "confidence": 0.0,
}
AS_GOOD_AS_A_COIN = 0.5  # rows below it are more often wrong than right: a person should look
WORDS_KEPT = 1500  # characters of a telling that the search for doubles looks at: what it is about stands early
OWN_TITLES = ("feed", "page", "rows")  # shapes whose items have titles of their own; in others it is the section's
# What follows from other fields, where no column says it outright.
AS_STATED = ("participants", "trained", "region", "language", "organisation")
NAMES = ("city", "region", "bloc", "programme", "edition")  # groups of terms that set tellings apart
Told = tuple[Passage, list[Finding]]  # what may tell of an activity, with what is found in it
OfItem = tuple[Hits, list[Told]]
Part = tuple[Item, Hits]
WORD = re.compile(r"\w+")
NO_WORDS = {n: " " for n in range(128) if not (chr(n).isalnum() or chr(n) == "_")}  # the same in ASCII, far quicker


def mentions(document: Document, items: Sequence[Item], whose: str | None = None) -> Iterator[Mention]:
    """Yield the tellings of activities in the items of `document`, in the order of the text.

    `whose` is the organisation whose activities they are, where the caller knows it. A `mention_id` is made from the
    document's name and the words of the telling, and only where a document says the same words twice from their order.
    """
    said: Counter[str] = Counter()
    for parts in _papers(document, items):
        for hits, told in _in_company(_read(parts, document)):
            for passage, findings in _sure(told, hits, document):
                telling = stable_id(telling_words(passage.item, passage.start, passage.end))
                said[telling] += 1
                yield _mention(passage, findings, document, whose, telling, said[telling])


def _papers(document: Document, items: Sequence[Item]) -> Iterator[list[Part]]:
    """Yield the parts of a document's items with the terms in them: all of a paper, one by one of what is longer."""
    home = home_of(document) or covered_alone(document, 1)
    whole = (replace(item, home=home) if home else item for item in items)
    parts, read = tee(part for item in whole for piece in pieces(item) for part in headed.parts_of(piece))
    hits = vocabulary.terms().find_each(part.text.string for part in read)
    found = ((p, with_compounds(h, p.text.string, p.language)) for p, h in zip(parts, hits, strict=True))
    if is_paper(document):
        yield list(found)
    else:
        yield from ([part] for part in found)


def _read(parts: Sequence[Part], document: Document) -> list[OfItem]:
    """Return for each part of a paper the passages that may tell of activities with what is found in each."""
    passages = activity.passages_of_each(parts, document)
    return [
        (hits, [(passage, _findings(passage, document)) for passage in found])
        for (_, hits), found in zip(parts, passages, strict=True)
    ]


def _in_company(paper: Sequence[OfItem]) -> Iterator[OfItem]:
    """Yield the same, each passage with what there is to see of it beside the others of its paper."""
    told = company.company_of(row_of(findings) for _, found in paper for _, findings in found)
    for hits, found in paper:
        yield hits, [(_beside(passage, findings, told), findings) for passage, findings in found]


def _beside(passage: Passage, findings: list[Finding], told: company.Company) -> Passage:
    return replace(passage, seen={**passage.seen, **company.features(row_of(findings), told)})


def _sure(read: list[Told], hits: Hits, document: Document) -> list[Told]:
    """Return the passages of an item with what was read in them, without those that hardly tell of an activity.

    The others have the words of these, too.
    """
    kept = [(p, findings) for p, findings in read if second_look.is_one(p, row_of(findings), findings, document)]
    if len(kept) == len(read):
        return kept
    wide = widened([passage for passage, _ in kept], [passage for passage, _ in read], hits)
    return [(w, findings if w is p else _findings(w, document)) for w, (p, findings) in zip(wide, kept, strict=True)]


def titled(mention: Mention) -> Mention:
    """Return the mention with a title made from its fields where the document has none; its date must be settled."""
    row = mention.row
    return mention if row["title"] else replace(mention, row=row | {"title": title.made(row)})


def telling_words(item: Item, start: int, end: int) -> str:
    """Return the words of a telling, lower-case, parted by single spaces; not its place, so that it may be moved."""
    told = f"{item.heading} {item.text.string[start:end]}".casefold()
    return " ".join(told.translate(NO_WORDS).split() if told.isascii() else WORD.findall(told))


def _mention(
    passage: Passage, findings: list[Finding], document: Document, whose: str | None, telling: str, time: int
) -> Mention:
    item = passage.item
    standing = _standing(findings)
    row = row_of(findings)
    row["confidence"] = confidence(findings, labels_for(document.kind_of_document, whose or document.publisher))
    flags = {flag for f in findings if f.field == "flags" and f.chosen for flag in f.value}
    row["flags"] = sorted(flags | ({"low_confidence"} if row["confidence"] < AS_GOOD_AS_A_COIN else set()))
    row |= {
        "mention_id": stable_id(document.name, telling, str(time)),
        "document": document.name,
        "line_start": passage.line_start,
        "line_end": passage.line_end,
        "locator": item.locator,
        "language": item.language,
        "organisation": whose or row["organisation"] or document.publisher,
    }
    row = people.reconciled(row) | {"region": region.region_codes(standing.values())}
    row |= {f.field: f.value for f in item.stated if f.field in AS_STATED}
    row["title"] = heading = _title(passage)
    words = passage.string[:WORDS_KEPT]
    return Mention(row, tuple(findings), tuple(row["flags"]), heading, words, _names(passage), telling)


def row_of(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the columns of a telling for which something was found, each with the finding that stands."""
    return EMPTY | WHERE_NOTHING_IS_FOUND | {name: finding.value for name, finding in _standing(findings).items()}


def _findings(passage: Passage, document: Document) -> list[Finding]:
    """Return what the item's columns state, and what the finders read in its words for the other fields."""
    stated = passage.item.stated if passage.start == 0 else ()  # what stands at the head of a page is of its first
    if not stated:
        return [f for finder in FINDERS for f in finder.find(passage, document)]
    fields = {f.field for f in stated} - {"flags"}
    asked = [finder for finder in FINDERS if finder not in PROPOSES or not PROPOSES[finder] <= fields]
    return [*stated, *(f for finder in asked for f in finder.find(passage, document) if f.field not in fields)]


def _title(passage: Passage) -> str:
    """Return the item's title where it is this activity's alone: not a section's, nor that of what came before."""
    return passage.item.title if passage.item.shape in OWN_TITLES and passage.start == 0 else ""


def _names(passage: Passage) -> frozenset[str]:
    """Return what sets a telling apart from others: `city:kasane`, `bloc:sadc`, `edition:fr` ..."""
    named = passage.of(*NAMES)
    return frozenset(f"{hit.group}:{hit.term.term.casefold() if hit.group == 'city' else hit.code}" for hit in named)


def _standing(findings: Sequence[Finding]) -> dict[str, Finding]:
    """Return the finding that stands for each field: the surest of those chosen, the first of equals."""
    standing: dict[str, Finding] = {}
    for finding in findings:
        rival = standing.get(finding.field)
        if finding.chosen and (rival is None or finding.confidence > rival.confidence):
            standing[finding.field] = finding
    return standing
