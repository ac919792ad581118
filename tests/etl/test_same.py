"""Which mentions tell of one activity: tests/cases/same.csv, and what must never matter."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.records import Mention
from etl.same import groups
from etl.same.groups import Grouped
from etl.same.tellings import told
from tests.etl.made import mention

CASES = Path(__file__).parents[1] / "cases" / "same.csv"


def _cases() -> list[tuple[str, list[dict[str, str]]]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(name, list(rows)) for name, rows in groupby(csv.DictReader(file), key=lambda row: row["case"])]


def _mention(row: dict[str, str]) -> Mention:
    return mention(
        row["title"], row["words"], row["names"].replace("aggregate", ""),
        document=row["document"], kind=row["kind"], date=row["date"] or None, end_date=row["end_date"] or None,
        date_basis=row["basis"], country=sorted(row["country"].split(";")) if row["country"] else [],
        host_country=row["host"] or None, participants=int(row["people"]) if row["people"] else None,
        aggregate="aggregate" in row["names"],
    )  # fmt: skip


def grouped(mentions: list[Mention], together: dict[groups.Pair, str], apart: dict[groups.Pair, str]) -> Grouped:
    return groups.grouped([told(mention) for mention in mentions], together, apart)


def _partition(mentions: list[Mention], result: Grouped) -> set[frozenset[str]]:
    return {frozenset(mentions[n].row["mention_id"] for n in group) for group in result.groups}


@pytest.mark.parametrize(("name", "rows"), _cases(), ids=[name for name, _ in _cases()])
def test_cases(name: str, rows: list[dict[str, str]]) -> None:
    mentions = [_mention(row) for row in rows]
    result = grouped(mentions, {}, {})
    assert len(result.groups) == (1 if rows[0]["same"] == "yes" else len(rows)), (rows[0]["why"], result.merges)
    assert all(merge["why"] and 0 < merge["score"] <= 1 for merge in result.merges)
    assert len(result.merges) == len(mentions) - len(result.groups)


ALL = list({m.row["mention_id"]: m for _, rows in _cases() for m in map(_mention, rows)}.values())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(len(ALL))))
def test_the_order_of_mentions_changes_nothing(order: list[int]) -> None:
    usual = grouped(ALL, {}, {})
    shuffled = [ALL[n] for n in order]
    other = grouped(shuffled, {}, {})
    assert _partition(shuffled, other) == _partition(ALL, usual)
    assert other.merges == usual.merges


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=8, unique=True))
def test_what_has_nothing_to_do_with_it_changes_nothing(numbers: list[int]) -> None:
    strangers = [mention(f"Zebra{n} crossing painted", f"quagga{n}", document=f"other{n}.txt") for n in numbers]
    known = {m.row["mention_id"] for m in ALL}
    merges = [row for row in grouped([*strangers, *ALL], {}, {}).merges if {row["mention_a"], row["mention_b"]} & known]
    assert merges == grouped(ALL, {}, {}).merges


def test_a_person_joins_what_seems_two_and_parts_what_seems_one() -> None:
    one, two = ALL[0], ALL[1]  # the same text twice
    pair = (min(one.row["mention_id"], two.row["mention_id"]), max(one.row["mention_id"], two.row["mention_id"]))
    assert len(grouped([one, two], {}, {pair: "two courses"}).groups) == 2
    far = mention("Something else", "altogether", date="1999", document="z.txt")
    pair = (min(one.row["mention_id"], far.row["mention_id"]), max(one.row["mention_id"], far.row["mention_id"]))
    joined = grouped([one, far], {pair: "by hand: the same"}, {})
    assert joined.groups == [[0, 1]]
    assert joined.merges[0]["why"] == "by hand: the same"
