"""A passage -> its kind of activity, one of eleven; what the activity's own words say goes before words elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from etl.find.clauses import MANY, cue_sentence
from etl.find.kind_meant import is_project, told_as_training
from etl.find.theme import is_theme
from etl.find.worked_on import worked_on
from etl.records import Document, Finding, Passage
from etl.terms import Hit

# The order of the guide: of kinds that weigh alike the first that fits stands.
ORDER = (
    "legislative", "training", "expert_meeting", "assessment", "campaign", "publication",
    "partnership", "data", "support", "workshop", "conference",
)  # fmt: skip
# What a verb says of the kind, and how much next to an event word in the same clause (1).
BY_ACT = {
    "train": {"training": 1.2},
    "sign": {"partnership": 1.3},
    "join": {"partnership": 0.9, "campaign": 0.3},
    "launch": {"publication": 0.5, "campaign": 0.4, "partnership": 0.4, "data": 0.3},
    "publish": {"publication": 0.8},
    "develop": {"publication": 0.4},
    "draft": {"legislative": 0.2, "expert_meeting": 0.3},
    "give": {"support": 1.1},
    "fund": {"support": 0.3},
    "support": {"support": 0.2},
    "collect": {"data": 1.0},
    "assess": {"assessment": 0.7},
    "hold": {"workshop": 0.1, "conference": 0.1, "expert_meeting": 0.1},
    "attend": {"workshop": 0.1, "conference": 0.25, "expert_meeting": 0.1},
}
# Things are made and launched; meetings are held. A thing that is only spoken of at a meeting is not its kind.
THINGS = frozenset(("publication", "partnership", "data", "support", "campaign"))
THING_ACTS = frozenset(("launch", "publish", "develop", "sign", "join", "give", "collect"))
THING_AT_MEETING, CAMPAIGN_HELD = 0.3, 0.7  # talks and plays of a campaign are held and attended too
FIRST = {"workshop": ("legislative", "training", "expert_meeting"), "conference": ("legislative", "expert_meeting")}
FITS = 0.7  # of the weight of the plain word "workshop"
PARTS = ("work", "law")
TRAINING = ("training", "train")  # what a project that is launched is only for
SAYING = ("event", "act", "kind")
WORKED_ON = {"legislative": 1.3, "expert_meeting": 0.9}
MET = 0.5  # where something is the theme of a meeting, there was one
NEXT = 350  # characters behind the sentence of the activity in which it is said that people were trained
TRAINED_NEXT = 0.65  # as much as in the sentence itself counts what is said there
FOR_A_DAY = 0.65  # what is held for an observed day makes it known, where no word says a meeting or a course
NO_WORD, NO_WORD_OF_PROJECT = "conference", "support"  # where no word says the kind: a meeting; a project is no meeting
TOLD_BEFORE = 0.9  # of a training that "the workshop" of the activity points back to
IN_CUE = 1.0  # the word nearest to the activity's verb
IN_TITLE = 1.0
IN_SENTENCE = 0.5
ELSEWHERE = 0.12


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return findings of `kind`, best first and chosen; the next two stand as candidates that lost."""
    scores, words = _scores(passage)
    ranked = _ranked(scores)[:3] or [NO_WORD_OF_PROJECT if _is_project(passage) else NO_WORD]
    total = sum(scores.values()) or 1.0
    found = []
    for place, kind in enumerate(ranked):
        hit = words.get(kind)
        start, end = (hit.start, hit.end) if hit else (passage.cue_start, passage.cue_end)
        quote, lines = passage.item.text.string[start:end], passage.item.text.lines_of(start, end)
        confidence = round(min(0.97, 0.5 + 0.5 * scores.get(kind, 0.0) / total), 2)
        found.append(Finding("kind", kind, quote, *lines, "kind.words" if hit else "kind.act", confidence, place == 0))
    return found


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
    cue = cue_sentence(passage)
    title = len(passage.item.title) if passage.start == 0 else 0
    acts = {h.code for h in passage.of("act") if _place(passage, h, cue, title) > IN_SENTENCE}
    scores: defaultdict[str, float] = defaultdict(float)
    words: dict[str, Hit] = {}
    saying = _in_its_language(passage)
    themes = _themes(passage, saying, cue, title)
    if themes:
        scores["word conference"] = MET
    for hit in saying:
        place = ELSEWHERE if hit in themes else _place(passage, hit, cue, title)
        if hit.group == "event":
            told = _by_event(passage, hit, place, acts)
        elif hit.group == "act":
            told = _by_act(hit, place) if place > IN_SENTENCE or _trained_next(hit, passage, cue) else {}
        else:
            beside = IN_CUE if place >= IN_SENTENCE else place
            thing = _as_thing(hit.code, acts)
            told = {f"word {hit.code}": hit.term.weight * beside * thing} if hit.code not in PARTS else {}
        if hit.code in TRAINING and is_project(passage, hit):
            told = {"partnership": hit.term.weight * place}
        for name, score in told.items():
            scores[name] = max(scores[name], score)
            if not name.startswith("act "):
                words.setdefault(name.split()[-1], hit)
    for kind, score, hit in _besides(passage, cue, title, acts):
        scores[f"word {kind}"] = max(scores[f"word {kind}"], score)
        words.setdefault(kind, hit)
    totals: defaultdict[str, float] = defaultdict(float)
    for name, score in scores.items():
        totals[name.split()[-1]] += score
    return dict(totals), words


def _themes(passage: Passage, saying: Sequence[Hit], cue: tuple[int, int], title: int) -> set[Hit]:
    """Return those of the words near the activity that say only what was spoken about."""
    near = (h for h in saying if _place(passage, h, cue, title) > ELSEWHERE)
    return {h for h in near if is_theme(h, saying, passage.item.text.string)}


def _observed_day(passage: Passage, cue: tuple[int, int], title: int) -> Hit | None:
    """Return the first observed day that is named near the activity."""
    days = (h for h in passage.of("not_activity") if h.code == "day")
    return next((h for h in days if _place(passage, h, cue, title) >= IN_SENTENCE), None)


def _besides(passage: Passage, cue: tuple[int, int], title: int, acts: set[str]) -> Iterator[tuple[str, float, Hit]]:
    """Yield what an observed day says, and what is worked on."""
    day = _observed_day(passage, cue, title)
    if day:
        yield "campaign", FOR_A_DAY, day
    near = [h for h in passage.of("event", "kind") if _place(passage, h, cue, title) >= IN_SENTENCE]
    for kind, hit in worked_on(near):
        made = kind == "expert_meeting" and bool(acts & THING_ACTS)
        yield kind, WORKED_ON[kind] * (THING_AT_MEETING if made else 1.0), hit


def _by_event(passage: Passage, hit: Hit, place: float, acts: set[str]) -> dict[str, float]:
    """Return what an event word says, and what a sentence before calls it."""
    kind = hit.code.removesuffix(MANY)
    told = {kind: hit.term.weight * place * _as_thing(kind, acts)}
    meant = told_as_training(passage, hit) if kind == "workshop" and place == IN_CUE else None
    return told | ({"training": meant.term.weight * TOLD_BEFORE} if meant else {})


def _by_act(hit: Hit, place: float) -> dict[str, float]:
    said = max(place, TRAINED_NEXT) * min(1.0, hit.term.weight)
    return {f"act {hit.code} {kind}": weight * said for kind, weight in BY_ACT.get(hit.code, {}).items()}


def _as_thing(kind: str, acts: set[str]) -> float:
    """Return how much of a word for a thing counts where nothing is made, launched or given."""
    if kind not in THINGS or acts & THING_ACTS:
        return 1.0
    return CAMPAIGN_HELD if kind == "campaign" else THING_AT_MEETING


def _in_its_language(passage: Passage) -> Sequence[Hit]:
    """Return the words that say the kind; those of other languages ("oficina") only where it has none of its own."""
    saying = passage.of(*SAYING)
    own = [h for h in saying if passage.item.language in h.term.language]
    return own if any(h.group in ("event", "act") for h in own) else saying


def _trained_next(hit: Hit, passage: Passage, cue: tuple[int, int]) -> bool:
    """Say whether people were trained, as a sentence behind that of the activity says, and not of other years."""
    if hit.code != "train" or not cue[1] <= hit.start <= cue[1] + NEXT:
        return False
    return not any(h.code == "past" and abs(h.start - hit.start) <= NEXT for h in passage.hits)


def _place(passage: Passage, hit: Hit, cue: tuple[int, int], title: int) -> float:
    """Return how much a word counts for where it stands: the cue itself, the heading, its sentence, elsewhere."""
    if passage.cue_start <= hit.start and hit.end <= passage.cue_end:
        return IN_CUE
    if hit.end <= title <= passage.cue_start:  # a heading that is not itself the sentence of the activity
        return IN_TITLE
    return IN_SENTENCE if cue[0] <= hit.start < cue[1] else ELSEWHERE
