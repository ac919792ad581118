"""A line -> the date heading that it is or begins with, if any."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from etl import vocabulary
from etl.dates.month_names import masked, may_begin
from etl.dates.written import MONTH, Expression, expressions, month_is_first
from etl.lines import ENDS_SENTENCE, bare, is_link, is_title
from etl.terms import Hit
from etl.text import FIGURE

DIGIT = re.compile(FIGURE)
MARKS = re.compile(r"\s*(?:[•·▪◦●■►*\-–—>|]+\s*|#{1,6}\s+|\*\*|__|\d{1,3}[.)]\s+(?=\d))*\s*")
LABEL = re.compile(
    r"(?:(?:publishing|publication|release|issue) date|date (?:of publication|published|posted)|mise? en ligne|paru|"
    r"date de (?:publication|parution)|fecha de publicación|data de publicação|дата публикации|تاريخ النشر|"
    r"data di pubblicazione|posted|published|released|date|updated|created|added|publiée?|publicad[oa]|data|fecha|"
    r"опубликован[оа]?|размещено|дата|نُ?شر(?: في| بتاريخ)?|التاريخ|veröffentlicht|erschienen|datum|pubblicato)"
    r"(?:\s+(?:on|le|el|em|on the|am|il))?\s*:?\s*"
    r"|(?:news|news release|press release|web story|feature|noticias?|notícias?|actualités?|новости|пресс-релиз|"
    r"communiqué(?: de presse)?|comunicado(?: de (?:prensa|imprensa))?|nota de (?:prensa|imprensa)|pressemitteilung|"
    r"comunicato stampa|أخبار|خبر|بيان صحفي)\s*[|:–—-]\s*"
    r"|(?-i:[A-Z][A-Z/]{1,9})\s+[-–|]\s+"  # the sender: OSCE - Wed, 09/27/2023
    r"|(?-i:[A-Z]{3,}(?:[ -][A-Z]{3,})?),?\s+(?=\d{1,2}\s+[^\W\d]{3})",  # the place of a dateline: KABUL 3 May
    re.I,
)
TAIL = re.compile(r"[\s.,:;|*_)\]–—-]*")
LEAD = re.compile(r"(?:le|el|em|du|del|de|from|the|da|с|من)\s+", re.I)
TIME = re.compile(
    r"[\s,|–-]*(?:at\s+)?\d{1,2}[:h.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|CET))?|\s*(?:г\.?|года)(?!\w)", re.I
)
SETS_OFF = re.compile(r"\s*(?:[:|]|[–—]\s|-\s)")  # between a day and a title that may begin with a small letter
WORD = re.compile(r"\w+")
WORDS = re.compile(r"[^\W_\ue000-\uf8ff]")  # letters and figures, but for names of weekdays once masked
SAME_LINE_SHARE = 0.3  # from here on, dates with a title on the same line are the document's way of heading an item
HEAD = 120  # characters in which its date stands
MANNER = 0.5  # share of such lines from which on a day with a place is the document's way of heading an item
LONGEST_PLACE, NEAR = 3, 4  # words of a place, lines that a title stands at most above its date
LONGEST_TOWN = 45  # characters of the name of a town with its State
FEWEST_WORDS = 3  # of a title that stands twice
ALIKE = 0.6  # share of the words of a title, said again, that are the same
LONGEST_LINE = 6000  # a title with its whole text may stand on the line of the date; no paragraph is longer


@dataclass(frozen=True, slots=True)
class Heading:
    """A date at the head of a line: `written` as it stands, `title` what follows it on the same line, or "".

    `place` is what follows it where the title stands above: "5-6 May 2019 Lima".
    """

    written: str
    expression: Expression
    title: str
    place: str = ""

    @property
    def alone(self) -> bool:
        """Whether nothing else stands on the line."""
        return not self.title


def heading(line: str, month_first: bool = False) -> Heading | None:
    """Return the date heading with which `line` begins, or None.

    A heading says a day, or stands alone on its line; what follows it begins like a title, not like the rest of a
    sentence (`25 March marks the day ...` is no heading).
    """
    if len(line) > LONGEST_LINE or not DIGIT.search(line, 0, 60):
        return None
    start = MARKS.match(line)
    rest = line[start.end() if start else 0 :].rstrip()
    label = LABEL.match(rest)
    rest = rest[label.end() :] if label else rest
    lead = LEAD.match(rest)
    offset = lead.end() if lead else 0
    if not _begins_dated(rest[:HEAD], offset):
        return None
    found = expressions(rest[:HEAD], month_first)
    first = next((e for e in found if e.first.month), None)
    if not first or first.start > offset + 12 or not _only_weekday(rest[offset : first.start]):
        return None
    tail = rest[first.end :]
    time = TIME.match(tail)
    tail = tail[time.end() :] if time else tail
    separator = TAIL.match(tail)
    title = tail[separator.end() if separator else 0 :]
    if not title:
        return Heading(rest[: first.end].strip(" *_"), first, "") if first.first.day or len(rest) < 40 else None
    if lead or not first.first.day or not _begins_title(tail, title):
        return None
    return Heading(rest[: first.end].strip(" *_"), first, title.strip(" *_"))


def _begins_dated(head: str, offset: int) -> bool:
    """Say whether the first word is a figure, a weekday or a month: most lines with a day further on are not so."""
    first = WORDS.search(head, offset)
    if first and not first.group().isdigit() and not may_begin(head, first.start()):
        return False
    marked = masked(head)
    word = WORDS.search(marked, offset)
    return word is None or word.group().isdigit() or MONTH.search(marked, offset, word.start()) is not None


def _only_weekday(before: str) -> bool:
    return not WORDS.search(masked(before))


def _begins_title(tail: str, title: str) -> bool:
    """Say whether what follows a date on its line is a title: a capital, a quote, or set off by a dash or colon."""
    if tail[:1].isalpha():
        return False
    return not title[0].islower() or SETS_OFF.match(tail) is not None


@lru_cache(maxsize=1)  # reading, choosing the shape and splitting all ask for those of the same document
def headings(lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the date headings of a document by 1-based line number.

    A date without a year that shares its line with a title counts only where that is how the document heads its items.
    """
    month_first = month_is_first("\n".join(line for line in lines if "/" in line[:40]))
    written = {n: h for n, line in enumerate(lines, 1) if (h := heading(line, month_first))}
    found = _once(_with_places(_without_sections(_above_titles(written, lines)), lines), lines)
    beside = sum(1 for h in found.values() if not h.alone)
    if beside >= max(2, SAME_LINE_SHARE * len(found)):
        return found
    return {n: h for n, h in found.items() if h.alone or h.expression.first.year}


def _once(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Leave out a day that is said again for the same entry.

    Only its title, said again too, stands between; or its title stands beside both, as where an archive puts day and
    title before a page that has them.
    """
    kept: dict[int, Heading] = {}
    last = 0
    for number, day in found.items():
        again = last and kept[last].alone and _same_day(kept[last].expression, day.expression)
        if not (again and (_is_told_again(lines, last, number, found) or _is_head_again(lines, last, number))):
            kept[number], last = day, number
    return kept


def _is_head_again(lines: tuple[str, ...], first: int, number: int) -> bool:
    """Say whether a title beside the first of two days stands right below the second too."""
    beside = {_words(line) for line in lines[max(0, first - 1 - NEAR) : number - 1] if not is_link(line)}
    below = [words for line in lines[number:] if (words := _words(line))][:NEAR]
    return any(len(words) >= FEWEST_WORDS and words in beside for words in below)


def _is_told_again(lines: tuple[str, ...], first: int, number: int, found: dict[int, Heading]) -> bool:
    """Say whether all lines between two days, but for days, say what stands above the first."""
    above = [_words(line) for line in lines[max(0, first - 1 - NEAR) : first - 1]]
    between = [_words(lines[n - 1]) for n in range(first + 1, number) if n not in found]
    return all(_said_before(words, above) for words in between if words)


def _words(line: str) -> frozenset[str]:
    return frozenset(WORD.findall(line.casefold()))


def _said_before(words: frozenset[str], above: list[frozenset[str]]) -> bool:
    return any(len(words & before) >= ALIKE * len(words) for before in above)


def _same_day(one: Expression, other: Expression) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _without_sections(found: dict[int, Heading]) -> dict[int, Heading]:
    """Return the headings, without the sections of the news, some of which repeat: "18 May 2019 Education"."""
    beside = Counter(h.title for h in found.values() if h.title and len(h.title.split()) <= LONGEST_PLACE)
    if not beside or max(beside.values()) == 1:
        return found
    return {n: replace(h, title="") if h.title in beside else h for n, h in found.items()}


def _above_titles(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the headings, those of a day and a town above the title of what was there ("3 May 2019, Lima") as such."""
    placed = [n for n, h in found.items() if h.title and _is_town(h.title)]
    below = {n: next((m for m, line in enumerate(lines[n : n + NEAR], n + 1) if line.strip()), n) for n in placed}
    titled = [n for n in placed if below[n] not in found and is_title(lines[below[n] - 1])]
    return found | {n: replace(found[n], title="", place=found[n].title) for n in titled}


def _is_town(words: str) -> bool:
    """Say whether words are the name of a town or State, or of both: "Lima", "Lima, Peru"."""
    if len(words) > LONGEST_TOWN:
        return False
    parts = [part.strip() for part in words.split(",")]
    return all(any(h.end - h.start == len(part) for h in _towns(part)) for part in parts)


def _towns(words: str) -> list[Hit]:
    return [*vocabulary.terms().find(words, "city"), *vocabulary.terms().find(words, "country")]


def _with_places(found: dict[int, Heading], lines: tuple[str, ...]) -> dict[int, Heading]:
    """Return the headings, those that go on with a place below their title ("5-6 May 2019 Lima") as such."""
    beside = [n for n, h in found.items() if not h.alone]
    placed = [n for n in beside if _is_place(found[n].title) and _below_a_title(n, found, lines)]
    if len(placed) < max(1, MANNER * len(beside)):
        return found
    return found | {n: replace(found[n], title="", place=found[n].title) for n in placed}


def _is_place(words: str) -> bool:
    """Say whether words are short enough for the name of a place and name no activity."""
    if len(words.split()) > LONGEST_PLACE or any(map(str.isdigit, words)) or ENDS_SENTENCE.search(words):
        return False
    return not any(h.code for h in vocabulary.terms().find(words, "event"))


def _below_a_title(number: int, found: dict[int, Heading], lines: tuple[str, ...]) -> bool:
    above = next((n for n in range(number - 1, max(0, number - NEAR), -1) if lines[n - 1].strip()), 0)
    title = bare(lines[above - 1]) if above and above not in found else ""
    return is_title(title) and len(title.split()) > LONGEST_PLACE
