"""Records -> an IATI 2.03 activity file: the standard's elements, and all columns in elements of our own namespace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml import etree

from dashboard.briefing.titles import made_title
from etl import vocabulary
from etl.schema import ACTIVITIES

OWN = "urn:assistance-dashboard:activity:1"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
UNKNOWN_BODY, OTHER_BODY = "unknown", "90"  # a reference nobody has given; the type "other"
FUNDING, IMPLEMENTING = "1", "4"
IMPLEMENTATION, FINISHED, PLANNED = "2", "4", "1"
PLANNED_START, ACTUAL_START, PLANNED_END, ACTUAL_END = "1", "2", "3", "4"
UN_REGIONS = "2"  # the vocabulary of M49
OUTPUT, UNIT = "1", "1"
COUNTS = (("participants", "Participants"), ("trained", "People trained"))
# Columns that are of our tables and not of the activity, or that the documents' own words may stand in.
NOT_OUT = frozenset(("activity_id", "title", "review", "mentions", "documents", "sources", "confidence"))
Record = Mapping[str, Any]


def iati(records: Iterable[Record]) -> bytes:
    """Return the file; records without any date are left out, for which IATI has no place."""
    root = etree.Element("iati-activities", {"version": "2.03"}, nsmap={"own": OWN})
    root.extend(_activity(record) for record in records if _dated(record))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def left_out(records: Iterable[Record]) -> int:
    """Return how many records have no place in the file."""
    return sum(1 for record in records if not _dated(record))


def _dated(record: Record) -> bool:
    return bool(record["date"] or record["date_earliest"])


def _activity(record: Record) -> Any:
    activity = etree.Element("iati-activity", {LANGUAGE: "en"})
    planned = "planned" in (record["flags"] or ())
    body = record["organisation"] or "Not stated"
    _add(activity, "iati-identifier", text=f"{UNKNOWN_BODY}-{record['activity_id']}")
    _told(_add(activity, "reporting-org", ref=UNKNOWN_BODY, type=OTHER_BODY, secondary_reporter="1"), body)
    _told(_add(activity, "title"), made_title(record, "en"))
    _told(_add(activity, "description", type="1"), made_title(record, "en"))
    for donor in record["donors"] or ():
        _told(_add(activity, "participating-org", role=FUNDING), _name(donor))
    for partner in [body, *(record["partners"] or ())]:
        _told(_add(activity, "participating-org", role=IMPLEMENTING), _name(partner))
    over = bool(record["date"]) and record["level"] == "event"
    _add(activity, "activity-status", code=PLANNED if planned else FINISHED if over else IMPLEMENTATION)
    _dates(activity, record, planned)
    for code in record["country"] or ():
        _add(activity, "recipient-country", code=vocabulary.countries()[code]["alpha_2"] or code)
    for code in record["region"] or ():
        if code.isdigit() and not record["country"]:
            _add(activity, "recipient-region", code=str(int(code)), vocabulary=UN_REGIONS)
    for field, title in COUNTS:
        if record[field] is not None:
            _result(activity, title, record[field], record)
    for column in ACTIVITIES:
        if column.name not in NOT_OUT:
            _own(activity, column.name, record[column.name])
    return activity


def _dates(activity: Any, record: Record, planned: bool) -> None:
    start = record["date_earliest"]
    _add(
        activity, "activity-date", type=PLANNED_START if planned else ACTUAL_START, iso_date=_day(start, record["date"])
    )
    if record["end_date"]:
        kind = PLANNED_END if planned else ACTUAL_END
        _add(activity, "activity-date", type=kind, iso_date=_day(None, record["end_date"]))


def _day(known: Any, written: str | None) -> str:
    """Return a whole day, as the standard asks: that of the bounds, or the first of a month or year."""
    if known is not None:
        return str(known)[:10]
    return f"{written}-01-01"[:10] if len(written or "") < len("2016-05") else f"{written}-01"[:10]


def _result(activity: Any, title: str, value: int, record: Record) -> None:
    result = _add(activity, "result", type=OUTPUT)
    _told(_add(result, "title"), title)
    indicator = _add(result, "indicator", measure=UNIT)
    _told(_add(indicator, "title"), title)
    period = _add(indicator, "period")
    first = _day(record["date_earliest"], record["date"])
    _add(period, "period-start", iso_date=first)
    _add(period, "period-end", iso_date=max(first, _day(None, record["end_date"]) if record["end_date"] else first))
    _add(period, "actual", value=str(value))


def _own(activity: Any, name: str, value: Any) -> None:
    """Add a column as elements of our own: one a member of a list, none where nothing is known."""
    for member in value if isinstance(value, list | tuple) else [] if value is None else [value]:
        said = str(member).lower() if isinstance(member, bool) else str(member)
        etree.SubElement(activity, f"{{{OWN}}}{name}").text = said


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    element = etree.SubElement(parent, name, {key.replace("_", "-"): value for key, value in attributes.items()})
    element.text = text
    return element


def _told(element: Any, words: str) -> None:
    _add(element, "narrative", text=words)


def _name(code: str) -> str:
    return vocabulary.country_name(code) if code in vocabulary.countries() else code
