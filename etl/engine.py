"""Turns the tables of a run into one flat DuckDB file, in which every filter of the dashboard is a test of bits.

    flat                    one row an activity, events first, in the order of dates: bounds, numbers, each field as
                            words of 64 bits and as the number of its set of values
    event, project, claim   the parts of it
    code                    field, value, code: bit `code` of a field's words stands for that value; code 0 for "none"
    sets                    field, number, code: which values each set holds
    said                    titles and quotes of an activity without accents and capitals, for words to search
    activities, mentions    and the other tables as they are; n is the number of an activity in all of them

Flat and in bits because that was measured fastest: joins and lists cost 5 to 20 times as much at a million activities.
Sets are few (some thousand lists of countries): what passes a filter is counted by set, then shared out to values.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from etl import schema, vocabulary

BITS = 64
SCHEMES = ("m49", "programme")  # of regions: a country has one in each
SINGLE = "select n, {column} as value from activities"
LIST = "select n, unnest({column}) as value from activities"
HOSTS, DONORS = SINGLE.format(column="host_country"), LIST.format(column="donors")
OF_SCHEME = "select n, value from ({pairs}) join region on region.code = value where scheme = '{scheme}'"
OF_COUNTRIES = "select n, place.{scheme} as value from ({pairs}) join place on place.code = value"
# Each field that can be filtered by, as pairs of an activity's number and a value.
FIELDS = {name: SINGLE.format(column=name) for name in ("kind", "host_country", "mode", "date_basis")}
FIELDS |= {name: LIST.format(column=name) for name in (
    "areas", "topics", "programme", "country", "donors", "partners", "audience",
)}  # fmt: skip
FIELDS["donor_country"] = f"select n, value from ({DONORS}) join place on place.code = value"
for _scheme in SCHEMES:
    FIELDS[f"region_{_scheme}"] = OF_SCHEME.format(pairs=LIST.format(column="region"), scheme=_scheme)
    FIELDS[f"host_region_{_scheme}"] = OF_COUNTRIES.format(pairs=HOSTS, scheme=_scheme)
    FIELDS[f"donor_region_{_scheme}"] = OF_COUNTRIES.format(pairs=DONORS, scheme=_scheme)
# What is counted apart, in the order in which it stands in the file.
COUNTED = {
    "event": "not aggregate and level = 'event'",
    "project": "not aggregate and level = 'project'",
    "claim": "aggregate",
}

NUMBERED = """
create table activities as
select (row_number() over (order by date_earliest nulls last, activity_id) - 1)::int as n, * from given order by n
"""
# The most frequent value has the lowest code, so that most filters read the first word alone.
CODES = """
insert into code
select '{field}', value, row_number() over (order by count(*) desc, value) from (select distinct n, value from pairs)
group by value
"""
PAIRS = """
create temp table pairs_{field} as
select distinct n, coalesce(code, 0)::smallint as code
from activities left join pairs using (n) left join (from code where field = '{field}') using (value)
"""
# Any activity of a set tells its values.
SETS = """
create temp table sets_{field} as
select {names}, min(n) as n, (row_number() over (order by count(*) desc, {names}) - 1)::int as number
from bits_{field} group by {names};
insert into sets select '{field}', number, code from sets_{field} join pairs_{field} using (n);
create temp table words_{field} as
select own.*, number as {field}_set from bits_{field} own join (select * exclude (n) from sets_{field}) using ({names})
"""
# An activity without both bounds has none. The last day of "2018" is 31 December 2018.
ROWS = """
create temp table row as
select n, level, aggregate, {bounded} then date_earliest end as earliest,
    {bounded} then greatest(date_latest, case length(end_date)
        when 4 then make_date(end_date::int, 12, 31)
        when 7 then last_day((end_date || '-01')::date)
        else end_date::date end) end as latest,
    {bounded} then (year(date_earliest) * 12 + month(date_earliest) - 1)::smallint end as first_month,
    {bounded} then (year(date_latest) * 12 + month(date_latest) - 1)::smallint end as last_month,
    trained::int as trained, participants::int as participants, women::int as women, men::int as men,
    (case number_qualifier when 'exact' then 0 when 'approximately' then 2 when 'at_most' then 2 else 1 end)::utinyint
        as doubt,
    review <> 'machine' as reviewed, {words}
from activities {joins}
"""
SAID = """
create table said as
with quotes as (
    select activity_id, string_agg(distinct quote, ' ') as words from evidence join mentions using (mention_id)
    group by activity_id),
titles as (select activity_id, string_agg(distinct title, ' ') as words from mentions group by activity_id)
select n, strip_accents(lower(concat_ws(' ', title, titles.words, quotes.words))) as words
from activities left join titles using (activity_id) left join quotes using (activity_id) order by n
"""


def connect(path: Path) -> duckdb.DuckDBPyConnection:
    """Open an engine's file to be read; raises duckdb.Error where it is none, or one that an older version wrote."""
    connection = duckdb.connect(str(path), read_only=True)
    try:
        connection.execute("from flat limit 0")
    except duckdb.Error:
        connection.close()
        raise
    return connection


def build(tables: Mapping[str, pd.DataFrame | Path], path: Path) -> None:
    """Write the file `path` anew from all tables by name (frames, Parquet files) with the columns of etl/schema.py."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        _copy_tables(connection, tables)
        _copy_vocabulary(connection)
        connection.execute("create table code (field varchar, value varchar, code int)")
        connection.execute("create table sets (field varchar, number int, code int)")
        words = {field: _write_words(connection, field, pairs) for field, pairs in FIELDS.items()}
        _write_rows(connection, words)
        connection.execute(SAID)
        connection.execute("checkpoint")


def _copy_tables(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pd.DataFrame | Path]) -> None:
    for name in schema.TABLES:
        table = tables[name]
        given = connection.read_parquet(str(table)) if isinstance(table, Path) else schema.to_arrow(table, name)
        connection.register("given", given)
        connection.execute(NUMBERED if name == "activities" else f"create table {name} as from given")
        connection.unregister("given")


def _copy_vocabulary(connection: duckdb.DuckDBPyConnection) -> None:
    """Make what countries and regions mean known to this connection (not to the file)."""
    regions = [(row["code"], row["scheme"]) for row in vocabulary.rows("regions")]
    countries = [(code, row["m49"], row["programme_region"]) for code, row in vocabulary.countries().items()]
    for name, rows, columns in (("region", regions, ("code", "scheme")), ("place", countries, ("code", *SCHEMES))):
        connection.register("given", pa.table(list(zip(*rows, strict=True)), names=list(columns)))
        connection.execute(f"create temp table {name} as from given")
        connection.unregister("given")


def _write_words(connection: duckdb.DuckDBPyConnection, field: str, pairs: str) -> list[str]:
    """Write the codes of a field, its words of 64 bits and its sets; return the names of their columns."""
    connection.execute(f"create or replace temp table pairs as from ({pairs}) where value <> ''")
    connection.execute(f"insert into code values ('{field}', '', 0)")
    connection.execute(CODES.format(field=field))
    connection.execute(PAIRS.format(field=field))
    last = connection.execute("select max(code) from code where field = ?", [field]).fetchall()[0][0]
    names = [f"{field}_{word}" for word in range(last // BITS + 1)]
    bits = "bit_or(case when code // {bits} = {word} then 1::ubigint << (code % {bits}) else 0 end)::ubigint as {name}"
    columns = [bits.format(bits=BITS, word=word, name=name) for word, name in enumerate(names)]
    columns.append(f"count(*) filter (code > 0)::usmallint as {field}_count")
    connection.execute(
        f"create temp table bits_{field} as select n, {', '.join(columns)} from pairs_{field} group by n"
    )
    connection.execute(SETS.format(field=field, names=", ".join(names)))
    return [*names, f"{field}_count", f"{field}_set"]


def _write_rows(connection: duckdb.DuckDBPyConnection, words: dict[str, list[str]]) -> None:
    bounded = "case when date_earliest is not null and date_latest is not null"
    names = ", ".join(name for own in words.values() for name in own)
    joins = " ".join(f"join words_{field} using (n)" for field in words)
    connection.execute(ROWS.format(bounded=bounded, words=names, joins=joins))
    part = " ".join(f"when {condition} then {number}" for number, condition in enumerate(COUNTED.values()))
    query = f"select * exclude (level, aggregate), (case {part} end)::utinyint as part from row order by part, n"
    connection.execute(f"create table flat as {query}")
    for number, name in enumerate(COUNTED):
        connection.execute(f"create view {name} as select * exclude (part) from flat where part = {number}")
