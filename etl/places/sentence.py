"""A passage -> its sentences, each with its cues and with how near it stands to the activity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from etl.fixed import fixed
from etl.records import Passage
from etl.sentences import sentences
from etl.terms import Hit, within_each

KEPT = 4  # passages whose sentences and roles are kept: the finders of one passage run one after another
LAST_RANK = 3  # of a sentence that neither holds the cue nor tells what was held or who came
TELLING = ("event", "held", "attendant", "whom", "attends")  # cues of a sentence that tells what was held or who came
THEY = re.compile(r"(?:^|[.!?]\s|\b)(?:They|All|Ils|Elles|Tous|Toutes|Ellos|Ellas|Todos|Eles|Elas|Они|Sie|Alle)\s$")
LONGEST_PRONOUN = 10
MARK = r"(?P<mark>[•●▪■◦‣►▶✓✔*·–—-]|\(?(?:\d{1,2}|[a-z])[.)])(?=\s)"
POINT, POINT_BELOW = re.compile(rf"\s*{MARK}"), re.compile(rf"\n\s*{MARK}")
DIGIT = re.compile(r"\w+")
NAMED = ("country", "demonym", "city", "bloc", "organisation")
# An English page quotes the others; elsewhere "oficina" is an event in Portuguese alone.
LANGUAGES = ("en", "fr", "es", "pt", "ru", "ar")


@fixed
class Sentence:
    """A sentence at `start:end` of `text`; `cues` are its hits of the group role.

    `meanings` are the codes of its cues, `names` the spans of its names, `bodies` those of the bodies among them.
    `rank` is 0 in the sentence of the cue, 1 in the title, 2 in one that tells of an event or of who came, else 3.
    """

    start: int
    end: int
    rank: int
    text: str
    cues: tuple[Hit, ...]
    names: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]
    language: str
    meanings: frozenset[str]

    def has(self, *codes: str) -> bool:
        """Say whether a cue of one of these meanings stands in it."""
        return not self.meanings.isdisjoint(codes)

    def of(self, *codes: str) -> Sequence[Hit]:
        """Return the cues of these meanings, in their order."""
        return () if self.meanings.isdisjoint(codes) else [h for h in self.cues if h.code in codes]


def title_end(passage: Passage) -> int:
    """Return where the title ends in the item's text; 0 where the text does not begin with it."""
    title = " ".join(passage.item.title.split())
    return len(title) if title and passage.item.text.string.startswith(title) else 0


@lru_cache(maxsize=KEPT)
def parts(passage: Passage) -> tuple[Sentence, ...]:
    """Return the sentences of a passage in their order; the title is one of its own."""
    return tuple(_sentences(passage))


def _end_of_point(passage: Passage) -> int:
    """Return where the point of a list ends in which the cue stands, before the next one; else the passage's end."""
    text = passage.item.text.string
    mark = POINT.match(text, text.rfind("\n", 0, passage.cue_start) + 1)
    if mark is None:
        return passage.end
    kind = DIGIT.sub("0", mark.group().strip())
    later = (m for m in POINT_BELOW.finditer(text, passage.cue_end, passage.end))
    return next((m.start() for m in later if DIGIT.sub("0", m["mark"]) == kind), passage.end)


def _came(roles: list[Hit], text: str) -> bool:
    """Say whether people came: "thirty officials travelled from"; of victims or goods it tells nothing."""
    came = [h.start for h in roles if h.code == "came"]
    ends = [h.end for h in roles if h.code == "person"] if came else ()
    people = any(end < start and text[end:start].isspace() for start in came for end in ends)
    return people or any(THEY.search(text, max(0, start - LONGEST_PRONOUN), start) for start in came)


def _earlier(said: set[str]) -> bool:
    """Say whether a sentence tells of people trained at other times: "Since 2015 it has trained 500 officers in"."""
    return "past" in said and not said.isdisjoint(("trained", "attended"))


def _sentences(passage: Passage) -> Iterator[Sentence]:
    text, edge, language = passage.item.text.string, title_end(passage), passage.item.language
    languages = LANGUAGES if language == "en" else (language, "en")
    own_end = _end_of_point(passage)
    spans = [
        (start + first, end + first)
        for first, last in ((passage.start, min(edge, passage.end)), (max(edge, passage.start), own_end))
        for start, end in (sentences(text[first:last]) if first < last else ())
    ]
    for (start, end), inside in zip(spans, within_each(passage.hits, spans), strict=True):
        roles = [h for h in inside if h.group == "role"]
        cues = tuple([h for h in roles if h.term.language in languages])
        named = [h for h in inside if h.group in NAMED]
        names = tuple([(h.start, h.end) for h in named])
        bodies = tuple([(h.start, h.end) for h in named if h.group == "organisation"])
        said = {h.code for h in inside if h.group == "participation"}
        codes = {h.code for h in roles}
        came = not codes.isdisjoint(TELLING) or {"countries", "person"} <= codes or _came(roles, text)
        told = (bool(said) or came) and not _earlier(said)
        rank = 0 if start <= passage.cue_start < end else 1 if end <= edge else 2 if told else LAST_RANK
        meanings = frozenset([h.code for h in cues])
        yield Sentence(start, end, rank, text, cues, names, bodies, language, meanings)
