"""One iati-activity of any version -> its children by name, its narratives by language, its codes as we write them."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from etl import vocabulary
from etl.dates.day import Day, parsed
from etl.rows.dates import days_of, possible

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# Version 1 says in words what version 2 says in numbers.
DATE_TYPES = {
    "1": "planned start", "2": "actual start", "3": "planned end", "4": "actual end",
    "start-planned": "planned start", "start-actual": "actual start",
    "end-planned": "planned end", "end-actual": "actual end",
}  # fmt: skip
ROLES = {"1": "funding", "2": "accountable", "3": "extending", "4": "implementing"}
DAC, M49 = ("", "1", "DAC"), ("2", "UN")  # vocabularies: the first of regions and of sectors
MOST_AREAS = 2
Children = dict[str, list[Any]]
Narrative = tuple[str, str]  # language, words


def local(element: Any) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any) -> Children:
    """Return the children of an element by name, in their order."""
    found: Children = defaultdict(list)
    for child in element:
        found[local(child)].append(child)
    return found


def narratives(element: Any, language: str) -> list[Narrative]:
    """Return what an element says: its narratives (version 2) or its own words (version 1), by language."""
    own = element.get(LANGUAGE) or language
    said = [(_short(n.get(LANGUAGE) or own), _words(n)) for n in element if local(n) == "narrative"]
    return [narrative for narrative in said or [(_short(own), " ".join((element.text or "").split()))] if narrative[1]]


def words(element: Any, language: str) -> str:
    """Return the first narrative of an element, "" where it has none."""
    return next((text for _, text in narratives(element, language)), "")


def day(element: Any) -> Day | None:
    """Return the day of an activity-date: its iso-date, else what is written in it; None where it is none."""
    written = str(element.get("iso-date") or element.text or "").strip()
    try:
        found = parsed(written[:10])
    except (ValueError, TypeError):
        days = days_of(written) if written else None
        return days[0] if days else None
    return found if found.year and found.real() and possible(found) else None


def country(code: str) -> str:
    """Return the alpha-3 code of a country's two or three letters; "" for an unknown one."""
    return _countries().get(code.strip().upper(), "")


def region(element: Any, language: str) -> str:
    """Return the name of a recipient-region: its own words, else that of its code."""
    code, kind = (element.get("code") or "").strip(), element.get("vocabulary") or ""
    if kind in M49:
        return vocabulary.label("regions", code.zfill(3))
    named = {row["code"]: row["name"] for row in vocabulary.rows("dac_regions")} if kind in DAC else {}
    return named.get(code) or words(element, language)


def sector(element: Any, language: str) -> str:
    """Return the name and code of a sector, or the one of them that is given."""
    code, known = (element.get("code") or "").strip(), _sector_row(element)
    name = words(element, language) or (known["name"] if known else "")
    return f"{name} ({code})" if name and code else name or code


def areas(sectors: list[Any]) -> dict[str, Any]:
    """Return the areas of intervention that sectors say -> the element that says it; those of the largest shares.

    Few of the DAC's sectors say one; data/vocabulary/dac_sectors.csv has these.
    """
    saying = [(element, row) for element in sectors if (row := _sector_row(element))]
    saying.sort(key=lambda pair: -_share(pair[0]))
    found: dict[str, Any] = {}
    for element, row in saying:
        for area in row["areas"].split(";"):
            found.setdefault(area, element)
    return dict(list(found.items())[:MOST_AREAS])


def _sector_row(element: Any) -> dict[str, str] | None:
    if (element.get("vocabulary") or "") not in DAC:
        return None
    return next((row for row in vocabulary.rows("dac_sectors") if row["code"] == (element.get("code") or "")), None)


def _share(element: Any) -> float:
    try:
        return float(element.get("percentage") or 100)
    except ValueError:
        return 0.0


def _countries() -> dict[str, str]:
    if not _COUNTRIES:
        _COUNTRIES.update({code: code for code in vocabulary.countries()})
        _COUNTRIES.update({row["alpha_2"]: code for code, row in vocabulary.countries().items() if row["alpha_2"]})
    return _COUNTRIES


_COUNTRIES: dict[str, str] = {}


def _short(language: str) -> str:
    return language.lower()[:2]


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
