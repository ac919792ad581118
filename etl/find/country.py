"""Turns the places of a passage into its beneficiaries: those whose institutions or people took part or were helped."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from etl import vocabulary
from etl.places.around import IN_A_TOPIC
from etl.places.bodies import paying_in
from etl.places.home import home_of
from etl.places.roles import Place, placed
from etl.places.scope import is_wide, tells_of_others
from etl.places.sentence import title_end
from etl.records import Document, Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit, Hits

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COUNTRIES = ("country", "demonym", "city")
ASIDE = ("subject", "border", "quoted")
ON_SITE = ("where", "held", "dateline")
NEAR, FURTHER_ON = 2, 3  # ranks of sentences: below the first the cue's and the title; the second tells nothing of it
TAKES_PART = "took part or is its subject"
OFFICE = "the office for it"

Tier = tuple[str, float, Callable[[Place], bool]]
# The first tier with a country in it decides; the numbers only tell the surer findings from the less sure: the share of
# right ones that a reader sees is measured (calibration.csv). Of 276 labelled tellings, those that we looked at while
# writing the rules, the first tier was right in 98 of 100 cases, the second in 92, the third in 75, no country at all
# in 99; the other tiers spoke four times.
TIERS: tuple[Tier, ...] = (
    (TAKES_PART, 0.95, lambda p: _takes_part(p)),
    ("national activity there", 0.85, lambda p: p.role in ON_SITE and not _seat(p) and p.rank < FURTHER_ON),
    (OFFICE, 0.6, lambda p: _is_office(p) and p.rank < NEAR),
    ("national activity there", 0.7, lambda p: p.role in ON_SITE and not _seat(p)),
    ("named elsewhere in the text", 0.7, lambda p: p.role in ASIDE or (p.role == "recipient" and p.rank == 3)),
    ("visited there", 0.6, lambda p: p.role == "visit"),
    ("its own activity", 0.6, lambda p: p.role == "organiser" and p.rule.startswith("organiser")),
    ("carried out with its government", 0.5, lambda p: p.role == "partner"),
    (OFFICE, 0.5, lambda p: _is_office(p) and p.rank < FURTHER_ON),
)
ONLY_NATIONAL = ("national activity there", "its own activity", "carried out with its government")


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return the beneficiaries as one finding of `country` (sorted alpha-3), and one for each country that lost."""
    every = placed(passage)
    others = {code for p in (*paying_in(every), *_visited(every)) for code in p.codes}  # who paid, who was visited
    places = [p for p in every if p.kind != "organisation" and not (p.role == "subject" and others & set(p.codes))]
    places = [p for p in places if not (p.role == "dateline" and tells_of_others(p, passage))]
    wide = is_wide(passage)
    for rule, confidence, fits in TIERS:
        chosen = [p for p in places if fits(p) and not (wide and rule in ONLY_NATIONAL)]
        if rule == TAKES_PART:
            chosen = chosen or [p for p in places if p.rule == IN_A_TOPIC and p.rank < 2]
        codes = sorted({code for p in chosen for code in _codes(p, passage, document)})
        if codes and not (rule == OFFICE and len(codes) > 1):  # several offices: whose people it was for is not said
            return [_finding(codes, chosen, passage, rule, confidence), *_losers(places, codes, passage)]
    if earlier := _carried(passage):
        said_before = [replace(f, rule=f"{f.rule}, said before") for f in find(earlier, document)]
        return [*said_before, *_losers(places, [], passage)]
    if code := _of_its_place(passage) or ("" if wide else _of_a_mission(every) or home_of(document)):
        rule = "country: " + ("place that its row states" if passage.item.stated else "page of its office")
        return [Finding("country", [code], "", passage.line_start, passage.line_end, rule, 0.5)]
    return [
        Finding("country", [], "", passage.line_start, passage.line_end, "country.none", 0.7),
        *_losers(places, [], passage),
    ]


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


def _visited(places: Sequence[Place]) -> list[Place]:
    """Return where people went: those who explain something to them there are not helped."""
    return [p for p in places if p.role == "visit"]


def _carried(passage: Passage) -> Passage | None:
    """Return what a passage without countries refers back to: its title, or ("the Government") a sentence before it."""
    whole, edge = passage.item.text.string, title_end(passage)
    start, end = 0, edge
    if passage.of("back_reference") and passage.start > edge:
        start, end = edge, passage.start
    if not start < end <= passage.start:
        return None
    hits = [h for h in vocabulary.terms().find(whole[start:end]) if h.code]
    for first, last in reversed(sentences(whole[start:end])):
        inside = Hits(Hit(h.start + start, h.end + start, h.term) for h in hits if first <= h.start < last)
        if any(h.group in COUNTRIES for h in inside):
            first, last = first + start, last + start
            return replace(passage, start=first, end=last, cue_start=first, cue_end=first, hits=inside)
    return None


def _takes_part(place: Place) -> bool:
    if place.role == "subject":
        return place.rank < 2 and place.rule != IN_A_TOPIC
    return place.role in ("recipient", "all_members") and place.rank < 3


def _is_office(place: Place) -> bool:
    return place.role == "office" and place.kind in ("country", "city") and not _seat(place)


def _seat(place: Place) -> bool:
    if place.rule.startswith("capital:"):  # "in the Austrian capital"
        return vocabulary.has_seat(place.codes[0])
    return place.kind == "city" and vocabulary.is_seat(place.name)


def _codes(place: Place, passage: Passage, document: Document) -> Sequence[str]:
    if place.kind != "bloc":
        return place.codes[:1]
    if place.role != "all_members":
        return ()
    year = YEAR.search(passage.item.heading) or YEAR.search(passage.string)
    return vocabulary.members(place.codes[0], year.group() if year else (document.published or ""))


def _finding(
    codes: list[str], places: Sequence[Place], passage: Passage, rule: str, confidence: float, chosen: bool = True
) -> Finding:
    text = passage.item.text
    start, end = places[0].start, places[-1].end
    lines = text.lines_of(start, end)
    return Finding("country", codes, text.string[start:end], *lines, f"country: {rule}", confidence, chosen)


def _losers(places: list[Place], codes: list[str], passage: Passage) -> list[Finding]:
    lost = [p for p in places if p.kind != "bloc" and not set(p.codes) & set(codes)]
    return [_finding(list(p.codes[:1]), [p], passage, f"{p.role} ({p.rule})", 0.3, chosen=False) for p in lost]
