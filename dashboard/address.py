"""The query string <-> filters and view, both ways and canonical; what it cannot read becomes a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, quote

from dashboard.filters import BASES, BUCKETS, LISTS, ROLES, Filters, first_day, last_day
from dashboard.view import CHOICES, FREE, View
from etl import vocabulary

LONGEST_QUERY = 16_000  # characters; servers and proxies refuse much longer ones
MOST_VALUES = 500  # of one filter
MOST_NOTICES = 20  # more than anybody reads; an address made by chance would have thousands
LONGEST_TEXT = 200  # characters of the words to search and of page options
LONGEST = {"where": 2_000, "edits": 3_000}  # of filters of several columns, and of the words of a briefing
NAMES = {"first": "from", "last": "to"}  # fields of Filters whose names differ in the address
DEFAULTS = Filters()
SINGLE_CHOICES = {"role": ROLES, "basis": BASES, "bucket": BUCKETS}  # filters with one value out of a few
Known = Mapping[str, Mapping[str, str]]  # filter -> value as written in the address, lower case -> canonical value


@dataclass(frozen=True, slots=True)
class Notice:
    """Something in the address that could not be followed: `why` is a key of the words."""

    why: str  # unknown_name, unknown_value, no_date, from_after_to, too_long, too_many
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Address:
    """What an address says."""

    filters: Filters = DEFAULTS
    view: View = View()
    notices: tuple[Notice, ...] = ()


def written(value: str) -> str:
    """Return what stands in the address for a canonical value: codes as they are, names as slugs."""
    if value.isascii() and value.replace("_", "").replace("-", "").isalnum():
        return value
    return vocabulary.slug(value) or value  # a name without any Latin letter stands as it is


def write(filters: Filters, view: View = View()) -> str:  # noqa: B008
    """Return the query string ("" or "?..."), names in a fixed order, defaults left out."""
    chosen = [(NAMES.get(f.name, f.name), getattr(filters, f.name), f.default) for f in fields(Filters)]
    chosen += [(f.name, getattr(view, f.name), f.default) for f in fields(View)]
    parts = [f"{name}={_joined(value)}" for name, value, default in chosen if value != default]
    return "?" + "&".join(parts) if parts else ""


def _joined(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return quote(value, safe=" ,").replace(" ", "+")
    return ",".join(quote(written(v), safe="") for v in value)


def read(query: str, known: Known) -> Address:
    """Read a query string, with or without its "?"; unknown names and values are named in notices and left out."""
    reader = _Reader(known)
    if len(query) > LONGEST_QUERY:
        return Address(notices=(Notice("too_long", "", query[:LONGEST_TEXT]),))
    given: dict[str, str] = {}
    for name, value in parse_qsl(query.removeprefix("?"), keep_blank_values=True, max_num_fields=None):
        given[name] = f"{given[name]},{value}" if name in LISTS and name in given else value
    for name, value in given.items():
        reader.read(name, value)
    return reader.address()


class _Reader:
    """Collects values and notices, one name of the address at a time."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.filters: dict[str, str | tuple[str, ...]] = {}
        self.view: dict[str, str] = {}
        self.notices: list[Notice] = []

    def read(self, name: str, value: str) -> None:
        if name in LISTS:
            self.filters[name] = tuple(dict.fromkeys(self._values(name, value)))
        elif name in ("from", "to"):
            self._date(name, value)
        elif name in SINGLE_CHOICES:
            self._choice(self.filters, name, value, SINGLE_CHOICES[name])
        elif name in CHOICES:
            self._choice(self.view, name, value, CHOICES[name])
        elif name == "q" or name in FREE:
            self._text(self.filters if name == "q" else self.view, name, value)
        else:
            self._notice("unknown_name", name, value)

    def _values(self, name: str, value: str) -> Iterator[str]:
        parts = [part for part in value.split(",") if part]
        if len(parts) > MOST_VALUES:
            self._notice("too_many", name, str(len(parts)))
        for part in parts[:MOST_VALUES]:
            if found := self.known.get(name, {}).get(part.casefold()):
                yield found
            else:
                self._notice("unknown_value", name, part)

    def _date(self, name: str, value: str) -> None:
        try:
            first_day(value)
        except ValueError:
            if value:
                self._notice("no_date", name, value)
        else:
            self.filters["first" if name == "from" else "last"] = value

    def _choice(
        self, into: dict[str, str] | dict[str, str | tuple[str, ...]], name: str, value: str, choices: tuple[str, ...]
    ) -> None:
        if value in choices:
            into[name] = value
        else:
            self._notice("unknown_value", name, value)

    def _text(self, into: dict[str, str] | dict[str, str | tuple[str, ...]], name: str, value: str) -> None:
        longest = LONGEST.get(name, LONGEST_TEXT)
        if len(value) > longest:
            self._notice("too_long", name, value)
        into[name] = " ".join(value[:longest].split())

    def _notice(self, why: str, name: str, value: str) -> None:
        if len(self.notices) < MOST_NOTICES:
            self.notices.append(Notice(why, name[:LONGEST_TEXT], value[:LONGEST_TEXT]))

    def address(self) -> Address:
        filters, view = Filters(**self.filters), View(**self.view)  # type: ignore[arg-type]
        if filters.first and filters.last and first_day(filters.first) > last_day(filters.last):
            self._notice("from_after_to", "from", f"{filters.first} > {filters.last}")
        return Address(filters, view, tuple(self.notices))
