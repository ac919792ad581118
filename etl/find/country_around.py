"""A passage that names nobody who took part -> the countries of its section, its office or its document."""

from __future__ import annotations

from collections.abc import Sequence

from etl import vocabulary
from etl.find.events.clauses import cue_sentence
from etl.places.counted import counts
from etl.places.country_sections import of_a_section
from etl.places.covered import Covered, covered, has_half
from etl.places.givers import all_help, helps
from etl.places.home import home_of, only_in
from etl.places.roles import Place
from etl.places.scope import is_for_many, is_wide
from etl.places.tiers import FURTHER_ON
from etl.records import Document, Finding, Passage
from etl.terms import within

PLAYED = ("recipient", "subject", "where", "held", "dateline")  # roles of a country that had a part in it
VISITED = ("where", "held", "dateline", "office")  # roles of a country in which it may have been
ABOVE = "country: what stands above it"
COUNTRIES = ("country", "demonym", "city")
VENUES = ("dateline", "venue first")  # how rules begin of a place on a line of its own, or before all else


def around(passage: Passage, document: Document, every: Sequence[Place], places: Sequence[Place]) -> Finding:
    """Return what stands around a passage that names nobody who took part: its section, the office, the document."""
    wide = is_wide(passage) and is_for_many(passage)
    code = _of_its_place(passage)
    if not code and not wide and not of_a_section(document, _line(passage, passage.cue_start)):
        code = _of_a_mission(every) or home_of(document) or only_in(document)
    if code:
        rule = "country: " + ("place that its row states" if passage.item.stated else "page of its office")
        return Finding("country", [code], "", passage.line_start, passage.line_end, rule, 0.5)
    named = {p.codes[0] for p in places if p.kind in COUNTRIES and p.role in PLAYED}
    above = _above(passage, document, wide)
    if above and named.issubset(above.value):
        return above
    return Finding("country", [], "", passage.line_start, passage.line_end, "country.none", 0.7)


def _line(passage: Passage, start: int) -> int:
    return passage.item.text.line_at(start)


def _above(passage: Passage, document: Document, wide: bool) -> Finding | None:
    """Return the countries of the section or document; for the regional not one alone, nor others than it counts.

    But where half of what the document names lies in the one: "regional" says there that it was in a part of it.
    """
    above = covered(document, _line(passage, passage.cue_start))
    if above is None:
        return None
    alone = len(above.codes) == 1 and above.codes[0] != has_half(document)
    if wide and (alone or counts(passage) - {len(above.codes)}):
        return None
    return said_above(above, ABOVE)


def said_above(above: Covered, rule: str) -> Finding:
    """Return the finding of countries that stand above a passage."""
    return Finding("country", [*above.codes], above.words, above.line, above.line, rule, 0.4)


def instead(
    codes: list[str],
    chosen: Sequence[Place],
    every: Sequence[Place],
    passage: Passage,
    document: Document,
    wide: bool,
) -> Finding | None:
    """Return the countries of the section or document where an item names only others, and none as having come.

    They went there, or learned from there: "Five officers of the Secretariat spent a week in Manila".
    """
    if found := _of_a_helped_home(codes, every, passage, document, wide):
        return found
    helpers = all(vocabulary.gives_aid(code, "") for code in codes)
    nearest = FURTHER_ON - 1 if helpers else FURTHER_ON
    if any(p.rule.startswith(VENUES) or (p.role in (*PLAYED, "all_members") and p.rank < nearest) for p in chosen):
        return None
    above = _above(passage, document, wide)
    return above if above and set(codes).isdisjoint(above.value) else None


def _of_a_helped_home(
    codes: list[str], every: Sequence[Place], passage: Passage, document: Document, wide: bool
) -> Finding | None:
    """Return the country of the document or its office, where all that a passage names are States that help it.

    Not where the passage says that it was held in one of theirs, or that many were there.
    """
    if wide or not all_help(codes, "") or any(p.role in VISITED and p.codes[0] in codes for p in every):
        return None
    found = _above(passage, document, wide)
    if found is None and not of_a_section(document, _line(passage, passage.cue_start)):
        home = home_of(document)
        found = said_above(Covered((home,), 1, ""), ABOVE) if home else None
    return found if found and not any(helps(code, "") for code in found.value) else None


def _of_its_place(passage: Passage) -> str:
    """Return the country in which a row of a table says that it was held; "" for a seat of conferences."""
    stated = next((f for f in passage.item.stated if f.field == "host_country"), None)
    if stated is None:
        return ""
    seats = (vocabulary.is_seat(h.term.term) for h in vocabulary.terms().find(stated.quote) if h.group == "city")
    return "" if any(seats) else str(stated.value)


def _of_a_mission(places: Sequence[Place]) -> str:
    """Return the country of the one peace mission that is named ("MINUSCA"); "" where there is none or several."""
    named = {code for p in places if p.kind == "organisation" and p.rank < FURTHER_ON for code in p.codes}
    countries = {row["country"] for row in vocabulary.rows("missions") if row["organisation"] in named}
    return countries.pop() if len(countries) == 1 else ""


def with_who_signed(codes: list[str], passage: Passage, document: Document) -> list[str]:
    """Return `codes` with the country of the page, where its body signed something with one of another: both took part.

    Not where the page is that of a body of many countries, which signs for none.
    """
    home = passage.item.home
    if len(codes) != 1 or not home or home in codes or document.publisher:
        return codes
    signed = any(h.code == "sign" for h in within(passage.of("act"), *cue_sentence(passage)))
    return sorted([*codes, home]) if signed else codes
