"""What a person must be told of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What a person must be told of a run, and all tables by name where these are wanted in memory.

    `unread` names the documents that could not be read, `refused` the corrections that no longer fit, `warnings` what
    went wrong while documents were read, `withdrawn` the activities that a correction says are none, `corrections` what
    became of each (see corrections_listed), `unchanged` how many files were as the last run had read them.
    """

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    corrections: list[Row] = field(default_factory=list)
    unchanged: int = 0
