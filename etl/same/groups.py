"""Turns mentions into groups that each tell of one activity, and says of every merge why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.same.compared import Alike, alike
from etl.same.likeness import FEWEST_WORDS, SAME_WORDS_WHY, Likeness, contradicts, likeness
from etl.same.tellings import Compared, Copied, Telling, rare
from etl.workers import ALONE, Workers

BY_HAND = 1.0
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Grouped:
    """`groups`: positions of mentions, each in one group; `merges`: the rows of the table, one for each joined pair."""

    groups: list[list[int]]
    merges: list[dict[str, Any]]


def grouped(
    tellings: Sequence[Telling], together: Mapping[Pair, str], apart: Mapping[Pair, str], workers: Workers = ALONE
) -> Grouped:
    """Return the groups of `tellings` (positions in it), ordered by their first member.

    Pairs are joined from the most alike on; two groups stay apart when any of their members contradict each other. A
    person may have joined pairs (`together`, done first, whatever they say) or kept them `apart`: pairs of mention
    ids, the smaller first, and the reason. Many are compared by `workers`; what comes out is the same.
    """
    position = {telling.mention_id: n for n, telling in enumerate(tellings)}
    group_of = [[n] for n in range(len(tellings))]
    merges = []
    for (one, other), why in sorted(together.items()):
        _join(group_of, position[one], position[other])
        merges.append(_merge(one, other, Likeness(BY_HAND, why)))
    copies = _copies(tellings)
    for copy, first in copies.items():
        if _pair(tellings[copy].mention_id, tellings[first].mention_id) not in apart:
            _join(group_of, first, copy)
            merges.append(_merge(tellings[first].mention_id, tellings[copy].mention_id, Likeness(1.0, SAME_WORDS_WHY)))
    by_hand = {mention_id for pair in (*together, *apart) for mention_id in pair}
    compared = [n for n in range(len(tellings)) if n not in copies]
    repeats = _repeats(tellings, [n for n in compared if tellings[n].mention_id not in by_hand])
    for repeat, (first, like) in repeats.items():
        _join(group_of, first, repeat)
        merges.append(_merge(tellings[first].mention_id, tellings[repeat].mention_id, like))
    found = alike(tellings, [n for n in compared if n not in repeats], workers)
    for like, a, b in _sure(tellings, found):
        members, others = ([n for n in group if n not in repeats] for group in (group_of[a], group_of[b]))
        if group_of[a] is group_of[b] or _kept_apart(members, others, tellings, apart):
            continue
        _join(group_of, a, b)
        merges.append(_merge(tellings[a].mention_id, tellings[b].mention_id, like))
    groups = {id(group): sorted(group) for group in group_of}
    return Grouped(sorted(groups.values()), sorted(merges, key=lambda row: (row["mention_a"], row["mention_b"])))


def _copies(tellings: Sequence[Telling]) -> dict[int, int]:
    """Return the tellings that repeat another to the letter, each with the first (by name) that says the same.

    They are joined at once: a document that stands ten times in a folder must not be compared a hundred times.
    """
    first_of: dict[Copied, int] = {}
    copies = {}
    for n in sorted(range(len(tellings)), key=lambda n: tellings[n].mention_id):
        if len(tellings[n].words) >= FEWEST_WORDS and (first := first_of.setdefault(tellings[n].copied, n)) != n:
            copies[n] = first
    return copies


def _repeats(tellings: Sequence[Telling], looked_at: Sequence[int]) -> dict[int, tuple[int, Likeness]]:
    """Return the tellings that differ from another in nothing that is compared, each with the first such by name.

    They are joined at once where they are alike: a register may have a thousand rows of one course on one day.
    """
    first_of: dict[Compared, int] = {}
    found = {}
    for n in sorted(looked_at, key=lambda n: tellings[n].mention_id):
        first = first_of.setdefault(tellings[n].compared, n)
        if first == n or not (rare(tellings[n].head) or tellings[n].own_names):
            continue
        like = likeness(tellings[first], tellings[n])
        if like and not like.only:
            found[n] = first, like
    return found


def _sure(tellings: Sequence[Telling], found: Sequence[Alike]) -> list[Alike]:
    """Return those of the pairs alike that are of one activity, the most alike first; equals by their names."""
    partners: dict[int, set[int]] = defaultdict(set)
    for _, a, b in found:
        partners[a].add(b)
        partners[b].add(a)
    opposed = {n: _opposed(n, partners, tellings) for like, a, b in found if like.only for n in (a, b)}
    kept = [f for f in found if not f[0].only or not _doubtful(f[1], f[2], partners, opposed)]
    return sorted(kept, key=lambda f: (-f[0].score, *_pair(tellings[f[1]].mention_id, tellings[f[2]].mention_id)))


def _opposed(n: int, partners: Mapping[int, set[int]], tellings: Sequence[Telling]) -> set[int]:
    """Return the partners of the partners of `n` that contradict it."""
    near = set().union(*(partners[partner] for partner in partners[n])) - {n}
    return {third for third in near if contradicts(tellings[n], tellings[third])}


def _doubtful(a: int, b: int, partners: Mapping[int, set[int]], opposed: Mapping[int, set[int]]) -> bool:
    """Say whether one of the two could as well be told together with a third that the other cannot be."""
    return not (partners[a].isdisjoint(opposed[b]) and partners[b].isdisjoint(opposed[a]))


def _kept_apart(group: list[int], other: list[int], tellings: Sequence[Telling], apart: Container[Pair]) -> bool:
    return any(
        contradicts(tellings[a], tellings[b]) or _pair(tellings[a].mention_id, tellings[b].mention_id) in apart
        for a in group
        for b in other
    )


def _join(group_of: list[list[int]], a: int, b: int) -> None:
    small, large = sorted((group_of[a], group_of[b]), key=len)
    if small is large:
        return
    large.extend(small)
    for member in small:
        group_of[member] = large


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _merge(one: str, other: str, like: Likeness) -> dict[str, Any]:
    a, b = _pair(one, other)
    return {"mention_a": a, "mention_b": b, "why": like.why, "score": round(like.score, 3)}
