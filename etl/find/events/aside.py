"""A document -> the lines of its sections that tell of nothing its body did: what is to come, others did, was put off.

"Coming up", "Calendar", "What others do", "Not delivered", "Who we are": a section, or a line ("From others: ...").
And a paragraph that says word for word what one right before it says, as where a page was saved with its teasers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.dates.month_names import masked
from etl.dates.written import expressions
from etl.lines import BULLET, ENDS_SENTENCE, is_title
from etl.records import Document
from etl.small_words import phrases

LONGEST_HEADING = 40  # characters
LONGEST_ENTRY = 200  # characters of a line that may be such an entry; a longer one tells something, but for the first
AT_HEAD = 4  # characters before the day with which an entry of a diary begins: "- On "
SHORTEST_TEASER, NEAR = 60, 3  # characters of a paragraph that may be said twice, filled lines in which it is
HEAD = 3  # filled lines in which "Calendar" says what the document is
NUMBER = re.compile(r"^\W*(?:(?:[^\W\d]+\s)?\d{1,2}(?:\.\d{1,2})*\s*[.):–—-]?|[IVX]{1,4}[.)]?|[A-H][.)])\s+")
YEAR = re.compile(r"\s(?:19|20)\d\d(?:\s\w{1,4})?\W*$")  # "2017 год"
MONTH = re.compile(r"\s[\ue001-\ue00c]+$")  # "Planned for June", once names of months are masked
LABEL = re.compile(r"[^.:]+(?=[.:]\s+\S)")  # "From other bodies: a handbook"
EDGES = " \t#*_.:!|–—-✗✘"
AHEAD, DIARY, NAUGHT = "ahead", "diary", ("done by others", "came to naught", "context")
CONTEXT = NAUGHT[2]  # below it news may begin with a heading of any length


@lru_cache(maxsize=1)
def lines_aside(document: Document) -> frozenset[int]:
    """Return the numbers of the lines below headings that say so, and of those that begin with such a label.

    A section on what is to come ends with another heading of its kind: with a number like its own, in capitals like its
    own, or one that says what was; the others with any title.
    """
    heading, meaning = "", ""
    fresh = False  # right below its heading
    goes_on = False  # the line above has such a label, and its sentence does not end there
    rows = [(number, line) for number, line in enumerate(document.lines, 1) if line.strip()]
    aside = set(_said_twice(rows))
    for place, (number, line) in enumerate(rows):
        goes_on = goes_on and number - 1 == rows[place - 1][0]
        below = rows[place + 1][1] if place >= HEAD and place + 1 < len(rows) else ""
        about = place >= HEAD and _named(line) in phrases("about")
        if said := "about" if about else _said(_named(line), below):
            heading, meaning, fresh = line, said, True
            aside.add(number)  # a line that ends no sentence may run on into it
            continue
        if heading and (
            _ends(line, heading, meaning) or (meaning == AHEAD and len(line) > LONGEST_ENTRY and not fresh)
        ):
            heading = ""
        label = LABEL.match(NUMBER.sub("", line))
        labelled = goes_on or (label is not None and bool(_said(_named(label[0]))))
        if heading or labelled:
            aside.add(number)
        goes_on = labelled and not ENDS_SENTENCE.search(line)
        fresh = False
    return frozenset(aside)


def _said_twice(rows: Sequence[tuple[int, str]]) -> Iterator[int]:
    """Yield the numbers of paragraphs that stand right before in the same words."""
    for place, (number, line) in enumerate(rows):
        if len(line) >= SHORTEST_TEASER and line in (before for _, before in rows[max(0, place - NEAR) : place]):
            yield number


def _said(words: str, below: str = "") -> str:
    """Return what a heading or label says of its section; "" where it may tell of anything.

    Below that of a diary stands a line that begins with a time, else it may be the agenda of one meeting.
    """
    if words in phrases(AHEAD) or (words in phrases(DIARY) and any(e.start <= AT_HEAD for e in expressions(below))):
        return AHEAD
    return next((purpose for purpose in NAUGHT if words in phrases(purpose)), "")


def _ends(line: str, heading: str, meaning: str) -> bool:
    if _named(line) in phrases("behind"):
        return True
    short = len(line) <= LONGEST_HEADING
    if meaning != AHEAD:
        return (short or meaning == CONTEXT) and (is_title(line) or line.isupper()) and not BULLET.match(line)
    return short and ((heading.isupper() and line.isupper()) or bool(NUMBER.match(heading) and NUMBER.match(line)))


def _named(line: str) -> str:
    """Return the words of a heading, without its number and the time that it is about: "3. Outlook 2021"."""
    if len(line) > LONGEST_HEADING:
        return ""
    words = YEAR.sub("", NUMBER.sub("", line)).strip(EDGES).replace("’", "'")
    return MONTH.sub("", masked(words)).casefold()
