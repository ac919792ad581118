"""A passage -> the lists of countries, cities, blocs and organisations that each of its sentences names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.fixed import fixed
from etl.places.links import AND, ARABIC_AND, BETWEEN, NAME_WORDS, WORD
from etl.places.listed import listed_in
from etl.places.sentence import NAMED, Sentence, parts
from etl.places.towns import towns_in
from etl.records import Passage
from etl.terms import Hit, within_each

LABEL_REACH = 45  # characters of a colon and the body of a State behind it
MODIFIERS = 3  # words between an adjective of a country and its noun ("Thai border and customs police")
PLACES = ("city", "country")
DASH = re.compile(r"\s+[-–—]\s*|[–—]")
IN_ITS_COUNTRY = re.compile(r"\s*(?:[,،(–-]|in|,[^,.;]{2,30},|\([^)]{2,30}\),?)?\s*(?:the |в |en |au )?")
ALSO = re.compile(r"as well as|ainsi que|así como|bem como|а также|sowie|nonché", re.I)  # behind it a list may go on
MONEY = re.compile(r"\s(?i:dollars?|dólares|francs?|pounds?|yen|rupees?|shillings?|rand|crowns?|kron(?:er|or|e))\b")
OF_ITS_STATE = re.compile(r"\s?[(,]\s?(?:la )?(?:République|Rép\.|Royaume|Repubblica)\s")  # "(République gabonaise)"

Ruled = tuple[str, str]  # a role, and the rule that gave it


@fixed
class Name:
    """A name at `start:end`; several hits where it may mean several places. A city with its country is one name.

    `kind` is the group of its term (country, demonym, city, bloc or organisation), `codes` what it may mean, sorted.
    """

    start: int
    end: int
    hits: tuple[Hit, ...]
    kind: str
    codes: tuple[str, ...]


def _name(start: int, end: int, *hits: Hit) -> Name:
    codes = (hits[0].code,) if len(hits) == 1 else tuple(sorted({h.code for h in hits}))
    return Name(start, end, hits, hits[0].group, codes)


def lists_of_names(passage: Passage) -> Iterator[tuple[Sentence, list[Name]]]:
    """Yield every list of names ("Benin, Togo and Mali"; a name alone is a list of one) with its sentence, in order."""
    told = parts(passage)
    inside = within_each(_names(passage), [(s.start, s.end) for s in told])
    for sentence, names in zip(told, inside, strict=True):
        group: list[Name] = []
        for name in names:
            if group and not _in_one_list(group, name, sentence.text):
                yield from ((sentence, part) for part in _list(group, sentence.text))
                group = []
            group.append(name)
        if group:
            yield from ((sentence, part) for part in _list(group, sentence.text))


def _in_one_list(group: list[Name], following: Name, text: str) -> bool:
    name = group[-1]
    gap = text[name.end : following.start]
    if gap.startswith(";") and _is_labelled(group[0], text):  # "Donors: Embassy of Peru; Government of Chile"
        gap = gap.replace(";", ",", 1)
    if following.kind == "organisation" and name.kind in PLACES and DASH.fullmatch(gap):  # "Dakar - IOM opened"
        return False
    if {name.kind, following.kind} == {"city", "demonym"}:  # "the Mission to Skopje and the French Embassy"
        return False
    if gap.strip() in ("'s", "’s"):  # "IOM's USAID-funded project"
        return False
    return bool(BETWEEN.fullmatch(gap)) and not (gap.isspace() and text[following.start] != ARABIC_AND)


def _names(passage: Passage) -> list[Name]:
    """Return the names without overlaps: the longest wins."""
    text = passage.item.text.string
    found: list[Name] = []
    named = [h for h in passage.of(*NAMED) if not _is_of_a_sum(h, text)]
    for hit in sorted(
        [*named, *listed_in(passage), *towns_in(passage)], key=lambda h: (h.start, -h.end, NAMED.index(h.group))
    ):
        last = found[-1] if found else None
        if last and hit.start < last.end:
            if (hit.start, hit.end) == (last.start, last.end) and hit.group == last.kind:
                found[-1] = _name(last.start, last.end, *last.hits, hit)
            elif hit.end - hit.start > last.end - last.start:  # "La Unión Europea" is no town of that name
                found[-1] = _name(hit.start, hit.end, hit)
        elif last and _one_name(text, last, hit):
            found[-1] = _name(last.start, hit.end, *(h for h in last.hits if h.code == hit.code))
        else:
            found.append(_name(hit.start, hit.end, hit))
    return found


def _is_of_a_sum(hit: Hit, text: str) -> bool:
    """Say whether a State's name belongs to a sum: "US$ 40,000", "US $3 million", "ten United States Dollars"."""
    return text[hit.end : hit.end + 2].lstrip().startswith("$") or MONEY.match(text, hit.end) is not None


def _one_name(text: str, name: Name, following: Hit) -> bool:
    """Say whether a city and its country are one name, or a name and its short form: "DR Congo (DRC)"."""
    if following.code not in name.codes:
        return False
    if name.kind == following.group:
        return text[name.end : following.start] == " (" and text[following.end : following.end + 1] == ")"
    in_its_country = name.kind == "city" and following.group in ("country", "demonym")
    return in_its_country and bool(
        (IN_ITS_COUNTRY if following.group == "country" else OF_ITS_STATE).fullmatch(text, name.end, following.start)
    )


def _list(group: list[Name], text: str) -> list[list[Name]]:
    """Return the group as one list, or as several: a comma alone joins neither two names nor one after the "and"."""
    if len(group) == 1:
        return [group]
    lists: list[list[Name]] = []
    ended = len(group) == 2 and not _is_labelled(group[0], text)  # "Countries: Togo, Benin"
    for name in group:
        gap = text[lists[-1][-1].end : name.start] if lists else ""
        arabic_and = gap.isspace() and text[name.start] == ARABIC_AND
        joined = bool(AND.search(gap)) or arabic_and or "/" in gap or gap.strip() in ("-", "–")
        if lists and (joined or not ended):
            lists[-1].append(name)
        else:
            lists.append([name])
        ended = ended or (joined and not ALSO.search(gap))
    return lists


def _is_labelled(name: Name, text: str) -> bool:
    """Say whether a colon stands before a name, or before the body to which it belongs: "Funding: Embassy of Peru"."""
    before = text[max(0, name.start - LABEL_REACH) : name.start]
    words = before[before.rfind(":") + 1 :]
    return ":" in before and all(word[0].isupper() or word in NAME_WORDS for word in WORD.findall(words))
