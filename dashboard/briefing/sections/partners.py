"""Partners and donors: who paid and who took part, as the texts name them."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Chart, Section, Series
from dashboard.briefing.options import Options
from dashboard.labels import label
from dashboard.queries.answers import Group
from dashboard.source import State
from dashboard.words import number, word

MOST_BARS = 8


def partners(state: State, options: Options) -> Section:
    """Return the bars of donors and of partners."""
    language, total = state.view.lang, queries.count(state.data, state.filters)
    found = {name: queries.by_field(state.data, state.filters, name) for name in ("donor", "partner")}
    charts = tuple(chart(name, groups, language) for name, groups in found.items() if any(g.value for g in groups))
    return Section("partners", "", messages(found["donor"], total, language), charts)


def chart(name: str, groups: list[Group], language: str) -> Chart:
    """Return the bars of the organisations with most activities."""
    known = [group for group in groups if group.value][:MOST_BARS]
    unnamed = next((group.activities for group in groups if not group.value), 0)
    return Chart(
        "bars",
        word(f"briefing_{name}s", language),
        tuple(label(name, group.value, language) for group in known),
        (Series(word("measure_activities", language), tuple(group.activities for group in known)),),
        word(f"briefing_no_{name}", language, n=unnamed) if unnamed else "",
        f"{name}s",
    )


def messages(donors: list[Group], total: int, language: str) -> tuple[str, ...]:
    """Say for how many activities the texts name a donor, and which is named most."""
    known = [group for group in donors if group.value]
    if not known:
        return (word("message_no_donor", language),)
    unnamed = next((group.activities for group in donors if not group.value), 0)
    name, shown = label("donor", known[0].value, language), number(known[0].activities, language)
    return (word("message_donors", language, named=total - unnamed, total=total, donor=name, activities=shown),)
