"""A line of a document -> what it looks like: title, body, link to more, or nothing but furniture."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "terms" / "link_line.csv"
LONGEST_TITLE = 180  # characters; longer lines are running text even without a full stop
HERE = (" here", " here.", " click here.", " cliquez ici.", " aquí.", " aqui.", " здесь.")
LONGEST_LINK = 160  # a longer line that begins with "Visit" or "Download" tells something of its own
MARKUP = re.compile(r"^\s*(?:#{1,6}\s+|[•·▪◦●■►]\s*|[*-]\s+|>\s+)|\*\*|__|</?u>|<br\s*/?>")
ENDS_SENTENCE = re.compile(r"[.!?؟…:;][\"”’»')\]*_\s]*$")
ADDRESS = re.compile(r"^\W*v?(?:https?://|www\.)\S+\W*$", re.I)
RULE = re.compile(r"^[\s_=*\-–—|·•.]+$")
MENU = re.compile(
    r"^[^|.]{1,40}(?:\s\|\s[^|.]{1,40}){2,}\|?$|^[^|.]{1,60}\|\s*$|^\s*skip (?:links|to (?:main )?content)\s*$"
    r"|^[^>›»«.]{1,40}(?:\s+[>›»]\s+[^>›»«.]{1,60})+$",  # the way to the page: Home > News > Iraq
    re.I,
)
BUTTON = re.compile(
    r"^\W*(?:share(?: this(?: page| article| story)?)?|print|tweet|e-?mail|facebook|twitter|linkedin|whatsapp|"
    r"back to \w+|related (?:news|stories|articles|content)|latest news|partager|imprimer|compartir|imprimir|"
    r"compartilhar|поделиться|печать|مشاركة|طباعة)\W*$",
    re.I,
)
HEAD = re.compile(r"^\s*#{1,6}\s+\S")
BULLET = re.compile(r"^\s*(?:[•·▪◦●■►]|[*-]\s)")


@cache
def _link_starts(meaning: str) -> tuple[str, ...]:
    with TABLE.open(encoding="utf-8", newline="") as rows:
        return tuple(row["term"] for row in csv.DictReader(rows) if row["meaning"] == meaning)


def bare(line: str) -> str:
    """Return `line` without markup, bullets and the white space around it."""
    return MARKUP.sub("", line).strip()


def is_furniture(line: str) -> bool:
    """Say whether `line` holds no words of the text: blank, a rule, a bare address, a menu."""
    return not line.strip() or any(f.match(line) for f in (RULE, ADDRESS, MENU, BUTTON))


def is_end(line: str) -> bool:
    """Say whether `line` is the link that ends an item ("Read more here.")."""
    low = bare(line).lower()
    if len(low) > LONGEST_LINK:
        return False
    return low.startswith(_link_starts("end")) or low.endswith(HERE)


def is_link(line: str) -> bool:
    """Say whether `line` only leads elsewhere ("Download the report", "Read more here.")."""
    low = bare(line).lower()
    return len(low) <= LONGEST_LINK and (
        low.startswith(_link_starts("link") + _link_starts("end")) or low.endswith(HERE)
    )


def is_title(line: str) -> bool:
    """Say whether `line` looks like a title: short, no full stop at its end, not begun in mid-sentence."""
    words = bare(line)
    if not words or len(words) > LONGEST_TITLE or is_link(line) or is_furniture(line):
        return False
    first = next((c for c in words if c.isalpha()), "")
    if words[0] == "(" or (first.islower() and not words[0].isdigit()):
        return False
    return bool(HEAD.match(line)) or not ENDS_SENTENCE.search(words)
