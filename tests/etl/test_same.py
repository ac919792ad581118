"""Which mentions tell of one activity: tests/cases/same.csv, and what must never matter."""

from __future__ import annotations

import csv
from itertools import combinations, groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import vocabulary
from etl.records import Mention
from etl.same import groups, pairs
from etl.same.groups import Grouped
from etl.same.likeness import contradicts
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


CODES = st.lists(st.sampled_from([row["code"] for row in vocabulary.rows("countries")]), max_size=3, unique=True)
DATES = st.sampled_from([None, "2019", "2019-05", "2019-05-03", "2019-05-04", "2020-01-31"])
PLACES = "city:lima;edition:fr"


@st.composite
def described(draw: st.DrawFn) -> Mention:
    """Return a mention that shares much with others and may contradict them in anything that is compared."""
    kind = draw(st.sampled_from(["training", "workshop", "publication"]))
    names = draw(st.sampled_from(["", "city:lima", "city:quito", "edition:fr", PLACES, "bloc:sadc"]))
    return mention(
        draw(st.sampled_from(["Course on harbour logbooks", "Harbour course", ""])), "held twice", names,
        kind=kind, date=draw(DATES), country=sorted(draw(CODES)), topics=draw(st.sampled_from([[], ["TIP"], ["SOM"]])),
        host_country=draw(st.sampled_from([None, "KEN", "TCD"])), level=draw(st.sampled_from(["event", "project"])),
        participants=draw(st.sampled_from([None, 12, 30])), aggregate=draw(st.booleans()),
        date_basis=draw(st.sampled_from(["event", "published"])), document=draw(st.sampled_from(["a.txt", "b.txt"])),
        mention_id=f"{draw(st.integers(0, 10**9))}",
    )  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(described(), min_size=2, max_size=12), st.sampled_from([1, 5, 1000]))
def test_no_pair_is_passed_over_that_does_not_contradict_itself(mentions: list[Mention], at_once: int) -> None:
    tellings = [told(mention) for mention in mentions]
    shared = pairs.blocks(tellings, range(len(tellings)))
    worth = {(a, b) for block in shared for a, b in combinations(sorted(block), 2)}
    agreeing = {(a, b) for a, b in worth if not contradicts(tellings[a], tellings[b])}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "MOST_AT_ONCE", at_once)
        found = pairs.pairs(tellings, shared)
    assert found == sorted(set(found))
    assert agreeing <= set(found) <= worth
    assert {(a, b) for a, b in found if tellings[a].cities == tellings[b].cities} == {
        (a, b) for a, b in agreeing if tellings[a].cities == tellings[b].cities
    }, "all that is not for cities to say is said by the columns"
