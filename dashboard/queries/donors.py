"""Groups of activities -> the same groups with the number of different donors of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from dashboard.data import Data
from dashboard.filters import Filters
from dashboard.queries import arrays
from dashboard.queries.answers import Group
from dashboard.queries.passing import by_two, passing


def with_donors(data: Data, filters: Filters, groups: Iterable[Group], name: str, scheme: str = "m49") -> list[Group]:
    """Count the donors of each group of the field `name` (as in the address), most first."""
    own, donors = (arrays.field(data, field) for field in (filters.field(name, scheme), "donors"))
    cells = by_two(passing(data, filters), own, donors)["activities"]
    named = np.array([donor != "" for donor in donors.values])
    counts = dict(zip(own.values, np.count_nonzero(cells[:, named], axis=1).tolist(), strict=True))
    found = [replace(group, donors=counts[group.value]) for group in groups]
    return sorted(found, key=lambda group: (-group.donors, -group.activities, group.value))
