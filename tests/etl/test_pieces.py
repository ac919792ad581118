"""A very long item is read in pieces: nothing lost, nothing cut in the middle of a word, lines kept."""

from __future__ import annotations

import pytest

from etl.pieces import MOST_CHARACTERS, pieces
from etl.records import Item
from etl.text import joined


def _item(rows: list[str]) -> Item:
    return Item("a.txt", 0, "page", 1, len(rows), "lines", "", "A title", joined(list(enumerate(rows, 1))))


@pytest.mark.parametrize("line", ["One sentence of seven words or so. ", "no end of a sentence anywhere ", "x" * 99])
@pytest.mark.parametrize("rows", [1, 40])
def test_pieces_put_together_are_the_item(line: str, rows: int) -> None:
    item = _item([(line * (90_000 // len(line) // rows)).strip()] * rows)
    parts = list(pieces(item))
    assert "".join(part.text.string for part in parts) == item.text.string
    assert all(0 < len(part.text.string) <= MOST_CHARACTERS for part in parts)
    assert [part.line_start for part in parts] == [item.text.line_at(o) for o in _offsets(parts)]
    if "." in line:
        assert all(part.text.string.rstrip().endswith(".") for part in parts)
    assert [part.title for part in parts] == ["A title"] + [""] * (len(parts) - 1)


def _offsets(parts: list[Item]) -> list[int]:
    lengths = [len(part.text.string) for part in parts]
    return [sum(lengths[:n]) for n in range(len(lengths))]


def test_a_usual_item_stays_itself() -> None:
    item = _item(["A line.", "Another."])
    assert list(pieces(item)) == [item]
