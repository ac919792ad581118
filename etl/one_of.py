"""Words before activities in the plural -> whether only one of them is meant: "the fourth in a series of meetings"."""

from __future__ import annotations

import re

ONE_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|last|final|one|une?|premi[eè]re?|deuxième|dernière?|primer[ao]?|"
    r"segund[ao]|últim[ao]|primeir[ao]|uma?|un[ao]|перв\w+|втор\w+|последн\w+|один|одна)\s+(?:of|in|de|des|d'une|dos|das|из)\s[^.,;]{0,40}$",
    re.I,
)


def is_one_of(text: str, start: int, end: int) -> bool:
    """Say whether `text[start:end]`, which a word for activities follows, ends as "the first of its four"."""
    return ONE_OF.search(text, start, end) is not None
