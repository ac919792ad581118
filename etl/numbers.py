"""A text -> the numbers it states, in figures or in words of eight languages, with their place and value."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from text_to_num import alpha2digit, find_numbers

from etl.letters import plain
from etl.number import Number
from etl.numbers_figures import figures
from etl.numbers_ranges import as_ranges

TABLE = Path(__file__).parents[1] / "data" / "terms" / "number_word.csv"
COMPILED = frozenset({"en", "fr", "es", "pt", "de", "it"})  # languages whose number words text2num knows
LETTERS = re.compile(r"[^\W\d_]+")
WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
JOINED = re.compile(r"[\s\-]{1,3}\(?")
HALF = re.compile(r"\b(?:half(?: a|-a)?|demi|medi[oa]|mei[oa]|mezz[oa]|halbe[sn]?|пол)[\s-]$", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:several|a few|many|plusieurs|quelques|v[aá]ri[ao]s|algun[ao]s|нескольк\w+|mehrere|einige|alcune)\s$",
    re.IGNORECASE,
)
SEVERALS = 12  # characters in front of a number in which one of them stands
HALVES = 8  # characters in front of a number in which it stands
RIGHT_TO_LEFT_PREFIXES = ("و", "ب", "ل")  # Arabic "and", "with", "for", written as one word with what follows
MOST_KEPT = 1 << 16  # words of a language
THOUSAND, MILLION = 1000, 1_000_000


class _Token:
    """A word as text2num wants it."""

    __slots__ = ("word",)

    def __init__(self, word: str) -> None:
        self.word = word

    def text(self) -> str:
        return self.word

    def nt_separated(self, _previous: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


@cache
def _table() -> dict[str, dict[str, str]]:
    """Return language -> lower-case word -> meaning: a value, `~` before a rough one, `x` before a multiplier."""
    words: dict[str, dict[str, str]] = {}
    with TABLE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            word = row["term"].lower()
            words.setdefault(row["language"], {}).update({word: row["meaning"], plain(word): row["meaning"]})
    return words


@lru_cache(maxsize=64)
def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Return the numbers of `text` in order: figures, number words, and words such as dozen or trentaine.

    Ordinals, decimals, percentages, amounts after a currency sign and figures that are part of a word or a code are
    left out. `language` is ISO 639-1; of a language that is not known only figures are read.
    """
    words = _table().get(language, {})
    found = figures(text)
    spelt = language in COMPILED and _any_spelt(text.split(), language)
    low = text.lower()
    if spelt or any(map(low.__contains__, _own(language))):
        tokens = list(WORD.finditer(text))
        found += _own_words(tokens, words, language)
        found += _compiled_words(tokens, language) if spelt else []
    return _merged(text, sorted(found, key=lambda n: (n.start, -n.end)), words) if found else ()


def _any_spelt(words: list[str], language: str) -> bool:
    """Say whether one of `words` says a number; the others are kept, since asking costs a hundred times as much."""
    others = _say_no_number(language)
    for word in set(words) - others:
        if any(alpha2digit(part, language, threshold=0) != part for part in LETTERS.findall(word)):
            return True
        if len(others) < MOST_KEPT:
            others.add(word)
    return False


@cache
def _say_no_number(language: str) -> set[str]:
    """Return the words of a language that are known to say no number, to be added to."""
    return set()


@cache
def _own(language: str) -> tuple[str, ...]:
    """Return the words that only our own table knows: all of a language not compiled in, else the rough ones."""
    words = _table().get(language, {})
    return tuple(word for word, meaning in words.items() if language not in COMPILED or meaning.startswith("~"))


def _compiled_words(tokens: list[re.Match[str]], language: str) -> list[Number]:
    spelt = [_Token(t.group()) for t in tokens]
    return [
        Number(tokens[o.start].start(), tokens[o.end - 1].end(), int(o.value))
        for o in find_numbers(spelt, language, 0)
        if not o.is_ordinal and not any(t.group()[0].isdigit() for t in tokens[o.start : o.end])
    ]


def _own_words(tokens: list[re.Match[str]], words: dict[str, str], language: str) -> list[Number]:
    """Return the numbers made of words of our own table, neighbours put together (двадцать пять)."""
    found: list[Number] = []
    run: list[int] = []
    for token in tokens:
        word = token.group().lower()
        if language == "ar" and word not in words and word.startswith(RIGHT_TO_LEFT_PREFIXES):
            word = word[1:]
        meaning = words.get(word, "")
        if meaning.startswith("~"):
            found.append(Number(token.start(), token.end(), int(meaning[1:]), rough=True))
        if not meaning.isdigit():
            run = []
            continue
        start = found[-1].start if run else token.start()
        if run:
            found.pop()
        run.append(int(meaning))
        found.append(Number(start, token.end(), _composed(run)))
    return found


def _composed(values: list[int]) -> int:
    """Return what number words in a row mean together: 2, 100, 5 -> 205; 3, 1000 -> 3000."""
    whole = part = 0
    for value in values:
        if value == THOUSAND:
            whole, part = whole + max(part, 1) * THOUSAND, 0
        elif value == 100 and 1 < part < 10:
            part *= 100
        else:
            part += value
    return whole + part


def _merged(text: str, found: list[Number], words: dict[str, str]) -> tuple[Number, ...]:
    """Return `found` with a number said twice as one, multipliers applied, overlaps and millions left out."""
    kept: list[Number] = []
    for number in found:
        last = kept[-1] if kept else None
        if (last and number.start < last.end) or (number.rough and _of_several(text, number)):
            continue
        if last and JOINED.fullmatch(text, last.end, number.start):
            if number.value == last.value and not last.low:  # thirty-five (35), but "June 12-15 twelve divers"
                kept[-1] = replace(last, end=number.end + text.startswith(")", number.end))
                continue
            if number.rough and last.value < 100:  # two dozen
                kept[-1] = replace(number, start=last.start, value=number.value * max(last.value, 1))
                continue
            if _tens_and_units(last, number):  # "vinte cinco", with the "e" left out
                kept[-1] = replace(last, end=number.end, value=last.value + number.value)
                continue
            if last.value == 1 and not last.figure:  # "unos 40": an article
                kept.pop()
        kept.append(_halved(text, number) if number.rough else number)
    multiplied = [_multiplied(text, number, words) for number in kept]
    after = zip(multiplied, [0, *(number.end for number in multiplied)], strict=False)
    return as_ranges(text, [number for number, end in after if number.start >= end and number.value < MILLION])


def _tens_and_units(last: Number, number: Number) -> bool:
    spelt = not (last.figure or number.figure or last.rough or number.rough)
    return spelt and last.value % 10 == 0 and 20 <= last.value < 100 and 0 < number.value < 10


def _of_several(text: str, number: Number) -> bool:
    """Say whether a rough number is only said of several: nobody knows how many "several dozen" are."""
    return SEVERAL.search(text, max(0, number.start - SEVERALS), number.start) is not None


def _halved(text: str, number: Number) -> Number:
    """Return `half a dozen` and `medio centenar` as the half, for a rough number behind a word for it."""
    half = HALF.search(text, max(0, number.start - HALVES), number.start)
    return replace(number, start=half.start(), value=number.value // 2) if half else number


def _multiplied(text: str, number: Number, words: dict[str, str]) -> Number:
    """Return `5 thousand` as 5000, `cinco dezenas` as roughly 50: the word behind the number only multiplies it."""
    following = WORD.search(text, number.end, number.end + 16)
    meaning = words.get(following.group().lower(), "") if following else ""
    if not following or not meaning.startswith("x"):
        return number
    times = int(meaning[1:])
    return replace(number, end=following.end(), value=number.value * times, rough=number.rough or times < THOUSAND)
