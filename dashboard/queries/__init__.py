"""Filters -> small frozen records; the only folder that asks the engine, over the connection that store hands out."""

from dashboard.queries.answers import People
from dashboard.queries.apart import projects, without_date, without_place
from dashboard.queries.by_document import by_document
from dashboard.queries.changes import changes, run_before
from dashboard.queries.checks import checks
from dashboard.queries.claims import claims
from dashboard.queries.comparison import compare
from dashboard.queries.condition import undated
from dashboard.queries.contradictions import contradictions
from dashboard.queries.corrections import corrections
from dashboard.queries.donors import with_donors
from dashboard.queries.examples import examples
from dashboard.queries.flow import flow
from dashboard.queries.groups import by_country, by_field, by_region, options
from dashboard.queries.largest import largest
from dashboard.queries.looked_at import by_confidence, flagged, reviewed
from dashboard.queries.matrix import matrix
from dashboard.queries.merged import merged
from dashboard.queries.periods import by_period
from dashboard.queries.quality import quality
from dashboard.queries.records import all_records, neighbour, record, records
from dashboard.queries.summaries import summaries
from dashboard.queries.told import told
from dashboard.queries.totals import count, documents, totals

__all__ = [
    "People", "all_records", "by_confidence", "by_country", "by_document", "by_field", "by_period", "by_region",
    "changes", "checks", "claims", "compare", "contradictions", "corrections", "count", "documents", "examples",
    "flagged", "flow", "largest", "matrix", "merged", "neighbour", "options", "projects", "quality", "record",
    "records", "reviewed", "run_before", "summaries", "told", "totals", "undated", "with_donors", "without_date",
    "without_place",
]  # fmt: skip
