"""A line of a document -> who pays, as a statement about the document or its project says it; most lines say none.

1. label: it names who pays and no more, "Funded by Norway", "Budget: EUR 2 m | Donors: Norway, Peru".
2. paper: a sentence about the document itself, "This newsletter was produced with the financial support of Norway".
3. project: a sentence about the project that it tells of, "The project is funded by Norway".
4. both: a sentence about what was told right before it, "Both courses were funded by Norway".
5. event: a sentence that only says who paid for the event, "Support for the conference was provided by Norway".

It is no statement what a body lives on ("The Centre receives core support from Norway"), what is said of another
project ("a project funded by Norway"), and a sentence that tells what was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from etl import vocabulary
from etl.find.events.determiners import NEW, TOLD, determiner
from etl.find.events.look_alikes import MEETINGS
from etl.fixed import fixed
from etl.places.bodies import one_list
from etl.places.purses import who_paid
from etl.places.roles import Place
from etl.records import Finding, Item, Passage
from etl.sentences import sentences
from etl.small_words import pattern, spelt
from etl.terms import within
from etl.text import joined

LABEL, PAPER, PROJECT, BOTH, EVENT = "label", "paper", "project", "both", "event"
LONGEST = 900  # characters of a line: longer ones are paragraphs that tell of something else
OPENS = re.compile(r"\W*(?:[^\W\d_]+\s(?:(?:of|de|der|di)\s)?)?")  # "Source of funding:"
LONGEST_LABEL = 160  # characters of what names who pays and no more
SUBJECT_REACH = 130  # characters between the project and who pays: "The project X, which runs in ..., is funded by"
CONFIDENCE = 0.6  # of a donor that only the document names; set on study pages, where most such rows proved right
CUES = ("donor", "support", "pays", "money", "backs", "gives", "gave", "sum")
SAY_WHO = ("donor", "support", "pays", "sum", "gave")
NAMES = ("country", "demonym", "organisation", "bloc")
NEAR = 150  # characters between them
SUM = "sum"
TELLING = ("event", "act")
PAYING = ("fund", "give", "support", "light", "hold")  # verbs of a sentence that says no more than who paid
BAR = re.compile(r"\s[|•·]\s|\t|\s{3,}")
CARRIED_OUT = re.compile(  # what may stand before a label on its line: "Implemented by UNDP, funded by Norway"
    r"\W*(?:implemented|executed|carried out|managed|organi[sz]ed|mise? en œuvre|exécutée?|implementad[oa]|ejecutad[oa]"
    r"|executad[oa]|реализует\w*|durchgeführt|attuat[oa])\s(?:by|par|por|pel[oa]s?|von|da)?\s?[^.;:]{2,80}"
    r"(?:,\s(?:and\s)?|\s(?=(?:with|avec|con|com)\s))"
    rf"|\W*(?:{spelt('paid for')}):\s[^.;:]{{2,100}},\s",  # "Project: Safe Ports (Phase 2), made possible by Norway"
    re.I,
)
IT = re.compile(  # "It is funded by"; "Its overall budget was provided by"
    r"\W*(?:it|il|elle|он|она|оно|es|sie|esso|é|هو|هي)?\b"
    r"|(?:its|son|sa|ses|su|sus|[oa]s? seus?|[oa]s? suas?|его|её|ее|seine?|ihre?|il suo|i suoi)(?:\s\w+){0,2}",
    re.I,
)


@fixed
class Said:
    """What a line says of who pays: about what (label, paper, project), the words for it, and the finding.

    `meeting` is the code of the event told before that its sentence names, "" for none: "The workshop is part of".
    """

    about: str
    words: str
    finding: Finding
    meeting: str = ""


def said(n: int, line: str, language: str) -> Iterator[Said]:
    """Yield the statements of line `n` of a document."""
    if len(line) > LONGEST or not pattern("money").search(line):
        return
    text = joined([(n, line)])
    item = Item("", 0, "page", n, n, "", "", "", text, language)
    passage = Passage(item, 0, len(text.string), 0, 0, n, n, vocabulary.terms().find(text.string))
    if not _may_name_a_donor(passage):
        return
    paying, before = who_paid(passage), ""
    for start, end in sentences(text.string):
        named = [p for p in paying if start <= p.start < end]
        about, words = _about(passage, (start, end), named, before) if named else ("", "")
        if about:
            found = one_list("donors", named, CONFIDENCE, passage)
            met = _known_meeting(passage, start, end)
            yield from (Said(about, words, replace(f, rule=f"funding.{about}: {named[0].rule}"), met) for f in found)
        before = text.string[start:end]


def _may_name_a_donor(passage: Passage) -> bool:
    """Say whether words that say who pays stand near a name; looking for the role of each name takes far longer."""
    cues = [h.start for h in passage.of("role") if h.code in SAY_WHO]
    if not cues:
        return False
    names = [h.start for h in passage.of(*NAMES)]
    near = any(abs(name - cue) <= NEAR for cue in cues for name in names)
    labelled = any(h.code == "donor" and h.term.term.endswith(":") for h in passage.of("role"))
    return near or labelled or any(word in passage.item.text.string for word in vocabulary.small_words("purse"))


def names_a_project(words: str) -> bool:
    """Say whether words name a project, programme or the like."""
    return pattern("paid for").search(words) is not None


def _about(passage: Passage, sentence: tuple[int, int], named: list[Place], before: str) -> tuple[str, str]:
    """Return what a sentence that names who pays is about, and the words for it; two "" for another one."""
    text, (start, end), name = passage.item.text.string, sentence, named[0].start
    parts = [m.end() for m in BAR.finditer(text, start, name)]
    carried_out = CARRIED_OUT.match(text, start, name)
    opens = parts[-1] if parts else carried_out.end() if carried_out else start
    cues = [h for h in within(passage.hits, opens, name) if h.group == "role" and h.code in CUES]
    cue = cues[-1].start if cues else name
    closes = BAR.search(text, name, end)
    if not parts and (subject := _subject(passage, start, cue, before)):
        return subject
    last = closes.start() if closes else end
    says_so = [h for h in cues if h.code != SUM and OPENS.fullmatch(text, opens, h.start)]
    alone = start == 0 or bool(parts)  # a label opens its line; a sentence behind others is of what they tell
    short = says_so and alone and last - opens <= LONGEST_LABEL
    told = [h.start for h in within(passage.hits, opens, last) if h.group in TELLING and h.code != "fund"]
    tells = any(not any(p.start <= n < p.end for p in named) for n in told)
    if short and not tells:
        return LABEL, text[start:opens]
    return (EVENT, text[start:end]) if _only_pays(passage, start, end) else ("", "")


def _only_pays(passage: Passage, start: int, end: int) -> bool:
    """Say whether a sentence names a meeting as one that was told, and tells nothing else that was done."""
    inside = within(passage.hits, start, end)
    events = [h for h in inside if h.group == "event" and h.code in MEETINGS]
    done = any(h.group == "act" and h.code not in PAYING for h in inside)
    figures = any(c.isdigit() for c in passage.item.text.string[start:end])
    return bool(events) and not done and not figures and determiner(passage.item.text.string, start, events[0]) != NEW


def _known_meeting(passage: Passage, start: int, end: int) -> str:
    """Return the code of the first meeting of a sentence where it is one told before; "" elsewhere."""
    first = next((h for h in within(passage.of("event"), start, end) if h.code in MEETINGS), None)
    return first.code if first and determiner(passage.item.text.string, start, first) == TOLD else ""


def _subject(passage: Passage, start: int, cue: int, before: str) -> tuple[str, str] | None:
    """Return what the words before a cue are about: paper or project, with the words for it; None for others."""
    first = max(start, cue - SUBJECT_REACH)
    words, held = passage.item.text.string[first:cue], within(passage.hits, first, cue)
    if IT.fullmatch(words.strip()) and not names_a_project(words):  # "Its programme is funded by" names it itself
        words, held = before[:SUBJECT_REACH], ()  # "The Facility answers requests. It is funded by"
    events = [h.start - first for h in held if h.group == "event"]
    if pattern("both").match(words.lstrip()):
        return BOTH, words
    last = max((n for n in events if not words[n].isupper()), default=0)  # else it is in a name
    for about, noun in ((PAPER, "paper"), (PROJECT, "paid for")):
        found = [m for m in pattern(noun).finditer(words) if not _another(words[: m.start()])]
        if found and last <= found[-1].start():  # not "the project held a course funded by"
            return about, words
    return None


def _another(words: str) -> bool:
    """Say whether the words before a noun make it any one of its kind: "a project".

    Not "part of a project", nor "Fair Ports is a project".
    """
    one = list(pattern("any one").finditer(" ".join(words.split()[-4:])))
    if not one or pattern("framework").search(words):
        return False
    return pattern("is").search(words) is None
