"""A stretch of a document's text that remembers the line each character came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container

from etl.fixed import fixed

# A figure, in a pattern that begins with one: the engine skips to the next of this set five times as fast as to \d.
FIGURE = r"[0-9\u0660-\uff19](?<=\d)"


@fixed
class Text:
    """One string made of document lines, and where each of those lines begins in it.

    `starts` holds ascending offsets into `string`, the first of them 0; `lines` the 1-based line numbers
    that begin there. Both are of equal length, at least one.
    """

    string: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        """Return the 1-based document line that holds the character at `offset`."""
        return self.lines[bisect_right(self.starts, offset) - 1]

    def lines_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and last document line of the half-open span `start:end`."""
        return self.line_at(start), self.line_at(max(start, end - 1))

    def slice(self, start: int, end: int) -> Text:
        """Return the part `start:end` as a Text of its own."""
        first = bisect_right(self.starts, start) - 1
        begun = zip(self.starts[first:], self.lines[first:], strict=True)
        inside = [(max(s, start) - start, n) for s, n in begun if s < end]
        inside = inside or [(0, self.line_at(start))]
        return Text(self.string[start:end], tuple(s for s, _ in inside), tuple(n for _, n in inside))


def joined(rows: list[tuple[int, str]], hyphens: bool = False, paragraphs: Container[int] = ()) -> Text:
    """Join (line number, line) rows with single spaces into one Text.

    Runs of white space are folded. A row whose number is in `paragraphs` is set off by a newline instead of a space
    (the body after a title), which also ends a sentence. With `hyphens`, a word broken as "cross-" + line
    break or "large -" keeps its hyphen and loses the space.
    """
    parts: list[str] = []
    starts: list[int] = []
    lines: list[int] = []
    length = 0
    for number, row in rows:
        words = " ".join(row.split())
        if not words:
            continue
        if parts and number in paragraphs:
            parts.append("\n")
            length += 1
        elif parts and not (hyphens and parts[-1].endswith("-") and words[:1].islower()):
            parts.append(" ")
            length += 1
        starts.append(length)
        lines.append(number)
        parts.append(words)
        length += len(words)
    if not lines:
        first = rows[0][0] if rows else 1
        return Text("", (0,), (first,))
    return Text("".join(parts), tuple(starts), tuple(lines))
