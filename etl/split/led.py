"""Points below a line that leads on to them ("In 2020, the Office:", "We organised:") -> the line and its points.

Below the name of an event, or of a single day, points tell its parts; below a year, some months or a verb that says
what was done each is something else that was done, or is to come where the line says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from etl import vocabulary
from etl.dates.written import expressions
from etl.lines import ENDS_SENTENCE
from etl.split.items import Row
from etl.terms import Hit, Hits

FEWEST = 2  # points that make a list
LONGEST_LEAD, LONGEST_POINT = 200, 800  # characters
LONGEST_TIME, BEFORE_TIME = 40, 5  # characters of a line with a time, and before it
YEARS = ("", "г", "года")  # what may follow a Russian year
MOST = 0.7  # share of the points that must say at their begin what was done
BEGIN = 80  # characters
POINT = re.compile(r"^\s*(?:[•·▪◦●■►○–—*-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s*\S|^.*;\s*$")
BELOW = re.compile(
    r"(?:listed below|described below|as follows|the following \w+|ci-dessous|ci-après|a continuación|a seguir|"
    r"abaixo|следующ\w+|ниже|unten|folgende|di seguito|seguenti|أدناه|يلي)\.$",
    re.I,
)
OF_LEADING = 40  # characters of its end
OFFERS = re.compile(r"(?!has |was )\w+s\b")  # "provides": what a body does in general
DOING = ("train", "give", "launch", "publish", "hold", "develop", "assess", "draft")
NO_DOING = ("attend", "light")  # who came, and what was said there, are no points of what was done
NO_EVENT = "partnership"  # "the project", whose points they are
AHEAD = ("future", "modal", "general")


def led_lists(rows: list[Row], lines: tuple[str, ...]) -> Iterator[tuple[Row, list[Row], bool]]:
    """Yield each such line, its points, and whether they were done; else they are plans, and no activities.

    `rows` are the lines without marks, `lines` those of the document.
    """
    for index, (number, words) in enumerate(rows):
        row = number, _last_sentence(words)
        hits = _leading(row[1])
        if hits is None:
            continue
        marked = list(takewhile(lambda point: _is_point(point, lines), rows[index + 1 :]))
        points = marked or _unmarked(rows[index + 1 :])
        if len(points) < FEWEST:
            continue
        if _is_ahead(hits):
            if marked:
                yield row, marked, False
        elif (_is_of_a_time(row[1]) or _is_done(hits)) and _say_what_was_done(row, points):
            yield row, points, True


def said_of(lead: str, point: str) -> str:
    """Return the words of a line that are said of its point too: all, or only its time where the point has a verb."""
    verbs = any(h.code and h.code not in NO_DOING for h in _terms(point).of("act"))
    if point[:1].islower() or not verbs:
        return lead
    time = next(iter(expressions(lead)), None)
    if time is None:
        return ""
    before = lead[: time.start].split()[-1:]  # "in"
    return " ".join([*before, f"{lead[time.start : time.end]}:"])


def _terms(words: str) -> Hits:
    return vocabulary.terms().find(words)


def _last_sentence(words: str) -> str:
    """Return what leads on of a paragraph: its last sentence."""
    start = words.rstrip(" .:").rfind(". ") + 1
    return words[start:].lstrip()


def _unmarked(below: list[Row]) -> list[Row]:
    """Return the lines without a full stop at the head of some rows, up to one that has it; [] where none has."""
    points = list(takewhile(lambda row: len(row[1]) <= LONGEST_POINT and not ENDS_SENTENCE.search(row[1]), below))
    return points if len(points) < len(below) else []


def _is_done(hits: Hits) -> bool:
    """Say whether a line says itself that something was done: "The project has carried out:"."""
    said = [h for h in hits.of("act") if h.code in DOING]
    return bool(said) and not any(h.term.language == "en" and OFFERS.match(h.term.term) for h in said)


def _leading(words: str) -> Hits | None:
    """Return the terms of a line that may lead points; None where it names an event or who came to one."""
    if len(words) > LONGEST_LEAD:
        return None
    leads = words.endswith(":") or (words.endswith(".") and BELOW.search(words, len(words) - OF_LEADING))
    if not (leads or _is_nothing_but_a_time(words)):
        return None
    hits = _terms(words)
    return None if any(_is_event(h) or (h.group == "act" and h.code in NO_DOING) for h in hits) else hits


def _is_nothing_but_a_time(words: str) -> bool:
    """Say whether a line is "In May 2018" or the like."""
    times = expressions(words) if len(words) <= LONGEST_TIME else ()
    return len(times) == 1 and times[0].start <= BEFORE_TIME and words[times[0].end :].strip(" .") in YEARS


def _is_ahead(hits: Hits) -> bool:
    """Say whether the line tells of what is to come or meant to be."""
    return any(h.code in AHEAD for h in hits.of("not_activity"))


def _is_of_a_time(words: str) -> bool:
    times = expressions(words)
    return bool(times) and not any(time.first.day for time in times)


def _say_what_was_done(lead: Row, points: list[Row]) -> bool:
    return sum(_says_done(lead[1], words) for _, words in points) >= MOST * len(points)


def _is_event(hit: Hit) -> bool:
    """Say whether the words name one event; "activities" and "the project" do not."""
    return hit.group == "event" and bool(hit.code) and not hit.code.startswith(NO_EVENT) and ":" not in hit.code


def _is_point(row: Row, lines: tuple[str, ...]) -> bool:
    return len(row[1]) <= LONGEST_POINT and POINT.match(lines[row[0] - 1]) is not None


def _says_done(lead: str, words: str) -> bool:
    lead = lead.rstrip(" :")  # "the project has: trained" is one verb
    hits = (h for h in vocabulary.terms().find(f"{lead} {words[:BEGIN]}") if h.group in ("event", "act"))
    return any(h.code and h.code not in NO_DOING and h.end > len(lead) for h in hits)
