"""A verb in a sentence and the word for somebody -> whether that one is its subject, or the agent of its passive."""

from __future__ import annotations

from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events.clauses import Clause
from etl.small_words import pattern, phrases
from etl.terms import Hit

TRAIN = "train"
BEHIND = 4  # characters between a verb and its subject where that stands behind it: "schulte das Ministerium"
BEFORE = 40  # characters before a subject in which stands what makes it none: "for the Ministry"
TO_VERB = 90  # characters from the word for a body to its verb: "the Ministry of Health of Kenya trained"
TO_AGENT = 25  # characters from a verb in the passive to "by the Ministry"
ADJECTIVES = 2  # words between "for the" and "police"
VERB_FIRST, VERB_LAST = ("ar", "de"), "de"
AGENT_REACH = {"ar": 60}  # there what was held stands between


def does(named: tuple[int, int], clause: Clause, act: Hit) -> bool:
    """Say whether a body at a place in a sentence does what its verb says."""
    text, (start, end) = clause.text, named
    passive = _is_passive(clause, act)
    if start >= act.end:
        by = pattern("by another body").match(text, start) or _ends_with("agent", text, act.end, start)
        reach = AGENT_REACH.get(act.term.language, TO_AGENT) if by else BEHIND
        behind = bool(by) or (not passive and act.term.language in VERB_FIRST)
        return behind and len(text[act.end : start].strip()) <= reach
    if act.term.language == VERB_LAST and _ends_with("agent", text, clause.start, start):
        return True
    if passive or not end <= act.start <= end + TO_VERB:
        return False
    return not _ends_with("no subject", text, clause.start, start)


def _is_passive(clause: Clause, act: Hit) -> bool:
    """Say whether a verb tells what its subject was given: "was held", "completed a course"."""
    text = clause.text
    if pattern("passive", "was given").match(text, act.start) or _ends_with("passive", text, clause.start, act.start):
        return True
    bare = act.code == TRAIN and act.term.language == "en"  # "police trained in first aid"
    return bare and pattern("no subject").match(text, act.end + 1) is not None


def _ends_with(purpose: str, text: str, start: int, end: int) -> bool:
    """Say whether one of the words of a purpose stands right before `end`, but for an article."""
    before = text[max(start, end - BEFORE) : end].rstrip()
    found = [one.end() for one in pattern(purpose).finditer(before)]
    return bool(found) and is_part(before[found[-1] :].strip())


def is_part(words: str) -> bool:
    """Say whether words may stand between a preposition and its noun: an article, and one or two more; no day."""
    first, *others = words.split() or [""]
    if len(others) > ADJECTIVES or not words.replace(" ", "").replace("'", "").isalpha() and words:
        return False
    return phrases("article").isdisjoint(w.casefold() for w in others) and not MONTH.search(masked(words))
