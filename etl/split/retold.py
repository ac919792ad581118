"""Lines -> where the news of a page without days or blank lines begin: at titles that the text below tells again.

"Seminar on wells / A seminar on wells was held in Lima ..." is news; below the name of a part of one event ("Panel on
pumps") its text says what "the panel" was about.
"""

from __future__ import annotations

import re
from functools import cache

from etl import vocabulary
from etl.dates.written import expressions
from etl.lines import bare, is_furniture, is_title
from etl.terms import Hit

FEWEST = 2  # such titles
SHORTEST_TEXT = 60  # characters of a line below a title
OPENING = 400  # characters in which it tells its title again
LONGEST_TITLE = 180  # characters
STEM, SHORTEST = 5, 4  # letters of a word that stand for it in any case or number, and of a word that says something
ALIKE = 0.6  # share of the words of a title that its text says again
TELLING = ("hold", "attend", "sign", "launch", "publish", "train", "give")
WORD = re.compile(r"[^\W\d_]+")
LAST_WORDS = 3  # before the name of an event, among which "the" may stand


def retold(lines: tuple[str, ...]) -> list[int]:
    """Return the lines of such titles; [] for fewer than two.

    Beside one whose text tells it again in full, others count that name an event, or are told again, and whose text
    says when it was or in which town.
    """
    rows = [(n, bare(line)) for n, line in enumerate(lines, 1) if not is_furniture(line)]
    found: dict[str, int] = {}
    full = False
    for (number, title), (_, below) in zip(rows, rows[1:], strict=False):
        if title in found or not _is_titled(title, below) or not _tells(opening := below[:OPENING]):
            continue
        again = _is_told_again(title, opening)
        named = any(h.code for h in vocabulary.terms().find(title, "event"))
        full = full or (again and named)
        if (again and named) or ((again or named) and _says_when_or_where(opening)):
            found[title] = number
    return list(found.values()) if full and len(found) >= FEWEST else []


def _is_titled(title: str, below: str) -> bool:
    if len(title) > LONGEST_TITLE or len(below) < SHORTEST_TEXT or below[:1].islower():
        return False
    return is_title(title) and not is_title(below)


def _is_told_again(title: str, opening: str) -> bool:
    words = _stems(title)
    return bool(words) and len(words & _stems(opening)) >= ALIKE * len(words)


def _tells(opening: str) -> bool:
    """Say whether a text names an event not told before, with its verb."""
    hits = vocabulary.terms().find(opening)
    done = any(h.group == "act" and h.code in TELLING for h in hits)
    return done and any(h.group == "event" and h.code and not _is_known(opening, h) for h in hits)


def _says_when_or_where(opening: str) -> bool:
    if any(e.first.month for e in expressions(opening)):
        return True
    return any(h.code for h in vocabulary.terms().find(opening, "city"))


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(words.casefold()) if len(word) >= SHORTEST)


def _is_known(text: str, event: Hit) -> bool:
    """Say whether "the" or "this" stands before the name of an event, which then has been told before."""
    return not _articles().isdisjoint(WORD.findall(text[: event.start].casefold())[-LAST_WORDS:])


@cache
def _articles() -> frozenset[str]:
    return frozenset(row["word"] for row in vocabulary.rows("determiners") if row["meaning"] == "told")
