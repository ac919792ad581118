"""How long the overview takes to answer at a million activities, beside a plain pandas and plotly express callback.

    python -m tests.bench.bench_filters [ACTIVITIES] [FILTERS]

Both answer the same random filters over the same data with tiles, map, timeline and two breakdowns as JSON. Both are
asked once before they are timed. Fails where ours is not four times faster at the 95th percentile.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

import pandas as pd
import plotly.express as px

from dashboard import ids
from dashboard.address import write
from dashboard.app import create_app
from dashboard.filters import Filters
from dashboard.settings import Settings
from etl import engine, store, vocabulary
from tests import synthetic

TIMES_FASTER = 4
DONORS = 300


def places() -> list[tuple[str, str, str]]:
    return [(row["code"], row["m49"], row["programme_region"]) for row in vocabulary.rows("countries")]


def random_filters(seed: int) -> Filters:
    """Draw what managers ask for: a span of years, regions, kinds, now and then a country, a role, an area, a donor."""
    draw = random.Random(seed)
    regions = [row["code"] for row in vocabulary.rows("regions") if row["scheme"] == "m49"]
    first = draw.randrange(2006, 2021)
    dated = draw.random() < 0.8
    return Filters(
        first=f"{first}" if dated else "",
        last=f"{min(first + draw.choice([0, 0, 2, 9, 16]), 2022)}" if dated else "",
        region=tuple(draw.sample(regions, draw.choice([0, 0, 1, 1, 2, 6]))),
        country=tuple(draw.sample([p[0] for p in places()], 2)) if draw.random() < 0.15 else (),
        role=draw.choice(["beneficiary"] * 6 + ["host", "donor"]),
        kind=tuple(draw.sample(synthetic.KINDS, draw.choice([0, 0, 1, 3]))),
        area=tuple(draw.sample(synthetic.AREAS, draw.choice([0, 0, 0, 1]))),
        donor=tuple(draw.sample(synthetic.DONORS, 2)) if draw.random() < 0.15 else (),
    )


def ours(folder: Path) -> Callable[[Filters], str]:
    """Return what asks the overview's callback over HTTP, in this process, as a browser does."""
    app = create_app(Settings(folder))
    name = next(key for key in app.callback_map if f"{ids.TILES}.children" in key)
    outputs = [dict(zip(("id", "property"), part.rsplit(".", 1), strict=True)) for part in name.strip(".").split("...")]
    reader = app.server.test_client()

    def answer(filters: Filters) -> str:
        shown = {"id": ids.SHOWN, "property": "data", "value": [write(filters), "light"]}
        asked = {"output": name, "outputs": outputs, "inputs": [shown], "changedPropIds": [f"{ids.SHOWN}.data"]}
        found = reader.post("/_dash-update-component", json=asked)
        assert found.status_code == 200
        return found.get_data(as_text=True)

    return answer


class Pandas:
    """What a plain Dash callback does: masks, explode, merge, group, and figures by plotly express."""

    def __init__(self, table: pd.DataFrame) -> None:
        events = table[(table["level"] == "event") & ~table["aggregate"]].reset_index(drop=True)
        events["number"] = events.index
        self.events = events
        self.events["kind"] = events["kind"].astype("category")
        for column in ("date_earliest", "date_latest"):
            self.events[column] = pd.to_datetime(events[column])
        self.events["year"] = self.events["date_earliest"].dt.year
        self.pairs = {name: self._pairs(name) for name in ("country", "region", "areas", "donors")}
        region_of = {p[0]: p[1] for p in places()}
        host = events[["number", "host_country"]].rename(columns={"host_country": "country"}).dropna()
        donor = self.pairs["donors"].rename(columns={"donors": "country"})
        self.places = {
            "beneficiary": self.pairs["country"],
            "host": host.astype({"country": "category"}),
            "donor": donor[donor["country"].isin(list(region_of))],
        }
        self.region_of = region_of

    def _pairs(self, name: str) -> pd.DataFrame:
        pairs = self.events[["number", name]].explode(name).dropna()
        return pairs.astype({name: "category"})

    def answer(self, filters: Filters) -> str:
        events, own = self.events, self.places[filters.role]
        inside = own
        if filters.first:
            late = events["date_latest"] >= pd.Timestamp(filters.first)
            events = events[late & (events["date_earliest"] <= pd.Timestamp(f"{filters.last}-12-31"))]
        if filters.kind:
            events = events[events["kind"].isin(filters.kind)]
        if filters.region:
            codes = [code for code, region in self.region_of.items() if region in filters.region]
            inside = own[own["country"].isin(codes)]
            events = events[events["number"].isin(inside["number"])]
        if filters.country:
            inside = inside[inside["country"].isin(filters.country)]
            events = events[events["number"].isin(inside["number"])]
        for column, values in (("areas", filters.area), ("donors", filters.donor)):
            if values:
                pairs = self.pairs[column]
                events = events[events["number"].isin(pairs.loc[pairs[column].isin(values), "number"])]
        inside = inside[inside["number"].isin(events["number"])]
        countries = inside.groupby("country", observed=True).size().reset_index(name="activities")
        years = events.groupby("year").size().reset_index(name="activities")
        kinds = events.groupby("kind", observed=True).size().reset_index(name="activities")
        pairs = self.pairs["areas"]
        areas = pairs[pairs["number"].isin(events["number"])].groupby("areas", observed=True).size()
        donors = self.pairs["donors"]
        tiles = {
            "activities": len(events), "countries": len(countries), "trained": int(events["trained"].sum()),
            "participants": int(events["participants"].sum()), "stated": int(events["trained"].count()),
            "donors": int(donors.loc[donors["number"].isin(events["number"]), "donors"].nunique()),
        }  # fmt: skip
        figures = [
            px.choropleth(countries, locations="country", color="activities"),
            px.bar(years, x="year", y="activities"),
            px.bar(kinds, x="activities", y="kind"),
            px.bar(areas.reset_index(name="activities"), x="activities", y="areas"),
        ]
        return json.dumps(tiles) + "".join(figure.to_json() for figure in figures)


def timed(name: str, answer: Callable[[Filters], str], asked: list[Filters]) -> float:
    """Print the times and the processors' time for one, in milliseconds; return the 95th percentile."""
    answer(asked[0])
    times = []
    worked = process_time()
    for filters in asked:
        begun = perf_counter()
        answer(filters)
        times.append(1000 * (perf_counter() - begun))
    worked = 1000 * (process_time() - worked) / len(asked)
    times.sort()
    late = times[int(0.95 * len(times))]
    told = f"p50 {statistics.median(times):7.1f}  p95 {late:7.1f}  max {times[-1]:7.1f} ms, {worked:.1f} of work"
    print(f"{name:28} {told}", flush=True)
    return late


def main(activities: int = 1_000_000, filters: int = 100) -> int:
    asked = [random_filters(seed) for seed in range(filters)]
    frames = synthetic.frames(activities, 7, DONORS, places(), evidence=False)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / store.ENGINE_FILE
        begun = perf_counter()
        engine.build(frames, path)
        print(f"{activities} activities, {path.stat().st_size / 2**20:.0f} MiB in {perf_counter() - begun:.0f} s")
        own = timed("dashboard", ours(folder), asked)
    plain = timed("pandas and plotly express", Pandas(frames["activities"]).answer, asked)
    print(f"{plain / own:.1f} times faster at p95")
    return 0 if plain >= TIMES_FASTER * own else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
