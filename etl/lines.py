"""A line of a document -> what it looks like: title, body, link to more, or nothing but furniture."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from pathlib import Path

from etl.small_words import spelt

TABLE = Path(__file__).parents[1] / "data" / "terms" / "link_line.csv"
LONGEST_TITLE = 180  # characters; longer lines are running text even without a full stop
HERE = (" here", " here.", " click here.", " cliquez ici.", " aquí.", " aqui.", " здесь.")
LONGEST_LINK = 160  # a longer line that begins with "Visit" or "Download" tells something of its own
LONGEST_TAIL, LONGEST_BUTTON = 160, 40  # a longer line tells something of its own; a single word needs to be alone
# Signs that begin a point; so do pictures (✓, ➢, 📌), which are no letters of any word.
SIGNS = "•·▪◦●■►\u25a0-\u27bf\U0001f300-\U0001faff"
MARKUP = re.compile(
    rf"^\s*(?:#{{1,6}}\s+|[{SIGNS}]\ufe0f?\s*|[*+>–—-]\s+)|\*\*|__|</?u>|<br\s*/?>"
    r"|(?<![\w_*])[_*](?=\w)|(?<=[^\s_*])[_*](?![\w_*])"  # "_88 people_", "*first*"
    r"|!?\[(?=[^\]\[]+\]\((?:https?:|[/#.]))|(?<=\S)\]\((?:https?:|[/#.])[^)]*\)"  # "[the course](https://...)"
)
ENDS_SENTENCE = re.compile(r"(?<!\d\sг)[.!?؟…:;][\"”’»')\]*_\s]*$")  # no sentence ends in "2016 г."
BREAKS_OFF = re.compile(r"(?:…|\.\.\.|\[…\])\s*[\[(]?([^\W\d][^.…]{3,30})$")
ADDRESS = re.compile(r"^\W*v?(?:https?://|www\.)\S+\W*$", re.I)
MAY_BE_MARKED = ("*", "_", "<", "](")  # without these only the first letter of a line can be markup
MARKS = frozenset("#•·▪◦●■►*->+–—")
FIRST_PICTURE = "\u25a0"
RULE = re.compile(r"^[\s_=*\-–—|·•.]+$")
MENU_MARKS = ("|", ">", "›", "»", "→", " / ")
SKIP = "skip "
MENU = re.compile(
    r"^[^|.]{1,40}(?:\s\|\s[^|.]{1,40}){2,}\|?$|^[^|.]{1,60}\|\s*$|^\s*skip (?:links|to (?:main )?content)\s*$"
    r"|^[^>›»→«.]{1,40}(?:\s+[>›»→]\s+[^>›»→«.]{1,60})+$"  # the way to the page: Home > News > Iraq
    rf"|^\W*(?:{spelt('home page')})(?:\s/\s[^/.]{{1,60}})+$",
    re.I,
)
BUTTON = re.compile(
    rf"^\W*\d{{1,2}}\.\s+(?:{spelt('section of news')})\W*$"
    rf"|^\W*(?:{spelt('button')})(?:\s(?:n[.º°o]*\s?)?[A-Z]{{0,4}}[-/ ]?\d[\w/.-]*)?\W*$",
    re.I,
)
LONGEST_BUTTON = 80  # characters; a longer line says more
FEWEST_BARS, SHORTEST_ROW = 2, 60  # bars and characters of a table's row
LABELLED = re.compile(  # what a content system writes beside a text; the text itself is no title either
    rf"(?:{spelt('label beside a text')})\s?:", re.I
)
HEAD = re.compile(r"^\s*#{1,6}\s+\S")
BULLET = re.compile(rf"^\s*(?:[{SIGNS}]|[*+>–—-]\s)")
NUMBERED_POINT = re.compile(r"^\s*(?:\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})\)|\d{1,2}[.:])\s+\S")
KEPT = 1 << 12  # lines whose looks are kept: reading, choosing the shape and splitting ask for those of one document


@cache
def _link_starts(meaning: str) -> tuple[str, ...]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return tuple(row["term"] for row in csv.DictReader(rows) if row["meaning"] == meaning)


@lru_cache(KEPT)
def bare(line: str) -> str:
    """Return `line` without markup, bullets and the white space around it."""
    words = line.strip()
    marked = words[:1] in MARKS or words[:1] >= FIRST_PICTURE or any(mark in words for mark in MAY_BE_MARKED)
    return MARKUP.sub("", line).strip() if marked else words


@lru_cache(KEPT)
def is_furniture(line: str) -> bool:
    """Say whether `line` holds no words of the text: blank, a rule, a bare address, a menu."""
    words = line.strip()
    if not words or RULE.match(line) or ADDRESS.match(line):
        return True
    if len(words) <= LONGEST_BUTTON and BUTTON.match(line):
        return True
    may_be_menu = any(mark in line for mark in MENU_MARKS) or words[: len(SKIP)].lower() == SKIP
    return may_be_menu and MENU.match(line) is not None and not is_row(line)


def is_row(line: str) -> bool:
    """Say whether bars part a line that has figures, as in a table without headings; a menu has none."""
    return line.count("|") >= FEWEST_BARS and len(line) >= SHORTEST_ROW and any(c.isdigit() for c in line)


@lru_cache(KEPT)
def _short(line: str) -> str:
    """Return the words of a line that may be a link, in small letters, parted by single spaces; "" for a longer one."""
    low = " ".join(bare(line).lower().split())
    return low if len(low) <= LONGEST_LINK else ""


@lru_cache(KEPT)
def is_end(line: str) -> bool:
    """Say whether `line` is the link that ends an item ("Read more here.", "Previous   Next")."""
    low = _short(line)
    return _begins(low, "end") or low.endswith(HERE)


@lru_cache(KEPT)
def lead_on(line: str) -> bool:
    """Say whether the text of `line` breaks off with dots and a link to the rest: "for judges … Continue reading"."""
    broken = BREAKS_OFF.search(line)
    return broken is not None and broken[1].lower().startswith(_link_starts("end"))


def is_tail(line: str) -> bool:
    """Say whether `line` ends the text of its page: other news, words about the site ("Related news", "Follow us")."""
    words = bare(line)
    low = words.lower() if len(words) <= LONGEST_TAIL else ""
    if not low.startswith(_link_starts("tail")):
        return False
    found = next(word for word in _link_starts("tail") if low.startswith(word))
    longest = LONGEST_BUTTON if found.isalpha() else LONGEST_TAIL
    return len(low) <= longest and not low[len(found) : len(found) + 1].isalpha()


@lru_cache(KEPT)
def is_link(line: str) -> bool:
    """Say whether `line` only leads elsewhere ("Download the report", "Read more here.")."""
    return is_end(line) or _begins(_short(line), "link")


def _begins(low: str, meaning: str) -> bool:
    """Say whether such words begin a line, as words of their own: "Visita de estudio" does not begin with "visit"."""
    starts = _link_starts(meaning)
    return low.startswith(starts) and any(low.startswith(w) and not low[len(w) : len(w) + 1].isalpha() for w in starts)


@lru_cache(KEPT)
def is_title(line: str) -> bool:
    """Say whether `line` looks like a title: short, no full stop at its end, not begun in mid-sentence."""
    words = bare(line)
    if not words or len(words) > LONGEST_TITLE or is_link(line) or is_furniture(line):
        return False
    first = next((c for c in words if c.isalpha()), "")
    if words[0] == "(" or LABELLED.match(words) or (first.islower() and not words[0].isdigit()):
        return False
    if words[-1] == ")" and "(" not in words:
        return False  # it ends what the line above has opened
    return bool(HEAD.match(line)) or not ENDS_SENTENCE.search(words)


def is_in_bracket(line: str, below: str) -> bool:
    """Say whether a line ends inside a bracket that the one below closes: "(Funding:", "Norway)"."""
    return line.rfind("(") > line.rfind(")") and below.find(")") >= 0 and "(" not in below[: below.find(")")]
