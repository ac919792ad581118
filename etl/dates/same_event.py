"""A sentence -> the day of an event told of before that it names: "At the same ceremony", "On the third day".

Nothing is said where the sentence itself names the event ("On the margins of the forum in Lima"): that may be another.
"""

from __future__ import annotations

import re

from etl.small_words import spelt

NOUN = rf"(?:{spelt('event told of')})"
WHICH = rf"(?:{spelt('says which event')})"
EVENT = rf"(?:(?:{spelt('the event')})\s+|l[’'])*{NOUN}"
OF_IT = rf"(?:\s{WHICH}\s+{EVENT}|\s+{EVENT})?"
NO_OTHER = (  # no "of the ministers", "annual ... of"; in Russian a name may follow without any word, a verb does not
    rf"(?!\w|\s{NOUN}\b|\s(?:[a-zß-ÿ]+\s)?(?:{WHICH}\b|d[’']))"
    r"(?:(?<![а-яё])|(?=[,:]|\s[а-яё]+(?:л|ла|ло|ли|лся|лась|лось|лись)\b))"
)
LEAD = r"\W*(?:[^\W\d_]+,\s)?"  # "Moreover, "
DAYS = {"first day": "1", "second day": "2", "third day": "3", "last day": "last"}
SAME = {"same day": "day", "same month": "month", "same year": "year"}
WORDS = (
    *((rf"(?:{spelt(purpose)})\b", span) for purpose, span in SAME.items()),
    *((rf"(?:{spelt('on such a day')})\s(?:{spelt(purpose)}){OF_IT}{NO_OTHER}", day) for purpose, day in DAYS.items()),
    (rf"(?:{spelt('when an event ended')}){OF_IT}{NO_OTHER}", "last"),
    (rf"(?:{spelt('when an event began')}){OF_IT}{NO_OTHER}", "1"),
    (rf"(?:{spelt('on that occasion')})\b", "all"),
    (rf"(?:{spelt('beside an event')})(?:\s+|(?<=[’'])){EVENT}{NO_OTHER}", "all"),
)
SAID = [(re.compile(LEAD + words, re.I), day) for words, day in WORDS]


def day_of_same_event(text: str, start: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """Return which day of an event told of before a sentence says first of all, and where: "1", "last" or "all" days.

    Or that it was in the same "day", "month" or "year" as what was told of last; None where it says no such thing.
    """
    found = ((pattern.match(text, start, end), day) for pattern, day in SAID)
    return next(((day, match.span()) for match, day in found if match), None)
