"""The lines of a document -> where its own text ends: what follows leads to other pages or speaks of the site."""

from __future__ import annotations

from functools import lru_cache

from etl.headings import headings
from etl.lines import ENDS_SENTENCE, bare, is_tail

RUNNING = 60  # characters of a line that ends a sentence, from which on it is text and no menu
FEWEST_LISTED = 2  # dates below "Latest news" that make a list worth reading
LONGEST = 160  # characters of a title
MOST_AFTER = 0.5  # share of the text that may stand behind the line that ends it; more, and it ended nothing


@lru_cache(maxsize=4)  # choosing the shape and splitting ask for that of the same document
def own_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines up to "Related news", "Follow us", "Terms of use" or the like; all where there is none.

    Other news with their dates are entries of their own.
    """
    total = 0
    lengths = []
    tails = []
    for index, line in enumerate(lines):
        if is_tail(line):
            tails.append(index)
        elif is_running(line):
            total += len(line)
        lengths.append(total)
    for index in tails:
        before = lengths[index]
        if total - before > MOST_AFTER * before:
            continue
        listed = sum(1 for number in headings(lines) if number > index + 1)
        if before or len(headings(lines)) - listed > FEWEST_LISTED:
            return lines if listed >= FEWEST_LISTED else lines[:index]
    return lines


def is_running(line: str) -> bool:
    """Say whether a line is running text: long and ended as a sentence is, or longer than any title."""
    words = bare(line)
    return len(words) > LONGEST or (len(words) >= RUNNING and bool(ENDS_SENTENCE.search(words)))
