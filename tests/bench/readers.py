"""Readers for locust: each changes a filter every two seconds and checks, now and then, that an answer is whole.

What they ask comes from the JSON file that LOAD_PLAN names: `filters`, query strings, and `checks`, for some of them
the checksums of the answers that may come, one for each run of the tables.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path

from locust import FastHttpUser, constant_pacing, task

PLAN = json.loads(Path(os.environ["LOAD_PLAN"]).read_text())
CHECKED = 0.1  # of the questions
PACE = 2  # seconds


class Reader(FastHttpUser):
    """A person at the overview."""

    wait_time = constant_pacing(PACE)

    def on_start(self) -> None:
        """Learn the name of the callback that answers, as a browser does."""
        found = self.client.get("/_dash-dependencies").json()
        self.name = next(one["output"] for one in found if "tiles.children" in one["output"])
        parts = self.name.strip(".").split("...")
        self.outputs = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in parts]

    @task
    def filter(self) -> None:
        """Ask for the overview of a filter."""
        checked = random.random() < CHECKED
        query = random.choice(list(PLAN["checks"]) if checked else PLAN["filters"])
        shown = {"id": "shown", "property": "data", "value": [query, "light"]}
        asked = {"output": self.name, "outputs": self.outputs, "inputs": [shown], "changedPropIds": ["shown.data"]}
        with self.client.post("/_dash-update-component", json=asked, name="filter", catch_response=True) as answer:
            if checked and hashlib.sha256(answer.content or b"").hexdigest() not in PLAN["checks"][query]:
                answer.failure("an answer that is of no run")
