"""The lines of a text -> its shape: report, slides, feed or page."""

from __future__ import annotations

import re

from etl.frame import is_running, own_lines
from etl.heading import Heading
from etl.headings import headings
from etl.lines import BULLET, HEAD, bare, is_end, is_furniture, is_title

PARAGRAPH = re.compile(r"\s{0,3}(\d{1,3})\.\s+(?=\S)")
FEWEST_PARAGRAPHS = 4  # numbered paragraphs that make a report; a list of three points does not
FEWEST_DAYS = 2  # days alone on their lines that make numbered titles a list of news
FEWEST_OF_PART = 2  # numbered paragraphs of a part of a report: no list of points begins with 14
FIRST_OF_PART = 5  # the least number with which a part of a report is sure not to be a list from its start
SUB_PARAGRAPH = re.compile(r"\s{0,3}(\d{1,2})\.(\d{1,2})\.?\s+(?=[^\W\d_])")
SHORTEST_PARAGRAPH = 100  # characters a paragraph on average; below it the numbers count the points of a list
SHORTEST_START = 12  # characters of a line that begins a paragraph; "1. News" begins a list
FEWEST_SLIDES = 4  # headings that make a set of slides
MOST_TOLD = 0.5  # share of the other lines that may be running text, on slides
BULLETS = 0.25  # share of the other lines that are bullets, on slides
FEWEST_ENTRIES = 3  # date headings, or links that end an item, that make a feed
ENTRY = 200  # characters between two date headings that make a feed of two


def shape_of(lines: tuple[str, ...]) -> str:
    """Return what the lines of a text look like: report, slides, feed or page (the first that fits)."""
    if is_report(lines):
        return "report"
    if is_slides(lines):
        return "slides"
    own = own_lines(lines)
    return "feed" if is_feed(own, headings(own)) else "page"


def is_report(lines: tuple[str, ...]) -> bool:
    """Say whether numbered paragraphs in order carry most of the text; numbered titles of news are none."""
    starts = paragraph_starts(lines)
    if not starts:
        return False
    match = PARAGRAPH.match(lines[starts[0] - 1])
    part = match is not None and int(match[1]) >= FIRST_OF_PART
    if len(starts) < (FEWEST_OF_PART if part else FEWEST_PARAGRAPHS):
        return False
    if not part and _led(lines[: starts[0] - 1]):
        return False
    bare_numbers = sum(1 for n in starts if len(lines[n - 1].strip()) < SHORTEST_START)
    if bare_numbers == len(starts):
        return False
    inside = sum(len(line) for line in lines[starts[0] - 1 :])
    told = [n for n in starts if not is_short_title(lines[n - 1])]
    if not told and sum(1 for h in headings(lines).values() if h.alone) >= FEWEST_DAYS:
        return False  # a numbered list of news with their days
    return inside / len(told or starts) > SHORTEST_PARAGRAPH and inside > 0.5 * sum(map(len, lines))


def _led(before: tuple[str, ...]) -> bool:
    """Say whether the line before the first number leads on to points: "The participants noted the following:"."""
    return next((line for line in reversed(before) if line.strip()), "").rstrip().endswith(":")


def is_short_title(line: str) -> bool:
    """Say whether a line is a title shorter than any paragraph, or no more than "2. News"."""
    return is_furniture(line) or (is_title(line) and len(line) < SHORTEST_PARAGRAPH)


def paragraph_starts(lines: tuple[str, ...]) -> list[int]:
    """Return the 1-based lines on which the numbered paragraphs begin, counting up from the first number seen.

    Those of a section that are numbered on their own ("2.1", "2.2") begin one each.
    """
    starts: list[int] = []
    last = 0
    for number, line in enumerate(lines, 1):
        if (sub := SUB_PARAGRAPH.match(line)) and int(sub[1]) == last:
            starts.append(number)
        match = PARAGRAPH.match(line)
        if not match:
            continue
        value = int(match[1])
        if value == last + 1 or (last and last < value <= last + 2) or (not last and value <= 200):
            starts.append(number)
            last = value
    return starts


def is_slides(lines: tuple[str, ...]) -> bool:
    """Say whether headings are many and what stands under them is short or in bullets."""
    filled = [line for line in lines if not is_furniture(line)]
    heads = sum(1 for line in filled if HEAD.match(line))
    body = [line for line in filled if not HEAD.match(line)]
    bullets = sum(1 for line in body if BULLET.match(line))
    if sum(map(is_running, body)) > MOST_TOLD * len(body):
        return False  # a page with headings between its paragraphs
    return heads >= FEWEST_SLIDES and (bullets >= BULLETS * len(body) or heads > len(body))


def is_feed(lines: tuple[str, ...], dated: dict[int, Heading]) -> bool:
    """Say whether a document is a feed: three date headings, two with much between, or three ends of items."""
    if len(dated) >= FEWEST_ENTRIES or sum(1 for line in lines if is_end(line)) >= FEWEST_ENTRIES:
        return True
    between = sum(len(bare(lines[n])) for n in range(min(dated), max(dated) - 1)) if len(dated) == 2 else 0
    return between > ENTRY
