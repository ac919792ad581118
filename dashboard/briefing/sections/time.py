"""Over time: activities by the year in which they started, beside them those whose year is known less exactly."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import queries
from dashboard.briefing.model import Chart, Section, Series
from dashboard.briefing.options import Options
from dashboard.queries.answers import Span, Timeline
from dashboard.source import State
from dashboard.words import number, period, word

MOST_BANDS = 6  # columns of their own; the others are one
Band = tuple[str, int]  # what stands under it, and its activities


def time(state: State, options: Options) -> Section:
    """Return one chart by year: activities, and people trained where texts state them."""
    language = state.view.lang
    answer = queries.by_period(state.data, state.filters, "year")
    blocks = [activities(answer, language)]
    if any(bar.trained for bar in answer.bars):
        blocks.append(people(answer, language))
    return Section("time", "", messages(answer, language), tuple(blocks))


def people(answer: Timeline, language: str) -> Chart:
    """Return the columns of people trained, from the first year that states some to the last."""
    trained = {bar.first: bar.trained for bar in answer.bars if bar.trained}
    years = [year for year in all_years(answer) if min(trained) <= year <= max(trained)]
    return Chart(
        "columns",
        word("timeline_title", language, measure=word("measure_trained", language)),
        tuple(period(year, language) for year in years),
        (Series(word("measure_trained", language), tuple(trained.get(year) for year in years)),),
        word("briefing_trained_note", language),
        "people-trained",
    )


def activities(answer: Timeline, language: str) -> Chart:
    """Return the columns of the years, then in another colour those of the bands and of what has no date."""
    years = all_years(answer)
    counted = {bar.first: bar.activities for bar in answer.bars}
    beside = [*bands(answer.bands, language)]
    beside += [(word("bucket_undated", language), answer.undated)] if answer.undated else []
    exact = (*(counted.get(year, 0) for year in years), *(None for _ in beside))
    inexact = (*(None for _ in years), *(n for _, n in beside))
    series = [Series(word("measure_activities", language), exact)]
    series += [Series(word("bands_note", language), inexact)] if beside else []
    return Chart(
        "columns",
        word("timeline_title", language, measure=word("measure_activities", language)),
        (*(period(year, language) for year in years), *(name for name, _ in beside)),
        tuple(series),
        imprecise(answer, language),
        "timeline",
    )


def all_years(answer: Timeline) -> list[str]:
    """Return every year from the first bar to the last, those without activities too."""
    if not answer.bars:
        return []
    return [str(year) for year in range(int(answer.bars[0].first), int(answer.bars[-1].first) + 1)]


def bands(spans: Sequence[Span], language: str) -> list[Band]:
    """Return the fullest bands in the order of time, and what the others have together."""
    fullest = sorted(spans, key=lambda span: -span.activities)
    alone = fullest if len(fullest) <= MOST_BANDS else fullest[: MOST_BANDS - 1]
    others = sum(span.activities for span in fullest[len(alone) :])
    shown = sorted(alone, key=lambda span: (span.first, span.last))
    named = [(short(span.first, span.last), span.activities) for span in shown]
    return [*named, (word("briefing_other_spans", language), others)] if others else named


def short(first: str, last: str) -> str:
    """Write a span of years: "2016–18", or "1998–2002" over a turn of the century."""
    return f"{first}–{last[2:] if first[:2] == last[:2] else last}"


def imprecise(answer: Timeline, language: str) -> str:
    """Say how many activities have no year of their own."""
    count = sum(band.activities for band in answer.bands)
    said = [word("briefing_bands", language, n=count)] if count else []
    said += [word("n_undated", language, n=answer.undated)] if answer.undated else []
    return " · ".join(said)


def messages(answer: Timeline, language: str) -> tuple[str, ...]:
    """Say in which year most started, and what is known less exactly."""
    if not answer.bars:
        return ()
    most = max(answer.bars, key=lambda bar: bar.activities)
    shown = number(most.activities, language)
    count = sum(band.activities for band in answer.bands)
    said = [word("message_most_year", language, year=most.first, activities=shown)]
    if count or answer.undated:
        said.append(word("message_imprecise", language, bands=count, undated=answer.undated))
    return tuple(said)
