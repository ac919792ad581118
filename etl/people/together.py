"""The groups of people counted in a sentence -> which of them add up, and which are parts of others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.people.group import CERTIFICATE, OTHER_PEOPLE, PARTICIPANT, TO_COME, UNKNOWN, Group, Sentence
from etl.people.labelled import IN_NUMBER
from etl.people.left_out import AND
from etl.people.not_taking_part import BY, EXPERTS, FEWEST, FEWEST_TAUGHT, gave
from etl.terms import Hit

LINK = re.compile(
    r"(?:,|^;\s$|\+|&|\bو"
    r"|\b(?:and|as well as|along with|et|ainsi que|y|e|así como|bem como|и|а также|und|sowie|nonché)\b)"
)
NEXT = re.compile(rf"{LINK.pattern}\s?$")  # "two tutors and a clerk ran a training for 14 judges": none before the 14
PAIRED = re.compile(rf",?\s?{AND}\s?")
PAIRED_BEFORE = re.compile(rf"(?:\s[^\W\d_]+)?{PAIRED.pattern}")
APART = re.compile(r"[(:—]|\s[–-]\s")  # what follows such a mark breaks the number down
DID_SO = re.compile(  # "wardens boarded two liners"
    r"\s(?:[^\W\d_]+\s){1,4}?(?!invited|trained|selected)[a-z]{3,}ed\s(?:the\s)?"
)
OWN_VERB = re.compile(r"\s(?!invited|trained|selected)[a-z]{2,}ed,\s")  # "9 cooks hired, and 80 nurses took part"
ASIDE = re.compile(r"[^,\d]*,\s(?:and|et|y|e|и|und|sowie)\s")  # "50 tutors, including women of Ruvu, and 15 clerks"
CLOSED = re.compile(r"\([^()]*\)")  # "12 judges of the High Court (HC) and 13 clerks"
NEXT_BRACKET = re.compile(rf"\)(?:,|;|,?\s{AND})[^()]{{1,80}}\(")  # "police (61 persons) and clerks (27 persons)"
PARTS_LISTS = frozenset({"past", "harm", "others_before", "apart"})
SAY_NO_TRADE = frozenset({"participant", "person"})  # of these a list that adds up to their number gives the parts
STAND_ALONE = frozenset(
    {UNKNOWN, OTHER_PEOPLE, TO_COME, CERTIFICATE}
)  # these are no part of a list of people who took part
FEW_TEACH = 3  # officers for each of those who are counted with them as their trainers
LIST_REACH = 110  # characters between two groups of one list ("10 judges from Egypt and 12 ...")


def runs(text: str, sentence: Sentence) -> list[list[Group]]:
    """Put groups of one list together, parts of what was counted before among them."""
    found: list[list[Group]] = []
    counted = [g for g in sentence.counted if not (_teach(text, g, sentence) or _gave_it(text, g, sentence))]
    alone = [g for g in counted if g.role in STAND_ALONE and not _in_a_pair(text, g, counted)]
    for group in [g for g in counted if g not in alone]:
        if found and _linked(text, found[-1][-1], group, sentence.hits):
            found[-1].append(group)
        else:
            found.append([group])
    return found + [[g] for g in alone]


def _teach(text: str, group: Group, sentence: Sentence) -> bool:
    """Say whether a group taught the larger one that it is counted with: "25 participants and 4 trainers"."""
    if not any(h.code == "teachers" and group.start <= h.start and h.end == group.end for h in sentence.hits):
        return False
    beside = [g for g in sentence.counted if _are_taught(g, group) and _side_by_side(text, group, g)]
    firsts = [g.start for g in (group, *beside)]
    return beside != [] and not any(h.code == "trained" and h.end + 1 in firsts for h in sentence.hits)


def _gave_it(text: str, group: Group, sentence: Sentence) -> bool:
    """Say whether a few gave what many more came to: "held by two experts, it attracted 27 officers"; "2 experts | 9".

    They stand behind "by", or are called experts, and the others are not.
    """
    if group.value >= FEWEST or not any(g.value > group.value and g.role not in STAND_ALONE for g in sentence.counted):
        return False
    if BY.search(text, sentence.start, group.start):
        return not any(
            h.code == "attended" and group.start - h.end <= 1 <= group.start - h.start for h in sentence.hits
        )
    if any(PAIRED.fullmatch(text, group.end, g.start) for g in sentence.counted):
        return False  # "sent two experts and 14 officers"
    others = (g for g in sentence.counted if g.value >= FEWEST)
    experts = EXPERTS.search(text, group.start, group.end) is not None and group.value < FEWEST_TAUGHT
    return experts and not any(EXPERTS.search(text, g.start, g.end) for g in others)


def _are_taught(others: Group, group: Group) -> bool:
    larger = others.value > group.value if others.role == PARTICIPANT else others.value >= FEW_TEACH * group.value
    return larger and others.role not in STAND_ALONE


def _side_by_side(text: str, one: Group, other: Group) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) <= LIST_REACH and LINK.search(between) is not None


def _in_a_pair(text: str, group: Group, counted: Sequence[Group]) -> bool:
    """Say whether a word of no list is joined to people by a bare "and": "20 mayors and 20 aldermen"."""
    if group.role != UNKNOWN or group.value == 1:
        return False
    known = [g for g in counted if g.role not in STAND_ALONE]
    behind = any(PAIRED.fullmatch(text, g.end, group.start) for g in known)
    return behind or (known[:1] != [] and PAIRED_BEFORE.fullmatch(text, group.end, known[0].start) is not None)


def _linked(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    between = text[last.end : group.start]
    if len(between) > LIST_REACH or any(h.code in PARTS_LISTS and last.end <= h.start < group.start for h in hits):
        return False
    if any(gave(h, last.start, last.end) for h in hits) or OWN_VERB.match(between) or DID_SO.fullmatch(between):
        return False
    taught = any(h.code == "trained" and last.end <= h.start < group.start for h in hits)
    listed = LINK.search(between) and (not taught or NEXT.search(between))
    return bool(listed or APART.search(between)) or _subset(text, last, group, hits)


def _subset(text: str, last: Group, group: Group, hits: Sequence[Hit]) -> bool:
    """Say whether `group` is a part of what was counted before it."""
    between = text[last.end : group.start]
    subsets = [h for h in hits if h.code == "subset" and last.end <= h.start < group.start]
    said = subsets != [] and not ASIDE.fullmatch(text, subsets[-1].end, group.start)
    if NEXT_BRACKET.fullmatch(between):
        return False
    apart = APART.search(CLOSED.sub("", between))
    return said or apart is not None or bool(group.gender and not last.gender)


def whole(text: str, run: list[Group], hits: Sequence[Hit]) -> list[Group]:
    """Return the groups of a run that add up: those before the first part."""
    rest = run[1:]
    in_all = [g for g in rest if IN_NUMBER.search(text, g.start, g.end) or IN_NUMBER.match(text, g.end)]
    if in_all:
        return in_all[-1:]  # "courses for 32 clerks each, that is 96 in all"
    bare = all(" " not in text[g.start : g.end] for g in rest)  # "25 officers, 15 from Malta and 10 from Cyprus"
    if len(rest) > 1 and (bare or run[0].role in SAY_NO_TRADE) and sum(g.value for g in rest) == run[0].value:
        return run[:1]
    if len(run) > 2 and sum(g.value for g in run[:-1]) == run[-1].value:  # "16 judges and 9 clerks, in total 25 people"
        return run[:-1]
    for index, group in enumerate(rest, start=1):
        if _subset(text, run[index - 1], group, hits):
            return run[:index]
    return run
