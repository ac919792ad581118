"""The lines of a document -> its date headings by line, each with the title or place that stands beside it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from etl import vocabulary
from etl.dates.written import Expression, month_is_first
from etl.heading import Heading, heading
from etl.lines import ENDS_SENTENCE, bare, is_link, is_title
from etl.terms import Hit

WORD = re.compile(r"\w+")
LABELLED = re.compile(r"\s*[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,3}\s?:\s")
SAME_LINE_SHARE = 0.3  # from here on, dates with a title on the same line are the document's way of heading an item
MANNER = 0.5  # share of such lines from which on a day with a place is the document's way of heading an item
LONGEST_PLACE, NEAR = 3, 4  # words of a place, lines that a title stands at most above its date
LONGEST_TOWN = 45  # characters of the name of a town with its State
FEWEST_BESIDE = 4  # lines that begin with a time and go on with what was done
FEWEST_WORDS = 3  # of a title that stands twice
ALIKE = 0.6  # share of the words of a title, said again, that are the same


@lru_cache(maxsize=1)  # reading, choosing the shape and splitting all ask for those of the same document
def headings(lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the date headings of a document by 1-based line number.

    A date without a year that shares its line with a title counts only where that is how the document heads its items.
    """
    month_first = month_is_first("\n".join(line for line in lines if "/" in line[:40]))
    written = {n: h for n, line in enumerate(lines, 1) if (h := heading(line, month_first))}
    written = _without_few_months(written)
    found = _once(_with_places(_without_sections(_above_titles(written, lines)), lines), lines)
    beside = sum(1 for h in found.values() if not h.alone)
    if beside >= max(2, SAME_LINE_SHARE * len(found)):
        return found
    return {n: h for n, h in found.items() if h.alone or h.expression.first.year}


def _without_few_months(found: dict[int, Heading]) -> dict[int, Heading]:
    """Return the headings, months beside titles ("May 2019: course") only where many lines begin with a time."""
    beside = [n for n, h in found.items() if not h.alone]
    months = {n for n in beside if not found[n].expression.first.day}
    return found if len(beside) >= FEWEST_BESIDE else {n: h for n, h in found.items() if n not in months}


def _once(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Leave out a day that is said again for the same entry.

    Only its title, said again too, stands between; or its title stands beside both, as where an archive puts day and
    title before a page that has them; or only labels stand between it and the dateline of its text.
    """
    kept: dict[int, Heading] = {}
    last = 0
    for number, day in found.items():
        again = last and kept[last].alone and _same_day(kept[last].expression, day.expression)
        told = again and (_is_told_again(lines, last, number, found) or _is_head_again(lines, last, number))
        if not (told or (again and _is_below_labels(lines, last, number))):
            kept[number], last = day, number
    return kept


def _is_below_labels(lines: tuple[str, ...], first: int, number: int) -> bool:
    """Say whether labels stand between two days, and nothing else: "Content type: News"."""
    between = [line for line in lines[first : number - 1] if line.strip()]
    return bool(between) and all(map(LABELLED.match, between))


def _is_head_again(lines: tuple[str, ...], first: int, number: int) -> bool:
    """Say whether a title beside the first of two days stands right below the second too."""
    beside = {_words(line) for line in lines[max(0, first - 1 - NEAR) : number - 1] if not is_link(line)}
    below = islice(filter(None, map(_words, lines[number:])), NEAR)
    return any(len(words) >= FEWEST_WORDS and words in beside for words in below)


def _is_told_again(lines: tuple[str, ...], first: int, number: int, found: dict[int, Heading]) -> bool:
    """Say whether all lines between two days, but for days, say what stands above the first."""
    above = [_words(line) for line in lines[max(0, first - 1 - NEAR) : first - 1]]
    between = [_words(lines[n - 1]) for n in range(first + 1, number) if n not in found]
    return all(_said_before(words, above) for words in between if words)


def _words(line: str) -> frozenset[str]:
    return frozenset(WORD.findall(line.casefold()))


def _said_before(words: frozenset[str], above: list[frozenset[str]]) -> bool:
    return any(len(words & before) >= ALIKE * len(words) for before in above)


def _same_day(one: Expression, other: Expression) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _without_sections(found: dict[int, Heading]) -> dict[int, Heading]:
    """Return the headings, without the sections of the news, some of which repeat: "18 May 2019 Education".

    Towns may repeat, too, and are none.
    """
    short = (h.title for h in found.values() if h.title and len(h.title.split()) <= LONGEST_PLACE)
    beside = Counter(title for title in short if not is_town(title))
    if not beside or max(beside.values()) == 1:
        return found
    return {n: replace(h, title="") if h.title in beside else h for n, h in found.items()}


def _above_titles(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the headings, those of a day and a town above the title of what was there ("3 May 2019, Lima") as such."""
    placed = [n for n, h in found.items() if h.title and is_town(h.title)]
    below = {n: next((m for m, line in enumerate(lines[n : n + NEAR], n + 1) if line.strip()), n) for n in placed}
    titled = [n for n in placed if below[n] not in found and is_title(lines[below[n] - 1])]
    titled += [n for n, h in found.items() if n not in placed and len(titled) > 1 and _is_in_a_row(h, lines[n:])]
    return found | {n: replace(found[n], title="", place=found[n].title) for n in titled}


def _is_in_a_row(day: Heading, below: tuple[str, ...]) -> bool:
    """Say whether few words beside a day stand above a title, where most days have towns there: "Suva - our office"."""
    return 0 < len(day.title.split()) <= LONGEST_PLACE and is_title(next(filter(str.strip, below), ""))


def is_town(words: str) -> bool:
    """Say whether words are the name of a town or State, or of both: "Lima", "Lima, Peru"."""
    if len(words) > LONGEST_TOWN:
        return False
    parts = [part.strip() for part in words.split(",")]
    return all(any(h.end - h.start == len(part) for h in _places(part)) for part in parts)


def _places(words: str) -> list[Hit]:
    """Return the towns and States in words, and words that say that something was held online."""
    return [h for group in ("city", "country", "mode") for h in vocabulary.terms().find(words, group)]


def _with_places(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the headings, those that go on with a place below their title ("5-6 May 2019 Lima") as such."""
    beside = [n for n, h in found.items() if not h.alone]
    placed = [n for n in beside if _is_place(found[n].title) and _below_a_title(n, found, lines)]
    if len(placed) < max(1, MANNER * len(beside)):
        return found
    return found | {n: replace(found[n], title="", place=found[n].title) for n in placed}


def _is_place(words: str) -> bool:
    """Say whether words are short enough for the name of a place and name no activity."""
    if len(words.split()) > LONGEST_PLACE or any(map(str.isdigit, words)) or ENDS_SENTENCE.search(words):
        return False
    return not any(h.code for h in vocabulary.terms().find(words, "event"))


def _below_a_title(number: int, found: dict[int, Heading], lines: tuple[str, ...]) -> bool:
    above = next((n for n in range(number - 1, max(0, number - NEAR), -1) if lines[n - 1].strip()), 0)
    title = bare(lines[above - 1]) if above and above not in found else ""
    return is_title(title) and len(title.split()) > LONGEST_PLACE
