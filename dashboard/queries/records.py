"""Filters, sort and filters of columns -> pages of records, or all; an id -> one record with its evidence."""

from __future__ import annotations

from typing import Any

from dashboard.cells import in_words
from dashboard.column_filters import ColumnFilter
from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries.answers import Page, Record
from dashboard.queries.condition import Condition, condition
from dashboard.queries.corrections import corrections
from dashboard.queries.narrowed import narrowed, plain
from dashboard.queries.titles import titles
from etl.schema import ACTIVITIES

PAGE_LENGTH = 100
COLUMNS = {column.name: column for column in ACTIVITIES}
NEWEST_FIRST = Condition("earliest is null, n desc")  # n follows the dates
OLDEST_FIRST = Condition("earliest is null, n")
BY_DATE = {"": NEWEST_FIRST, "-date": NEWEST_FIRST, "date": OLDEST_FIRST}
Columns = tuple[ColumnFilter, ...]


def records(
    data: Data,
    filters: Filters,
    sort: str = "",
    start: int = 0,
    count: int = PAGE_LENGTH,
    table: str = "event",
    columns: Columns = (),
    language: str = "en",
) -> Page:
    """Return `count` records from `start` on; `sort` is a column, with "-" before it for downwards (newest first).

    `table` is event, project or claim; `columns` narrow further by what a reader of `language` sees, and `total` counts
    what passes them too. An unknown column sorts as none.
    """
    passed = condition(filters, data) & narrowed(data, columns, language)
    total = data.rows(f"select count(*) from {table} where {passed.sql}", list(passed.parameters))[0][0]
    ordered = _ordered(data, passed, sort, table, language)
    numbers = [row[0] for row in data.rows(f"{ordered.sql} limit ? offset ?", [*ordered.parameters, count, start])]
    found = data.records(f"from activities where n in ({', '.join(map(str, numbers)) or 'null'})")
    by_number = {row.pop("n"): row for row in found}
    return Page(tuple(by_number[n] for n in numbers), total, start)


def all_records(
    data: Data,
    filters: Filters,
    table: str = "event",
    sort: str = "date",
    columns: Columns = (),
    language: str = "en",
) -> list[dict[str, Any]]:
    """Return every record that passes, in the order of `records`, by column name of etl/schema.py."""
    passed = condition(filters, data) & narrowed(data, columns, language)
    ordered = _ordered(data, passed, sort, table, language)
    places = f"select n, row_number() over () as place from ({ordered.sql})"
    query = f"select activities.* exclude (n) from activities join ({places}) using (n) order by place"
    return data.records(query, list(ordered.parameters))


def neighbour(
    data: Data,
    filters: Filters,
    activity_id: str,
    step: int,
    sort: str = "",
    columns: Columns = (),
    language: str = "en",
) -> str:
    """Return the activity `step` places after one in the order of `records`; the same at the ends and outside."""
    passed = condition(filters, data) & narrowed(data, columns, language)
    ordered = _ordered(data, passed, sort, "event", language)
    places = f"select n, row_number() over () as place from ({ordered.sql})"
    own = "select place + ? from places join activities using (n) where activity_id = ?"
    query = f"with places as ({places}) select activity_id from places join activities using (n) where place = ({own})"
    found = data.rows(query, [*ordered.parameters, step, activity_id])
    return str(found[0][0]) if found else activity_id


def _ordered(data: Data, passed: Condition, sort: str, table: str, language: str) -> Condition:
    """Return the query for the numbers of what passes, in order, with its parameters."""
    name = sort.removeprefix("-")
    inner = f"select n, earliest from {table} where {passed.sql}"
    if sort in BY_DATE or name not in COLUMNS:
        order = BY_DATE.get(sort, NEWEST_FIRST)
        return Condition(f"select n from ({inner}) order by {order.sql}", passed.parameters)
    key, down = _key(data, name, language), "desc" if sort.startswith("-") else "asc"
    query = f'select n from ({inner}) join (select n, "{name}" from activities) using (n) order by {key.sql} {down}'
    return Condition(f"{query} nulls last, n", passed.parameters + key.parameters)


def _key(data: Data, name: str, language: str) -> Condition:
    """Return what a column sorts by: its words in the reader's language, else itself; nothing stated is null."""
    column = COLUMNS[name]
    if name == "title" and (shown := titles(data, language)):
        in_order = sorted(shown, key=lambda one: plain(one[1]))
        places = {n: place for place, (n, _) in enumerate(in_order)}
        return Condition("(?::int[])[n + 1]", ([places[n] for n in range(len(places))],))
    if not column.vocabulary:
        return Condition(f'case when len("{name}") > 0 then "{name}" end' if column.type == "list" else f'"{name}"')
    values = f'unnest("{name}")' if column.type == "list" else f'"{name}"'
    codes = [code for (code,) in data.rows(f"select distinct {values} from activities") if code]
    codes.sort(key=lambda code: plain(in_words(name, code, language)))
    if column.type != "list":
        return Condition(f'list_position(?::varchar[], "{name}")', (codes,))
    ranks = f'list_transform("{name}", lambda code: list_position(?::varchar[], code))'
    return Condition(f'case when len("{name}") > 0 then {ranks} end', (codes,))


def record(data: Data, activity_id: str) -> Record | None:
    """Return one activity with all that speaks for it; None where there is none of that id."""
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
    said = tuple(one for one in corrections(data) if one.activity_id == activity_id)
    return Record(found[0], tuple(mentions), evidence, tuple(merges), tuple(changes), said)
