"""The cells of one row -> what they state of its fields, each with its words, its cell and confidence 1."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from etl import vocabulary
from etl.dates.day import Day
from etl.dates.written import expressions
from etl.fixed import fixed
from etl.records import STATED, Finding
from etl.rows import names
from etl.rows.dates import days_of, year_in
from etl.rows.hits import hits_of
from etl.rows.numbers import count_of

COUNTS = ("participants", "trained", "women", "men")
LASTS = 92  # days; what lasts longer than a quarter is a project, not an event


@fixed
class Cell:
    """A filled cell: the column it is for, its heading, its value and text, its line and place ("Sheet1!D14")."""

    column: str
    heading: str
    value: Any
    text: str
    line: int
    place: str


def stated(field: str, value: Any, cell: Cell) -> Finding:
    """Return the finding of what a cell says outright."""
    return Finding(field, value, cell.text, cell.line, cell.line, STATED, 1.0, True, cell.place)


def findings(
    cells: list[Cell], month_first: bool = False, language: str = "en", year: int | None = None
) -> tuple[Finding, ...]:
    """Return what the cells of a row state; a cell that we cannot read states nothing (its words are in its line).

    `month_first` and `year` say how the dates of its sheet are meant.
    """
    found: list[Finding] = []
    for cell in cells:
        if read := READERS.get(cell.column):
            found += read(cell)
    found += _when(cells, month_first, year)
    found += _counts(cells, language)
    return tuple(found)


def _when(cells: list[Cell], month_first: bool, year: int | None) -> list[Finding]:
    """Return date, end_date, date_basis, and level where the span is long; a flag for a date that cannot be."""
    start, end = (next((c for c in cells if c.column == name), None) for name in ("date", "end_date"))
    own_year = next((year_in(c.text) for c in cells if c.column == "year"), None) if start else None
    start, year = start or _composed(cells) or _beside_the_place(cells), own_year or year
    first = days_of(start.value, month_first, year) if start else None
    last = days_of(end.value, month_first, year) if end else None
    flags = [stated("flags", ["impossible_date"], c) for c in (start, end) if c and _no_day(c, month_first)]
    if start is None or first is None:
        open_yet = start is not None and names.word_of(start.text, "status") == "planned"  # "to be confirmed"
        return [*flags, stated("flags", ["planned"], start)] if start and open_yet else flags
    first_day, last_day = first[0], last[1] if last else first[1]
    if last_day.latest() < first_day.earliest():
        flags.append(stated("flags", ["contradicts_itself"], end or start))
        last_day = first[1]
    basis = "event" if own_year or days_of(start.value, month_first) else "inferred"  # else the sheet's name says it
    found = [stated("date", first_day.iso(), start), stated("date_basis", basis, start)]
    found.append(stated("end_date", last_day.iso(), end if end and last else start))
    if lasts(first_day, last_day) and not any(c.column == "level" for c in cells):
        found.append(stated("level", "project", start))
    return found + flags


def _composed(cells: list[Cell]) -> Cell | None:
    """Return the date whose day, month and year stand in cells of their own, as one cell; None where none does."""
    parts = [cell for name in ("day", "month", "year") for cell in cells if cell.column == name]
    if not parts:
        return None
    between = "/" if all(part.text.isdigit() for part in parts) else " "
    said = sorted(parts, key=lambda part: part.place)
    words = between.join(part.text for part in parts)
    return Cell("date", parts[-1].heading, words, " | ".join(c.text for c in said), parts[0].line, said[0].place)


def _beside_the_place(cells: list[Cell]) -> Cell | None:
    """Return the cell of a place that says when, too ("Lima, 5-7 May"); None where none does."""
    places = (cell for cell in cells if cell.column == "host_country")
    return next((cell for cell in places if any(e.first.month for e in expressions(cell.text))), None)


def lasts(first: Day, last: Day) -> bool:
    """Say whether something goes on so long that it is a project; dates known to the year alone say nothing."""
    return bool(first.month and last.month) and (last.latest() - first.earliest()).days > LASTS


def _no_day(cell: Cell, month_first: bool) -> bool:
    return days_of(cell.value, month_first) is None and (isinstance(cell.value, date) or cell.text[:4].isdigit())


def _counts(cells: list[Cell], language: str) -> list[Finding]:
    """Return the numbers of people; women and men add up where no total is given; names are counted, not kept."""
    found, qualifiers = {}, []
    for cell in cells:
        if cell.column in COUNTS and cell.column not in found and (count := count_of(cell.value, language)):
            found[cell.column] = (count[0], cell)
            qualifiers += [(count[1], cell)] if cell.column in COUNTS[:2] else []
    if "participants" not in found and "trained" not in found:
        found |= _summed(found) or _named(cells)
        qualifiers = [("exact", cell) for _, cell in found.values()]
    result = [stated(field, value, cell) for field, (value, cell) in found.items()]
    return result + [stated("number_qualifier", qualifier, cell) for qualifier, cell in qualifiers[:1]]


def _summed(found: dict[str, tuple[int, Cell]]) -> dict[str, tuple[int, Cell]]:
    if "women" not in found or "men" not in found:
        return {}
    return {"participants": (found["women"][0] + found["men"][0], found["women"][1])}


def _named(cells: list[Cell]) -> dict[str, tuple[int, Cell]]:
    """Return how many people a cell names, with words that name nobody."""
    cell = next((c for c in cells if c.column == "names"), None)
    if cell is None:
        return {}
    number = sum(1 for name in str(cell.value).replace("\n", ";").split(";") if name.strip())
    nameless = Cell(cell.column, cell.heading, number, f"{cell.heading}: {number} names", cell.line, cell.place)
    return {"participants": (number, nameless)} if number > 1 else {}


def _countries(cell: Cell) -> list[Finding]:
    """Return what a cell of countries states: where it was held, if it names towns of one ("Peru (Lima)")."""
    if code := names.town_and_country(cell.text):
        return [stated("host_country", code, cell)]
    codes, unknown = names.countries_of(cell.text)
    found = [stated("country", list(codes), cell)] if codes else []
    regions = [region for part in unknown for region in names.regions_of(part)]
    return found + ([stated("region_text", regions, cell)] if regions else [])


def _regions(cell: Cell) -> list[Finding]:
    regions = names.regions_of(cell.text)
    return [stated("region_text", list(regions), cell)] if regions else []


def _host(cell: Cell) -> list[Finding]:
    if names.word_of(cell.text, "mode") == "online":
        return [stated("mode", "online", cell)]
    code = names.host_of(cell.text)
    return [stated("host_country", code, cell)] if code else []


def _bodies(field: str) -> Callable[[Cell], list[Finding]]:
    def read(cell: Cell) -> list[Finding]:
        codes, unknown = names.bodies_of(cell.text)
        value = sorted({*codes, *unknown}) if field == "donors" else list(codes)  # a donor we do not know still paid
        return [stated(field, value, cell)] if value else []

    return read


def _coded(field: str, vocabulary_name: str, *groups: str, one: bool = False) -> Callable[[Cell], list[Finding]]:
    def read(cell: Cell) -> list[Finding]:
        codes = names.coded(cell.text, vocabulary_name, groups)
        return [stated(field, codes[0] if one else sorted(codes), cell)] if codes else []

    return read


def _word(field: str) -> Callable[[Cell], list[Finding]]:
    def read(cell: Cell) -> list[Finding]:
        code = names.word_of(cell.text, field)
        return [stated(field, code, cell)] if code else []

    return read


def _programme(cell: Cell) -> list[Finding]:
    named = {h.code for h in hits_of(cell.text) if h.group == "programme"}
    return [stated("programme", sorted(named) or [cell.text], cell)]


def _organisation(cell: Cell) -> list[Finding]:
    codes = [code for code in names.bodies_of(cell.text)[0] if code not in vocabulary.countries()]
    return [stated("organisation", codes[0] if codes else cell.text, cell)]


def _status(cell: Cell) -> list[Finding]:
    planned = names.word_of(cell.text, "status") == "planned"
    return [stated("flags", ["planned"], cell)] if planned else []


READERS: dict[str, Callable[[Cell], list[Finding]]] = {
    "kind": _coded("kind", "kinds", "event", "kind", one=True),
    "country": _countries,
    "region": _regions,
    "host_country": _host,
    "mode": _word("mode"),
    "audience": _coded("audience", "audiences", "audience"),
    "donors": _bodies("donors"),
    "partners": _bodies("partners"),
    "programme": _programme,
    "topics": _coded("topics", "topics", "topic"),
    "areas": _coded("areas", "areas", "area"),
    "organisation": _organisation,
    "status": _status,
    "level": _word("level"),
}  # fmt: skip
