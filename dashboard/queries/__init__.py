"""Filters -> small frozen records; the only folder that asks the engine, over the connection that store hands out."""

from dashboard.queries.groups import by_country, by_field, by_region, options
from dashboard.queries.periods import by_period
from dashboard.queries.totals import totals

__all__ = ["by_country", "by_field", "by_period", "by_region", "options", "totals"]
