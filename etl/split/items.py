"""Numbered lines -> one item of a document."""

from __future__ import annotations

import re
from collections import Counter

from etl.heading import Heading
from etl.language import language_of
from etl.lines import BULLET, ENDS_SENTENCE, NUMBERED_POINT, bare, is_furniture, is_in_bracket, is_link
from etl.records import Document, Item
from etl.text import joined

Row = tuple[int, str]  # 1-based line number, the line
LABEL = re.compile(r"[^\W\d_][^:.]{1,20}:\s")  # "date: 4 June" below a title begins anew
SAID_AGAIN = re.compile(  # "Output: ...", "Activity 2.1"
    r"[^\W\d_a-zа-я]\w{2,20}(?:\s\d+(?:\.\d+)*\.?(?=\s|$)|(?:\s\w{1,12})?:(?=\s))"
)
LAST_FIGURES = re.compile(r"[\d.]+$")
FEWEST_POINTS = 2
WRAPPED = range(50, 130)  # length of a line that was cut because the page was full


def item(
    document: Document,
    shape: str,
    position: int,
    rows: list[Row],
    title_rows: list[Row],
    heading: tuple[int, Heading] | None = None,
) -> Item:
    """Return the item made of `rows` (all its lines in order) whose title stands on `title_rows`.

    `heading` is its date heading with its line number; that line is not in the text, a title on the same line is.
    """
    words = [(n, bare(line)) for n, line in rows if not is_furniture(line) and not is_link(line)]
    if heading:
        words = _below_its_title(words, title_rows, heading)
    words = [(n, line) for n, line in words if line] or [(rows[0][0], "")]
    paragraphs = _paragraphs(words, {n for n, _ in title_rows}) | _points(rows)
    text = joined(words, paragraphs=paragraphs)
    filled = [n for n, line in rows if not is_furniture(line)] or [rows[0][0]]
    beside = heading[1].title if heading and not (title_rows and title_rows[0][0] < heading[0]) else ""
    title = beside or " ".join(bare(line) for _, line in title_rows)
    return Item(
        document=document.name,
        position=position,
        shape=shape,
        line_start=filled[0],
        line_end=filled[-1],
        locator=locator(document, filled[0], filled[-1]),
        heading=heading[1].written if heading else "",
        title=title,
        text=text,
        language=language_of(text.string, document.language),
        heading_line=heading[0] if heading else None,
    )


def _below_its_title(words: list[Row], titles: list[Row], heading: tuple[int, Heading]) -> list[Row]:
    """Return the lines without the day of the heading: a title beside it stays, a place goes below the title."""
    number, day = heading
    last = titles[-1][0] if day.place and titles and titles[0][0] > number else number
    beside = [(last, day.title or day.place)]
    above = [(n, line) for n, line in words if n <= last and n != number]
    return [*above, *beside, *((n, line) for n, line in words if n > last)]


def locator(document: Document, first: int, last: int) -> str:
    """Return where a person finds the lines from `first` to `last`: by page or slide where there are such."""
    if document.places:
        begins, ends = document.places[first - 1], document.places[last - 1]
        return begins if begins == ends or not ends else f"{begins} to {ends}"
    return f"lines {first}-{last}" if first < last else f"line {first}"


def _points(rows: list[Row]) -> set[int]:
    """Return the lines that begin with the sign of a list or a number in brackets; a single one may be a dash."""
    found = {n for n, line in rows if BULLET.match(line) or NUMBERED_POINT.match(line)}
    return found if len(found) >= FEWEST_POINTS else set()


def _paragraphs(words: list[Row], titles: set[int]) -> set[int]:
    """Return the lines that begin a paragraph: all but those that go on with the sentence of the line before."""
    begins = {words[0][0], *_alike(words)}
    for (number, line), (following, words_after) in zip(words, words[1:], strict=False):
        ended = bool(ENDS_SENTENCE.search(line))
        wrapped = following == number + 1 and len(line) in WRAPPED and number not in titles
        goes_on = words_after[:1].islower() and not (number in titles and LABEL.match(words_after))
        if (ended or not (goes_on or wrapped)) and not is_in_bracket(line, words_after):
            begins.add(following)
    return begins


def _alike(words: list[Row]) -> set[int]:
    """Return the lines that begin with a label with which others begin too: "Output: ...", "Activity 2.1"."""
    labels = {n: label[0] for n, line in words if (label := SAID_AGAIN.match(line))}
    times = Counter(LAST_FIGURES.sub("", label) for label in labels.values())
    return {n for n, label in labels.items() if times[LAST_FIGURES.sub("", label)] > 1}
