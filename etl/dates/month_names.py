"""A text -> the same with names of months and weekdays, in nine languages, replaced by marks for a pattern."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

import ahocorasick
from babel import Locale

from etl.terms import in_small_letters, lowered

LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar", "de", "it", "nl")  # what comes first wins where a short name is shared
TERMS = Path(__file__).parents[2] / "data" / "terms"
SHARED = "may march mar marco sept set out dez ago mai jan mei dic gen giu jun jul"
ALSO_WORDS = frozenset(SHARED.split())  # names that are also other words in some language
ONLY_MONTHS = ("mai",)  # behind a day or before a year it is nothing else: "du 21 au 25 mai l'office a formé"
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
ENDS = (",", ".", ";", ":", ")")
KEPT = 8  # texts: dates that are written and weekdays are looked for in the same passage
AND = "و"  # Arabic writes it as one word with what follows: "March and June"
SHORTEST = 2  # letters of a name
SHORT_WEEKDAY = 3  # letters of names of weekdays that are words in other languages: sat, qui, mon, mer, vie
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
OTHER_DIGIT = re.compile("[٠-٩۰-۹]")
MONTH_MARK, WEEKDAY_MARK = 0xE000, 0xE020  # private letters that stand for a name found: 0xE001 is January


def _names() -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for kind, mark in (("months", MONTH_MARK), ("days", WEEKDAY_MARK)):
            for context in ("format", "stand-alone"):
                for width in ("wide", "abbreviated"):
                    for number, name in getattr(locale, kind)[context][width].items():
                        yield name.lower().rstrip("."), mark + int(number)
    for more, mark in (("month.csv", MONTH_MARK), ("weekday.csv", WEEKDAY_MARK)):
        with (TERMS / more).open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                yield row["term"], mark + int(row["meaning"])


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for spelt, mark in _names():
        name = lowered(spelt)
        short_weekday = mark >= WEEKDAY_MARK and len(name) < 3
        if name not in automaton and len(name) > 1 and not short_weekday and not name.isdigit():
            automaton.add_word(name, (len(name), chr(mark)))
    automaton.make_automaton()
    return automaton


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:SHORTEST] for name in _automaton())


def may_begin(text: str, at: int) -> bool:
    """Say whether a name of a month or weekday may begin at `at`, by its first letters: far quicker than `masked`."""
    return in_small_letters(text[at : at + SHORTEST]) in _beginnings()


@lru_cache(maxsize=KEPT)
def masked(text: str) -> str:
    """Return `text` with each name of a month or weekday replaced by as many marks, so that all offsets stay."""
    low = lowered(text)
    spans: list[tuple[int, int, str]] = []
    edged = f" {low} "  # the letter before a name is edged[start], the one behind it edged[end + 1]
    for last, (length, mark) in _automaton().iter(low):
        start, end = last - length + 1, last + 1
        joined = edged[start] == AND and not edged[start - 1].isalpha()
        if (edged[start].isalpha() and not joined) or edged[end + 1].isalpha():
            continue
        while spans and spans[-1][0] >= start:
            spans.pop()
        if not spans or start >= spans[-1][1]:
            spans.append((start, end, mark))
    parts, done = [], 0
    for start, end, mark in spans:
        if low[start:end] in ALSO_WORDS and not _dated(text, start, end):
            continue
        if end - start <= SHORT_WEEKDAY and ord(mark) >= WEEKDAY_MARK and not _is_weekday(text, start, end):
            continue
        parts += [text[done:start], mark * (end - start)]
        done = end
    marked = "".join([*parts, text[done:]]) if parts else text
    return marked if text.isascii() or not OTHER_DIGIT.search(marked) else marked.translate(DIGITS)


def _dated(text: str, start: int, end: int) -> bool:
    """Say whether a name that is also a word (may, mar, set) stands beside a figure, and is no verb."""
    before, after = text[max(0, start - 8) : start].rstrip(), text[end : end + 10].lstrip(" .,")
    if text[start].isupper():
        return before[-1:].isdigit() or after[:1].isdigit() or len(before) < 8 or text[start:end] in ("May", "March")
    if text[start:end] in ONLY_MONTHS and YEAR.match(after):
        return True
    day_before = bool(re.search(r"\d(?:st|nd|rd|th|er|º|°)?(?: de| of)?$", before))
    set_off = text[end : end + 1] in ENDS or after[:3].lower() in ("de ", "del")
    return day_before and (after[:4].isdigit() or not after[:1].isalpha() or set_off or text[start:end] in ONLY_MONTHS)


def _is_weekday(text: str, start: int, end: int) -> bool:
    """Say whether a short name is that of a weekday: "Sat, 5 May", "qui. 30 maio"; not "sat", "juges, qui 30 ans"."""
    after = text[end : end + 4].lstrip(" .,")
    if text[start].isupper():
        return not after[:1].islower()
    return after[:1].isdigit() and (start == 0 or text[end] in ".,")
