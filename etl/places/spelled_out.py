"""A list of names -> whether it spells out countries that are counted, those who came, or all members of a bloc."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.numbers import numbers
from etl.places.named import Name
from etl.places.nouns import is_part
from etl.places.reach import PEOPLE
from etl.places.sentence import LAST_RANK, Sentence

LIST_OPENS = re.compile(
    r"[^.;()]{0,40}?\s*[(:–—]\s*(?:namely|i\.e\.|including)?\s*(?:the )?|,\s*(?:namely|à savoir|a saber),?\s*"
    r"|\s(?:included|include|comprised|comprenaient|comprennent|incluyeron|incluyen|incluíram|foram|fueron|étaient|were)\s"
    r"(?:the |le |la |el |o |a )?"
)
ITS_NUMBER = re.compile(r"[\s:]\s?\d{1,3}\s?(?:[,;،)]|[^\W\d]{1,3}\s)")
EACH_COUNTED = re.compile(r"\((?:[^()\d]{2,40}[\s:]\d{1,3}(?:\s?[,;،]\s?|\s(?=[^\W\d]{1,3}\s)|\s?(?=\)))){2,}\)")
MANY = 4  # so many countries in brackets are those who came


def spells_out(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the names spell out the countries just counted: "eight countries (Comoros, Kenya ...)"."""
    if len(names) == 1:
        return False
    counts = [h.end for h in sentence.of("countries") if h.end < names[0].start]
    return any(LIST_OPENS.fullmatch(sentence.text, end, names[0].start) for end in counts)


def opens_brackets(names: list[Name], said: str, sentence: Sentence) -> bool:
    """Say whether brackets open before a long list, in a sentence that tells of people who came."""
    if len(names) < MANY:
        return False
    people = any(h.end <= sentence.start + len(said) for h in sentence.of(*PEOPLE))
    return people and sentence.rank < LAST_RANK and said.rstrip().endswith("(")


def are_counted(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the number of those who came stands behind each of a list in brackets: "(Togo 9, Benin 11)"."""
    text = sentence.text
    if sentence.has("victim") or not ITS_NUMBER.match(text, names[-1].end, sentence.end):
        return False
    listed = EACH_COUNTED.finditer(text, sentence.start, sentence.end)
    return any(m.start() < names[0].start and names[-1].end < m.end() for m in listed)


def counts_all(bloc: Name, sentence: Sentence) -> bool:
    """Say whether the sentence speaks of "the 13 countries" and the bloc has as many members."""
    for cue, following in zip(sentence.cues, sentence.cues[1:], strict=False):
        meant = (cue.code, following.code) == ("all_members", "countries") and not is_part(cue, sentence)
        if meant and sentence.text[cue.end : following.start].isspace():
            counted = numbers(cue.term.term, cue.term.language)
            return bool(counted) and counted[0].value == len(vocabulary.members(bloc.codes[0]))
    return False
