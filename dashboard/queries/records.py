"""Filters -> pages of records; an id -> one record with its evidence."""

from __future__ import annotations

from typing import Any

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Page, Record
from dashboard.queries.condition import Condition, condition
from etl.schema import ACTIVITIES

PAGE_LENGTH = 100
COLUMNS = tuple(column.name for column in ACTIVITIES)
NEWEST_FIRST = "earliest is null, n desc"  # n follows the dates
OLDEST_FIRST = "earliest is null, n"
BY_DATE = {"": NEWEST_FIRST, "-date": NEWEST_FIRST, "date": OLDEST_FIRST}


def records(
    data: Data, filters: Filters, sort: str = "", start: int = 0, count: int = PAGE_LENGTH, table: str = "event"
) -> Page:
    """Return `count` records from `start` on; `sort` is a column, with "-" before it for downwards (newest first).

    `table` is event, project or claim. An unknown column sorts as none.
    """
    passed = condition(filters, data)
    total = data.rows(f"select count(*) from {table} where {passed.sql}", list(passed.parameters))[0][0]
    numbers = _numbers(data, passed, sort, start, count, table)
    found = data.records(f"from activities where n in ({', '.join(map(str, numbers)) or 'null'})")
    by_number = {row.pop("n"): row for row in found}
    return Page(tuple(by_number[n] for n in numbers), total, start)


def _numbers(data: Data, passed: Condition, sort: str, start: int, count: int, table: str) -> list[int]:
    column = sort.removeprefix("-")
    if sort in BY_DATE or column not in COLUMNS:
        query = f"select n from {table} where {passed.sql} order by {BY_DATE.get(sort, NEWEST_FIRST)}"
    else:
        order = f'"{column}" {"desc" if sort.startswith("-") else "asc"} nulls last, n'
        inner = f"select n from {table} where {passed.sql}"
        query = f'select n from ({inner}) join (select n, "{column}" from activities) using (n) order by {order}'
    return [row[0] for row in data.rows(f"{query} limit ? offset ?", [*passed.parameters, count, start])]


def all_records(data: Data, filters: Filters, table: str = "event") -> list[dict[str, Any]]:
    """Return every record that passes the filters, oldest first, by column name of etl/schema.py."""
    passed = condition(filters, data)
    query = f"select * exclude (n) from activities where n in (select n from {table} where {passed.sql}) order by n"
    return data.records(query, list(passed.parameters))


def record(data: Data, activity_id: str) -> Record | None:
    """Return one activity with its mentions, evidence, merges and changes; None where there is none of that id."""
    found = data.records("select * exclude (n) from activities where activity_id = ?", [activity_id])
    if not found:
        return None
    mentions = data.records("from mentions where activity_id = ? order by confidence desc, mention_id", [activity_id])
    names = [row["mention_id"] for row in mentions]
    rows = data.records(
        "from evidence where list_contains(?::varchar[], mention_id) order by field, chosen desc, confidence desc",
        [names],
    )
    evidence = {name: tuple(row for row in rows if row["mention_id"] == name) for name in names}
    merges = data.records("from merges where list_contains(?::varchar[], mention_a) order by score desc", [names])
    changes = data.records("from changes where activity_id = ? order by run desc", [activity_id])
    return Record(found[0], tuple(mentions), evidence, tuple(merges), tuple(changes))
