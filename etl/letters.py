"""A line -> its letters as most texts write them: each in one piece, Arabic without the signs for vowels; its words."""

from __future__ import annotations

import re
import unicodedata

VOWELS = re.compile("[\u0640\u064b-\u0652\u0670]")  # short vowels, doubling, and the stroke that only lengthens a word
# A figure and the word that it counts without a space; and two words in one, for the letter ta marbuta only ends words.
GLUED = re.compile("[0-9\u0660-\u0669](?=[\u0621-\u064a]{2})|\u0629(?=[\u0621-\u064a])")
SIGNS = re.compile("[ء-ٰ]")  # one of these stands in both
FORMS = (("أ", "ا"), ("إ", "ا"), ("آ", "ا"))  # the letter alef, with or without the signs that many texts leave out
YO = ("ё", "е")  # most Russian texts write it without its dots
LAST_YA = ("ى", "ي")  # the last letter of "Egyptian", as texts of Egypt and the Sudan write it without its dots

WORD = re.compile(r"[^\W\d_]+")
NO_LETTERS = {n: " " for n in range(128) if not chr(n).islower()}  # of ASCII, in a text in small letters


def plain(line: str) -> str:
    """Return `line` composed (NFC), without Arabic vowel signs, figures and Arabic words parted by spaces.

    A line in ASCII stays as it is.
    """
    if line.isascii():
        return line
    whole = line if unicodedata.is_normalized("NFC", line) else unicodedata.normalize("NFC", line)
    return GLUED.sub(r"\g<0> ", VOWELS.sub("", whole)) if SIGNS.search(whole) else whole


def one_alef(text: str) -> str:
    """Return `text`, of the same length, with all forms of Arabic alef and ya, and of Russian ye, as the plain one."""
    for form, letter in (*FORMS, LAST_YA, YO):
        text = text.replace(form, letter)
    return text


def words_of(low: str) -> list[str]:
    """Return the words of a text in small letters, without figures; in ASCII by a table, in a quarter of the time."""
    return low.translate(NO_LETTERS).split() if low.isascii() else WORD.findall(low)
