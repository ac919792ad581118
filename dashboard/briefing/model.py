"""What a briefing is made of: plain frozen records, with every word in the reader's language already."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.figures.country_map import Shade

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the overview: its label, as it is written, how sure it is; `value` None where none is stated."""

    label: str
    shown: str
    note: str
    value: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures that stand beside each other."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs of plain text under a heading ("" for none)."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain values; numbers are numbers. `total` is how many rows there are: more than `rows` where it is cut.

    `widths` are the shares of the columns.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    total: int
    note: str = ""

    def numeric(self) -> tuple[bool, ...]:
        """Say of each column whether its cells are numbers, some of them with words ("at least 200") or not stated."""
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.headings)
        return tuple(
            any(isinstance(cell, int | float) for cell in column) or not any(isinstance(cell, str) for cell in column)
            for column in columns
        )


@dataclass(frozen=True, slots=True)
class Series:
    """The numbers of one colour of a chart, one a category; None where nothing is stated."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of categories. `shape` is bars (lying, the first on top), columns (standing) or stacked (columns).

    Several series of bars or columns share no category: each is a colour of its own. `name` is that of the figure
    on screen which shows the same, "" where there is none.
    """

    shape: str
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    note: str = ""
    name: str = ""

    def marks(self) -> tuple[tuple[str, float | None, int], ...]:
        """Return for each category its name, its value (None: nothing stated) and the place of its series."""
        columns = zip(*(series.values for series in self.series), strict=True)
        found = (next(((v, i) for i, v in enumerate(values) if v is not None), (None, 0)) for values in columns)
        return tuple((name, *mark) for name, mark in zip(self.categories, found, strict=True))


@dataclass(frozen=True, slots=True)
class WorldMap:
    """A map: entries of its legend with their countries, what each country has in words, and the words under it."""

    title: str
    shades: tuple[Shade, ...]
    said: dict[str, str]
    notes: tuple[str, ...]
    name: str = "map"


Block = Figures | Text | Table | Chart | WorldMap


@dataclass(frozen=True, slots=True)
class Section:
    """One section: `messages` are its key messages, `blocks` what backs them."""

    key: str
    title: str
    messages: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A whole briefing. `facts` are label and value of what every export carries; `link` leads back to the page.

    `data_date` is the day of the data, ISO 8601, "" where it is not known.
    """

    title: str
    scope: str
    language: str
    paper: str
    data_date: str
    link: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]

    def source(self) -> str:
        """Return one line that stands under every chart: filters, number of activities, date, link."""
        return " · ".join(value for _, value in self.facts if value)
