"""The tables -> named checks: what must hold, whether it does, and the rows where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from etl import vocabulary
from etl.dates.day import parsed
from etl.schema import TABLES

Frames = dict[str, pd.DataFrame]
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
MOST_ROWS = 5  # named in a message; more do not help
COUNTS = ("participants", "trained", "women", "men", "claimed_activities", "claimed_countries")


@dataclass(frozen=True, slots=True)
class Check:
    """A check that was made: `what` must hold, `rows` name where it does not, `mend` says what to do then.

    A check that is not `required` only asks a person to look.
    """

    name: str
    what: str
    required: bool
    rows: tuple[str, ...]
    mend: str

    @property
    def passed(self) -> bool:
        """Whether it holds for every row."""
        return not self.rows

    @property
    def message(self) -> str:
        """What fails and where, for a person; "" where nothing does."""
        more = f" and {len(self.rows) - MOST_ROWS} more" if len(self.rows) > MOST_ROWS else ""
        return "" if self.passed else f"{'; '.join(self.rows[:MOST_ROWS])}{more}. {self.mend}"


Rule = Callable[[Frames, dict[str, Any]], Iterator[str]]


def check(frames: Frames, about: dict[str, Any]) -> list[Check]:
    """Return every check of the tables; `about` is what run.json says of them."""
    return [Check(name, what, must, tuple(rule(frames, about)), mend) for name, what, must, mend, rule in CHECKS]


def _columns(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for table, columns in TABLES.items():
        for column in columns:
            if column.name not in frames[table].columns:
                yield f"{table}.{column.name} is lacking"
            elif column.required and frames[table][column.name].isna().any():
                yield f"{table}.{column.name} is empty in {int(frames[table][column.name].isna().sum())} rows"


def _unique(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for table, key in (("activities", "activity_id"), ("mentions", "mention_id"), ("documents", "document")):
        yield from (f"{table}: {name} stands twice" for name in frames[table][key][frames[table][key].duplicated()])


def _links(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    activities = {*frames["activities"]["activity_id"], *about.get("withdrawn", [])}
    mentions = frames["mentions"]
    pairs = zip(mentions["mention_id"], mentions["activity_id"], strict=True)
    yield from (f"mention {mention}" for mention, activity in pairs if activity not in activities)
    told = set(mentions["activity_id"])
    yield from (f"activity {name}" for name in frames["activities"]["activity_id"] if name not in told)
    known = set(mentions["mention_id"])
    yield from (f"evidence of {name}" for name in frames["evidence"]["mention_id"].unique() if name not in known)
    documents = set(frames["documents"]["document"])
    yield from (f"document {name}" for name in mentions["document"].unique() if name not in documents)


def _codes(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for table in ("activities", "mentions"):
        for column in TABLES[table]:
            if not column.vocabulary or column.vocabulary in vocabulary.OPEN:
                continue
            known = set(vocabulary.codes(column.vocabulary))
            for value in frames[table][column.name].explode().dropna().unique():
                if value not in known:
                    yield f"{table}.{column.name}: {value!r} is not in data/vocabulary/{column.vocabulary}.csv"


def _dates(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for row in frames["activities"].to_dict("records"):
        first, last = row["date"], row["end_date"]
        if wrong := [d for d in (first, last) if not pd.isna(d) and not (ISO.fullmatch(d) and parsed(d).real())]:
            yield f"{row['activity_id']}: {wrong[0]!r} is no date"
        elif not pd.isna(first) and not pd.isna(last) and parsed(last).latest() < parsed(first).earliest():
            yield f"{row['activity_id']}: ends {last} before it starts {first}"
        elif not pd.isna(row["date_earliest"]) and row["date_earliest"] > row["date_latest"]:
            yield f"{row['activity_id']}: bounds {row['date_earliest']} to {row['date_latest']} are the wrong way round"


def _numbers(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for row in frames["activities"].astype(object).to_dict("records"):
        count = {name: 0 if pd.isna(row[name]) else int(row[name]) for name in COUNTS}
        if min(count.values()) < 0:
            yield f"{row['activity_id']}: a number below 0"
        elif not pd.isna(row["participants"]) and count["women"] + count["men"] > count["participants"]:
            yield f"{row['activity_id']}: more women and men than participants"
        elif not pd.isna(row["participants"]) and count["trained"] > count["participants"]:
            yield f"{row['activity_id']}: more trained than took part"


def _lines(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for table, key in (("mentions", "mention_id"), ("evidence", "mention_id")):
        frame = frames[table]
        wrong = frame[(frame["line_start"] < 1) | (frame["line_end"] < frame["line_start"])]
        yield from (f"{table}: {row[key]} at {row['line_start']}-{row['line_end']}" for row in wrong.to_dict("records"))


def _corrections(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    yield from about.get("refused", [])


def _unread(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    yield from about.get("unread", [])


def _differing(frames: Frames, about: dict[str, Any]) -> Iterator[str]:
    for row in frames["activities"].to_dict("records"):
        if "counts_differ" in row["flags"] and row["review"] == "machine":
            yield f"{row['activity_id']} ({', '.join(row['sources'])})"


AGAIN = "Run the ETL again; if it stays, it is a fault of the ETL."
MEND = "Look at its document and correct it in data/corrections.toml."
CHECKS: tuple[tuple[str, str, bool, str, Rule], ...] = (
    ("columns", "every table has all of its columns, and no empty cell where there may be none", True, AGAIN, _columns),
    ("unique", "no name of an activity, mention or document stands twice", True, AGAIN, _unique),
    ("links", "mentions, activities, evidence and documents find each other", True, AGAIN, _links),
    ("codes", "every code is in its vocabulary", True, "Add it to the vocabulary, or correct the value.", _codes),
    ("dates", "dates are dates, and none ends before it starts", True, MEND, _dates),
    ("numbers", "parts are not larger than the whole", False, MEND, _numbers),
    ("lines", "every mention and quote has its lines", True, AGAIN, _lines),
    ("corrections", "every correction is in force", True, "Mend or remove the entry.", _corrections),
    ("read", "every document could be read", False, "See what the line says of each.", _unread),
    ("counts", "tellings of one activity agree on its numbers, or a person has looked", False, MEND, _differing),
)
