"""A table written out, record by record between blank lines -> where its records begin."""

from __future__ import annotations

from etl import vocabulary
from etl.dates.written import expressions
from etl.lines import bare
from etl.split.heads import says_what_it_is

FEWEST = 3  # records
MOST_LINES, LONGEST_LINE = 6, 200  # lines of a record, and characters of each
SHORTEST_WRAPPED = 40  # characters of a line that may be cut because the page was full
MOST = 0.6  # share of the blocks from the first to the last that must be records


def records(blocks: list[list[tuple[int, str]]]) -> list[int]:
    """Return the lines of the blocks of a table written out: each a few lines, one with a day or month, one with what.

    [] where they are not most of the blocks.
    """
    found = [[bare(line) for _, line in block] for block in blocks]
    alike = [len(words) <= MOST_LINES and not any(map(_goes_on, words, words[1:])) for words in found]
    told = [n for n, words in enumerate(found) if alike[n] and len(words) > 1 and _is_record(words)]
    if len(told) < FEWEST or len(told) < MOST * (told[-1] + 1 - told[0]):
        return []
    return [block[0][0] for n, block in enumerate(blocks) if n >= told[0] and (alike[n] or n > told[-1])]


def _goes_on(line: str, below: str) -> bool:
    """Say whether a line goes on with the sentence of the one above, which was cut because the page was full."""
    return below[:1].islower() and len(line) >= SHORTEST_WRAPPED


def _is_record(words: list[str]) -> bool:
    if any(len(line) > LONGEST_LINE or says_what_it_is(line) for line in words):
        return False
    named = any(h.code for line in words for h in vocabulary.terms().find(line, "event"))
    return named and any(e.first.month for line in words for e in expressions(line))
