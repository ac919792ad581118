"""Numbers behind the word for people, or in brackets -> the group counted: "Participants: 45", "judges (10)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.people.group import GENDERS, PARTICIPANT, Group
from etl.terms import Hit

IN_NUMBER = re.compile(
    r"\s(?:in number|in all|all told|in total|altogether|au total|en tout|en total|en todo|no total|ao todo|всего"
    r"|insgesamt|in tutto|في المجموع)\b"
)
BEFORE_IN_NUMBER = re.compile(  # "delegates from Kenya, 12 in all"; "delegates from Oti, Volta and Ahafo, 36 in all"
    r"(?:(?:\s[^.,:;()]{0,50})?,\s|\s(?:from|of|de|из|aus|da)\s[^.:;()\d]{0,100},\s)"
    r"(?:(?:i\.e\.|that is|or|soit|ou|es decir|o sea|o|isto é|ou seja|то есть|т\.е\.|или|also|d\.h\.|oder|ossia),?\s)?"
)
LABEL = re.compile(r"\s*(?::|=|\(|[-–—])\s*")
NUMBERING = re.compile(
    r",?\s(?:(?:numbering|totalling|au nombre de|en número de|em número de|in numero di|an der Zahl|числом)\s"
    r"|au nombre d['’](?:une\s)?)"
)
GATHERING = re.compile(
    r"(?:\b(?:audience|turnout|attendance|crowd|class|group|cohort|delegation) of"
    r"|\b(?:turnout|attendance) (?:was|is)|\b(?:public|auditoire|assistance) de"
    r"|\b(?:[Aa]sistieron|[Pp]articiparon|[Pp]articiparam|[Aa]ttended by|[Aa]ttendance:|[Pp]articiparono)"
    r"|\b(?:[Ii]ls|[Ee]lles) (?:sont|étaient)|\b(?:público|audiencia|asistencia|assistência|plateia) de)\s$"
)
ALONE = re.compile(r"\s*(?:[.,;)!?]|à\s|was made|were\s|$)")
TOOK_PART = re.compile(  # behind a number that nothing else follows: "25 took part"
    r"\s(?:(?:who|qui|que|quienes|che|die) )?(?:took part|participated|attended|graduated|were trained|were present"
    r"|came(?! from)|étaient présents|étaient présentes|estuvieron presentes|acudieron|compareceram|estiveram presentes"
    r"|присутствовали"
    r"|have been trained|ont participé|ont pris part"
    r"|ont été formé(?:e?s)|participaron|asistieron|se graduaron|se capacitaron|participaram|foram formados"
    r"|приняли участие|участвовали|прошли обучение|nahmen (?:daran )?teil|hanno partecipato|hanno preso parte)\b"
)
COLON = re.compile(r"\s?[:=]\s?")
OPENED, CLOSED = re.compile(r"\(\s{0,2}$"), re.compile(r"\s{0,2}\)(?=\s\w)")
GATHERING_REACH = 45  # characters in front of a number in which what gathered is named
NUMBER_OF = re.compile(
    r"(?:\b(?:number of|nombre (?:total )?de|número (?:total )?de|numero di|Zahl der|число|количество)|\bعدد)"
    r"\s(?:the )?$"
)
NUMBER_IS = re.compile(
    r"\s(?:(?:was|were|is|reached|est(?: de)?|était(?: de)?|a été de|a atteint|de|fue(?: de)?|es(?: de)?|foi(?: de)?"
    r"|è stato di|betrug|lag bei|составило|составляет|составил|بلغ|كان)\s)?"
)


def behind_bracket(text: str, start: int, end: int, nouns: Sequence[Hit]) -> int:
    """Return where the bracket ends that holds a number alone before what it counts, "(30) engineers"; else `end`.

    In "judges (10) took part" it is the judges that are counted.
    """
    bracket = CLOSED.match(text, end)
    opened = OPENED.search(text, max(0, start - 3), start) if bracket else None
    if not bracket or not opened or any(0 <= opened.start() - n.end <= 1 and n.group == "people" for n in nouns):
        return end
    return bracket.end()


def headed(text: str, start: int, end: int, value: int, nouns: Sequence[Hit]) -> Group | None:
    """Return the group of `women: 21`, or of `the number of participants was 34 (persons)`."""
    for noun in nouns:
        if noun.end >= start or noun.code not in (*GENDERS, PARTICIPANT):
            continue
        if noun.code in GENDERS and COLON.fullmatch(text, noun.end, start):
            return Group(noun.start, end, value, "person", noun.code, "exact")
        if NUMBER_IS.fullmatch(text, noun.end, start) and NUMBER_OF.search(text, 0, noun.start):
            return Group(start, end, value, PARTICIPANT, "", "exact")
    return None


def gathered(text: str, start: int, end: int, first: int, value: int, qualifier: str) -> Group | None:
    """Return the group of a number that no noun follows: "an audience of about 140.", "140 took part".

    `first` begins its qualifier.
    """
    gathering = GATHERING.search(text, max(0, start - GATHERING_REACH), first) and ALONE.match(text, end)
    if not gathering and not TOOK_PART.match(text, end):
        return None
    return Group(first, end, value, PARTICIPANT, "", qualifier)


def under_label(text: str, start: int, nouns: Sequence[Hit]) -> bool:
    """Say whether a count stands behind "Participants:", as in "Participants: 16 clerks"."""
    return any(n.code == PARTICIPANT and COLON.fullmatch(text, n.end, start) for n in nouns)


def labelled(text: str, start: int, end: int, value: int, nouns: Sequence[Hit]) -> Group | None:
    """Return the group of `Participants: 45`, `judges (10)`, `judges, numbering 10` or `judges, 10 in number`."""
    in_number = IN_NUMBER.match(text, end)
    for noun in nouns:
        if noun.group != "people" or noun.end >= start:
            continue
        if in_number and BEFORE_IN_NUMBER.fullmatch(text, noun.end, start):
            return Group(noun.start, in_number.end(), value, noun.code, "", "exact")
        if NUMBERING.fullmatch(text, noun.end, start):
            return Group(noun.start, end, value, noun.code, "", "exact")
        if not LABEL.fullmatch(text, noun.end, start):
            continue
        bracketed = text[start - 1] == "(" and text.startswith(")", end)
        if bracketed or noun.code == PARTICIPANT:
            return Group(noun.start if bracketed else start, end + bracketed, value, noun.code, "", "exact")
    return None
