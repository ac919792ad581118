"""A row of one cell among the rows of a register ("KENYA", "2019") -> the country or year of the rows below it."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.rows.dates import QUARTER, year_in
from etl.rows.hits import hits_of

AROUND = " \t:.-–—_()0123456789"  # what may stand beside a country in the name of a sheet or group
ONLY_YEAR = re.compile(r"^\W*(?:FY|year|année|año|ano|год|سنة)?\W*(?:19|20)\d\d\W*$", re.I)


@lru_cache(maxsize=1000)
def country_named(words: str) -> str:
    """Return the alpha-3 code of the country that these words are the name of, and nothing else; else ""."""
    name = words.strip(AROUND)
    named = [h for h in hits_of(name) if h.group == "country"]
    return named[0].code if len(named) == 1 and (named[0].start, named[0].end) == (0, len(name)) else ""


def year_named(words: str) -> int | None:
    """Return the year that these words name, alone or with its quarter; None where they say anything else."""
    quarter = QUARTER.search(words)
    rest = words.replace(quarter[0], "") if quarter else words
    return year_in(rest) if ONLY_YEAR.match(rest) else None
