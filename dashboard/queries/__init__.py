"""Filters -> small frozen records; the only folder that asks the engine, over the connection that store hands out."""

from dashboard.queries.answers import People
from dashboard.queries.apart import projects, without_date, without_place
from dashboard.queries.claims import claims
from dashboard.queries.comparison import compare
from dashboard.queries.condition import undated
from dashboard.queries.contradictions import contradictions
from dashboard.queries.donors import with_donors
from dashboard.queries.flow import flow
from dashboard.queries.groups import by_country, by_field, by_region, options
from dashboard.queries.largest import largest
from dashboard.queries.matrix import matrix
from dashboard.queries.periods import by_period
from dashboard.queries.quality import changes, quality
from dashboard.queries.records import all_records, record, records
from dashboard.queries.summaries import summaries
from dashboard.queries.totals import count, documents, totals

__all__ = [
    "People", "all_records", "by_country", "by_field", "by_period", "by_region", "changes", "claims", "compare",
    "contradictions", "count", "documents", "flow", "largest", "matrix", "options", "projects", "quality", "record",
    "records", "summaries", "totals", "undated", "with_donors", "without_date", "without_place",
]  # fmt: skip
