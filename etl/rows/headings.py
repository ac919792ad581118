"""A row of headings in any of six languages, or of HXL tags -> the column of our tables that each of them is for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import combinations

from etl import vocabulary

TELLS_WHAT = frozenset({"title", "text", "kind"})
TELLS_WHEN = frozenset({"date", "year", "month"})
COUNTS = frozenset({"participants", "trained", "women", "men"})
TELLS_MORE = TELLS_WHEN | COUNTS | {"country", "host_country", "region", "donors"} - {"men"}
WHERE = frozenset({"country", "host_country", "region"})
BENEFICIARIES = ("benefic", "бенефициар", "مستفيد")  # a number of them counts people, their names are countries
TOTAL = frozenset({"total", "totals", "итого", "всего"})
ONCE = COUNTS | TELLS_WHEN | {"end_date", "day", "kind", "title", "host_country"}
LONGEST = 80  # characters; longer cells are text
FEWEST_LETTERS = 5  # of a heading that is known by a part of itself: "Start date (dd/mm/yyyy)"
MOST_WORDS = 8
ENOUGH = 3  # known headings that make a row of headings, however many others it has
ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*|:$")
PARTS = re.compile(r"\s*[/\n|]\s*|\s+[-–]\s+")
HXL = re.compile(r"^\s*#[A-Za-z][\w+ ]*$")
UNKNOWN = ""


@cache
def _known() -> dict[str, str]:
    return {plain(row["heading"]): row["column"] for row in vocabulary.rows("headings")}


def _inside(whole: str) -> str:
    """Return the longest known heading that is a part of another one; "" if none is."""
    words, known = whole.split(), _known()
    parts = (" ".join(words[a:b]) for a, b in combinations(range(len(words) + 1), 2))
    return max((p for p in parts if p in known and len(p) >= FEWEST_LETTERS and p[0] != "#"), key=len, default="")


def plain(heading: str) -> str:
    """Return a heading without accents, case and needless marks."""
    letters = heading.casefold()
    if not letters.isascii():
        letters = "".join(c for c in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(c))
    return " ".join(letters.replace("_", " ").split()).strip(" .:*")


def is_known(heading: str) -> bool:
    """Say whether a heading is one that we know, as it stands."""
    return plain(heading) in _known()


@lru_cache(maxsize=2000)
def column_of(heading: str) -> str:
    """Return the column that a heading is for: one of ours, `text`, `names`, `person`, `none`, or "" if unknown.

    In this order: the whole heading; without what stands in brackets; one of its languages ("Date / Fecha"); the
    longest known heading inside it.
    """
    if HXL.match(heading):
        return _of_tag("".join(heading.split()).lower())
    whole = plain(heading)
    column = _read(heading, whole)
    words = re.findall(r"[^\W_]+|[%#]", whole)
    if any(word in _words("share") for word in words):
        return "none"  # a share counts nobody
    if column in COUNTS:
        return _counted(column, whole, words)
    if column in WHERE and whole.startswith(tuple(_words("counting"))):
        return "participants" if any(stem in whole for stem in BENEFICIARIES) else "none"
    return column


def _counted(column: str, whole: str, words: list[str]) -> str:
    """Return women or men for "Participants (F)"; where and not how many for "Country of participants"."""
    if before := next((c for n, c in _beginnings(whole) if c in WHERE), ""):
        return before
    sexes = {_words("sex")[word] for word in words if word in _words("sex")}
    if not sexes or whole in _known():
        return column
    if len(sexes) == 1:
        return sexes.pop()
    return column if TOTAL.intersection(words) else "none"  # "M/F": whose number it is cannot be told


def _beginnings(whole: str) -> Iterator[tuple[str, str]]:
    """Yield the beginnings of a heading that are headings themselves, the longest first."""
    words, known = whole.split(), _known()
    for length in range(len(words) - 1, 0, -1):
        if (beginning := " ".join(words[:length])) in known:
            yield beginning, known[beginning]


@cache
def _words(column: str) -> dict[str, str]:
    """Return the words of a heading that say what a number is of, with their code."""
    return {plain(row["word"]): row["code"] for row in vocabulary.rows("cell_words") if row["column"] == column}


def _read(heading: str, whole: str) -> str:
    known = _known()
    for tried in (whole, plain(ASIDE.sub(" ", heading)), *map(plain, PARTS.split(heading))):
        if tried in known:
            return known[tried]
    if not whole or len(whole.split()) > MOST_WORDS:
        return UNKNOWN
    return known.get(_inside(whole), UNKNOWN)


def _of_tag(tag: str) -> str:
    """Return the column of an HXL tag, by as many of its attributes as are known."""
    known = _known()
    name, *attributes = tag.split("+")
    options = [f"{name}+{a}" for a in attributes] + [name]
    return next((known[o] for o in [tag, *options] if o in known), "none")


def columns(cells: Sequence[str]) -> list[str]:
    """Return the column of each cell of a row, where it is a row of headings; [] where it is none.

    It must say what was done and when, where or with how many, in short cells of which three, or half, are known. A
    list of people is none.
    """
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > LONGEST for cell in filled):
        return []
    found = [column_of(cell.strip()) if cell.strip() else "" for cell in cells]
    known = [column for column in found if column]
    tells = set(known)
    if "one person" in tells or ("name" in tells and not tells & (TELLS_WHEN | COUNTS | {"kind"})):
        return []  # a list of people, one a row
    if not tells & TELLS_WHAT or not tells & TELLS_MORE or (len(known) < ENOUGH and 2 * len(known) < len(filled)):
        return []
    return _each_once(found)


def _each_once(found: list[str]) -> list[str]:
    """Return the columns with a second date, title ... made unknown: the first one stands."""
    seen: set[str] = set()
    kept = []
    for column in found:
        kept.append("again" if column in ONCE and column in seen else column)
        seen.add(column)
    return kept
