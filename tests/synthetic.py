"""Turns a size and a seed into the frames of a made-up programme, in the columns of etl/schema.py.

It has what real tables have: precise, imprecise, inferred and missing dates, activities in many countries, regional
ones without any, projects, claims that sum up others, numbers with qualifiers, donors that are States and others.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
import pandas as pd

from etl.schema import TABLES

KINDS = (
    "legislative", "training", "expert_meeting", "assessment", "campaign", "publication", "partnership", "data",
    "support", "workshop", "conference",
)  # fmt: skip
AREAS = ("prevention", "research", "legislation", "strategy", "criminal_justice", "protection", "cooperation")
AUDIENCES = (
    "judges", "prosecutors", "police", "border", "customs", "immigration", "lawyers", "officials", "parliamentarians",
    "civil_society", "media", "academia", "private_sector", "health", "public",
)  # fmt: skip
PROGRAMMES = ("GLO.ACT", "TRACK4TIP", "Blue Heart Campaign", "Global Programme against the Smuggling of Migrants")
MODES = ("in_person", "online", "hybrid", None)
QUALIFIERS = ("exact", "at_least", "approximately", "at_most")
# Country, its M49 sub-region, the programme's region: enough of them to try every rule on.
Places = Sequence[tuple[str, str, str]]
PLACES: Places = (
    ("NGA", "011", "west-and-central-africa"), ("GHA", "011", "west-and-central-africa"),
    ("SEN", "011", "west-and-central-africa"), ("CMR", "017", "west-and-central-africa"),
    ("TCD", "017", "west-and-central-africa"), ("KEN", "014", "east-africa"), ("ETH", "014", "east-africa"),
    ("SYC", "014", "east-africa"), ("ZAF", "018", "southern-africa"), ("BWA", "018", "southern-africa"),
    ("EGY", "015", "north-africa-and-the-middle-east"), ("TUN", "015", "north-africa-and-the-middle-east"),
    ("JOR", "145", "north-africa-and-the-middle-east"), ("IND", "034", "south-asia"), ("NPL", "034", "south-asia"),
    ("THA", "035", "south-east-asia-and-the-pacific"), ("VNM", "035", "south-east-asia-and-the-pacific"),
    ("KHM", "035", "south-east-asia-and-the-pacific"), ("FJI", "054", "south-east-asia-and-the-pacific"),
    ("KAZ", "143", "central-asia"), ("UZB", "143", "central-asia"), ("ALB", "039", "south-eastern-europe"),
    ("SRB", "039", "south-eastern-europe"), ("XKX", "039", "south-eastern-europe"),
    ("UKR", "151", "eastern-europe-and-caucasus"), ("MDA", "151", "eastern-europe-and-caucasus"),
    ("AUT", "155", "western-europe"), ("MEX", "013", "central-america-and-caribbean"),
    ("PAN", "013", "central-america-and-caribbean"), ("LCA", "029", "central-america-and-caribbean"),
    ("COL", "005", "south-america"), ("PER", "005", "south-america"), ("BRA", "005", "south-america"),
)  # fmt: skip
DONORS = ("European Union", "USA", "GBR", "SWE", "NOR", "JPN", "CAN", "AUS", "Blue Heart Fund", "DEU")
PARTNERS = ("International Organization for Migration", "OSCE", "INTERPOL", "ASEAN", "African Union")
FIRST_DAY = dt.date(2006, 1, 1)
DAYS = 16 * 365


def donor_names(count: int) -> list[str]:
    """Return `count` names of donors, the known ones first."""
    return [*DONORS, *(f"Foundation number {n:03d}" for n in range(count))][:count]


def _lists(rng: np.random.Generator, names: tuple[str, ...] | list[str], size: int, weights: list[float]) -> np.ndarray:
    """Draw `size` lists; `weights[k]` is the share of lists with k members. The lists come from a pool of 4,000."""
    pool = np.empty(4000, dtype=object)
    popularity = 1 / np.arange(1, len(names) + 1) ** 0.7
    for n, length in enumerate(rng.choice(len(weights), 4000, p=weights)):
        chosen = rng.choice(len(names), min(length, len(names)), replace=False, p=popularity / popularity.sum())
        pool[n] = sorted(names[c] for c in chosen)
    return pool[rng.integers(0, 4000, size)]


def _when(rng: np.random.Generator, size: int) -> pd.DataFrame:
    """Draw dates: 60% days, 12% months, 8% years, 10% only bounds from neighbours, 10% unknown."""
    first = np.datetime64(FIRST_DAY) + rng.integers(0, DAYS, size)
    sort = rng.choice(5, size, p=[0.6, 0.12, 0.08, 0.1, 0.1])
    month, year = first.astype("M8[M]"), first.astype("M8[Y]")
    spans = [
        (first, first),
        (month.astype("M8[D]"), (month + 1).astype("M8[D]") - 1),
        (year.astype("M8[D]"), (year + 1).astype("M8[D]") - 1),
        (first, first + rng.integers(1, 200, size)),
    ]
    earliest = np.select([sort == n for n in range(4)], [s[0] for s in spans], np.datetime64("NaT"))
    latest = np.select([sort == n for n in range(4)], [s[1] for s in spans], np.datetime64("NaT"))
    text = np.select([sort == n for n in range(3)], [np.datetime_as_string(x) for x in (first, month, year)], "")
    last_day = np.datetime_as_string(first + rng.integers(0, 5, size) * (rng.random(size) < 0.3))
    end = np.where(sort == 0, last_day, text)
    told = rng.choice(["event", "published"], size, p=[0.7, 0.3])
    basis = np.select([sort < 3, sort == 3], [told, "inferred"], "none")
    return pd.DataFrame(
        {
            "date": pd.Series(text, dtype=object).where(text != "", None),
            "end_date": pd.Series(end, dtype=object).where(end != "", None),
            "date_earliest": _days(earliest),
            "date_latest": _days(latest),
            "date_basis": basis,
        }
    )


def _days(values: np.ndarray) -> pd.Series:
    days = values.astype("M8[D]").astype(object)  # dt.date objects, None for NaT
    return pd.Series(days, dtype=object)


def _counts(rng: np.random.Generator, size: int, share: float) -> pd.Series:
    stated = rng.random(size) < share
    return pd.Series(np.where(stated, rng.integers(5, 400, size), 0)).astype("Int64").mask(~stated)


def activities(size: int, seed: int = 1, donors: int = 20, places: Places = PLACES) -> pd.DataFrame:
    """Return `size` rows of the table of activities; the same arguments give the same rows."""
    rng = np.random.default_rng(seed)
    codes = [place[0] for place in places]
    regions_of = {code: [m49, own] for code, m49, own in places}
    frame = _when(rng, size)
    kind = rng.choice(KINDS, size)
    countries = _lists(rng, codes, size, [0.12, 0.55, 0.13, 0.1, 0.05, 0.05])
    named = rng.random(size) < 0.05  # regional ones: no country, but the region is named by the text
    regions = [
        sorted({r for c in own for r in regions_of[c]}) or (["011", "west-and-central-africa"] if by_name else [])
        for own, by_name in zip(countries, named, strict=True)
    ]
    participants = _counts(rng, size, 0.4)
    trained = participants.where((kind == "training") & (rng.random(size) < 0.8))
    aggregate = rng.random(size) < 0.02
    qualifier = pd.Series(rng.choice(QUALIFIERS, size, p=[0.8, 0.1, 0.05, 0.05]), dtype=object)
    places = [", ".join(own) or "the region" for own in countries]
    return frame.assign(
        activity_id=[f"act-{n:07d}" for n in range(size)],
        level=rng.choice(["event", "project"], size, p=[0.95, 0.05]),
        title=[f"{k} number {n} for {place}" for n, (k, place) in enumerate(zip(kind, places, strict=True))],
        kind=kind,
        areas=_lists(rng, AREAS, size, [0, 0.7, 0.3]),
        topics=_lists(rng, ("TIP", "SOM"), size, [0.1, 0.6, 0.3]),
        programme=_lists(rng, PROGRAMMES, size, [0.7, 0.25, 0.05]),
        country=countries,
        region=regions,
        region_text=[[] for _ in range(size)],
        host_country=rng.choice([*codes, None], size),
        mode=rng.choice(MODES, size),
        audience=_lists(rng, AUDIENCES, size, [0.3, 0.4, 0.2, 0.1]),
        donors=_lists(rng, donor_names(donors), size, [0.5, 0.35, 0.15]),
        partners=_lists(rng, PARTNERS, size, [0.6, 0.3, 0.1]),
        participants=participants,
        trained=trained,
        women=(trained // 3).astype("Int64"),
        men=(trained - trained // 3).astype("Int64"),
        number_qualifier=qualifier.where(participants.notna(), None),
        aggregate=aggregate,
        claimed_activities=_counts(rng, size, 0.5).where(aggregate),
        claimed_countries=_counts(rng, size, 0.3).where(aggregate),
        organisation="Sample Office",
        language=rng.choice(["en", "fr", "es"], size, p=[0.8, 0.1, 0.1]),
        confidence=rng.uniform(0.4, 1, size).round(3),
        review=rng.choice(["machine", "checked", "corrected"], size, p=[0.7, 0.25, 0.05]),
        flags=_lists(rng, ("breaks_order", "counts_differ"), size, [0.9, 0.08, 0.02]),
        mentions=1,
        documents=[["sample.txt"]] * size,
        sources=[["sample.txt:1-3"]] * size,
    )[[column.name for column in TABLES["activities"]]]


def _mentions(frame: pd.DataFrame) -> pd.DataFrame:
    """Give every activity one mention, and every tenth a second one."""
    twice = pd.concat([frame, frame.iloc[::10]], ignore_index=True)
    lines = np.arange(len(twice)) * 4 + 1
    return twice.assign(
        mention_id=[f"men-{n:07d}" for n in range(len(twice))],
        document="sample.txt", line_start=lines, line_end=lines + 2, locator=[f"lines {n}-{n + 2}" for n in lines],
    )[[column.name for column in TABLES["mentions"]]]  # fmt: skip


def _evidence(mentions: pd.DataFrame) -> pd.DataFrame:
    """Give every mention its kind and its date as evidence, and every fifth a date that lost."""
    common = mentions[["mention_id", "line_start", "line_end", "locator"]]
    kind = common.assign(field="kind", value=mentions["kind"], chosen=True, rule="cue", confidence=0.9)
    date = common.assign(field="date", value=mentions["date"], chosen=True, rule="heading", confidence=0.8)
    lost = date.iloc[::5].assign(chosen=False, value="1999", rule="body", confidence=0.3)
    frame = pd.concat([kind, date, lost], ignore_index=True)
    frame["quote"] = "An événement of " + frame["field"]
    return frame[[column.name for column in TABLES["evidence"]]]


def _merges(mentions: pd.DataFrame) -> pd.DataFrame:
    """Say of every second mention why it tells of the same activity as the first."""
    second = mentions["activity_id"].duplicated()
    first = mentions[~second].set_index("activity_id")["mention_id"]
    pairs = [(first[row.activity_id], row.mention_id) for row in mentions[second].itertuples()]
    rows = [(one, other, "the same title on the same day", 0.9) for one, other in pairs]
    return pd.DataFrame(rows, columns=[column.name for column in TABLES["merges"]])


def frames(
    size: int, seed: int = 1, donors: int = 20, places: Places = PLACES, evidence: bool = True
) -> dict[str, pd.DataFrame]:
    """Return all tables by name; without `evidence` the tables of mentions and evidence are empty (for large sizes)."""
    table = activities(size, seed, donors, places)
    mentions = _mentions(table if evidence else table.iloc[:0])
    documents = pd.DataFrame(
        [["sample.txt", "Sample", "Sample Office", "2021-06", "2020", "2021", "en", "feed", "0" * 64, size, size, []]],
        columns=[column.name for column in TABLES["documents"]],
    )
    changes = pd.DataFrame(
        {"run": "2021-07-01T00:00:00Z", "activity_id": table["activity_id"], "change": "new", "fields": [[]] * size}
    )
    merges = _merges(mentions)
    told = table["activity_id"].map(mentions["activity_id"].value_counts()).fillna(1).astype(int)
    return {
        "activities": table.assign(mentions=told), "mentions": mentions, "evidence": _evidence(mentions),
        "documents": documents, "merges": merges, "changes": changes,
    }  # fmt: skip
