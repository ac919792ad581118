"""A number that a text states, and where."""

from __future__ import annotations

from etl.fixed import fixed


@fixed
class Number:
    """A whole number at the half-open span `start:end`.

    `rough` marks words that only say about how many (une trentaine); `low` a range, whose lower end is the value;
    `figure` what is written in digits.
    """

    start: int
    end: int
    value: int
    rough: bool = False
    low: bool = False
    figure: bool = False

    def moved(self, by: int) -> Number:
        """Return the number as it stands in a text in which its own begins at `by`."""
        return Number(self.start + by, self.end + by, self.value, self.rough, self.low, self.figure)
