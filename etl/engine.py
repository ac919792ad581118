"""Turns the tables of a run into one flat DuckDB file, in which every filter of the dashboard is a test of bits.

    event, project, claim   one row an activity in the order of dates: bounds, numbers, each field as words of 64 bits
    by_country, by_donors   one row an event and value, with all columns of the event: groups need no join
    code                    field, value, code: bit `code` of a field's words stands for that value; code 0 for "none"
    said                    titles and quotes of an activity without accents and capitals, for words to search
    activities, mentions    and the other tables as they are; n is the number of an activity in all of them

Flat and in bits because that was measured fastest: joins and lists cost 5 to 20 times as much at a million activities.
"""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from etl import schema, vocabulary
from etl.bits import Spread, spread, words

SCHEMES = ("m49", "programme")  # of regions: a country has one in each
# Fields that no column holds -> the column that they are made from.
MADE_FROM = {
    "region_m49": "region", "region_programme": "region", "donor_country": "donors",
    "host_region_m49": "host_country", "host_region_programme": "host_country",
    "donor_region_m49": "donors", "donor_region_programme": "donors",
}  # fmt: skip
FIELDS = (
    "kind", "areas", "topics", "programme", "country", "host_country", "donors", "partners", "audience", "mode",
    "date_basis", *MADE_FROM,
)  # fmt: skip
# Lists whose combinations are too many to group by: they get a table by_<field>.
SPREAD = ("country", "donors", "donor_country", "partners")
NUMBER = "(row_number() over (order by date_earliest nulls last, activity_id) - 1)"
COUNTED = {
    "event": "not aggregate and level = 'event'",
    "project": "not aggregate and level = 'project'",
    "claim": "aggregate",
}
# An activity without both bounds has none. The last day of "2018" is 31 December 2018.
ROWS = """
create table row as
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
    review <> 'machine' as reviewed, words.* exclude (n)
from activities join words using (n) order by n
""".format(bounded="case when date_earliest is not null and date_latest is not null")
SAID = """
create table said as
with quotes as (
    select activity_id, string_agg(distinct quote, ' ') as words from evidence join mentions using (mention_id)
    group by activity_id),
titles as (select activity_id, string_agg(distinct title, ' ') as words from mentions group by activity_id)
select n, strip_accents(lower(concat_ws(' ', title, titles.words, quotes.words))) as words
from activities left join titles using (activity_id) left join quotes using (activity_id) order by n
"""


def build(frames: dict[str, pd.DataFrame], path: Path) -> None:
    """Write the file `path` anew from all tables by name, with the columns of etl/schema.py."""
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        _copy_tables(connection, frames)
        spreads = {field: spread(_lists(connection, field)) for field in FIELDS}
        _write_codes(connection, spreads)
        _write_rows(connection, spreads)
        for field in SPREAD:
            _write_pairs(connection, field, spreads[field])
        connection.execute(SAID)
        connection.execute("checkpoint")


def _copy_tables(connection: duckdb.DuckDBPyConnection, frames: dict[str, pd.DataFrame]) -> None:
    for name in schema.TABLES:
        connection.register("given", schema.to_arrow(frames[name], name))
        if name == "activities":
            connection.execute(f"create table activities as select {NUMBER}::int as n, * from given order by n")
        else:
            connection.execute(f"create table {name} as from given")
        connection.unregister("given")


def _lists(connection: duckdb.DuckDBPyConnection, field: str) -> list[list[str]]:
    """Return the values of a field, a list an activity; hosts' and donors' regions come from their countries."""
    column = MADE_FROM.get(field, field)
    rows = connection.execute(f"select {column} from activities order by n").fetchall()
    lists = [v if isinstance(v, list) else [v] if v else [] for (v,) in rows]
    if field == "donor_country":
        lists = [[name for name in names if name in vocabulary.countries()] for names in lists]
    if column != "region" and "_region_" in field:
        lists = [[region for code in codes for region in vocabulary.regions_of(code)] for codes in lists]
    if "region_" in field:
        schemes = {row["code"]: row["scheme"] for row in vocabulary.rows("regions")}
        lists = [[region for region in regions if field.endswith(schemes.get(region, SCHEMES[0]))] for regions in lists]
    return [sorted(set(values)) for values in lists]


def _write_codes(connection: duckdb.DuckDBPyConnection, spreads: dict[str, Spread]) -> None:
    connection.execute("create table code (field varchar, code int, value varchar)")
    rows = [(field, code, value) for field, own in spreads.items() for code, value in enumerate(own.values)]
    connection.register("given", pa.table(list(zip(*rows, strict=True)), names=["field", "code", "value"]))
    connection.execute("insert into code from given")
    connection.unregister("given")


def _write_rows(connection: duckdb.DuckDBPyConnection, spreads: dict[str, Spread]) -> None:
    columns = {name: column for field, own in spreads.items() for name, column in words(field, own).items()}
    connection.register("words", pa.table({"n": np.arange(len(spreads["kind"].starts), dtype=np.int32), **columns}))
    connection.execute(ROWS)
    for table, condition in COUNTED.items():
        connection.execute(
            f"create table {table} as select * exclude (level, aggregate) from row where {condition} order by n"
        )
    connection.execute("drop table row")


def _write_pairs(connection: duckdb.DuckDBPyConnection, field: str, own: Spread) -> None:
    connection.register("pairs", pa.table({"n": own.numbers.astype(np.int32), "code": own.codes.astype(np.int16)}))
    connection.execute(f"create table by_{field} as select code, event.* from pairs join event using (n) order by n")
