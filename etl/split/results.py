"""The lines of a page -> those that each say what was done: below "Highlights", and headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from etl import vocabulary
from etl.frame import is_running
from etl.lines import KEPT, is_title
from etl.split.items import Row

FEWEST = 2  # lines that make a list
FEWEST_PARAGRAPHS = 3  # that make a list where they are longer than a line; headlines that make one
MOST = 0.7  # share of the lines of a list that must say what was done
LONGEST_TITLE, LONGEST_LINE, LONGEST_PARAGRAPH = 100, 300, 1200  # characters
SAID = re.compile(r"[“„«\"]")  # opens what somebody said
TELLING = ("event", "act", "kind")
DONE = ("train", "give", "sign", "launch", "publish", "hold")  # verbs by which a headline says what was done
WORD = re.compile(r"\w+")


def highlights(rows: list[Row]) -> Iterator[tuple[Row, list[list[Row]]]]:
    """Yield "Highlights" and the paragraphs below it that each say what was done, with those that only go on.

    They end at the next title or at what somebody said of them.
    """
    for index, (number, words) in enumerate(rows):
        if len(words) > LONGEST_TITLE or not says_results(words):
            continue
        below = list(takewhile(lambda row: not is_title(row[1]) and not SAID.match(row[1]), rows[index + 1 :]))
        starts = [n for n, (_, line) in enumerate(below) if is_output(line, LONGEST_PARAGRAPH)]
        if len(starts) >= FEWEST_PARAGRAPHS and starts[0] == 0 and len(starts) >= MOST * len(below):
            ends = [*starts[1:], len(below)]
            yield (number, words), [below[start:end] for start, end in zip(starts, ends, strict=True)]


def headlines(rows: list[Row]) -> list[Row]:
    """Return the lines of a page of nothing but headlines, most of which say what was done; [] for fewer than three.

    A headline that stands twice, in other letters or a little longer, is one.
    """
    if any(is_running(words) for _, words in rows):
        return []
    told: dict[frozenset[str], Row] = {}
    for number, words in rows:
        said = frozenset(WORD.findall(words.casefold()))
        if is_title(words) and _is_headline(words) and not any(2 * len(said & other) > len(said) for other in told):
            told[said] = (number, words)
    most = 2 * len(told) >= len({words.casefold() for _, words in rows})
    return list(told.values()) if len(told) >= FEWEST_PARAGRAPHS and most else []


def _is_headline(words: str) -> bool:
    hits = [h for h in vocabulary.terms().find(words) if h.code]
    done = any(h.group == "act" and h.code in DONE for h in hits)
    return done and not any(h.group == "not_activity" for h in hits)


@lru_cache(KEPT)
def says_results(words: str) -> bool:
    """Say whether a line is no more than "Key results:" or the like."""
    hits = vocabulary.terms().find(words, "digest")
    return len(hits) == 1 and hits[0].start == 0 and hits[0].end >= len(words.rstrip(" :"))


def is_output(words: str, longest: int = LONGEST_LINE) -> bool:
    """Say whether a line of at most `longest` characters names an event or what was done."""
    hits = vocabulary.terms().find(words) if len(words) <= longest else ()
    return any(h.group in TELLING and h.code for h in hits)
