"""Filters of the grid's columns -> the condition that an activity's cells meet, in the words that the reader sees."""

from __future__ import annotations

from typing import Any
from unicodedata import combining, normalize

from dashboard.cells import in_words
from dashboard.column_filters import BLANKS, COMPARED, NEGATED, TESTS, TYPES, ColumnFilter, is_number
from dashboard.data import Data
from dashboard.queries.condition import Condition
from dashboard.queries.titles import titles

# The tests of words, over titles, which are too many to be looked at one by one.
IN_SQL = {"contains": "contains", "equals": "", "startsWith": "starts_with", "endsWith": "ends_with"}


def narrowed(data: Data, filters: tuple[ColumnFilter, ...], language: str) -> Condition:
    """Return the condition that an activity meets whose cells, as the reader sees them, pass all filters."""
    found = Condition()
    for one in filters:
        found &= _condition(data, one, language)
    return found


def _condition(data: Data, one: ColumnFilter, language: str) -> Condition:
    column = TYPES[one.name]
    if one.how in BLANKS:
        empty = f'len("{one.name}") = 0' if column.type == "list" else f'"{one.name}" is null'
        return _among(empty if one.how == "blank" else f"not ({empty})", ())
    if is_number(one.name):
        if one.how == "inRange":
            return _among(f'"{one.name}" between ? and ?', (float(one.value), float(one.to)))
        return _among(f'"{one.name}" {COMPARED[one.how]} ?', (float(one.value),))
    test = NEGATED.get(one.how, one.how)
    found = _worded(data, one.name, test, one.value, language)
    return Condition(f"not ({found.sql})", found.parameters) if one.how in NEGATED else found


def _worded(data: Data, name: str, test: str, asked: str, language: str) -> Condition:
    """Return the condition that the cell, or one member of it, meets `test` whatever its accents and capitals."""
    column = TYPES[name]
    if name == "title" and (shown := titles(data, language)):
        meets = [n for n, words in shown if TESTS[test](plain(words), plain(asked))]
        return Condition("n in (select unnest(?::bigint[]))", (meets,))
    if name == "title":
        cell = "strip_accents(lower(title))"
        sql = f"{IN_SQL[test]}({cell}, ?)" if IN_SQL[test] else f"{cell} = ?"
        return _among(sql, (plain(asked),))
    values = f'unnest("{name}")' if column.type == "list" else f'"{name}"'
    stated = [value for (value,) in data.rows(f"select distinct {values} from activities") if value is not None]
    codes = [str(value) for value in stated if TESTS[test](plain(in_words(name, value, language)), plain(asked))]
    has = f'list_has_any("{name}", ?::varchar[])'
    return _among(has if column.type == "list" else f'list_contains(?::varchar[], "{name}"::varchar)', (codes,))


def _among(sql: str, parameters: tuple[Any, ...]) -> Condition:
    return Condition(f"n in (select n from activities where {sql})", parameters)


def plain(text: str) -> str:
    """Return words without capitals and accents, as DuckDB's strip_accents(lower(...)) does."""
    return "".join(letter for letter in normalize("NFD", text.lower()) if not combining(letter))
