"""The lines of a text -> the blocks of repeated labels in it, one block an activity, each with its title and text.

A block ends where one of its labels comes again. What stands between the labels of a block goes on with the value
above it; between two blocks stand the text of the first and, where no label names it, the title of the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.lines import ENDS_SENTENCE, is_title
from etl.rows.headings import COUNTS, TELLS_WHEN, WHERE, is_known
from etl.rows.labels import Labelled, label_alone, labels_of

FEWEST = 2  # blocks, and labels that they share
# A block may have such a label alone; others must be said again to be labels.
OURS = COUNTS | TELLS_WHEN | WHERE | {"end_date", "donors", "partners", "status", "names", "name", "person"}
# Columns of which a block has one label, whatever its word: "Place" here and "Venue" there.
ONE_OF = frozenset({"title", "kind", "date", "end_date", "host_country", "participants", "donors"})
MOST_LABELS, MOST_TEXT = 60, 40  # labels of a block, and lines of its text; what goes on longer is no record
MOST_BETWEEN = 2  # filled lines with which a value goes on
Row = tuple[int, str]  # 1-based line number, its words


@dataclass(slots=True)
class Block:
    """A block while it is read: its labels in their order with their lines, the lines below it, and those it takes."""

    labels: list[tuple[int, Labelled]] = field(default_factory=list)
    below: list[Row] = field(default_factory=list)
    title: Row | None = None
    text: list[Row] = field(default_factory=list)
    head: int = 0  # the line above its values that only counts the blocks ("Record 2") or labels one; 0 for none

    @property
    def names(self) -> list[str]:
        """The names of its labels, in their order."""
        return [label.name for _, label in self.labels]

    @property
    def keys(self) -> list[str]:
        """By what its labels are those of other blocks: the column where it has but one of it, else the name."""
        columns = Counter(label.column for _, label in self.labels)
        return [
            label.column if label.column in ONE_OF and columns[label.column] == 1 else label.name
            for _, label in self.labels
        ]

    @property
    def first(self) -> int:
        """Its first line."""
        return min(n for n in (self.head, (self.title or self.labels[0])[0]) if n)

    @property
    def last(self) -> int:
        """Its last line."""
        return max([n for n, _ in self.labels] + [n for n, _ in self.text])


def blocks(lines: Sequence[str]) -> list[Block]:
    """Return the blocks that share labels in one order, at least two of them; [] where there are none."""
    rows = [(n, line) for n, line in enumerate(lines, 1) if line.strip()]
    before, found = _cut(rows, _accepted(lines))
    order = _shared(found)
    if len(order) < FEWEST:
        return []
    _share_out(before, found, order)
    kin = [block for block in found if _has(block, order)]
    return kin if len(kin) >= FEWEST else []


def _accepted(lines: Sequence[str]) -> frozenset[str]:
    """Return the names of labels that are said again, and of ours that we know."""
    named = [label for line in lines for label in labels_of(line)]
    named += [label for line in lines if (label := label_alone(line))]
    times = Counter(label.name for label in named)
    return frozenset(
        label.name for label in named if times[label.name] > 1 or (label.column in OURS and is_known(label.label))
    )


def _cut(rows: list[Row], accepted: frozenset[str]) -> tuple[list[Row], list[Block]]:
    """Return the lines before the first block, and the blocks with the lines below them."""
    found = [Block()]
    for number, line_of_value, labels, words in _labelled(rows, accepted):
        block = found[-1]
        if not labels:
            block.below.append((number, words))
            continue
        if not block.labels or len(block.below) > MOST_BETWEEN or _begins_anew(block, labels):
            found.append(Block(head=number if number < line_of_value else 0))
        elif block.below:
            _go_on(block)
        found[-1].labels += [(line_of_value, label) for label in labels]
    return found[0].below, found[1:]


def _begins_anew(block: Block, labels: list[Labelled]) -> bool:
    """Say whether labels are those of the next block: one comes again, or another word for the first one."""
    if len(block.labels) >= MOST_LABELS:
        return True
    first = block.labels[0][1].column
    again = {label.name for label in labels} & set(block.names)
    return bool(again) or (first in ONE_OF and any(label.column == first for label in labels))


def _labelled(rows: list[Row], accepted: frozenset[str]) -> Iterator[tuple[int, int, list[Labelled], str]]:
    """Yield each line, that of its value and its labels; the line below a label that is alone is its value."""
    taken = 0
    for (number, line), (below, value) in zip(rows, [*rows[1:], (0, "")], strict=True):
        labels = [label for label in labels_of(line) if label.name in accepted]
        alone = label_alone(line)
        if number == taken:
            continue
        if alone and alone.name in accepted and not (labels and labels[0].value):
            filled = below and not labels_of(value) and not label_alone(value)
            taken = below if filled else 0
            labels = [Labelled(alone.label, value.strip() if filled else "", alone.column)]
        yield number, max(number, taken), labels, line


def _go_on(block: Block) -> None:
    """Join the lines below a block to its last value; those with a label of their own are text."""
    number, label = block.labels[-1]
    block.text += [row for row in block.below if labels_of(row[1])]
    value = " ".join([label.value, *(words.strip() for _, words in block.below if not labels_of(words))]).strip()
    block.labels[-1] = (number, Labelled(label.label, value, label.column))
    block.below.clear()


def _shared(found: list[Block]) -> list[str]:
    """Return the keys with a column that at least two blocks, and half of those with the commonest, have."""
    keyed = [(key, label) for block in found for key, (_, label) in zip(block.keys, block.labels, strict=True)]
    times = Counter(key for key, label in keyed if label.column not in ("", "none"))
    most = max(times.values(), default=0)
    common = {key for key, n in times.items() if n >= FEWEST and 2 * n >= most}
    full = max(found, key=lambda block: len(common & set(block.keys)), default=Block())
    return [key for key in full.keys if key in common]


def _has(block: Block, order: list[str]) -> bool:
    """Say whether a block has at least two of the labels, and in their order."""
    places = [order.index(key) for key in block.keys if key in order]
    return len(places) >= FEWEST and all(a < b for a, b in pairwise(places))


def _share_out(before: list[Row], found: list[Block], order: list[str]) -> None:
    """Give what stands between the blocks to the one above as its text, and to the one below as its title or head."""
    titled = any(label.column == "title" for block in found if _has(block, order) for _, label in block.labels)
    for above, block in zip([Block(below=before), *found], found, strict=False):
        if above.below and is_title(above.below[-1][1]):
            head = above.below.pop()
            near = block.first - head[0] == 1
            if titled:
                block.head = head[0] if near else block.head
            else:
                block.title = head
        above.text += [row for row in above.below[:MOST_TEXT] if ENDS_SENTENCE.search(row[1])]
    if found:
        most = max((len(block.text) for block in found[:-1]), default=0)
        found[-1].text += [row for row in found[-1].below if ENDS_SENTENCE.search(row[1])][:most]
