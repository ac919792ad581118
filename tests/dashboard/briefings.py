"""Makes briefings of the made-up programme for the tests, some with values that break careless writers."""

from dataclasses import replace

from dashboard.briefing.clean import clean
from dashboard.briefing.compose import compose
from dashboard.briefing.model import Briefing, Chart, Section, Series, Table, Text
from dashboard.briefing.options import Options
from dashboard.filters import Filters
from dashboard.source import State
from dashboard.view import LANGUAGES, View

NOTHING = Filters(q="no document says this")
NASTY = (
    '=HYPERLINK("http://example.org";"click")',
    "<script>alert(1)</script> & </a:t>",
    '#eval("1") $x$ _[*\\ {briefing}',
    "تدريب القضاة على مكافحة الاتجار بالأشخاص",
    "人口贩运 培训",
    "A title that never ends " * 13,
    "Unbroken" * 40,
    "bell\x07 and null\x00",
)


def state(data, filters: Filters = Filters(), language: str = "en") -> State:  # noqa: B008
    return State(data, filters, View(lang=language), (), "light")


def briefing(data, filters: Filters = Filters(), language: str = "en", **options) -> Briefing:  # noqa: B008
    return compose(state(data, filters, language), Options(**options), "https://example.org")


def nasty(data, text: str) -> Briefing:
    """Put one text everywhere where a text can stand."""
    made = briefing(
        data,
        sections=("overview", "where", "areas", "priorities"),
        title=text,
        titles={"overview": text},
        messages={"overview": (text,), "areas": (text,) * 8},
        priorities={"prevention": text},
    )
    bars = Chart("bars", text, (text, text + " 2"), (Series(text, (1, None)),), text)
    stacked = Chart("stacked", text, (text,), (Series(text, (1,)), Series("other", (2,))), text)
    table = Table(text, (text, "n", text), ((text, 1, text),) * 20, (1, 1, 3), 400, text)
    own = Section("nasty", text, (text,), (bars, stacked, table, Text(text, (text,) * 3)))
    return clean(replace(made, scope=text, sections=(*made.sections, own)))


__all__ = ["LANGUAGES", "NASTY", "NOTHING", "briefing", "nasty", "state"]
