"""Names that no word links to the rest: a dateline, a venue between commas -> their role."""

from __future__ import annotations

import re

from etl.places.links import AND, link
from etl.places.named import MODIFIERS, Name, Ruled
from etl.places.sentence import Sentence
from etl.small_words import spelt
from etl.text import FIGURE
from etl.towns import is_arabic_in

DATELINE = re.compile(
    r"\s?\.\s?[-‒–—―]"  # "LIMA.- "
    r"|\s*(?:\([^()]{0,40}\)|[,(]?\s*[^.;–—]{0,45}?\d[^.;–—]{0,30}?)?\)?"
    r"(?:\.?\s?[-‒–—―]\s|\s[-‒–—―])"  # "Oslo (5 May) - "
    r"|\s?[,;،]\s?[^\[\]]{0,30}\d{4}\]"  # "[Entebbe; 16 June 2022]"
    r"|\s?\([^()]{0,40}\)_"  # "Peru (Andina)_ "
    r"|\s*,\s*[^.;–—:]{0,25}\d[^.;–—:]{0,20}:\s"
    r"|\)?,?\s(?:le|el|a|il|den)\s\d{1,2}(?:er)?[.\s]"  # "Bamako, le 14 août 2024"
    rf"|\s*[(|/,–—-]\s*(?:{spelt('wire')})\b"  # the agency that wires it
)
FURTHER_ON = 2  # rank of sentences behind that of the cue
ADDRESS = re.compile(  # "Orchard Fund, Via Roma 3, Turin", "P.O. Box 12, Suva"
    rf"\b(?:{spelt('street')})\s[^.;]{{2,40}}\d|\d[^.;,]{{0,30}}\s(?:{spelt('street behind its name')})\b"
    r"|\w(?:straße|strasse|str\.)\s\d"
    r"|\bP\.?\s?O\.?\s?Box\s\d|\bB\.?P\.?\s\d"
)
DIGIT = re.compile(FIGURE)
FIRST_ENDS = re.compile(r"\)?\s*[,،:]")
DATED = re.compile(
    rf"[,،]?\s*\d{{1,2}}(?:\s*(?:[-–]|{spelt('till a day', 'and a day')})\s*\d{{1,2}})?(?:\sde)?\s[^\W\d_]{{3,}}"
)
LONGEST_NAME = 40  # characters of a town's name
VILLAGE = r"[^\W\d_a-zà-ÿа-я][\w’'-]+(?:\s[^\W\d_a-zà-ÿа-я][\w’'-]+)?,\s"  # one that no list knows
A_VILLAGE = re.compile(rf"\W*{VILLAGE}")
IN_A_VILLAGE = re.compile(
    rf"\b(?:{spelt('in')})\s(?:(?:the |la |a )?(?:{spelt('in a town')}) (?:of |de |da |do )?)?{VILLAGE}$"
)
IN_ITALIAN = re.compile(r"\b[Aa]d?\s$")  # elsewhere it leads to a place: "viajaron a Lima"
IN_BRACKETS = re.compile(  # "на Иссык-Куле (Кыргызстан)", "in Sesimbra (Portugal)"
    rf"\b(?i:{spelt('in')}|a|nach|на озере)\s"
    r"[^\W\d_a-zà-ÿа-я][\w’'-]+(?:\s[^\W\d_a-zà-ÿа-я][\w’'-]+)?\s\($"
)
BULLETS = " #*•‣◦·–—-"
LABEL_ENDS = re.compile(r":\s")
COMMAS = (",", "،", "(", "|", "–", "-")
VENUE = re.compile(r"\s*(?:\)|[,،]?\s*\d{1,2}\b|[,،]\s*\w+\s\d{4}|[.]?$|\s[-–—(|])")


def on_its_own(before: str, names: list[Name], sentence: Sentence) -> Ruled | None:
    """Return the role of names that open a text, or of a city that no word links to anything."""
    text, end = sentence.text, names[-1].end
    if sentence.rank >= FURTHER_ON and not sentence.has("event", "held", "attendant") and _in_an_address(before):
        return "named", "in an address"
    if names[0].kind == "country" and 0 < len(before) <= LONGEST_NAME and A_VILLAGE.fullmatch(before):
        opens = text[end : sentence.end] in ("", ".") or DATELINE.match(text, end, sentence.end)
        return ("dateline", "dateline of a town that no list knows") if opens else None
    if (
        not before.strip(' "“«([•–-')
        and DATELINE.match(text, end, sentence.end)
        and not _are_two_sides(names, sentence)
    ):
        return "dateline", "dateline"
    if names[0].kind == "country" and not before.strip(" #*•-") and sentence.rank == 1:
        dated = DATED.match(text, end, sentence.end)
        return ("dateline", "dateline") if dated and len(names) == 1 else None
    if names[0].kind == "country" and _in_a_village(before) and len(names) == 1:
        return "where", "village in + country"
    if names[0].kind == "country" and text[end : end + 1] == ")" and IN_BRACKETS.search(before):
        return "where", "village in + country in brackets"
    if names[0].kind == "city" and is_arabic_in(text[names[0].start : names[0].end]):
        return "where", "in + city, one word"
    venue = _venue(before, end, sentence) if names[0].kind == "city" else ""
    return ("where", venue) if venue else None


def is_label(names: list[Name], said: str, sentence: Sentence) -> bool:
    """Say whether States open a line that tells of them: "Fiji: seventeen officers boarded"."""
    return not said.strip(BULLETS) and LABEL_ENDS.match(sentence.text, names[-1].end) is not None


def _are_two_sides(names: list[Name], sentence: Sentence) -> bool:
    """Say whether a title opens with two States of which it tells: "Peru and Chile - partners in fish"."""
    return len({n.codes for n in names}) > 1 and AND.search(sentence.text, names[0].end, names[-1].start) is not None


def _in_an_address(before: str) -> bool:
    """Say whether an address stands before a name; whether it has a figure, as each has, is asked first."""
    return DIGIT.search(before) is not None and ADDRESS.search(before) is not None


def _in_a_village(before: str) -> bool:
    return "," in before[-3:] and IN_A_VILLAGE.search(before) is not None


def _venue(before: str, end: int, sentence: Sentence) -> str:
    """Return why a city is a venue although no word links it ("3-5 May, Bangkok"); "" where it is none."""
    text, start = sentence.text, sentence.start + len(before)
    if before.rstrip().endswith(COMMAS) and VENUE.match(text, end, sentence.end):
        return "venue between commas"
    if _in_a_village(before):
        return "village in + city"
    if not before.strip(" #*•-") and (text[end : sentence.end] in ("", ".") or FIRST_ENDS.match(text, end)):
        return "venue first"
    if DATED.match(text, end, sentence.end) and not link(before)[0]:
        return "venue before a date"
    if sentence.language == "it" and IN_ITALIAN.search(before):
        return "a + city"
    events = sentence.of("event")
    if any(text[h.end : start].isspace() for h in events if h.end < start):
        return "event + city"
    gaps = [text[end : h.start] for h in events if h.start > end and not link(before)[0]]
    return "city + event" if any(len(gap.split()) < MODIFIERS and "," not in gap for gap in gaps) else ""
