"""An item -> its sentences, and the parts of those that tell of several things, each weighed (clauses.py)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl import vocabulary
from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events import parts, sessions
from etl.find.events.clauses import Clause, read, spans
from etl.find.events.lettered import lettered
from etl.find.events.look_alikes import testimonies
from etl.find.events.two_times import two_times
from etl.lines import ENDS_SENTENCE
from etl.records import Item
from etl.terms import Hit, Hits, within_each

GROUPS = (
    *("event", "kind", "act", "not_activity", "organiser", "organisation", "programme", "month", "claim"),
    "number_word",
)
OF_LANGUAGE = frozenset(("event", "kind", "act", "not_activity", "claim"))
OUR_WORLD = ("topic", "organisation", "programme")  # where one of them is named, no trade is told of
LONGEST_DAY = 40  # characters of a day with which a line begins
OF_A_DAY = re.compile(r"(?=.*[\ue001-\ue00c])(?:\W|\d|\b[^\W\d_]{1,4}\b)+")  # a month's mark, and little else
SHORT = 120  # characters of a first sentence that may stand for a heading


def weighed(item: Item, hits: Hits) -> list[Clause]:
    """Return the weighed sentences of an item in their order; `hits` are the terms found in it."""
    text = item.text.string
    title_end = len(item.title) if item.title and text[: len(item.title)].replace("\n", " ") == item.title else 0
    below = _below_a_date(item, title_end)
    if item.entry and below < 0:
        below = _first_named(text, hits)
    found = []
    sentences = spans(text)
    said = testimonies(text)
    for (start, end), inside in zip(sentences, within_each(_wanted(item, hits), sentences), strict=True):
        if any(first <= start < last for first, last in said):
            continue
        first_words = (start == 0 and end <= SHORT) or start == below or _behind_a_day(text, start, end)
        headline = item.shape != "report" and (end <= title_end or first_words)
        if not inside:
            found.append(read(text, start, end, inside, headline))
            continue
        listed = lettered(text, (start, end), inside) or sessions.sessions(text, (start, end), inside, hits)
        cut = listed or parts.parts(text, (start, end), inside, hits)
        if len(cut) == 1 and (second := two_times(text, (start, end), inside)):
            cut = [((start, second), parts.NOWHERE), ((second, end), (start, start + 1))]  # one sentence
        for (first, last), front in cut:
            whole = (first, last) == (start, end)
            told = inside if whole else [h for h in inside if first <= h.start < last or front[0] <= h.start < front[1]]
            found.append(read(text, first, last, told, headline, front))
    return found


def _behind_a_day(text: str, start: int, end: int) -> bool:
    """Say whether nothing but a day stands before a short sentence on its line: "6 June. Course for keepers, Dakar"."""
    line = text.rfind("\n", 0, start) + 1
    day = line < start <= line + LONGEST_DAY and end - start <= SHORT
    return day and OF_A_DAY.fullmatch(masked(text), line, start) is not None


def _below_a_date(item: Item, title_end: int) -> int:
    """Return where the text begins below a title that is only a day and a place: it is the heading then; else -1."""
    if not title_end or not MONTH.search(masked(item.title)):
        return -1
    words = vocabulary.terms().find(item.title).of("event", "act")
    return -1 if words else title_end + 1


def _first_named(text: str, hits: Hits) -> int:
    """Return where the first line of an entry that names an event begins, below its number, place or day; else -1."""
    named = next((h.start for h in hits.of("event") if h.code), -1)
    start = text.rfind("\n", 0, named) + 1
    line = text[start:].split("\n", 1)[0]
    return start if named >= 0 and start <= SHORT and not ENDS_SENTENCE.search(line) else -1


def _wanted(item: Item, hits: Hits) -> Sequence[Hit]:
    """Leave out the words of other languages that are spelt like some of the item's own ("convention")."""
    wanted: Sequence[Hit] = hits.of(*GROUPS)
    if hits.of(*OUR_WORLD):  # players, hotels and markets in the fight against trafficking
        wanted = [h for h in wanted if h.code != "trade"]
    own = [h for h in wanted if h.group not in OF_LANGUAGE or item.language in h.term.language]
    return own if any(h.group in ("event", "act") for h in own) else wanted
