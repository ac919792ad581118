"""Turns the places of a passage into the country where the activity took place."""

from __future__ import annotations

from etl import vocabulary
from etl.places.country_sections import of_a_section, placed_in_section
from etl.places.covered import covered_alone
from etl.places.home import home_of, only_in
from etl.places.linked import IN_A_TOPIC
from etl.places.roles import TOWN_BY_THE_WAY, Place, placed
from etl.places.scope import TELLS, tells_of_others
from etl.places.sentence import Sentence, parts
from etl.places.tiers import TO_LEARN
from etl.places.unlisted import names_a_village
from etl.records import Document, Finding, Passage
from etl.small_words import pattern
from etl.terms import within

# How surely each role says where it took place: their order decides between places, a reader sees a measured share
# (calibration.csv). Of the labelled tellings that we looked at, held was right 53 times of 53, where 65 of 67, dateline
# 11 of 13, subject 6 of 7, the others together 11 of 11.
SURENESS = {
    "held": 0.95,
    "where": 0.92,
    "dateline": 0.85,
    "visit": 0.8,
    "background": 0.7,
    "partner": 0.7,
    "office": 0.65,
    "recipient": 0.6,
    "subject": 0.6,
    "organiser": 0.6,
}
COUNTRIES = ("country", "demonym", "city")
OUTRIGHT = ("held", "where", "dateline", "visit")
POSTED = "people of elsewhere in"  # "consuls of Peru in Madrid and Paris attended a course in Lima"
AT_HOME = 0.5  # nothing in its own words says where, and all that is named around it is of one country
# What is said of a law, or is published, signed or joined, is held nowhere.
ANYWHERE = ("legislative", "publish", "sign", "publication", "join")
PRESENT = ("recipient", "subject", "visit", "background", "named", "office", "where", "held", "dateline", "route")
LIST_GAP = 14  # "in Praia and Mindelo", "in Fiji in May, the Cook Islands": names this near are one list


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `host_country` (alpha-3): the one chosen, and those that lost; [] where no text says where."""
    told = list(parts(passage))
    modes = [h.start for h in passage.of("mode") if h.code == "online"]
    online = any(s.start <= start < s.end for s in told if s.rank < 2 for start in modes)
    every = placed_in_section(passage, document)
    places = [p for p in every if p.role in SURENESS and _can_host(p, told, passage)]
    elsewhere = _said_elsewhere(every)
    ranked = sorted(places, key=lambda place: (place in elsewhere, _order(place, told)))
    best = next((p for p in ranked if not online or p.role == "held"), None)
    if best and _in_several(best, places):
        best = None
    found = [_finding(p, passage, p is best) for p in ranked if _host(p)]
    return found if best or modes else [*found, *_at_home(passage, document, told)]


def _at_home(passage: Passage, document: Document, sentences: list[Sentence]) -> list[Finding]:
    """Return the country of the body whose page it is, or of all places of the document, for what gathers people.

    Also the only country that is named, where the sentence names a town of it or a village that no list knows, or a
    campaign for its public. None where the passage names a place of another country: they may have gone there.
    """
    told = {h.code.split(":")[0] for h in passage.of("act", "event") if h.start == passage.cue_start}
    if not told.isdisjoint(ANYWHERE):
        return []
    places = [p for p in placed_in_section(passage, document) if p.kind in COUNTRIES and p.role in PRESENT]
    named = {p.codes[0] for p in places if p.kind != "demonym" or p.role == "recipient"}
    named = named or {p.codes[0] for p in places if not vocabulary.gives_aid(p.codes[0], "")}
    if len(named) > 1:
        return []
    number = passage.item.text.line_at(passage.cue_start)
    own = "" if of_a_section(document, number) else home_of(document) or only_in(document)
    rule, code = "host: page that tells of one country", own or covered_alone(document, number)
    town = any(names_a_village(s) for s in sentences if s.rank == 0) or any(map(_is_its_town, places))
    if not code and named and (town or _is_campaign(passage)):
        rule = f"host: {'town' if town else 'public'} of the one country"
        code = next(iter(named))
    if not code or named - {code}:
        return []
    return [Finding("host_country", code, "", passage.line_start, passage.line_end, rule, AT_HOME)]


def _is_its_town(place: Place) -> bool:
    """Say whether a place is a town that the sentence of the activity names by the way, and no seat of conferences."""
    return place.rule == TOWN_BY_THE_WAY and place.rank == 0 and not vocabulary.is_seat(place.name)


def _is_campaign(passage: Passage) -> bool:
    """Say whether it is for the public of the country that is named: a campaign, a roadshow, a film."""
    told = within(passage.of("event"), passage.cue_start, passage.cue_end)
    return any(h.code.startswith("campaign") for h in told)


def _order(place: Place, told: list[Sentence]) -> tuple[bool, int, bool, int, int, int]:
    """Return what sorts places, the likeliest first: outright, by its sentence's rank and place, by how it is said."""
    sentence = next(s.start for s in told if s.start <= place.start < s.end)
    to_learn = place.role == "visit" and TO_LEARN.search(place.rule) is not None
    by_the_way = place.role in ("dateline", "visit") and not to_learn
    said = list(SURENESS).index(place.role)
    return place.role not in OUTRIGHT, place.rank, by_the_way, sentence, said, place.start


def _said_elsewhere(places: list[Place]) -> list[Place]:
    """Return where people of another country are posted, and headquarters where the text says outright where it was."""
    came = {p.codes[0] for p in places if p.role == "recipient"}
    held = any(p.role == "held" and p.rank <= TELLS for p in places)
    posted = [p for p in places if p.rule.startswith(POSTED) and p.codes[0] not in came]
    return posted + [p for p in places if held and p.rule.startswith("office: ")]


def _can_host(place: Place, told: list[Sentence], passage: Passage) -> bool:
    """Say whether a place is where it was held, or, short of that, allows a guess that the text supports.

    The guesses: it is only announced there; a government together with whom or by which it was hosted; the office that
    held it for people of its own country, or a headquarters; the town whose people gathered; and the one country in
    which a gathering was about something.
    """
    if place.role == "background":
        return "will be held" in place.rule and place.rank < 2  # further on it is another one
    if place.role == "partner":
        cues = (h for s in told if s.start <= place.start < s.end for h in s.cues)
        return place.kind == "country" and any(h.term.term.startswith("host") for h in cues)
    if place.role == "organiser":
        hosts = pattern("hosted by").search(place.rule) is not None
        return hosts and place.kind == "country" and not vocabulary.gives_aid(place.codes[0], "")
    if place.role == "office":
        at_home = place.kind == "city" and any(
            p.role == "recipient" and set(p.codes) & set(place.codes) for p in placed(passage)
        )
        if place.rule.startswith("office: Centre in"):  # "trained at the Regional Centre in Peru", which is for many
            return place.rank < 2
        return at_home or (place.kind == "organisation" and "eadquarters" in place.rule and bool(_host(place)))
    if place.role == "dateline" and place.kind == "country":  # "Kenya - Our teams asked 900 people in Chad and Mali"
        return not tells_of_others(place, passage) or _people_gather(told, passage)
    if place.role == "recipient":
        town = place.kind == "city" and place.rank < 2 and not vocabulary.is_seat(place.name)
        return town and _people_gather(told, passage)
    if place.role == "subject":
        return place.rank < 2 and place.rule in ("in + name", IN_A_TOPIC) and _people_gather(told, passage)
    return place.kind in ("city", "country") or place.rule.startswith("capital:")  # "in the Ugandan capital"


def _people_gather(told: list[Sentence], passage: Passage) -> bool:
    """Say whether it is a training, or its title or sentence names a meeting."""
    taught = any(h.code == "train" and h.start == passage.cue_start for h in passage.of("act"))
    return taught or any(h.term.weight >= 1 for s in told if s.rank < 2 for h in s.of("event"))


def _host(place: Place) -> str:
    """Return the country of a place; of an organisation, the country where it has its headquarters, "" if unknown."""
    if place.kind != "organisation":
        return place.codes[0]
    return next((row["country"] for row in vocabulary.rows("seats") if row["organisation"] in place.codes), "")


def _in_several(best: Place, places: list[Place]) -> bool:
    near = [p for p in places if p.rank == best.rank and _are_listed(p, best)]
    return any(not set(p.codes) & set(best.codes) for p in near)


def _are_listed(place: Place, other: Place) -> bool:
    return 0 < max(place.start - other.end, other.start - place.end) <= LIST_GAP


def _finding(place: Place, passage: Passage, chosen: bool) -> Finding:
    text = passage.item.text
    lines = text.lines_of(place.start, place.end)
    quote = text.string[place.start : place.end]
    rule = f"host: {place.role} ({place.rule})"
    return Finding("host_country", _host(place), quote, *lines, rule, SURENESS[place.role] if chosen else 0.3, chosen)
