"""Labels and output folders of the ETL -> data/vocabulary/calibration.csv: how often rules, and rows, are right.

    python -m etl run SOURCES --no-corrections --out DIR
    python data/build/calibrate.py LABELS.jsonl DIR [STUDIED.jsonl DIR UNSEEN.jsonl DIR [UNSEEN.jsonl DIR ...]]

The first pair is of one organisation's documents. The others are single pages and papers of all others: how often each
rule is right there may be counted on texts that rules were made with, for it only orders rows; how often rows of a
score are right must be counted on texts that no rule was made with (data/build/left_out.py reads them). Without them
what the table has for others stays.
A label holds source, lines, start, kind, beneficiaries, participants, trained, and in `alt` other readings.
Run it again whenever rules have changed: a rule that the table does not know counts as its field does on the whole.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from math import sqrt
from pathlib import Path

import pandas as pd

from etl import vocabulary
from etl.confidence import FIELDS, OTHERS, WHOLE_ROW, grounds, score

TABLE = Path(__file__).parents[1] / "vocabulary" / "calibration.csv"
ROWS_A_POINT = 25  # fewer rows tell too little of a share
CAUTION = 1.96  # standard errors: the lower end of an interval of 95 %
PULL = 5  # rows by which a rule's share is pulled to that of its field: one lucky hit proves nothing
CARD = {  # column of mentions -> name in the labels
    "date": "start",
    "country": "beneficiaries",
    "kind": "kind",
    "participants": "participants",
    "trained": "trained",
}


def read_labels(path: Path) -> list[dict]:
    """Return the labels, those of lines without activity among them."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def overlaps(label: dict, mention: dict) -> bool:
    """Say whether label and mention share a line of one document."""
    first, last = label["lines"]
    same_document = label["source"] == mention["document"]
    return same_document and first <= mention["line_end"] and mention["line_start"] <= last


def same(label: dict, mention: dict, column: str) -> bool:
    """Say whether a column of a mention is what the label, or its other reading, says."""
    name = CARD[column]
    other = "country" if column == "country" else name  # so the scorer calls it in another reading
    readings = [label[name], *([label["alt"][other]] if other in label.get("alt", {}) else [])]
    value = mention[column]
    if column == "country":
        return sorted(value) in [sorted(reading) for reading in readings]
    value = None if pd.isna(value) else value
    return value in readings or (column == "date" and None in readings and mention["date_basis"] == "inferred")


def verdict(mention: dict, labels: list[dict]) -> dict[str, bool]:
    """Return for each field whether it is right, by the label that the mention agrees with best."""
    told = [label for label in labels if label.get("activity", True)]
    verdicts = [{column: same(label, mention, column) for column in CARD} for label in told]
    best = max(verdicts, key=lambda v: sum(v.values()), default=dict.fromkeys(CARD, False))
    return {"aggregate": bool(told)} | best


def judged(labels: list[dict], mentions: list[dict], evidence: pd.DataFrame) -> list[tuple[dict, dict]]:
    """Return grounds and verdict of every mention on labelled lines."""
    by_mention = {name: list(rows.itertuples()) for name, rows in evidence.groupby("mention_id")}
    found = []
    for mention in mentions:
        near = [label for label in labels if overlaps(label, mention)]
        if near:
            found.append((grounds(by_mention.get(mention["mention_id"], [])), verdict(mention, near)))
    return found


def shares(rows: list[tuple[dict, dict]]) -> dict[tuple[str, str, str], tuple[float, int]]:
    """Return (field, rule, tenth) -> share right, pulled to that of the field, and number of rows."""
    table: dict[tuple[str, str, str], tuple[float, int]] = {}
    for name in FIELDS:
        told = [right[name] for why, right in rows if right["aggregate"] or name == "aggregate"]
        whole = (sum(told) + 1) / (len(told) + 2)
        table[name, "", ""] = whole, len(told)
        by_ground: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
        for why, right in rows:
            if right["aggregate"] or name == "aggregate":
                by_ground[why[name]].append(right[name])
        for ground, rights in sorted(by_ground.items()):
            table[name, *ground] = (sum(rights) + PULL * whole) / (len(rights) + PULL), len(rights)
    return table


def points(rows: list[tuple[float, bool]]) -> list[tuple[float, float, int]]:
    """Return rising points (score, share right, rows): equal parts, neighbours pooled until no share falls."""
    rows = sorted(rows)
    pooled: list[list[tuple[float, bool]]] = []
    for first in range(0, len(rows), ROWS_A_POINT):
        pooled.append(rows[first : first + ROWS_A_POINT])
        while len(pooled) > 1 and (right_of(pooled[-1]) <= right_of(pooled[-2]) or len(pooled[-1]) < ROWS_A_POINT):
            last = pooled.pop()
            pooled[-1] = pooled[-1] + last
    return [(sum(value for value, _ in part) / len(part), right_of(part), len(part)) for part in pooled]


def right_of(part: list[tuple[float, bool]]) -> float:
    """Return the share that is right at least: the lower end of Wilson's interval, so that few rows promise little."""
    n = len(part)
    share = sum(right for _, right in part) / n
    spread = CAUTION * sqrt(share * (1 - share) / n + CAUTION**2 / (4 * n**2))
    return (share + CAUTION**2 / (2 * n) - spread) / (1 + CAUTION**2 / n)


def read_folder(labels: str, folder: str) -> list[tuple[dict, dict]]:
    """Return grounds and verdict of the mentions in an output folder, by a file of labels."""
    mentions = pd.read_parquet(Path(folder) / "mentions.parquet").to_dict("records")
    return judged(read_labels(Path(labels)), mentions, pd.read_parquet(Path(folder) / "evidence.parquet"))


def organisation(folder: str) -> str:
    """Return whose activities most mentions of an output folder are."""
    return pd.read_parquet(Path(folder) / "mentions.parquet")["organisation"].mode()[0]


def measured(whose: str, known: list[tuple[dict, dict]], judged_rows: list[tuple[dict, dict]]) -> list[tuple]:
    """Return the lines of the table for an organisation: rules by the rows `known`, whole rows by the others."""
    table = shares(known)
    by_rule = {key: share for key, (share, _) in table.items()}
    scored = [(score(why, by_rule), all(right.values())) for why, right in judged_rows]
    rules = [(whose, *key, f"{share:.3f}", count) for key, (share, count) in table.items()]
    rows = points(scored)
    return [*rules, *((whose, WHOLE_ROW, "", f"{low:.3f}", f"{share:.3f}", count) for low, share, count in rows)]


def main(labels: str, folder: str, *of_others: str) -> None:
    """Write the table and print the points of whole rows."""
    own = read_folder(labels, folder)
    kept = [tuple(row.values()) for row in vocabulary.rows("calibration") if row["whose"] == OTHERS]
    given = [read_folder(*pair) for pair in zip(of_others[::2], of_others[1::2], strict=True)]
    others = measured(OTHERS, given[0], [row for rows in given[1:] for row in rows]) if given else kept
    written = [*measured(organisation(folder), own, own), *others]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["whose", "field", "rule", "sure", "share", "rows"])
        writer.writerows(written)
    print(*[row for row in written if row[1] == WHOLE_ROW], sep="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
