"""Blocks of labels -> a table: a row of headings, a row of cells for each block, and the line of each cell."""

from __future__ import annotations

from etl.lines import bare
from etl.rows.blocks import Block
from etl.rows.grid import WIDEST

TITLE, TEXT = "title", "description"  # headings that we give to a title and a text without a label


def table(found: list[Block]) -> tuple[list[list[str]], list[list[int]]]:
    """Return the blocks as rows of cells below a row of headings, and the line of each cell."""
    heads = {key: label.label for block in found for key, (_, label) in zip(block.keys, block.labels, strict=True)}
    keys = _in_order(found)
    titled = any(block.title for block in found)
    texts = max(len(block.text) for block in found)
    rows = [[TITLE] * titled + [heads[key] for key in keys] + [TEXT] * texts]
    at = [[found[0].first] * len(rows[0])]
    for block in found:
        cells = {key: (label.value, n) for key, (n, label) in zip(block.keys, block.labels, strict=True)}
        nothing = ("", block.first)
        filled = [(bare(block.title[1]), block.title[0]) if block.title else nothing] * titled
        filled += [cells.get(key, nothing) for key in keys]
        filled += [(words.strip(), n) for n, words in block.text]
        filled += [nothing] * (len(rows[0]) - len(filled))
        rows.append([words for words, _ in filled])
        at.append([n for _, n in filled])
    return rows, at


def _in_order(found: list[Block]) -> list[str]:
    """Return the keys of all labels, each before those that follow it in most blocks."""
    keys: list[str] = []
    for block in found:
        place = 0
        for key in block.keys:
            if key in keys:
                place = keys.index(key) + 1
            elif len(keys) < WIDEST:
                keys.insert(place, key)
                place += 1
    return keys
