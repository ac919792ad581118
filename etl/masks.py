"""A text -> the same without the addresses and numbers of people."""

from __future__ import annotations

import re

E_MAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(
    r"(?<![\w.])(?:\(?\+\d{1,3}|(?:(?:tel|phone|fax|mobile|cell|tél|teléfono|telefone|тел|телефон|факс|هاتف)\.?\s?:?\s*)\(?\d)"
    r"[\d ().\-–/]{5,20}\d",
    re.I,
)


def masked(text: str) -> str:
    """Return `text` with e-mail addresses and telephone numbers taken out; no line is added or lost."""
    if "@" in text:
        text = E_MAIL.sub("[e-mail]", text)
    return TELEPHONE.sub("[telephone]", text)
