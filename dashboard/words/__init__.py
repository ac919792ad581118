"""A key and a language -> the words that a reader sees; numbers and dates in the reader's way."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Self

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from dashboard.words.access_en import WORDS as ACCESS_EN
from dashboard.words.access_es import WORDS as ACCESS_ES
from dashboard.words.access_fr import WORDS as ACCESS_FR
from dashboard.words.briefing_en import WORDS as BRIEFING_EN
from dashboard.words.briefing_es import WORDS as BRIEFING_ES
from dashboard.words.briefing_fr import WORDS as BRIEFING_FR
from dashboard.words.en import WORDS as EN
from dashboard.words.es import WORDS as ES
from dashboard.words.fr import WORDS as FR
from dashboard.words.pages_en import WORDS as PAGES_EN
from dashboard.words.pages_es import WORDS as PAGES_ES
from dashboard.words.pages_fr import WORDS as PAGES_FR
from dashboard.words.reading_en import WORDS as READING_EN
from dashboard.words.reading_es import WORDS as READING_ES
from dashboard.words.reading_fr import WORDS as READING_FR
from dashboard.words.roles_en import WORDS as ROLES_EN
from dashboard.words.roles_es import WORDS as ROLES_ES
from dashboard.words.roles_fr import WORDS as ROLES_FR

LANGUAGES = {"en": "English", "fr": "Français", "es": "Español"}
WORDS = {
    "en": EN | PAGES_EN | BRIEFING_EN | ACCESS_EN | READING_EN | ROLES_EN,
    "fr": FR | PAGES_FR | BRIEFING_FR | ACCESS_FR | READING_FR | ROLES_FR,
    "es": ES | PAGES_ES | BRIEFING_ES | ACCESS_ES | READING_ES | ROLES_ES,
}
PRECISIONS = (4, 7, 10)  # lengths of an ISO 8601 date: year, month, day


def word(key: str, language: str = "en", **values: Any) -> str:
    """Return the words for `key` with `values` put in; whole numbers are written in the reader's way.

    `n` chooses between `key.one` and `key` where a language has both; `{n:it|they}` is the word for one and for any
    other number, whatever its name. In French nothing goes with the word for one. KeyError for an unknown key.
    """
    words = WORDS.get(language, WORDS["en"])
    key = _of_one(key, values.get("n"), language, words)
    written = {name: _Number(v, language) if isinstance(v, int | float) else v for name, v in values.items()}
    return words[key].format(**written)


def word_of(role: str, key: str, language: str = "en", **values: Any) -> str:
    """Return the words for `key` that go with what a country means: the host or the donor have words of their own."""
    own = f"{key}_{role}"
    return word(own if own in WORDS["en"] else key, language, **values)


def _of_one(key: str, n: Any, language: str, words: Mapping[str, str]) -> str:
    """Return the key of the words for one where `n` asks for it; those that say "1" themselves are not for nothing."""
    one = f"{key}.one"
    fits = one in words and _is_one(n, language) and (n == 1 or "{n" in words[one])
    return one if fits else key


def _is_one(n: Any, language: str) -> bool:
    return bool(n == 1 or (n == 0 and language == "fr"))


class _Number(str):
    """A number as it is written, which knows whether it goes with the word for one."""

    is_one: bool

    def __new__(cls, value: float, language: str) -> Self:
        made = super().__new__(cls, number(value, language))
        made.is_one = _is_one(value, language)
        return made

    def __format__(self, forms: str) -> str:
        """Return the number, or the word that goes with it of "it|they"."""
        return forms.split("|")[0 if self.is_one else 1] if forms else str(self)


@lru_cache(maxsize=20_000)  # the same small numbers come again and again, and Babel takes its time
def number(value: float, language: str = "en") -> str:
    """Write a count: groups of three, no decimals."""
    return format_decimal(round(value), locale=language)


def share(part: int, whole: int, language: str = "en") -> str:
    """Write part of whole as a percentage; nothing of nothing is 0 %."""
    return format_percent(part / whole if whole else 0, locale=language)


def percent(value: float | None, language: str = "en") -> str:
    """Write a confidence from 0 to 1 as a whole percentage; "" where there is none."""
    return "" if value is None else share(round(value * 100), 100, language)


def date(iso: str, language: str = "en") -> str:
    """Write YYYY, YYYY-MM or YYYY-MM-DD as precisely as it is known; anything else stays as it is."""
    if len(iso) not in PRECISIONS:
        return iso
    try:
        day = datetime.date.fromisoformat((iso + "-01-01")[:10])
    except ValueError:
        return iso  # of an address: as long as a date, but none
    if len(iso) == 4:
        return iso
    return format_date(day, "d MMM y" if len(iso) == 10 else "MMM y", locale=language)


def period(name: str, language: str = "en") -> str:
    """Write a period of the timeline: 2016, 2016-Q4 or 2016-11."""
    if "Q" in name:
        year, quarter = name.split("-Q")
        return word("quarter", language, year=year, quarter=quarter)
    return date(name, language)
