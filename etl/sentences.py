"""A text -> the spans of its sentences, in any language, abbreviations left whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

SHORT = (
    "mr mrs ms dr prof sr sra st ste gen col lt capt sgt hon rev jr art arts no nos vol ed eds pp par para paras fig "
    "al vs cf approx dept min max tel ext sec ch resp incl m mm mme mlle mgr núm num pág dra ud uds lic ing exmo exma "
    "г гг им ул стр ст т тыс млн млрд см рис д-р г-н г-жа jan feb mar apr jun jul aug sep sept oct nov dec"
)
FIRST = "The This These In It During At A An On From To As Among He She They"
GERMAN_MONTHS = "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember"
ABBREVIATIONS = frozenset(SHORT.split())
LONGER = max(map(len, ABBREVIATIONS)) + 1  # so many letters before a full stop are no abbreviation
AFTER_ORDINALS = frozenset(GERMAN_MONTHS.split())  # "20. April"
OPENERS = frozenset(FIRST.split())  # what follows the full stop of an acronym only where it also ends the sentence
WEB = "www"
STOPS = (".", "!", "?", ":", ";", ",", "؟", "…")  # a title ends with none of them
# It begins with one set of letters, so that the engine can skip to the next of them.
MARK = re.compile(r"[\n.!?؟…۔](?:(?<=\n)\n*|(?<!\n)[.!?؟…۔]*[\"”’»')\]]*)")
WORD_BORDER = re.compile(r"[\s(\[\"“«'’/]")
LOOK_BACK = 24  # characters before a mark in which its word is looked for
LETTERED = re.compile(r"\s+\([a-z]{1,3}\)\s")  # a part of a paragraph: "(b) On 2 October", "(iii)"
AFTER = re.compile(r"\s*[\"“«'‘(\[•–—-]*\s*(\w+)?")
KEPT = 16  # texts whose sentences are kept: six finders ask for those of the same passage


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of `text`, in order, without the white space around them.

    A newline always ends a sentence; so does a full stop with the next word glued to it (`was held.The`).
    """
    return list(_sentences(text))


def holding(spans: Sequence[tuple[int, int]], marks: Iterable[int]) -> list[tuple[int, int]]:
    """Return those of the spans of sentences, in their order, in which one of the marks stands."""
    starts = [start for start, _ in spans]
    held = {n for mark in marks if (n := bisect_right(starts, mark) - 1) >= 0 and mark < spans[n][1]}
    return [spans[n] for n in sorted(held)]


@lru_cache(maxsize=KEPT)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = 0
    for mark in MARK.finditer(text):
        if mark.end() <= start or not _ends(text, mark):
            continue
        _add(spans, text, start, mark.end())
        start = mark.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends(text: str, mark: re.Match[str]) -> bool:
    if mark.group().startswith("\n"):
        return True
    after = AFTER.match(text, mark.end())
    following = (after and after[1]) or ""
    if mark.end() < len(text) and not text[mark.end()].isspace():
        word = _word_before(text, mark.start())
        glued = len(word) > 2 and word[-1].islower() and following[1:2].islower()
        return glued and following[:1].isupper() and "." not in word and word.lower() != WEB
    if following[:1].islower():
        return LETTERED.match(text, mark.end()) is not None
    before = text[max(0, mark.start() - LONGER) : mark.start()]
    if mark.group()[0] != "." or (len(before) == LONGER and before.isalpha()):
        return True
    return not _abbreviated(_word_before(text, mark.start()), following)


def _word_before(text: str, end: int) -> str:
    return WORD_BORDER.split(text[max(0, end - LOOK_BACK) : end])[-1]


def _abbreviated(word: str, following: str) -> bool:
    """Say whether the full stop after `word` belongs to it: a title, an initial, an acronym in full stops, No. 5."""
    low = word.lower()
    if low == "no":
        return following[:1].isdigit()
    if low in ABBREVIATIONS or (word.isdigit() and following in AFTER_ORDINALS):
        return True
    if "." in word:
        return len(word.replace(".", "")) <= 3 and following not in OPENERS
    return len(word) == 1 and word.isalpha() and word.isupper()


def below_title(text: str, cut: Sequence[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return the sentence below the title of `text`, where `at` stands in that title; else (0, 0).

    `cut` are the sentences of the text. What a title names in short the first sentence below it tells in full.
    """
    if len(cut) < 2 or not cut[0][0] <= at < cut[0][1]:
        return 0, 0
    title = text[: cut[0][1]].rstrip()
    is_line = "\n" in text[len(title) : cut[1][0]]
    return cut[1] if is_line and not title.endswith(STOPS) else (0, 0)
