"""Over time: activities by the year in which they started, and what is known less exactly."""

from __future__ import annotations

from dashboard import queries
from dashboard.briefing.model import Chart, Section, Series
from dashboard.briefing.options import Options
from dashboard.queries.answers import Timeline
from dashboard.source import State
from dashboard.words import number, period, word


def time(state: State, options: Options) -> Section:
    """Return one chart by year: activities, and under it people trained where texts state them."""
    language = state.view.lang
    answer = queries.by_period(state.data, state.filters, "year")
    activities, trained = ({bar.first: getattr(bar, name) for bar in answer.bars} for name in ("activities", "trained"))
    years = all_years(answer)
    names = tuple(period(year, language) for year in years)
    first = Chart(
        "columns",
        word("timeline_title", language, measure=word("measure_activities", language)),
        names,
        (Series(word("measure_activities", language), tuple(activities.get(year, 0) for year in years)),),
        imprecise(answer, language),
    )
    second = Chart(
        "columns",
        word("timeline_title", language, measure=word("measure_trained", language)),
        names,
        (Series(word("measure_trained", language), tuple(trained.get(year) or None for year in years)),),
        word("briefing_trained_note", language),
    )
    blocks = (first, second) if any(trained.values()) else (first,)
    return Section("time", "", messages(answer, language), blocks)


def all_years(answer: Timeline) -> list[str]:
    """Return every year from the first bar to the last, those without activities too."""
    if not answer.bars:
        return []
    return [str(year) for year in range(int(answer.bars[0].first), int(answer.bars[-1].first) + 1)]


def imprecise(answer: Timeline, language: str) -> str:
    """Say how many activities are not in the columns."""
    bands = sum(band.activities for band in answer.bands)
    said = [word("briefing_bands", language, n=bands)] if bands else []
    said += [word("n_undated", language, n=answer.undated)] if answer.undated else []
    return " · ".join(said)


def messages(answer: Timeline, language: str) -> tuple[str, ...]:
    """Say in which year most started, and what is known less exactly."""
    if not answer.bars:
        return ()
    most = max(answer.bars, key=lambda bar: bar.activities)
    shown = number(most.activities, language)
    bands = sum(band.activities for band in answer.bands)
    said = [word("message_most_year", language, year=most.first, activities=shown)]
    if bands or answer.undated:
        said.append(word("message_imprecise", language, bands=bands, undated=answer.undated))
    return tuple(said)
