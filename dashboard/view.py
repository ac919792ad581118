"""How a reader looks at what the filters let through: measure, grain, page options, language; part of the address."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.filters import FIELDS

MEASURES = ("activities", "trained", "participants", "donors")
PEOPLE = ("whole", "only", "shared")
GRAINS = ("year", "quarter", "month")
SCHEMES = ("m49", "programme")
LANGUAGES = ("en", "fr", "es")
THEMES = ("", "light", "dark")  # "": as the reader's system has it
TELLINGS = "tellings"  # records grouped by the activity that several of them tell
NOTHING = "none"  # the choice not to stack, where a page would stack by itself
BY = ("", *FIELDS, "country", "region")  # what charts can be split by; "": as the page has it
CHOICES = {
    "measure": MEASURES, "people": PEOPLE, "grain": GRAINS, "scheme": SCHEMES, "lang": LANGUAGES, "theme": THEMES,
    "stack": (*BY, NOTHING), "rows": BY, "columns": (*BY, "year"), "group": ("", TELLINGS),
    "preview": ("slides", "report"),
}  # fmt: skip
FREE = ("compare", "since", "sections", "record", "sort", "page", "show", "where", "briefing", "edits")


@dataclass(frozen=True, slots=True)
class View:
    """Page options.

    `record` is the id of the open activity, `sort` a column, with "-" before it for downwards, `show` the
    columns of the records, `where` their filters (see column_filters.py), `briefing` the name of a saved one, `edits`
    what was written into it (see briefing/packed.py), `preview` which of its files is shown.
    """

    measure: str = "activities"
    people: str = "whole"
    grain: str = "year"
    scheme: str = "m49"
    stack: str = ""
    rows: str = ""
    columns: str = ""
    compare: str = ""
    since: str = ""
    sections: str = ""
    record: str = ""
    sort: str = ""
    page: str = ""
    show: str = ""
    group: str = ""
    where: str = ""
    briefing: str = ""
    edits: str = ""
    preview: str = "slides"
    lang: str = "en"
    theme: str = ""

    @property
    def counted(self) -> str:
        """The measure, or activities where a chart cannot count donors."""
        return "activities" if self.measure == "donors" else self.measure
