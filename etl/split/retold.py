"""Lines -> where the news of a page without days or blank lines begin: at titles that the text below tells again.

"Seminar on wells / A seminar on wells was held in Lima ..." is news; below the name of a part of one event ("Panel on
pumps") its text says what "the panel" was about.
"""

from __future__ import annotations

import re
from functools import cache

from etl import vocabulary
from etl.dates.written import expressions
from etl.fixed import fixed
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


@fixed
class _Titled:
    """A title, the begin of the text below it, whether that tells it again, and whether it names an event."""

    number: int
    title: str
    opening: str
    again: bool
    named: bool

    @property
    def full(self) -> bool:
        return self.again and self.named


def retold(lines: tuple[str, ...]) -> list[int]:
    """Return the lines of such titles; [] for fewer than two.

    Beside one whose text tells it again in full, others count that name an event, or are told again, and whose text
    says when it was or in which town.
    """
    likely = _likely(lines)
    if len(likely) < FEWEST or not any(one.full for one in likely):
        return []
    told = [one for one in likely if _tells(one.opening) and (one.full or _says_when_or_where(one.opening))]
    first = {one.title: one for one in reversed(told)}
    several = len(first) >= FEWEST and any(one.full for one in first.values())
    return sorted(one.number for one in first.values()) if several else []


def _likely(lines: tuple[str, ...]) -> list[_Titled]:
    rows = [(n, bare(line)) for n, line in enumerate(lines, 1) if not is_furniture(line)]
    found = []
    for (number, title), (_, below) in zip(rows, rows[1:], strict=False):
        if _is_titled(title, below):
            named = any(h.code for h in vocabulary.terms().find(title, "event"))
            found.append(_Titled(number, title, below[:OPENING], _is_told_again(title, below[:OPENING]), named))
    return [one for one in found if one.again or one.named]


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
    """Return the words for "the" or "this" that are none for "a" in another language."""
    rows = list(vocabulary.rows("determiners"))
    others = frozenset(row["word"] for row in rows if row["meaning"] != "told")
    return frozenset(row["word"] for row in rows) - others
