"""The head of a document -> whether it says that it is a report of some time or project, or a bulletin."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.dates.written import expressions
from etl.lines import ENDS_SENTENCE, bare, is_title
from etl.small_words import pattern, phrases
from etl.terms import Hit

HEAD_LINES = 5  # filled lines that say what the document is
LONGEST_HEAD = 140  # characters of such a line
LONGEST_LABEL, LONGEST_HEADING = 60, 90  # characters of "Duration: 2012", and of a heading further down
FEWEST_LABELS = 2  # such labels that make the sheet of a project
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
SPACED = re.compile(r"(?<!\S)\S(?: \S){3,}(?!\S)")  # "B U L L E T I N"
WITHIN = ("period", "results")  # meanings of words that head or open a part, not a document
RESULTS = ("results", "digest")
MEETINGS = ("training", "workshop", "conference", "expert_meeting")
SAY_WHAT_IT_IS = "digest"  # the list of words for such documents, data/terms/digest.csv


def head_of(lines: tuple[str, ...]) -> list[tuple[int, str]]:
    """Return the filled lines at the head of a document, with their numbers; letters set apart are put together."""
    filled = [(n, line) for n, line in enumerate(lines, 1) if line.strip()][:HEAD_LINES]
    return [(n, SPACED.sub(lambda m: m[0].replace(" ", ""), bare(line))) for n, line in filled]


def is_report(lines: tuple[str, ...]) -> bool:
    """Say whether a document is by its head the report of a year, a quarter or a project."""
    named = [words for _, words in head_of(lines) if says_what_it_is(words)]
    if any(_is_account(words) or _names(words)[0].code == "report" for words in named):
        return True
    return _is_sheet_with_results([bare(line) for line in lines])


def _is_sheet_with_results(lines: list[str]) -> bool:
    """Say whether a page is the sheet of a project ("Duration: ...", "Budget: ...") with a heading for its results."""
    labels = {line.split(":")[0].casefold() for line in lines if ":" in line[:LONGEST_LABEL]}
    if len(labels & phrases("sheet")) < FEWEST_LABELS:
        return False
    heads = (line for line in lines if ":" not in line and len(line) <= LONGEST_HEADING and is_title(line))
    return any(h.code in RESULTS for line in heads for h in vocabulary.terms().find(line, SAY_WHAT_IT_IS))


def _names(words: str) -> list[Hit]:
    return [h for h in vocabulary.terms().find(words, SAY_WHAT_IT_IS) if h.code not in WITHIN]


def says_what_it_is(words: str) -> bool:
    """Say whether a line is the name of a bulletin or report, and tells nothing: "Monthly Bulletin, May 2019"."""
    if len(words) > LONGEST_HEAD or (ENDS_SENTENCE.search(words) and not words.endswith(")")):
        return False
    if _is_account(words):
        return True
    names = _names(words)
    acts = (h for h in vocabulary.terms().find(words, "act") if h.code != "support")
    return bool(names) and all(any(n.start <= h.start < n.end for n in names) for h in acts)


def _is_account(words: str) -> bool:
    """Say whether a line is the title of what was done in some months or years: "Summary of work 2012-2013"."""
    if not YEAR.search(words) or not pattern("account of a time").search(words):
        return False
    meets = any(h.code in MEETINGS for h in vocabulary.terms().find(words, "event"))
    return not meets and is_title(words) and all(e.first.year and not e.first.day for e in expressions(words))
