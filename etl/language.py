"""A text -> its language, by script, frequent words and telling letters."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

from etl.letters import words_of
from etl.terms import lowered

TABLE = Path(__file__).parents[1] / "data" / "vocabulary" / "stop_words.csv"
SCRIPTS = {
    "ru": re.compile("[а-яё]", re.I),
    "ar": re.compile("[\u0621-\u064a]"),
    "el": re.compile("[α-ω]", re.I),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
MARKS = {
    "es": ("ñ", "¿", "¡", "ción", "dades "),
    "pt": ("ã", "õ", "ção", "ções", "dade "),
    "fr": ("è", "ê", "œ", "ç", "ù", "ité ", "d’", "l’"),
    "de": ("ß", "ä", "ü", "ung "),
    "it": ("ì", "ò", "zione"),
}
MARK_WEIGHT = 1.0  # letters that one language alone has count as much as one of its words
LONGEST = 1500  # characters looked at; more changes nothing
ENOUGH = 1.0  # with a lower count a text is too short to say more than its document does
FEW = 0.25  # share of characters that are not ASCII, next to the letters, below which no other script is half of them
AHEAD = 1.5  # by how much another language must be ahead of that of the document


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Return word -> the languages that share it."""
    owners: dict[str, tuple[str, ...]] = {}
    with TABLE.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for word in lowered(row["words"]).split():
                owners[word] = (*owners.get(word, ()), row["language"])
    return owners


def language_of(text: str, otherwise: str = "en") -> str:
    """Return the ISO 639-1 code of the language of `text`; `otherwise` where the text is too short to tell."""
    head = text[:LONGEST]
    found = words_of(lowered(head))
    foreign = 0 if head.isascii() else len(head) - len(head.encode("ascii", "ignore"))
    if foreign and foreign > FEW * sum(map(len, found)):
        letters = sum(map(str.isalpha, head)) or 1
        for language, script in SCRIPTS.items():
            if len(script.findall(head)) > letters / 2:
                return language
    scores: dict[str, float] = {}
    for languages, words in Counter(filter(None, map(_owners().get, found))).items():
        for language in languages:  # a word shared by n languages weighs 1/n in each
            scores[language] = scores.get(language, 0) + words / len(languages)
    if foreign:
        for language, marks in MARKS.items():
            scores[language] = scores.get(language, 0) + MARK_WEIGHT * sum(map(head.count, marks))
    best = max(scores, key=lambda name: scores[name], default=otherwise)
    ahead = scores.get(best, 0) >= max(ENOUGH, AHEAD * scores.get(otherwise, 0))
    return best if ahead else otherwise
