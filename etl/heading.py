"""A line -> the date heading that it is or begins with, if any."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.dates.month_names import masked, may_begin
from etl.dates.written import MONTH, Expression, expressions
from etl.lines import SIGNS
from etl.small_words import spelt
from etl.text import FIGURE

DIGIT = re.compile(FIGURE)
MARKS = re.compile(  # an hour may stand there too: "10:30 / 5 May 2019"
    rf"\s*(?:[{SIGNS}\ufe0f*\-–—>|]+\s*|#{{1,6}}\s+|\*\*|__|\d{{1,3}}[.)]\s+(?=\d)"
    r"|\d{1,2}[:.h]\d\d\s*[,/|–-]\s*(?=\d))*\s*"
)
LABEL = re.compile(
    rf"(?:{spelt('date label')})(?:\s+(?:on|le|el|em|on the|am|il))?\s*:?\s*|(?:{spelt('news label')})\s*[|:–—-]\s*"
    r"|(?-i:[A-Z][A-Z/]{1,9})\s+[-–|]\s+"  # the sender: OSCE - Wed, 09/27/2023
    r"|[^\W\d_]{3,}(?: [^\W\d_]+)? \|\s+(?=[^|]+(?:\|[^|]+)?$)"  # the section: Local | 28 March 2023 | Manama
    r"|(?-i:[A-Z]{3,}(?:[ -][A-Z]{3,})?),?\s+(?=\d{1,2}\s+[^\W\d]{3})",  # the place of a dateline: KABUL 3 May
    re.I,
)
TAIL = re.compile(r"[\s.,:;|*_)\]–—-]*")
LEAD = re.compile(rf"(?:{spelt('lead of a date')})\s+", re.I)
TIME = re.compile(
    r"[\s,|–-]*(?:at\s+)?\d{1,2}[:h.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|CET))?|\s*(?:г\.?|года)(?!\w)", re.I
)
TOWN = re.compile(r"^(?:г|гор|пос|с)\.\s?(?=[^\W\d_])")  # "5 мая, г. Минск"
SIGNED = re.compile(rf"[\s,|·–-]*(?:{spelt('signed by')}):?\s[^.]{{2,40}}", re.I)  # "Posté le 5/6/2015 par admin"
SETS_OFF = re.compile(r"\s*(?:[:|]|[–—]\s|-\s)")  # between a day and a title that may begin with a small letter
OF_A_MONTH = re.compile(r"\s*[:.|–—-]\s+")  # between a month with its year and what was done then
PLACE_FIRST = re.compile(r",\s[^\s:.,][^:.,]{1,30}:\s")  # "6 May, online: webinar"
WORDS = re.compile(r"[^\W_\ue000-\uf8ff]")  # letters and figures, but for names of weekdays once masked
HEAD = 120  # characters in which its date stands
LONGEST_LINE = 6000  # a title with its whole text may stand on the line of the date; no paragraph is longer


@dataclass(frozen=True, slots=True)
class Heading:
    """A date at the head of a line: `written` as it stands, `title` what follows it on the same line, or "".

    `place` is what follows it where the title stands above: "5-6 May 2019 Lima".
    """

    written: str
    expression: Expression
    title: str
    place: str = ""

    @property
    def alone(self) -> bool:
        """Whether nothing else stands on the line."""
        return not self.title


def heading(line: str, month_first: bool = False) -> Heading | None:
    """Return the date heading with which `line` begins, or None.

    A heading says a day, or a month with its year that something sets off from what follows, or stands alone on its
    line; what follows it begins like a title, not like the rest of a sentence (`25 March marks the day ...` is none).
    """
    if len(line) > LONGEST_LINE or not DIGIT.search(line, 0, 60):
        return None
    start = MARKS.match(line)
    rest = line[start.end() if start else 0 :].rstrip()
    label = LABEL.match(rest)
    rest = rest[label.end() :] if label else rest
    lead = LEAD.match(rest)
    offset = lead.end() if lead else 0
    if not _begins_dated(rest[:HEAD], offset):
        return None
    found = expressions(rest[:HEAD], month_first)
    first = next((e for e in found if e.first.month), None)
    if not first or first.start > offset + 12 or not _only_weekday(rest[offset : first.start]):
        return None
    tail = rest[first.end :]
    time = TIME.match(tail)
    tail = tail[time.end() :] if time else tail
    tail = "" if (label or first.first.year) and SIGNED.fullmatch(tail) else tail
    separator = TAIL.match(tail)
    title = TOWN.sub("", tail[separator.end() if separator else 0 :])
    if not title:
        return Heading(rest[: first.end].strip(" *_"), first, "") if first.first.day or len(rest) < 40 else None
    if lead or not _begins_title(tail, title):
        return None
    if not first.first.day and not (first.first.year and OF_A_MONTH.match(tail)):
        return None
    return Heading(rest[: first.end].strip(" *_"), first, title.strip(" *_"))


def _begins_dated(head: str, offset: int) -> bool:
    """Say whether the first word is a figure, a weekday or a month: most lines with a day further on are not so."""
    first = WORDS.search(head, offset)
    if first and not first.group().isdigit() and not may_begin(head, first.start()):
        return False
    marked = masked(head)
    word = WORDS.search(marked, offset)
    return word is None or word.group().isdigit() or MONTH.search(marked, offset, word.start()) is not None


def _only_weekday(before: str) -> bool:
    return not WORDS.search(masked(before))


def _begins_title(tail: str, title: str) -> bool:
    """Say whether what follows a date on its line is a title: a capital, a quote, or set off by a dash or colon."""
    if tail[:1].isalpha():
        return False
    return not title[0].islower() or SETS_OFF.match(tail) is not None or PLACE_FIRST.match(tail) is not None
