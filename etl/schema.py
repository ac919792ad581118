"""Every column of every table, once: type, label, description, vocabulary. Headings, help and checks come from here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pandas as pd
import pyarrow as pa

TYPES = {
    "string": pa.string(),
    "list": pa.list_(pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is a key of TYPES; `vocabulary` names the list of data/vocabulary that its values are from."""

    name: str
    type: str
    label: str
    description: str
    vocabulary: str = ""
    required: bool = False


_WHEN = (
    Column(
        "date",
        "string",
        "Date",
        "When it took place (start), exactly as precise as the text: YYYY, YYYY-MM or YYYY-MM-DD.",
    ),
    Column("end_date", "string", "End date", "Its last day, month or year; equal to the date for a single day."),
    Column(
        "date_earliest",
        "date",
        "Earliest start",
        "The earliest day on which it can have started, given all that is known.",
    ),
    Column(
        "date_latest",
        "date",
        "Latest start",
        "The latest day on which it can have started, given all that is known.",
    ),
    Column(
        "date_basis",
        "string",
        "Date basis",
        "event: the text says when it took place; published: only the publication date is known; inferred: from "
        "neighbours or the document's period; none.",
        "date_bases",
        True,
    ),
)
_WHAT = (
    Column("kind", "string", "Kind", "What kind of activity it is: exactly one of eleven.", "kinds", True),
    Column("areas", "list", "Areas", "One or two of the programme's seven areas of intervention.", "areas"),
    Column("topics", "list", "Topics", "Trafficking in persons, smuggling of migrants, or both.", "topics"),
    Column("programme", "list", "Programme", "Programmes and projects that the text names.", "programmes"),
)
_WHERE = (
    Column(
        "country",
        "list",
        "Beneficiary countries",
        "Countries and territories whose institutions or people were assisted (ISO 3166-1 alpha-3; XKX: Kosovo "
        "under UNSCR 1244).",
        "countries",
    ),
    Column(
        "region",
        "list",
        "Regions",
        "Regions of the beneficiaries, or those named by the text alone, in both schemes (UN M49 sub-regions; "
        "the programme's own).",
        "regions",
    ),
    Column(
        "region_text",
        "list",
        "Region as named",
        "Regions at which the activity was aimed, as the text names them.",
    ),
    Column("host_country", "string", "Host country", "Where it took place.", "countries"),
    Column("mode", "string", "Mode", "In person, online or hybrid.", "modes"),
)
_WHO = (
    Column("audience", "list", "Audience", "Who was reached.", "audiences"),
    Column("donors", "list", "Donors", "Who paid: a country or an organisation.", "organisations"),
    Column("partners", "list", "Partners", "Who carried it out together with the organisation.", "organisations"),
    Column("participants", "int", "Participants", "People who took part, where stated; never estimated."),
    Column("trained", "int", "People trained", "People whose capacity was built, where stated; never estimated."),
    Column("women", "int", "Women", "Women among them, where stated."),
    Column("men", "int", "Men", "Men among them, where stated."),
    Column(
        "number_qualifier",
        "string",
        "Number is",
        "exact, at_least, approximately or at_most: as the text says.",
        "number_qualifiers",
    ),
)
_CLAIM = (
    Column(
        "aggregate",
        "bool",
        "Sums up others",
        "A claim that only sums up other activities: listed apart, never added.",
        "",
        True,
    ),
    Column("claimed_activities", "int", "Claimed activities", "How many activities the claim sums up."),
    Column("claimed_countries", "int", "Claimed countries", "How many countries the claim speaks of."),
)
_WHENCE = (
    Column("organisation", "string", "Organisation", "Whose activity it is."),
    Column("language", "string", "Language", "Language of the text (ISO 639-1).", "", True),
    Column(
        "confidence",
        "float",
        "Confidence",
        "Share of such rows whose date, country, kind and numbers all turn out right on labelled data.",
        "",
        True,
    ),
)
_FLAGS = Column("flags", "list", "Flags", "What a person should look at.", "flags")

ACTIVITIES = (
    Column(
        "activity_id",
        "string",
        "Activity",
        "Stable name of the activity, made from what the documents say.",
        "",
        True,
    ),
    Column(
        "level",
        "string",
        "Level",
        "event: one event; project: something that lasts; counted apart.",
        "levels",
        True,
    ),
    Column("title", "string", "Title", "Made from the fields, or the document's own heading.", "", True),
    *_WHEN,
    *_WHAT,
    *_WHERE,
    *_WHO,
    *_CLAIM,
    *_WHENCE,
    Column("review", "string", "Review", "machine, checked or corrected.", "reviews", True),
    _FLAGS,
    Column("mentions", "int", "Mentions", "How many tellings of it were found.", "", True),
    Column("documents", "list", "Documents", "The documents that tell of it."),
    Column("sources", "list", "Sources", "document:first-last line (or locator) of each mention, best first."),
)
MENTIONS = (
    Column("mention_id", "string", "Mention", "Stable name of one telling.", "", True),
    Column("activity_id", "string", "Activity", "The activity that it tells of.", "", True),
    Column("document", "string", "Document", "Path of the document in the folder that was read.", "", True),
    Column("line_start", "int", "First line", "First line that tells of it (1-based).", "", True),
    Column("line_end", "int", "Last line", "Last line that tells of it.", "", True),
    Column("locator", "string", "Place", "Where a person finds it.", "", True),
    Column("level", "string", "Level", "event or project.", "levels", True),
    Column("title", "string", "Title", "The document's own heading, or one made from the fields.", "", True),
    *_WHEN,
    *_WHAT,
    *_WHERE,
    *_WHO,
    *_CLAIM,
    *_WHENCE,
    _FLAGS,
)
EVIDENCE = (
    Column("mention_id", "string", "Mention", "The telling that this is evidence for.", "", True),
    Column("field", "string", "Field", "The column that the value is for.", "", True),
    Column("value", "string", "Value", "The value; members of a list joined by ';'."),
    Column("chosen", "bool", "Chosen", "Whether it stands in the table; the others answer why not.", "", True),
    Column("quote", "string", "Quote", "The words that say so."),
    Column("line_start", "int", "First line", "First line of the quote.", "", True),
    Column("line_end", "int", "Last line", "Last line of the quote.", "", True),
    Column("locator", "string", "Place", "Where a person finds it.", "", True),
    Column("rule", "string", "Rule", "The rule that spoke.", "", True),
    Column("confidence", "float", "Confidence", "Of this value, 0 to 1.", "", True),
)
DOCUMENTS = (
    Column("document", "string", "Document", "Path in the folder that was read.", "", True),
    Column("title", "string", "Title", "As the document says."),
    Column("publisher", "string", "Publisher", "Who published it."),
    Column("published", "string", "Published", "When, as precise as known."),
    Column("period_from", "string", "Period from", "Start of the period that a report covers."),
    Column("period_to", "string", "Period to", "End of that period."),
    Column("language", "string", "Language", "Main language.", "", True),
    Column("kind_of_document", "string", "Shape", "feed, report, slides, page or rows.", "", True),
    Column("checksum", "string", "Checksum", "SHA-256 of the bytes.", "", True),
    Column("items", "int", "Items", "Pieces it was split into.", "", True),
    Column("mentions", "int", "Mentions", "Tellings found in it.", "", True),
    Column("warnings", "list", "Warnings", "What went wrong while it was read."),
)
MERGES = (
    Column("mention_a", "string", "Mention", "One telling.", "", True),
    Column("mention_b", "string", "Other mention", "Another of the same activity.", "", True),
    Column("why", "string", "Why", "What they agree on.", "", True),
    Column("score", "float", "Score", "Likeness, 0 to 1.", "", True),
)
CHANGES = (
    Column("run", "string", "Run", "The run that saw the change (see run.json of the runs that are kept).", "", True),
    Column("activity_id", "string", "Activity", "The activity.", "", True),
    Column("change", "string", "Change", "new, changed or withdrawn.", "", True),
    Column("fields", "list", "Fields", "The columns that changed."),
)
TABLES: dict[str, tuple[Column, ...]] = {
    "activities": ACTIVITIES,
    "mentions": MENTIONS,
    "evidence": EVIDENCE,
    "documents": DOCUMENTS,
    "merges": MERGES,
    "changes": CHANGES,
}


@cache
def arrow(table: str) -> pa.Schema:
    """Return the Arrow schema of a table, columns in order."""
    return pa.schema([pa.field(c.name, TYPES[c.type], nullable=not c.required) for c in TABLES[table]])


def to_arrow(frame: pd.DataFrame, table: str) -> pa.Table:
    """Turn a frame with the columns of `table` (others are left out) into an Arrow table of exact types.

    Missing values are None or NaN; list cells are Python lists (None counts as empty). Raises KeyError for a column
    that is lacking, pyarrow.ArrowInvalid for a value that does not fit.
    """
    columns = []
    for c in TABLES[table]:
        column = frame[c.name]
        values = column.tolist()
        if c.type == "list":
            values = [list(v) if isinstance(v, (list, tuple)) or hasattr(v, "tolist") else [] for v in values]
        else:
            known = column.notna().tolist()
            values = [v if said else None for v, said in zip(values, known, strict=True)]
        if c.type == "int":
            values = [None if v is None else int(v) for v in values]
        columns.append(pa.array(values, TYPES[c.type]))
    return pa.Table.from_arrays(columns, schema=arrow(table))


def to_pandas(table: pa.Table) -> pd.DataFrame:
    """Turn an Arrow table into a frame: lists as Python lists, whole numbers as Int64, dates as `date` objects."""
    frame = pd.DataFrame({name: pd.Series(table.column(name).to_pylist(), dtype=object) for name in table.column_names})
    for column in table.schema:
        if column.type == pa.int64():
            frame[column.name] = frame[column.name].astype("Int64")
        elif column.type == pa.float64():
            frame[column.name] = frame[column.name].astype("float64")
    return frame
