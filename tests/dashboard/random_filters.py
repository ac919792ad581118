"""Random filters, the same for the same seed: few of them empty, every field and every pair of fields now and then."""

from __future__ import annotations

import random

from dashboard.filters import BASES, BUCKETS, ROLES, Filters
from tests.synthetic import AREAS, AUDIENCES, DONORS, KINDS, PLACES, PROGRAMMES

REGIONS = sorted({region for place in PLACES for region in place[1:]})
VALUES = {
    "region": REGIONS, "country": [*(place[0] for place in PLACES), "ISL"], "kind": KINDS, "area": AREAS,
    "topic": ("TIP", "SOM"), "programme": PROGRAMMES, "donor": DONORS, "audience": AUDIENCES,
    "mode": ("in_person", "online", "hybrid"),
}  # fmt: skip
DATES = ("2008", "2012", "2012-03", "2015-07-14", "2019-12-31", "2021")


def random_filters(seed: int) -> Filters:
    draw = random.Random(seed)
    names = draw.sample(list(VALUES), draw.choice([0, 1, 1, 2, 2, 3]))
    lists = {
        name: tuple(draw.sample(VALUES[name], min(draw.choice([1, 1, 2, 5]), len(VALUES[name])))) for name in names
    }
    first, last = sorted([draw.choice(DATES), draw.choice(DATES)])
    return Filters(
        first=first if draw.random() < 0.4 else "",
        last=last if draw.random() < 0.4 else "",
        role=draw.choice([ROLES[0], ROLES[0], *ROLES]),
        q=draw.choice(["", "", "", "", "number 1", "Workshop"]),
        basis=draw.choice([BASES[0], BASES[0], *BASES]),
        bucket=draw.choice(["", "", "", "", "", *BUCKETS]),
        **lists,
    )
