"""A cell of a date column, as a date or as people write it -> first and last Day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from etl.dates.day import Day
from etl.dates.written import expressions, month_is_first

EARLIEST, LATEST = 1945, 2100  # years in which an activity of such a programme can have been
DAY_ZERO = date(1899, 12, 30)  # of spreadsheets, which count days
SERIAL = range(16_000, 75_000)  # days counted from there: 1943 to 2105
FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
SHORT_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d./-])")
# 12-May-19, but not 30 September-04 October
MONTH_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2}[- ][^\W\d]{3,}\.?[- ])(\d\d)(?!\d|\s+[^\W\d]{3,})")
RANGE = re.compile(r"(?<![\d./])(\d{1,2})\s*[-–]\s*(\d{1,2})([./])(\d{1,2})\3((?:19|20)\d\d)")  # 12-14/05/2019
MONTH_YEAR = re.compile(r"^\s*(\d{1,2})[/.-]((?:19|20)\d\d)\s*$")
QUARTER = re.compile(
    r"(?:\bQ|\bT|квартал\s*|trimestre\s*|quarter\s*)([1-4])\b|\b([1-4])(?:Q|T|er trim|e trim|º trim)", re.I
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
TURN = 70  # a year of two figures from here on is of the last century
Days = tuple[Day, Day]


def days_of(value: Any, month_first: bool = False, year: int | None = None) -> Days | None:
    """Return first and last Day of a cell; None where it holds no date or one that no activity can have.

    `value` is a date, a whole number (a year, or days as spreadsheets count them) or text; `month_first` says how
    3/4/2019 is meant, `year` that of dates which name none.
    """
    found = _said(value, month_first, year) if isinstance(value, str) else _days(value, month_first)
    return found if found and possible(found[0]) and possible(found[1]) else None


def possible(day: Day) -> bool:
    """Say whether an activity can have been on a day of the calendar."""
    return EARLIEST <= (day.year or EARLIEST) <= LATEST


@lru_cache(maxsize=20_000)
def _said(text: str, month_first: bool, year: int | None) -> Days | None:
    """Return the days of a text, read once however often a sheet says it."""
    found = _days(text, month_first)
    if found or not year:
        return found
    yearless = [e for e in expressions(text.translate(FIGURES), month_first) if e.first.month and not e.last.year]
    if not yearless:
        return None
    first, last = yearless[0].first._replace(year=year), yearless[-1].last._replace(year=year)
    return (first, last) if first.real() and last.real() else None


def year_in(text: str) -> int | None:
    """Return the only year that a text names; None where it names none or several."""
    years = {int(year) for year in YEAR.findall(text.translate(FIGURES))}
    return years.pop() if len(years) == 1 else None


def month_first_in(values: Iterable[Any]) -> bool:
    """Say whether the text cells of a column write the month first."""
    told = dict.fromkeys(value for value in values if isinstance(value, str))  # each once: a day has many rows
    return month_is_first("\n".join(map(_long_years, told)))


def _days(value: Any, month_first: bool) -> Days | None:
    if isinstance(value, (date, datetime)):
        day = Day(value.year, value.month, value.day)
        return day, day
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return _counted(int(value))
    text = _long_years(str(value).translate(FIGURES).strip())
    if text.isdigit():
        return _counted(int(text))
    return _written(text, month_first)


def _counted(number: int) -> Days | None:
    if EARLIEST <= number <= LATEST:
        return Day(number), Day(number)
    if number in SERIAL:
        return _days(DAY_ZERO + timedelta(days=number), False)
    return None


def _written(text: str, month_first: bool) -> Days | None:
    if quarter := QUARTER.search(text):
        year, number = YEAR.search(text), int(quarter[1] or quarter[2])
        return (Day(int(year[0]), 3 * number - 2), Day(int(year[0]), 3 * number)) if year else None
    if only := MONTH_YEAR.match(text):
        day = Day(int(only[2]), int(only[1]))
        return (day, day) if day.real() else None
    if days := RANGE.search(text):
        text = text.replace(days[0], f"{days[1]}/{days[4]}/{days[5]} - {days[2]}/{days[4]}/{days[5]}")
    found = [e for e in expressions(text, month_first) if e.first.year or e.last.year]
    if not found:
        return None
    return found[0].first, found[-1].last if found[-1].last.year else found[0].last


def _long_years(text: str) -> str:
    """Return the text with years of two figures written out."""
    text = SHORT_YEAR.sub(lambda m: f"{m[1]}{m[2]}{m[3]}{m[2]}{_century(m[4])}{m[4]}", text)
    return MONTH_SHORT_YEAR.sub(lambda m: f"{m[1].replace('-', ' ')}{_century(m[2])}{m[2]}", text)


def _century(year: str) -> str:
    return "19" if int(year) >= TURN else "20"
