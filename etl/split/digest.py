"""Lines of a page -> where the entries of a bulletin, report or list with labels begin."""

from __future__ import annotations

import re
from itertools import takewhile

from etl import vocabulary
from etl.dates.month_names import masked
from etl.dates.written import Expression, expressions
from etl.heading import Heading
from etl.lines import ENDS_SENTENCE, bare, is_furniture, is_row, is_title
from etl.split.heads import HEAD_LINES, YEAR, head_of, is_report, says_what_it_is

FEWEST = 2  # entries that make a list
FEWEST_CAPITALS = 3  # titles in capitals that head the parts of an update
SET_OFF = re.compile(r"\s*(?:\+\s+)?([^\W\d_][\w' -]{2,30})([.:]|\s[–—-])\s(?=[^\W_]\w*\s)")  # "Tbilisi. From"
LONGEST_LABEL, LONGEST_SENTENCE = 3, 4  # words; the second of those that end with a full stop
LONGER_LABEL = re.compile(r"\s*(?:\+\s+)?[^\W\d_][^.:]{2,45}[.:]\s(?=[^\W_]\w*\s)")  # "Togo and us, again. On"
FEWEST_LABELS = 3  # paragraphs with such a label that make a list by themselves
MOST_LABELS = 0.6  # share of the paragraphs from the first to the last of them
FEWEST_TITLES, MOST_TITLED = 3, 0.5  # titles of a bulletin, and their share of its texts
LONGEST_TITLE = 90  # characters of the title of an entry
LONGEST_WHEN = 60  # characters of a line with a place and a day
SHORTEST_TEXT = 40  # characters of a sentence that makes an entry
LABEL = re.compile(r"\s*([^\W\d][^.:;,!?]{2,40}?)(?:[.:]\s|\s[-–—]\s)(?=\W*[^\W_])")
_WEEKDAY = r"[\ue020-\ue027]+\s*(?:\d{1,2}(?:[/.]\d{1,2})?)?"
WEEKDAYS = re.compile(rf"\W*{_WEEKDAY}(?:\s?[–-]\s?{_WEEKDAY})?\s*[:.–—-]\s")  # "Mon 4-Tue 5/6 – ", once masked
KEY = re.compile(r"\W*([^\W\d][^:|.]{2,30}):\s+\S")  # "Activity: Course on wells"
MOST_KEYS = 0.8  # share of lines that such keys begin
NUMBERED = re.compile(r"\W*((?:[^\W\d]\w+\s)?)\d{1,2}\.\d{1,2}[.,:]?\s+\S")  # "Output 1.2 Wardens", "4.3 Training"
SENDER = re.compile(r"(\w[^·|]{3,40})\s[·|]\s.{0,15}\d{1,2}.{0,25}$")  # "River Club @club · 14 May 2019"


def labelled(lines: tuple[str, ...]) -> list[int]:
    """Return the lines that begin with different countries ("Benin. During ...") or with days of the week; else []."""
    named: dict[int, str] = {}
    for number, line in enumerate(lines, 1):
        label = LABEL.match(line)
        country = _country(label[1]) if label else ""
        if country:
            named[number] = country
    if len(set(named.values())) >= FEWEST:
        return list(named)
    days = [n for n, line in enumerate(lines, 1) if line[:1].isalpha() and WEEKDAYS.match(masked(line[:40]))]
    return days if len(days) >= FEWEST else _labels(lines)


def _labels(lines: tuple[str, ...]) -> list[int]:
    """Return the lines that begin with a word set off from its text ("Nairobi. On 5 May ..."), if most paragraphs do.

    Of a bulletin two suffice. The words before the first one and behind the last one are not asked, but right before
    the first may stand paragraphs with a longer one.
    """
    rows = [(n, line) for n, line in enumerate(lines, 1) if _is_text(bare(line))]
    found = [n for n, line in rows if _has_label(line)]
    named = any(says_what_it_is(words) for _, words in head_of(lines))
    if len(found) < (FEWEST if named else FEWEST_LABELS):
        return []
    between = [n for n, _ in rows if found[0] <= n <= found[-1]]
    if len(found) < MOST_LABELS * len(between):
        return []
    before = takewhile(lambda row: LONGER_LABEL.match(row[1]), reversed([row for row in rows if row[0] < found[0]]))
    return [*reversed([n for n, _ in before]), *found, *_behind(found, lines)]


def _behind(found: list[int], lines: tuple[str, ...]) -> list[int]:
    """Return the line below the last entry where it has more lines than any before it: "Kind regards", "Layout"."""
    ends = [*found[1:], len(lines) + 1]
    filled = [[n for n in range(a, b) if not is_furniture(lines[n - 1])] for a, b in zip(found, ends, strict=True)]
    longest = max(map(len, filled[:-1]), default=1)
    return filled[-1][longest : longest + 1]


def _has_label(line: str) -> bool:
    label = SET_OFF.match(line)
    return label is not None and len(label[1].split()) <= (LONGEST_SENTENCE if label[2] == "." else LONGEST_LABEL)


def _country(words: str) -> str:
    hits = vocabulary.terms().find(words, "country")
    return hits[0].code if len(hits) == 1 and (hits[0].start, hits[0].end) == (0, len(words)) else ""


def alike(lines: tuple[str, ...]) -> list[int]:
    """Return the lines of headings written alike: "Activity: ..." in a list of such, "Output 1.2", "4.3"; or []."""
    rows = [(n, bare(line)) for n, line in enumerate(lines, 1) if line.strip()]
    keys = [(n, key[1]) for n, words in rows if (key := KEY.match(words))]
    if len(keys) >= MOST_KEYS * len(rows):
        first = [n for n, key in keys if key == keys[0][1]]
        return first if len(first) >= FEWEST else []
    told = {n: match[1] for n, words in rows if _is_text(words) and (match := NUMBERED.match(words)) and match[1]}
    if len(told) >= FEWEST and len(set(told.values())) == 1:
        return list(told)
    heads = [n for (n, words), (_, below) in zip(rows, rows[1:], strict=False) if _is_head(words) and _is_text(below)]
    for pattern in (NUMBERED, SENDER):
        found = {n: match[1] for n, words in rows if n in heads and (match := pattern.match(words))}
        if len(found) >= FEWEST and len(set(found.values())) == 1:
            return list(found)
    return []


def dated_blocks(blocks: list[list[tuple[int, str]]], dated: dict[int, Heading]) -> list[int]:
    """Return the lines of the blocks that begin with a date and go on with running text; [] for fewer than two."""
    headed = [b for b in blocks if b[0][0] in dated and dated[b[0][0]].alone and any(_is_text(w) for _, w in b[1:])]
    return [block[0][0] for block in headed] if len(headed) >= FEWEST else []


def dated_titles(lines: tuple[str, ...]) -> list[int]:
    """Return the lines that are titles of meetings with their day in them or below; [] for fewer than two.

    "Seminar on wells (Lima, 3-4 May 2011)" heads what follows, on a page that lists such; or such lines are most of it.
    The day may stand below in brackets, or with nothing but a place. Its year may be that of a line above all.
    """
    rows = [(n, bare(line)) for n, line in enumerate(lines, 1) if not is_furniture(line)]
    found: dict[int, str] = {}
    when = set()
    year = any(map(YEAR.search, (words for _, words in rows[:HEAD_LINES])))
    for (number, words), (below_number, below) in zip(rows, [*rows[1:], (0, "")], strict=True):
        set_below = below.startswith("(") or _only_when(below)
        dated = f"{words} {below}" if set_below else words
        if is_title(words) and _names_event(words) and any(_is_day(e, year) for e in expressions(dated)):
            found.setdefault(number, words)
            when |= {below_number} if set_below else set()
    texts = sum(1 for n, words in rows if n not in found and _is_text(words))
    listed = texts or len(found) >= MOST_LABELS * (len(rows) - len(when))
    return list(found) if len(set(found.values())) >= FEWEST and listed else []


def _is_day(expression: Expression, year_above: bool) -> bool:
    return bool(expression.first.day and (expression.first.year or year_above))


def _only_when(words: str) -> bool:
    """Say whether a line is no more than a place and a day: "Suva, Fiji, 5-7 May 2018"."""
    return len(words) <= LONGEST_WHEN and not _is_text(words) and any(e.first.day for e in expressions(words))


def _names_event(words: str) -> bool:
    return any(h.code for h in vocabulary.terms().find(words, "event"))


def entries(lines: tuple[str, ...]) -> list[int]:
    """Return the lines on which the entries of a bulletin or report begin: their titles, else their paragraphs."""
    named, body = _named_and_body(lines)
    titles = _titles(body)
    capitals = [n for n, words in body if n in titles and words.isupper()]
    if len(capitals) >= FEWEST_CAPITALS:
        return capitals
    if not named or not body:
        return []
    if titles:
        return titles if len(titles) >= FEWEST and titles[0] == body[0][0] else []
    texts = [n for n, words in body if _is_text(words)]
    return texts if len(texts) >= FEWEST and texts[0] == body[0][0] else []


def titled(lines: tuple[str, ...]) -> list[int]:
    """Return the titles in a bulletin where most texts have one, whatever stands above the first: a menu, a greeting.

    Those of a report head its chapters, not single things that were done.
    """
    named, body = _named_and_body(lines)
    if not named or is_report(lines):
        return []
    titles = _titles(body)
    texts = sum(1 for n, words in body if titles and n > titles[0] and _is_text(words))
    return titles if len(titles) >= FEWEST_TITLES and len(titles) >= MOST_TITLED * texts else []


def _named_and_body(lines: tuple[str, ...]) -> tuple[list[int], list[tuple[int, str]]]:
    """Return the lines at the head that say what a document is, and the rows below them."""
    rows = [(n, bare(line)) for n, line in enumerate(lines, 1) if not is_furniture(line)]
    named = [n for n, words in head_of(lines) if says_what_it_is(words)]
    return named, [(n, words) for n, words in rows if n > max(named, default=0)]


def _titles(body: list[tuple[int, str]]) -> list[int]:
    return [n for (n, words), (_, below) in zip(body, body[1:], strict=False) if _is_head(words) and _is_text(below)]


def _is_head(words: str) -> bool:
    return len(words) <= LONGEST_TITLE and is_title(words)


def _is_text(words: str) -> bool:
    if is_row(words):
        return True
    return len(words) >= SHORTEST_TEXT and bool(ENDS_SENTENCE.search(words))
