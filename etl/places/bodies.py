"""Places -> who stands in a list of donors or partners: States by code, bodies by name."""

from __future__ import annotations

from collections.abc import Sequence

from etl import vocabulary
from etl.places.roles import Place
from etl.records import Finding, Passage

NEAR = 2  # ranks below it: the sentence of the activity, and the title
PAYING = ("donor", "support")
AGAIN = 60  # characters between a State that pays and the same in the short name of what pays
HELPED = ("recipient", "subject", "where", "held")


def states_and_bodies(place: Place) -> list[str]:
    """Return alpha-3 for a State or a body that acts for one, the canonical name of any other body; no programmes."""
    if place.kind == "organisation":
        return [vocabulary.organisation_country(code) or code for code in place.codes]
    if place.kind == "bloc":
        names = [row["name"] for row in vocabulary.rows("blocs") if row["bloc"] in place.codes][:1]
        return [name for name in names if name not in vocabulary.codes("programmes")]
    return list(place.codes[:1]) if place.kind in ("country", "demonym") else []


def paying_in(places: Sequence[Place]) -> list[Place]:
    """Return who paid: the text speaks of money, or of the support of a State, a fund or the European Union.

    A State that supports what its own people took part in gives no money for it, unless the text says so.
    """
    if not any(p.role in PAYING for p in places):
        return []
    near = [p for p in places if p.role in HELPED and (p.role != "subject" or p.rank < NEAR)]
    near = [p for p in near if not _named_again(p, places)]
    helped = {code for p in near if p.kind != "organisation" for code in p.codes}
    return [p for p in places if p.role == "donor" or (p.role == "support" and _has_money(p, helped))]


def _named_again(place: Place, places: Sequence[Place]) -> bool:
    """Say whether a State stands right behind its own support: "of the Danish Peace Fund (DPF Denmark)"."""
    before = (p for p in places if p.role in PAYING and 0 <= place.start - p.end <= AGAIN)
    return place.role == "subject" and any(p.codes == place.codes for p in before)


def _has_money(place: Place, helped: set[str]) -> bool:
    acts_for_a_state = place.kind == "organisation" and any(map(vocabulary.organisation_country, place.codes))
    names = [name for name in states_and_bodies(place) if acts_for_a_state or name not in helped]
    return any(name in vocabulary.countries() or name == "European Union" or _is_a_purse(name) for name in names)


def _is_a_purse(name: str) -> bool:
    """Say whether a body lends or gives money: a fund, a development bank."""
    return "Fund" in name or "Bank" in name or name == "EBRD"


def one_list(field: str, places: Sequence[Place], confidence: float, passage: Passage) -> list[Finding]:
    """Return one finding whose value is the sorted list of all of `places`, quoted from the first; [] for none."""
    values = sorted({value for place in places for value in states_and_bodies(place)})
    if not values:
        return []
    first, text = places[0], passage.item.text
    quote = text.string[first.start : first.end]
    lines = text.lines_of(first.start, first.end)
    return [Finding(field, values, quote, *lines, f"{field}: {first.rule}", confidence)]
