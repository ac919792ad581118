"""The main part of a web page -> its blocks in order: headings, list items, paragraphs, rows of tables with cells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

INLINE = frozenset(
    ("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "font", "i", "kbd", "mark", "q", "s", "samp",
     "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ins", "del", "label")
)  # fmt: skip
HEADING = re.compile(r"h([1-6])$")
MOST_SPANNED = 100  # columns or rows that one cell may span; more is an error


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a page: its tag (`row` for that of a table), its words; of a row its cells, its table and number."""

    kind: str
    words: str
    cells: tuple[str, ...] = ()
    table: int = 0
    row: int = 0


def blocks_of(root: LexborNode) -> list[Block]:
    """Return the blocks in `root`, in order."""
    walk = _Walk()
    walk.block(root, "p")
    walk.end("p")
    return walk.blocks


@dataclass(slots=True)
class _Table:
    """A table while it is walked through: its number, how many rows it had, cells that reach into the next rows."""

    number: int
    rows: int = 0
    reaching: dict[int, tuple[int, str]] = field(default_factory=dict)


class _Walk:
    """The walk through a page: words are gathered until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._tables: list[_Table] = []
        self._count = 0

    def block(self, root: LexborNode, kind: str) -> None:
        """Take in the children of `root`, which are parts of a block of `kind` or blocks of their own."""
        node = root.child
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                self._words.append(node.text_content or "")
            elif tag in INLINE:
                self.block(node, kind)
            elif tag == "br":
                self.end(kind)
            elif tag == "tr" and self._tables and node.css_first("table,li") is None:
                self.end(kind)
                self._row(node)
            elif tag and not tag.startswith(("-", "_", "!")):
                self.end(kind)
                self._inside(node, _kind(tag, kind))
            node = node.next

    def end(self, kind: str) -> None:
        """End a block, if it has words."""
        text = " ".join("".join(self._words).split())
        self._words.clear()
        if text:
            self.blocks.append(Block(kind, text))

    def _inside(self, node: LexborNode, kind: str) -> None:
        if node.tag == "table":
            self._count += 1
            self._tables.append(_Table(self._count))
        self.block(node, kind)
        self.end(kind)
        if node.tag == "table":
            self._tables.pop()

    def _row(self, node: LexborNode) -> None:
        table = self._tables[-1]
        table.rows += 1
        cells = [cell for cell in node.iter() if cell.tag in ("td", "th")]
        words = [" ".join(cell.text(separator=" ").split()) for cell in cells]
        grid = _grid(table, cells, words)
        if any(words):
            said = " | ".join(words).strip(" |")
            self.blocks.append(Block("row", said, tuple(grid), table.number, table.rows))


def _grid(table: _Table, cells: list[LexborNode], words: list[str]) -> list[str]:
    """Return the words by column, those of cells that reach down from rows above among them."""
    grid: list[str] = []
    reaching = {column: (rows - 1, said) for column, (rows, said) in table.reaching.items() if rows > 0}
    for cell, said in zip(cells, words, strict=True):
        while len(grid) in reaching:
            grid.append(reaching[len(grid)][1])
        if (rows := _spanned(cell, "rowspan")) > 1:
            reaching[len(grid)] = (rows - 1, said)
        grid += [said, *[""] * (_spanned(cell, "colspan") - 1)]
    while len(grid) in reaching:
        grid.append(reaching[len(grid)][1])
    table.reaching = reaching
    return grid


def _spanned(cell: LexborNode, name: str) -> int:
    said = cell.attributes.get(name) or ""
    return min(max(int(said), 1), MOST_SPANNED) if said.isdecimal() else 1


def _kind(tag: str, inside: str) -> str:
    if HEADING.match(tag):
        return tag
    return "li" if tag == "li" or (tag == "p" and inside == "li") else "p"
