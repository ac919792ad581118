"""Tellings -> the pairs that are alike, by blocks that are compared wherever there are workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.same.likeness import Likeness, likeness
from etl.same.pairs import Block, blocks, pairs, work
from etl.same.tellings import Telling
from etl.workers import Workers

WORTH_SHARING = 2_000_000  # pairs; below, handing tellings out takes longer than looking at all of them
OF_ONE_TASK = 500_000  # pairs
Alike = tuple[Likeness, int, int]
Task = tuple[list[int], list[Telling], list[Block]]  # the tellings of some blocks and where they stand among all


def alike(tellings: Sequence[Telling], looked_at: Sequence[int], workers: Workers) -> list[Alike]:
    """Return why two are alike and their positions, the smaller first, ordered by these; only of those `looked_at`."""
    shared = blocks(tellings, looked_at)
    works = work(tellings, shared)
    worth = sum(works) >= WORTH_SHARING
    tasks = (_task(tellings, some) for some in _parts(shared, works, OF_ONE_TASK if worth else WORTH_SHARING))
    found = {(a, b): like for _, of_task in workers.each(compared, tasks, worth) for like, a, b in of_task}
    return [(like, a, b) for (a, b), like in sorted(found.items(), key=lambda pair: pair[0])]


def compared(task: Task) -> list[Alike]:
    """Return the pairs of the task's blocks that are alike."""
    positions, tellings, shared = task
    found = ((likeness(tellings[a], tellings[b]), a, b) for a, b in pairs(tellings, shared))
    return [(like, positions[a], positions[b]) for like, a, b in found if like]


def _parts(shared: Sequence[Block], works: Sequence[int], most: int) -> Iterator[list[Block]]:
    """Yield the blocks in parts of about `most` pairs."""
    part: list[Block] = []
    pairs_of_part = 0
    for block, pairs_of_block in zip(shared, works, strict=True):
        part.append(block)
        pairs_of_part += pairs_of_block
        if pairs_of_part >= most:
            yield part
            part, pairs_of_part = [], 0
    if part:
        yield part


def _task(tellings: Sequence[Telling], some: Sequence[Block]) -> Task:
    positions = sorted({position for block in some for position in block})
    place = {position: n for n, position in enumerate(positions)}
    return positions, [tellings[n] for n in positions], [[place[n] for n in block] for block in some]
