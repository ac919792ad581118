"""A passage -> its kind of activity, one of eleven; what the activity's own words say goes before words elsewhere.

In papers of others a model that was learned from papers has the last word (kinds/weighed.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from etl.find.events import days_spent
from etl.find.events.against import RELATIVE
from etl.find.kinds import weighed
from etl.find.kinds.beside import besides
from etl.find.kinds.place import ELSEWHERE, IN_SENTENCE, places_of
from etl.find.kinds.said import told
from etl.find.kinds.theme import is_theme
from etl.find.of_others import is_of_others
from etl.records import Document, Finding, Passage
from etl.terms import Hit

# The order of the guide: of kinds that weigh alike the first that fits stands.
ORDER = (
    "legislative", "training", "expert_meeting", "assessment", "campaign", "publication",
    "partnership", "data", "support", "workshop", "conference",
)  # fmt: skip
FIRST = {
    "workshop": ("legislative", "training", "expert_meeting"),
    "conference": ("legislative", "expert_meeting"),
    "expert_meeting": ("legislative", "training"),
}
FITS = 0.7  # of the weight of the plain word "workshop"
SAYING = ("event", "act", "kind")
MOST, SUREST = 3, 0.97  # kinds that are told of, the one that stands among them; how sure a rule is at most
NO_WORD, NO_WORD_OF_PROJECT = "conference", "support"  # where no word says the kind: a meeting; a project is no meeting
NO_WORD_OF_DAYS = "training"


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `kind`, the best first and chosen; the next two stand as candidates that lost."""
    scores, words = _scores(passage)
    ranked = _by_rules(scores, passage)
    total = sum(scores.values()) or 1.0
    sure = {kind: min(SUREST, 0.5 + 0.5 * scores.get(kind, 0.0) / total) for kind in ranked}
    of_model = is_of_others(passage, document)
    if of_model:
        sure = weighed.likelihoods(weighed.features(passage, scores, ranked[0]))
        ranked = sorted(sure, key=lambda kind: (-sure[kind], ORDER.index(kind)))
    found = []
    for place, kind in enumerate(ranked[:MOST]):
        hit = words.get(kind)
        start, end = (hit.start, hit.end) if hit else (passage.cue_start, passage.cue_end)
        quote, lines = passage.item.text.string[start:end], passage.item.text.lines_of(start, end)
        rule = weighed.RULE if of_model else "kind.words" if hit else "kind.act"
        found.append(Finding("kind", kind, quote, *lines, rule, round(sure[kind], 2), place == 0))
    return found


def seen(passage: Passage) -> tuple[dict[str, float], str]:
    """Return what the model sees of a passage, and the kind that rules give it."""
    scores, _ = _scores(passage)
    ruled = _by_rules(scores, passage)[0]
    return weighed.features(passage, scores, ruled), ruled


def _by_rules(scores: dict[str, float], passage: Passage) -> list[str]:
    """Return the kinds that rules give, best first; at least one."""
    return _ranked(scores) or [_without_words(passage)]


def _without_words(passage: Passage) -> str:
    """Return the kind where no word says it: officers who spent days on something mostly learnt it."""
    if _is_project(passage):
        return NO_WORD_OF_PROJECT
    return NO_WORD_OF_DAYS if passage.rule == days_spent.RULE else NO_WORD


def _is_project(passage: Passage) -> bool:
    return any(f.field == "level" and f.value == "project" for f in passage.item.stated)


def _ranked(scores: dict[str, float]) -> list[str]:
    """Return the kinds, best first; of the kinds of meeting the first of the guide's order that fits well enough."""
    ranked = sorted(scores, key=lambda kind: (-scores[kind], ORDER.index(kind)))
    if ranked and ranked[0] in FIRST:
        fits = [k for k in FIRST[ranked[0]] if scores.get(k, 0.0) >= FITS * scores[ranked[0]]]
        ranked = fits[:1] + [k for k in ranked if k not in fits[:1]]
    return ranked


def _scores(passage: Passage) -> tuple[dict[str, float], dict[str, Hit]]:
    """Return the weight of each kind, and the word that says it first."""
    places = places_of(passage)
    acts = {h.code for h in passage.of("act") if places.weight(h) > IN_SENTENCE}
    scores: defaultdict[str, float] = defaultdict(float)
    words: dict[str, Hit] = {}
    saying = _in_its_language(passage)
    for hit in saying:
        is_near = places.weight(hit) > ELSEWHERE
        place = ELSEWHERE if is_near and is_theme(hit, saying, passage.item.text.string) else places.weight(hit)
        for name, score in told(passage, hit, place, places, acts).items():
            scores[name] = max(scores[name], score)
            if not name.startswith("act "):
                words.setdefault(name.split()[-1], hit)
    for name, score, hit in besides(passage, places, acts):
        scores[name] = max(scores[name], score)
        words.setdefault(name.split()[-1], hit)
    totals: defaultdict[str, float] = defaultdict(float)
    for name, score in scores.items():
        totals[name.split()[-1]] += score
    return dict(totals), words


def _in_side_clause(act: Hit, text: str) -> bool:
    """Say whether a line or sentence begins "who trained": that is what is spoken of."""
    opening = text[text.rfind("\n", 0, act.start) + 1 : act.start]
    return f" {opening}".casefold() in RELATIVE


def _in_its_language(passage: Passage) -> Sequence[Hit]:
    """Return the words that say the kind; those of other languages ("oficina") only where it has none of its own."""
    text = passage.item.text.string
    saying = [h for h in passage.of(*SAYING) if h.group != "act" or not _in_side_clause(h, text)]
    own = [h for h in saying if passage.item.language in h.term.language]
    return own if any(h.group in ("event", "act") for h in own) else saying
