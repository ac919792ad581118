"""A sentence of a passage -> whether it tells of another time than that of the activity: other years, what had been."""

from __future__ import annotations

import re

from etl.records import Passage

YEAR = re.compile(r"(?<![\d/.,])(?:19|20)\d\d(?![\d/.,]\d)")
YEAR_REACH = 160  # characters behind the words for the activity in which its year stands
HAD_BEEN = re.compile(
    r"\bhad (?:been |already |previously |also )?(?:\w+ed|held|run|begun|led|met|paid)\b"
    r"|\b(?:avait|avaient) (?:été |déjà )?\w+é"
    r"|\b(?:había|habían|havia|haviam|tinha|tinham) \w+[dt]o\b",
    re.I,
)


def of_other_years(passage: Passage, start: int, end: int) -> bool:
    """Say whether all the years that a sentence names are before, or all after, those of the activity's sentence."""
    text = passage.item.text.string
    named = [int(y) for y in YEAR.findall(text, start, end)]
    if not named:
        return False
    first, last = text.rfind("\n", 0, passage.cue_start) + 1, passage.cue_end + YEAR_REACH
    if start > passage.cue_end:
        last = min(last, start)
    title = passage.item.title if passage.start == 0 else ""
    own = [int(y) for y in YEAR.findall(f"{passage.item.heading} {title}") + YEAR.findall(text, first, last)]
    return bool(own) and (max(named) < min(own) or min(named) > max(own))
