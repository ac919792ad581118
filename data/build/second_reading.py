"""Papers that a second person labelled, without seeing the first labels -> how far the two agree.

    python -m data.build.second_reading SCORER.py

Prints what SCORER.py says where the first labels (data/papers/modelled.jsonl) are taken for the truth, and the second
(data/papers/second_reading.jsonl) for what was read: as far as two careful people agree a program may come.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from data.build.tellings import scorer_of

PAPERS = Path(__file__).parents[1] / "papers"
FIRST, SECOND = PAPERS / "modelled.jsonl", PAPERS / "second_reading.jsonl"
SAME = ("kind", "areas", "topics", "donors", "participants", "trained", "number_qualifier", "aggregate", "language")
CALLED = {
    "start": "date",
    "end": "end_date",
    "host": "host_country",
    "beneficiaries": "country",
    "cluster": "activity_id",
}
Label = dict[str, Any]


def labels(path: Path) -> list[Label]:
    """Return the labels of a file, in its order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_read(label: Label) -> Label:
    """Return a label as the row of a telling, for the scorer."""
    first, last = label["lines"]
    names = {**dict.fromkeys(SAME, ""), **CALLED}
    values = {called or name: label[name] for name, called in names.items()}
    return {
        "document": label["source"],
        "line_start": first,
        "line_end": last,
        "date_basis": label["date_basis"],
    } | values


def main() -> None:
    """Print how many of the activities both found, and the share of each field in which they agree."""
    scorer, second = scorer_of(Path(sys.argv[1])), labels(SECOND)
    papers = {label["source"] for label in second}
    told = [as_read(one) for one in second if one.get("activity", True) and not one.get("optional")]
    first = [label for label in labels(FIRST) if label["source"] in papers]
    with TemporaryDirectory() as folder:
        for name, rows in (("first", first), ("second", told)):
            lines = [json.dumps(row, ensure_ascii=False) for row in rows]
            (Path(folder) / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
        activities, covered = scorer.read_gold(Path(folder) / "first.jsonl")
        found = scorer.score(activities, covered, scorer.read_mentions(Path(folder) / "second.jsonl"))
    print(f"{len(papers)} papers, {found['gold']} activities")
    print(" ".join(f"{name} {value:.3f}" for name, value in found["detection"].items() if isinstance(value, float)))
    print(" ".join(f"{name} {value:.3f}" for name, value in found["fields"].items()))
    print(f"whole rows {found['row_exact']:.3f}")


if __name__ == "__main__":
    main()
