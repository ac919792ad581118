"""The tables as plain pandas frames, for other people's code."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from etl import store, vocabulary

PLAIN = ("date", "country", "region", "kind", "participants", "trained", "weight")
SCHEMES = ("m49", "programme")  # in the order in which the vocabulary gives a country's regions


def flat(source: pd.DataFrame | Path | str, scheme: str = "m49") -> pd.DataFrame:
    """Return the events of `source` (a folder of tables, or the table of activities) as the columns PLAIN.

    One row an activity and country, one without country where it has none; sums of others and projects are left out.
    `weight` is 1 divided by the number of the activity's rows, so that `(trained * weight).sum()` and `weight.sum()`
    count nothing twice. `region` is the country's in the `scheme` (m49 or programme), else what the text names.
    """
    activities = source if isinstance(source, pd.DataFrame) else store.load(Path(source))["activities"]
    events = activities[(activities["level"] == "event") & ~activities["aggregate"].astype(bool)]
    weight = 1 / events["country"].map(len).clip(lower=1)
    rows = events.assign(weight=weight).explode("country", ignore_index=True)
    rows["country"] = rows["country"].astype(object).where(rows["country"].notna(), None)
    pairs = zip(rows["country"], rows["region"], strict=True)
    regions = [_region(country, named, scheme) for country, named in pairs]
    return rows.assign(region=pd.Series(regions, dtype=object, index=rows.index))[list(PLAIN)]


def _region(country: str | None, named: list[str], scheme: str) -> str | None:
    if country:
        return dict(zip(SCHEMES, vocabulary.regions_of(country), strict=False)).get(scheme)
    return next((code for code in named if code.isdigit() == (scheme == "m49")), None)
