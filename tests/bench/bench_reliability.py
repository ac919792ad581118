"""How true confidence is: for each band of it how many rows it holds, what it says on average, and how many are right.

    python -m tests.bench.bench_reliability [LABELS DOCUMENTS [LABELS DOCUMENTS ...]]

LABELS are as data/build/calibrate.py wants them, DOCUMENTS the folder that they speak of; without any, the documents
beside the project with the labels beside them and with those of other readers for the other lines. A row is right
where its date, countries, kind, participants and trained all are. Fails where of the rows at 0.9 and more fewer than
95 % are right.
"""

from __future__ import annotations

import sys
from pathlib import Path

from data.build.calibrate import overlaps, read_labels, verdict
from etl import pipeline
from etl.sources import sources
from tests.service import ROOT

SHARED = ROOT.parent / "shared"
BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SURE, TARGET = 0.9, 0.95
Row = tuple[float, bool]  # confidence, whether the row is right


def rows(labels: Path, documents: Path) -> list[Row]:
    """Return confidence and verdict of every mention on labelled lines, read without corrections."""
    known = read_labels(labels)
    mentions = pipeline.run(sources([documents])).frames["mentions"].to_dict("records")
    near = [(m, [label for label in known if overlaps(label, m)]) for m in mentions]
    return [(m["confidence"], all(verdict(m, found).values())) for m, found in near if found]


def table(found: list[Row]) -> str:
    """Return the reliability table, a line a band that holds rows."""
    lines = ["confidence   rows  said  right"]
    for low, high in zip(BANDS, BANDS[1:], strict=False):
        band = [row for row in found if low <= row[0] < high]
        if band:
            said, right = (sum(part) / len(band) for part in zip(*band, strict=True))
            lines.append(f"{low:.1f} to {min(high, 1.0):.1f} {len(band):6d}  {said:.2f}  {right:.3f}")
    return "\n".join(lines)


def main(*asked: str) -> None:
    """Print the table of all that is asked for; exit with 1 where sure rows are too often wrong."""
    seeds, papers = SHARED / "seeds", ROOT / "data" / "papers"
    labelled = [SHARED / "gold" / "dev.jsonl", seeds, papers / "first_user.jsonl", seeds]
    paths = [Path(path) for path in asked] or labelled
    missing = [path for path in paths if not path.exists()]
    if missing or len(paths) % 2:
        sys.exit(f"labels and documents are wanted in pairs{''.join(f'; {path} is missing' for path in missing)}")
    found = [row for labels, documents in zip(paths[::2], paths[1::2], strict=True) for row in rows(labels, documents)]
    print(table(found))
    sure = [right for confidence, right in found if confidence >= SURE]
    if not sure:
        sys.exit(0)
    share = sum(sure) / len(sure)
    print(f"of {len(sure)} rows at {SURE} and more {share:.3f} are right (aim {TARGET})")
    sys.exit(share < TARGET)


if __name__ == "__main__":
    main(*sys.argv[1:])
