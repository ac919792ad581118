"""The results of an iati-activity -> how many people were reached or trained, by its indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from etl.read.iati_values import children, words
from etl.rows.hits import hits_of
from etl.rows.numbers import count_of

UNITS = ("", "1")  # the measure "unit"; percentages, ratings and words count nobody
PEOPLE = "people"
SEXES = {"female": "women", "f": "women", "women": "women", "male": "men", "m": "men", "men": "men"}
TRAINS = frozenset({"training"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What an indicator counts: its title, the field, the largest actual value of its periods, whether of several."""

    title: str
    field: str
    value: int
    several: bool
    women: int | None = None
    men: int | None = None


def counted(results: list[Any], language: str) -> list[Counted]:
    """Return the indicators that count people: those of training first, then the largest first."""
    found = [one for result in results for one in _indicators(result, language)]
    return sorted(found, key=lambda one: (one.field != "trained", -one.value))


def _indicators(result: Any, language: str) -> Iterator[Counted]:
    for indicator in children(result)["indicator"]:
        parts = children(indicator)
        title = words(parts["title"][0], language) if parts["title"] else ""
        hits = hits_of(title)
        if (indicator.get("measure") or "") not in UNITS or not any(h.group == PEOPLE for h in hits):
            continue
        actual = [a for period in parts["period"] for a in children(period)["actual"]]
        stated = [(_sex(a), value) for a in actual if (value := _value(a)) is not None]
        whole = [value for sex, value in stated if not sex]
        by_sex = {sex: max(v for other, v in stated if other == sex) for sex, _ in stated if sex}
        if not whole and len(by_sex) == len(set(SEXES.values())):
            whole = [sum(by_sex.values())]
        if whole and max(whole) > 0:
            field = "trained" if _trains(title, hits) else "participants"
            yield Counted(title, field, max(whole), len(whole) > 1, by_sex.get("women"), by_sex.get("men"))


def _trains(title: str, hits: Any) -> bool:
    return any(
        (h.group == "act" and h.code == "train") or (h.group == "event" and h.code.partition(":")[0] in TRAINS)
        for h in hits
    ) or any(h.group == "participation" and h.code == "trained" for h in hits)


def _value(actual: Any) -> int | None:
    count = count_of(actual.get("value"))
    return count[0] if count else None


def _sex(actual: Any) -> str:
    said = (d.get("value", "") for d in children(actual)["dimension"] if d.get("name", "").lower() in ("sex", "gender"))
    return next((SEXES.get(value.lower(), "") for value in said), "")
