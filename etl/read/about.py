"""A Document of lines -> the same with what it says of itself: title, publisher, publication date, period covered."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from etl import vocabulary
from etl.dates.written import Expression, expressions
from etl.heading import heading
from etl.headings import headings
from etl.lines import ENDS_SENTENCE, bare, is_furniture, is_title
from etl.menu import without_menu
from etl.records import Document
from etl.sentences import sentences
from etl.small_words import spelt
from etl.text import joined

HEAD_LINES = 15  # filled lines at the head of a document among which its date stands
FEWEST_WORDS = 5  # of a line that is no entry of a menu
LONG_LINE, OF_LONG_LINE = 200, 80  # characters from which on a line is text, and those of it that may say its date
NEAR = 8  # characters between such words and the date
OPENING = 8000  # characters of its beginning in which a report says what period it covers
NAMED = 40_000  # characters in which the publisher's name is counted
FEWEST_NAMES = 3  # how often the publisher is named at least
LEADING = 0.4  # share of the publisher among all organisations named
PERIOD = re.compile(
    r"report(?:ing)? period|period (?:under review|covered|from|between)|the period|covers? (?:the|activities)|"
    r"present report|période|período|periodo|период|فترة",
    re.I,
)
SINCE = re.compile(r"\b(?:since|depuis|desde|с момента|после|منذ)\b", re.I)
TELLS = re.compile(rf"\W*(?:{spelt('before a date')})(?:\s(?:the|day|jour|día))?\s", re.I)
SYMBOL_YEAR = re.compile(r"^\s*[A-Z]+(?:/[A-Z0-9.]+)*/((?:19|20)\d\d)/[\w./]+\s*$", re.M)


def described(document: Document) -> Document:
    """Return `document` with title, publisher, published, period_from and period_to, as far as it says them.

    The menu of its site is left out of its lines; whose page it is, may stand there.
    """
    own = replace(document, lines=without_menu(document.lines))
    published = _published(own)
    first, last = _period(own, published)
    return replace(
        own,
        title=_title(own),
        publisher=_publisher(document),
        published=published,
        period_from=first,
        period_to=last,
    )


def _title(document: Document) -> str | None:
    for line in document.lines[:60]:
        if is_title(line) and len(bare(line).split()) > 1 and not heading(line):
            return " ".join(bare(line).split())
    return None


def _publisher(document: Document) -> str | None:
    text = "\n".join(document.lines[:400])[:NAMED]
    named = Counter(h.code for h in vocabulary.terms().find(text, "organisation"))
    if not named:
        return None
    name, times = named.most_common(1)[0]
    return name if times >= FEWEST_NAMES and times >= LEADING * named.total() else None


def _published(document: Document) -> str | None:
    """Return the publication date: of a feed the latest heading, of others the first full date near the head.

    The day of what the first sentence tells may stand for it, that of a later one not.
    """
    if document.kind_of_document == "feed":
        dated = [h.expression.last for h in headings(document.lines).values() if h.expression.last.year]
        return max(dated, key=lambda day: day.earliest()).iso() if dated else None
    filled = [line for line in document.lines if not is_furniture(line)]
    filled = [line for line in filled if document.kind_of_document != "page" or not _of_menu(line)][:HEAD_LINES]
    first = next((n for n, line in enumerate(filled) if ENDS_SENTENCE.search(line)), 0)
    for number, line in enumerate(filled):
        reach = len(line) if len(line) < LONG_LINE else OF_LONG_LINE
        for found in (e for e in expressions(line[: 2 * reach]) if e.end <= reach):
            if _is_of_other_things(line, found) or (number > first and _is_told(line, found)):
                continue
            if found.first.day and found.first.year and document.kind_of_document != "report" or _alone(line, found):
                return found.last.iso()
    symbol = Counter(SYMBOL_YEAR.findall("\n".join(document.lines)))
    return symbol.most_common(1)[0][0] if symbol else None


def _is_of_other_things(line: str, found: Expression) -> bool:
    """Say whether words right before a date say that it is none of publication: "last updated", "since", "by"."""
    near = (h for h in vocabulary.terms().find(line, "date_context") if 0 <= found.start - h.end <= NEAR)
    return any(h.code in ("changed", "not") for h in near)


def _is_told(line: str, found: Expression) -> bool:
    """Say whether a sentence opens with a date, as one does that tells what was done then: "On 5 May 2019, they"."""
    return TELLS.fullmatch(line, 0, found.start) is not None and ENDS_SENTENCE.search(line) is not None


def _of_menu(line: str) -> bool:
    """Say whether a line is too short to tell anything, and no date: the words of a page's menu."""
    return len(line.split()) < FEWEST_WORDS and not any(map(str.isdigit, line))


def _alone(line: str, found: Expression) -> bool:
    return bool(found.first.year and found.first.month) and found.end - found.start > len(line.strip()) - 4


def _period(document: Document, published: str | None) -> tuple[str | None, str | None]:
    """Return first and last date of the period that a report or slides say they cover."""
    if document.kind_of_document not in ("report", "slides"):
        return None, None
    rows = [(n, line) for n, line in enumerate(document.lines, 1) if not is_furniture(line)]
    text = joined(rows).string[:OPENING]
    for start, end in sentences(text):
        sentence = text[start:end]
        if not PERIOD.search(sentence):
            continue
        found = [e for e in expressions(sentence) if e.first.year]
        if len(found) > 1 or (found and found[0].range):
            return found[0].first.iso(), found[-1].last.iso()
        if found and SINCE.search(sentence[: found[0].start]):
            return found[0].first.iso(), published
    return None, None
