"""The overview in figures: the tiles of the page, and what they say."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Chart, Figure, Figures, Section, Series
from dashboard.briefing.options import Options
from dashboard.briefing.people import in_figures, in_words
from dashboard.labels import label
from dashboard.queries.answers import Totals
from dashboard.source import State
from dashboard.words import number, word, word_of

MOST_KINDS = 11


def overview(state: State, options: Options) -> Section:
    """Return the figures, and the activities by kind."""
    language, role = state.view.lang, state.filters.role
    totals = queries.totals(state.data, state.filters)
    kinds = queries.by_field(state.data, state.filters, "kind")[:MOST_KINDS]
    chart = Chart(
        "bars",
        word("briefing_by_kind", language),
        tuple(label("kind", group.value, language) for group in kinds),
        (Series(word("measure_activities", language), tuple(group.activities for group in kinds)),),
        name="kinds",
    )
    return Section("overview", "", messages(totals, language, role), (figures(totals, language, role), chart))


def figures(totals: Totals, language: str, role: str = "beneficiary") -> Figures:
    """Return what the tiles of the page show."""
    plain = {"activities": totals.activities, "countries": totals.countries, "donors": totals.donors}
    people = {"trained": totals.trained, "participants": totals.participants}
    items = {
        key: Figure(
            word(f"kpi_{key}", language), number(value, language), word_of(role, f"kpi_{key}_note", language), value
        )
        for key, value in plain.items()
    }
    for key, some in people.items():
        note = word(f"kpi_{key}_note", language, stated=some.stated, of=some.of)
        value = some.value if some.stated else None
        items[key] = Figure(word(f"kpi_{key}", language), in_figures(some, language), note, value)
    return Figures(tuple(items[key] for key in ("activities", "countries", "trained", "participants", "donors")))


def messages(totals: Totals, language: str, role: str = "beneficiary") -> tuple[str, ...]:
    """Propose what the figures allow to say."""
    if not totals.activities:
        return (word("message_nothing", language),)
    countries = word("n_countries", language, n=totals.countries)
    said = [word_of(role, "message_total", language, n=totals.activities, countries=countries)]
    said += [in_words(name, getattr(totals, name), language) for name in ("trained", "participants")]
    if totals.claims:
        said.append(word("message_claims_beside", language, n=totals.claims))
    return tuple(text for text in said if text)
