"""The lines of a saved page -> the same without the menu of its site, whose entries stand one a line above the text.

"Who we are" is the title of a page on a body; above "Our work", "Take action" and a text on something else it is an
entry of a menu, and so is "OUR WORKMigration touches all goals", where a browser ran the entry and what it opens
together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.small_words import phrases

HEAD, LONGEST = 40, 200  # lines among which a menu begins, and among which it ends
FEWEST = 3  # entries that make a menu, each another
FEW_WORDS = 3  # of a line that may be an entry although nobody listed it
BULLETS, OF_A_BULLET = ("- ", "• ", "* "), 8  # how entries may begin, which then may have so many words
EDGES = " \t#*-–—•|>"


def without_menu(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines with those of a menu at their head left empty, so that all keep their numbers."""
    menu = set(_menu(lines[:LONGEST]))
    return tuple("" if n in menu else line for n, line in enumerate(lines)) if menu else tuple(lines)


def _menu(head: Sequence[str]) -> Iterator[int]:
    """Yield the places of a menu's lines, from its first entry to its last, where nothing between tells anything."""
    known, entries = phrases("entry of a menu"), set[str]()
    first, last, before = -1, -1, ""
    for n, line in enumerate(head):
        words = line.strip(EDGES).casefold()
        if words in known and (n < HEAD or entries):
            entries.add(words)
            first, last, before = (n if first < 0 else first), n, words
        elif first >= 0 and words and not _may_be_entry(line, words, before):
            if len(entries) >= FEWEST:
                break
            entries, first = set[str](), -1
    if first >= 0 and len(entries) >= FEWEST:
        yield from range(first, last + 1)


def _may_be_entry(line: str, words: str, before: str) -> bool:
    """Say whether a line is short enough, or begins with the entry before it, run together with what it opens."""
    run_together = words.startswith(before) and words[len(before) : len(before) + 1].isalpha()
    listed = line.startswith(BULLETS) and not any(map(str.isdigit, line)) and not words.endswith(".")
    return len(words.split()) <= (OF_A_BULLET if listed else FEW_WORDS) or run_together
