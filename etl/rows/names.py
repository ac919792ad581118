"""A cell that names countries, regions, bodies, kinds, groups of people -> our codes for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from etl import vocabulary
from etl.rows.headings import plain
from etl.rows.hits import hits_of

SEPARATORS = re.compile(r"[;,/\n•|+&]|\s(?:and|et|y|e|и)\s|\sو")
TOWNS = re.compile(r"(?P<country>[^()]+)\((?P<towns>[^()]+)\)")
CODE = re.compile(r"^[A-Za-z]{2,3}$")


@cache
def _by_code() -> dict[str, str]:
    """Return alpha-2 and alpha-3 codes in capitals -> alpha-3."""
    known = {code: code for code in vocabulary.countries()}
    return known | {row["alpha_2"]: code for code, row in vocabulary.countries().items() if row["alpha_2"]}


@lru_cache(maxsize=5000)
def countries_of(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sorted alpha-3 codes of the countries that a cell names, by name or code, and the parts not known.

    Demonyms serve where they stand alone ("Kenyan"); regions are not countries and are among the parts not known.
    """
    codes: set[str] = set()
    unknown = []
    for part in _parts(cell):
        if CODE.match(part) and (code := _by_code().get(part.upper())):
            codes.add(code)
            continue
        found = {h.code for h in hits_of(part) if h.group in ("country", "demonym")}
        codes |= found
        if not found:
            unknown.append(part)
    return tuple(sorted(codes)), tuple(unknown)


def _parts(cell: str) -> list[str]:
    """Return what a cell lists; a name with "and" in it (Bosnia and Herzegovina) stays whole."""
    found = []
    for line in re.split(r"[;\n•|/]", cell):
        hits = [h for h in hits_of(line) if h.group == "country"]
        whole = any(SEPARATORS.search(line[h.start : h.end]) for h in hits)
        found += [line] if whole or hits else SEPARATORS.split(line)
    return [part.strip() for part in found if part.strip()]


@lru_cache(maxsize=5000)
def regions_of(cell: str) -> tuple[str, ...]:
    """Return the regions that a cell names, as it names them; blocs among them."""
    named = (h for h in hits_of(cell) if h.group in ("region", "bloc"))
    return tuple(dict.fromkeys(cell[h.start : h.end] for h in named))


@lru_cache(maxsize=5000)
def host_of(cell: str) -> str | None:
    """Return the alpha-3 code of the one country that a cell names as the place, by itself or by its city; or None."""
    named = {h.code for h in hits_of(cell) if h.group == "country"} or set(countries_of(cell)[0])
    named = named or {h.code for h in hits_of(cell) if h.group == "city"}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=5000)
def town_and_country(cell: str) -> str:
    """Return alpha-3 where a cell is one country with towns of it in brackets, "Peru (Lima)"; "" for other cells."""
    inside = TOWNS.fullmatch(cell.strip())
    if not inside:
        return ""
    codes = countries_of(inside["country"])[0]
    towns = {h.code for h in hits_of(inside["towns"]) if h.group == "city"}
    return codes[0] if len(codes) == 1 and towns == set(codes) else ""


@lru_cache(maxsize=5000)
def bodies_of(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who a cell names as donors or partners (alpha-3, canonical names), sorted, and the parts not known."""
    codes: set[str] = set()
    unknown = []
    for part in (p.strip() for p in re.split(r"[;\n•|,]", cell)):
        found = {h.code for h in hits_of(part) if h.group == "organisation"}
        found = found or set(countries_of(part)[0]) if part else found
        codes |= found
        if part and not found:
            unknown.append(part)
    return tuple(sorted(codes)), tuple(unknown)


def coded(cell: str, vocabulary_name: str, groups: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the codes of a vocabulary that a cell names by code, by any label, or by a term of `groups`."""
    return _coded(cell, vocabulary_name, tuple(groups))


@lru_cache(maxsize=5000)
def _coded(cell: str, vocabulary_name: str, groups: tuple[str, ...]) -> tuple[str, ...]:
    labels = _labels(vocabulary_name)
    whole = labels.get(plain(cell))
    if whole:
        return (whole,)
    parts = (labels.get(plain(part)) for part in re.split(r"[;,/\n•|]|\s(?:and|et|y|e|и)\s", cell))
    named = [code for code in parts if code]
    known = set(labels.values())
    named += [h.code.partition(":")[0] for h in hits_of(cell) if h.group in groups]
    return tuple(code for code in dict.fromkeys(named) if code in known)


@cache
def _labels(vocabulary_name: str) -> dict[str, str]:
    """Return what a person may write for each code -> the code."""
    found: dict[str, str] = {}
    for row in vocabulary.rows(vocabulary_name):
        code = row.get("code") or row["name"]
        found |= {plain(row[c]): code for c in row if c in ("code", "name") or c.startswith(("label_", "name_"))}
    return found


@lru_cache(maxsize=5000)
def word_of(cell: str, column: str) -> str:
    """Return the code of what a cell of `column` (mode, status, level, sum) says in one of the known words, or ""."""
    known = _words(column)
    tried = (known.get(plain(part)) for part in (cell, *re.split(r"[:;,(]", cell)))
    return next((code for code in tried if code), "")


@cache
def _words(column: str) -> dict[str, str]:
    return {plain(row["word"]): row["code"] for row in vocabulary.rows("cell_words") if row["column"] == column}
