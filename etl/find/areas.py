"""A passage -> one or two of the programme's seven areas of intervention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from etl import vocabulary
from etl.find.events.bodies_named import in_a_bodys_name
from etl.find.events.clauses import cue_sentence
from etl.records import Document, Finding, Item, Passage
from etl.small_words import spelt
from etl.terms import Hit, within

ORDER = ("criminal_justice", "protection", "prevention", "research", "legislation", "strategy", "cooperation")
NEAR = 1.0  # a word in the heading or in the sentence of the activity
TITLED = 1.4  # a title names what it is about
FAR = 0.4
MOST = 2.0  # so that a list of offices does not drown the rest
SECOND = 0.35  # the second area stands where it weighs this share of the first
HALF = 0.4  # of the weight of a word that only a formula or a name holds
IN = ("in ", "in close ", "in direct ", "en ", "en étroite ", "en estrecha ", "em ", "em estreita ", "в ", "в тесном ")
BESIDE = 12  # characters of the longest of them
PREVENT = ("prevent", "préven", "prév", "предупрежд", "предотвр")
# What kinds of work are usually for; little enough that words decide, more where nearly all are for the same.
LITTLE, SELDOM, USUALLY, OFTEN, MOSTLY = 0.1, 0.4, 0.7, 0.9, 1.1
USUAL = {
    "training": {"criminal_justice": USUALLY}, "train": {"criminal_justice": USUALLY},
    "campaign": {"prevention": MOSTLY}, "publication": {"research": USUALLY},
    "data": {"research": MOSTLY}, "collect": {"research": MOSTLY},
    "partnership": {"cooperation": MOSTLY}, "sign": {"cooperation": MOSTLY}, "join": {"cooperation": USUALLY},
    "conference": {"cooperation": MOSTLY},
    "legislative": {"legislation": USUALLY}, "draft": {"legislation": SELDOM},
    "support": {"protection": OFTEN}, "give": {"protection": OFTEN},
    "assessment": {"research": USUALLY, "strategy": USUALLY}, "assess": {"research": SELDOM, "strategy": SELDOM},
    "workshop": {"strategy": SELDOM, "cooperation": SELDOM},
}  # fmt: skip
# What they are for, too, where they are about a crime.
AGAINST_CRIME = {kind: {"criminal_justice": USUALLY} for kind in ("publication", "expert_meeting")}
TRAINED, ADDRESSED = {"training", "train"}, 1.5  # a training is for what those do whom it trains
MET, GIVING = TRAINED | {"workshop", "conference", "expert_meeting"}, {"give", "support"}
EXPERTS, ATTENDED = "expert_meeting", "conference"  # what people who met without any word for the meeting were at


@lru_cache(maxsize=64)
def _of_heading(title: str) -> frozenset[str]:
    """Return the areas that a report's section heading, or a document's title, names."""
    return frozenset(h.code for h in vocabulary.terms().find(title, "area"))


def _in_name(hit: Hit, names: Sequence[Hit]) -> bool:
    """Say whether a word is only part of a name: "the Agency for Development and Cooperation" paid."""
    return any(n.start <= hit.start and hit.end <= n.end and n.end - n.start > hit.end - hit.start for n in names)


@cache
def _of_audience() -> dict[str, str]:
    """Return the area that is for those addressed, by the code of an audience."""
    return {row["code"]: row["area"] for row in vocabulary.rows("audiences") if row["area"]}


@cache
def _formula() -> re.Pattern[str]:
    """Return what stands behind "prevent" where that is only half of "prevent and combat"."""
    words = spelt("combat")
    return re.compile(rf"(?:,\s\w+)?,?\s(?:and|et|y|e|и)\s(?:to\s|de\s)?(?:la\s|le\s|el\s|a\s|o\s)?(?:{words})", re.I)


def _is_half(hit: Hit, item: Item) -> bool:
    """Say whether a word tells half of what was done, as in "prevent and combat", "in cooperation with" and names."""
    text = item.text.string
    if hit.code == "prevention" and hit.term.term.startswith(PREVENT) and _formula().match(text, hit.end):
        return True
    if hit.code == "cooperation" and text[max(0, hit.start - BESIDE) : hit.start].lower().endswith(IN):
        return True
    return in_a_bodys_name(text, hit.start, item.language)


def _saying(passage: Passage) -> Iterator[tuple[str, str, Hit, float]]:
    """Yield each word that says an area, with its area and weight; those of the passage's language, outside names.

    Who is addressed says an area too (data/vocabulary/audiences.csv), where no word of the list says it already.
    """
    item, names = passage.item, passage.of("organisation", "programme")
    known: set[int] = set()
    for hit in passage.of("area"):
        word = hit.term.term
        if item.language not in hit.term.language or _in_name(hit, names):
            continue
        known.update(range(hit.start, hit.end))
        yield word, hit.code, hit, hit.term.weight * (HALF if _is_half(hit, item) else 1.0)
    for hit in passage.of("audience"):
        area = _of_audience().get(hit.code)
        if area and hit.start not in known and not _in_name(hit, names):
            yield hit.term.term, area, hit, 1.0


def _add_usual(passage: Passage, scores: defaultdict[str, float]) -> None:
    """Let what the kinds of work named by the cue are usually for weigh so much at least.

    A training for which no word says justice, nor that it is against a crime, is for something else: prevention, or the
    work of an administration.
    """
    crime = bool(passage.of("topic"))
    kinds = _kinds(passage)
    for kind in sorted(kinds):
        usual = USUAL.get(kind, {})
        if "criminal_justice" in usual and not (crime or scores["criminal_justice"]):
            usual = {"prevention": USUALLY, "strategy": USUALLY * SECOND}
        for area, weight in (usual | (AGAINST_CRIME.get(kind, {}) if crime else {})).items():
            scores[area] = max(scores[area] + LITTLE, weight)
    if kinds & TRAINED:
        start, end = cue_sentence(passage)
        for area in {_of_audience().get(h.code, "") for h in within(passage.of("audience"), start, end)} - {""}:
            scores[area] = max(scores[area], ADDRESSED)


def _kinds(passage: Passage) -> set[str]:
    """Return the codes of the words of the cue; those who only met were at a meeting."""
    cues = [h for h in passage.of("event", "act", "kind") if passage.cue_start <= h.start < passage.cue_end]
    kinds = {h.code.partition(":")[0] for h in cues if h.group != "kind"}
    if kinds & MET:  # a course that "was given" gives nothing
        kinds -= GIVING
    only_met = "attend" in kinds and not any(h.group == "event" or h.code == EXPERTS for h in cues)
    return kinds | ({ATTENDED} if only_met else set())


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `areas`: one or two codes; cooperation where nothing is said.

    Words near the activity count whole, words elsewhere less; a kind's usual area and a report's section heading help.
    """
    text = passage.item.text.string
    cue = cue_sentence(passage)
    title = len(passage.item.title) if passage.start == 0 else 0
    said: dict[tuple[str, str], float] = {}  # each word counts once, where it stands best
    for word, area, hit, weight in _saying(passage):
        near = hit.end <= title or cue[0] <= hit.start < cue[1]
        place = TITLED if hit.end <= title else NEAR if near else FAR
        said[word, area] = max(said.get((word, area), 0.0), weight * place)
    scores: defaultdict[str, float] = defaultdict(float)
    for (_, area), weight in said.items():
        scores[area] = min(MOST, scores[area] + weight)
    _add_usual(passage, scores)
    if passage.item.shape == "report":
        for area in _of_heading(passage.item.title):
            scores[area] += NEAR
    if passage.item.shape != "feed":  # whose title is that of its first item
        for area in _of_heading(document.title or ""):
            scores[area] = max(scores[area], SELDOM)
    ranked = sorted(scores, key=lambda area: (-scores[area], ORDER.index(area))) or ["cooperation"]
    best = scores[ranked[0]]
    areas = [area for area in ranked[:2] if scores[area] >= SECOND * best]
    quote = text[passage.cue_start : passage.cue_end]
    lines = passage.item.text.lines_of(passage.cue_start, passage.cue_end)
    return [Finding("areas", areas, quote, *lines, "areas.words", 0.85 if best >= NEAR else 0.6)]
