"""A line -> its letters as most texts write them: each in one piece, Arabic without the small signs for vowels."""

from __future__ import annotations

import re
import unicodedata

VOWELS = re.compile("[\u0640\u064b-\u0652\u0670]")  # short vowels, doubling, and the stroke that only lengthens a word
FORMS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"))  # the letter alef, with or without the signs that many texts leave out


def plain(line: str) -> str:
    """Return `line` composed (NFC) and without Arabic vowel signs; a line in ASCII stays as it is."""
    if line.isascii():
        return line
    whole = line if unicodedata.is_normalized("NFC", line) else unicodedata.normalize("NFC", line)
    return VOWELS.sub("", whole) if VOWELS.search(whole) else whole


def one_alef(text: str) -> str:
    """Return `text`, of the same length, with all forms of the Arabic letter alef written as the plain one."""
    for form, letter in FORMS:
        text = text.replace(form, letter)
    return text
