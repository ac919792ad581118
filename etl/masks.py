"""A line -> the same in plain letters, without the addresses and numbers of people."""

from __future__ import annotations

import re

from etl.letters import plain
from etl.text import FIGURE

E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![\w.])(?:\(?\+\d{1,3}|(?:(?:tel|phone|fax|mobile|cell|tél|teléfono|telefone|тел|телефон|факс|هاتف)\.?\s?:?\s*)\(?\d)"
    r"[\d ().\-–/]{5,20}\d",
    re.I,
)
FIGURES = re.compile(rf"{FIGURE}[\d ().\-–/]{{5,}}\d")  # in every telephone number; far quicker to find


def masked(line: str) -> str:
    """Return `line` in plain letters, with e-mail addresses and telephone numbers taken out."""
    line = plain(line)
    if "@" in line:
        line = E_MAIL.sub("[e-mail]", line)
    return TELEPHONE.sub("[telephone]", line) if FIGURES.search(line) else line
