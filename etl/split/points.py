"""The marked points of a page ("✓ ...", "(2) ...", "> ...") -> those of a list in which most say what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from etl import vocabulary
from etl.lines import bare, is_furniture, is_title
from etl.split.items import Row

FEWEST = 3  # points that make a list
SHORTEST = 30  # characters of a point that tells something of its own
MOST = 0.25  # share of the points that must say what was done
SIGN = re.compile(r"\s*([^\w\s\"'“”„«»‘’(\[{<#|/&@$€£¥%§.,:;!?¿¡_=\\~…]+|[+>»]|o(?=\s))\s*(?=\S)")
NUMBER = re.compile(r"\s*(\(?)(?:\d{1,2}|[a-z])\)\s+(?=\S)")
NO_DOING = ("light", "support", "fund")  # verbs that say little of what was done
LONGER = 1.2  # times the length of a title that the line below it has; lines of one text are about as long
AHEAD = ("future", "general", "call")  # meanings of words in the line above that put off what stands below
LEADS = ":"


def marked_points(lines: tuple[str, ...], rows: list[Row]) -> Iterator[list[Row]]:
    """Yield the lines of each point of such lists; `rows` are the lines without marks that are not yet taken."""
    runs = _runs(lines, dict(rows))
    for sign in {mark for mark, _ in runs}:
        own = [run for mark, run in runs if mark == sign and not _is_put_off(_above(run, lines))]
        long = [words for run in own for point in run if len(words := _words(point)) >= SHORTEST]
        if len(long) >= FEWEST and sum(map(_says_done, long)) >= MOST * len(long):
            yield from (point for run in own for point in run)


def title_of(point: list[Row]) -> list[Row]:
    """Return the first line of a point where it is the title of a longer text below it, or all of it; in a list."""
    (_, first), *below = point
    titled = is_title(first) and (not below or len(below[0][1]) > LONGER * len(first))
    return point[:1] if titled else []


def _words(point: list[Row]) -> str:
    return " ".join(line for _, line in point)


def _runs(lines: tuple[str, ...], words: dict[int, str]) -> list[tuple[str, list[list[Row]]]]:
    """Return the points with one kind of mark that follow each other, each with the lines right below it."""
    found: list[tuple[str, list[Row]]] = []
    open_, gap = False, False
    for number, line in enumerate(lines, 1):
        if is_furniture(line):
            gap = True
            continue
        mark = _mark(line) if number in words else ""
        if mark:
            found.append((mark, [(number, _unmarked(words[number]))]))
            open_ = True
        elif open_ and not gap and number in words:
            found[-1][1].append((number, words[number]))
        else:
            open_ = False
            found.append(("", []))
        gap = False
    return [(mark, [point for _, point in run]) for mark, run in groupby(found, lambda pair: pair[0]) if mark]


def _mark(line: str) -> str:
    """Return what kind of mark a line begins with: its sign, or "number" for "(1)" and "a)"; "" for none."""
    if (number := NUMBER.match(line)) is not None:
        return f"number{number[1]}"
    sign = SIGN.match(line)
    return sign[1] if sign else ""


def _unmarked(words: str) -> str:
    mark = NUMBER.match(words) or SIGN.match(words)
    return words[mark.end() :] if mark else words


def _above(run: list[list[Row]], lines: tuple[str, ...]) -> str:
    first = run[0][0][0]
    return next((bare(line) for line in reversed(lines[: first - 1]) if not is_furniture(line)), "")


def _is_put_off(above: str) -> bool:
    """Say whether the line above leads on to parts of one thing, or says that what stands below is to come."""
    if above.endswith(LEADS):
        return True
    return is_title(above) and any(h.code in AHEAD for h in vocabulary.terms().find(above, "not_activity"))


def _says_done(words: str) -> bool:
    hits = vocabulary.terms().find(words)
    return any(h.code and h.code not in NO_DOING for h in hits.of("act"))
