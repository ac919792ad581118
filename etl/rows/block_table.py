"""Blocks of labels -> a table: a row of headings, a row of cells for each block, and the line of each cell."""

from __future__ import annotations

from etl.lines import bare
from etl.rows.blocks import Block

TITLE, TEXT = "title", "description"  # headings that we give to a title and a text without a label


def table(found: list[Block]) -> tuple[list[list[str]], list[list[int]]]:
    """Return the blocks as rows of cells below a row of headings, and the line of each cell."""
    heads = {name: label.label for block in found for name, (_, label) in zip(block.names, block.labels, strict=True)}
    names = _in_order(found)
    titled = any(block.title for block in found)
    texts = max(len(block.text) for block in found)
    rows = [[TITLE] * titled + [heads[name] for name in names] + [TEXT] * texts]
    at = [[found[0].first] * len(rows[0])]
    for block in found:
        cells = {name: (label.value, n) for name, (n, label) in zip(block.names, block.labels, strict=True)}
        nothing = ("", block.first)
        filled = [(bare(block.title[1]), block.title[0]) if block.title else nothing] * titled
        filled += [cells.get(name, nothing) for name in names]
        filled += [(words.strip(), n) for n, words in block.text]
        filled += [nothing] * (len(rows[0]) - len(filled))
        rows.append([words for words, _ in filled])
        at.append([n for _, n in filled])
    return rows, at


def _in_order(found: list[Block]) -> list[str]:
    """Return the names of all labels, each before those that follow it in most blocks."""
    names: list[str] = []
    for block in found:
        place = 0
        for name in block.names:
            if name in names:
                place = names.index(name) + 1
            else:
                names.insert(place, name)
                place += 1
    return names
