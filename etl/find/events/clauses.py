"""A sentence and the terms in it -> how much it sounds like one activity that took place, and which words say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events.advice import help_with_a_law, without_its_words
from etl.find.events.against import RELATIVE, announced, counts, not_doers, verbs
from etl.find.events.determiners import NEW, TOLD, determiner
from etl.find.events.light_verbs import telling
from etl.find.kinds.setting import is_setting, without_settings
from etl.find.kinds.worked_on import HALVES, NAMED_LAW
from etl.fixed import fixed
from etl.records import Passage
from etl.sentences import sentences
from etl.terms import Hit
from etl.text import FIGURE

HAPPENED = 1.5  # an event word and a verb (1 each), or either with an organiser and a date; set on our own cases
DOERS = ("organisation", "programme", "organiser")
ORGANISER = 0.4  # somebody did it: an organisation, a programme, "the Office"
DATED = 0.2  # a day or a year stands in the sentence
HEADLINE = 0.8  # a heading needs no verb: "Regional workshop on hotlines, Tirana"
HEADLINE_ACT = 0.4  # "Agency boosts border control": a heading's verb is news
STRONG_ACT = 1.1  # trained, signed, handed over: says by itself what was done
SUMMING = 0.5  # "in total", "a series of": somebody counts what was done
AWAY = 150.0  # characters between verb and event word that cost one point of weight
THING = 0.3  # manuals and agreements are not held or attended: "a workshop was held to test the manual"
THINGS = ("publication", "partnership", "data", "support")
MEETING = ("training", "workshop", "conference", "expert_meeting")
MEETING_ACTS = ("hold", "attend")
MAKING = ("launch", "publish", "sign", "give")
SAID_OF_ONE = (*MEETING_ACTS, "assess")  # "the course was assessed": verbs for what was told before, however strong
TRAINED_SO_MANY = 0.4  # "trained 40 wardens" says by itself what was done
ONE_NEW = 0.6  # "is the subject of a new guide by the Agency": what is one and new is told of, whatever the verb
VISIT = 0.5  # weight of verbs like "visited": who goes to see a shelter gave it nothing
VISITED = 0.6
LAWS = ("legislative", NAMED_LAW)
NOT_BY_ITSELF = ("support", *LAWS)  # shelters are places, laws are others'
LAW_SIGNED = 1.0  # laws and decrees are signed by those who govern
FURTHER = 600.0  # characters from the start of the sentence that cost one
HEADLINE_EVENT = 0.75  # an event word weighty enough to stand in a heading by itself
ALSO = {"also": 3, "too": 60}  # characters before "in addition", "a second" and before "also" in a sentence
MANY = ":many"
ENDS = " .:\n"  # behind the last word of a heading; where it is "Publications", it names a kind of thing, not one
BODY = "body"  # in data/terms/organiser.csv: ministry, university ... any body there may be
STUDY = frozenset(("visit", "learn"))  # "visited Lima to learn how": a study visit, by whatever name
STUDIED = 0.5
BROUGHT_TOGETHER = 1.1  # weight of such verbs: who "brought together" others held a meeting, who "met" may not have
# What stands before a figure is asked behind its first ones, so that the engine can skip to the next figure.
COUNT = re.compile(rf"{FIGURE}(?<![\w.]\d)\d{{0,2}}(?![\d./])")
YEAR = re.compile(r"(?:19|20)(?<!\w..)\d\d\b")


@fixed
class Clause:
    """What one sentence (`start:end` of its item's `text`) says of an activity.

    `event` and `act` are the weightiest terms of their groups or None; `score` their sum with what speaks for and
    against; `told` says that the sentence points back at an event told before ("the workshop"); `many` that its
    event stands in the plural; `new` that "a" or "the third" stands before it; `future` that its verbs are only
    announced; `headline` that it is or may be a heading; `sums` that it says "in total" or "a series of"; `dated` that
    it has a year or month. `front` is the span of the words that a sentence with two activities says of this one too,
    although they stand before the other ("In May, the Office held"). `also` says that it begins with "in addition".
    """

    text: str
    start: int
    end: int
    event: Hit | None
    act: Hit | None
    score: float
    told: bool = False
    many: bool = False
    future: bool = False
    against: tuple[str, ...] = ()
    new: bool = False
    headline: bool = False
    sums: bool = False
    dated: bool = False
    front: tuple[int, int] = (0, 0)
    also: bool = False

    @property
    def cue(self) -> tuple[int, int]:
        """The span from the first to the last of the words that tell of the activity."""
        hits = [h for h in (self.event, self.act) if h]
        return (min(h.start for h in hits), max(h.end for h in hits)) if hits else (self.start, self.end)

    @property
    def counted(self) -> bool:
        """Whether it has a number."""
        return COUNT.search(self.text, self.start, self.end) is not None


@lru_cache(maxsize=16)
def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the sentences of an item's text; kept, for several finders ask for the same item."""
    return tuple(sentences(text))


def cue_sentence(passage: Passage) -> tuple[int, int]:
    """Return the span of the sentence that tells of the activity; the passage's own where there is none."""
    around = ((s, e) for s, e in spans(passage.item.text.string) if s <= passage.cue_start < e)
    return next(around, (passage.start, passage.end))


def read(
    text: str, start: int, end: int, hits: Sequence[Hit], headline: bool = False, front: tuple[int, int] = (0, 0)
) -> Clause:
    """Return what the sentence `start:end` of `text` says; `hits` are those inside it and its `front`, in order."""
    dated = (YEAR.search(text, start, end) or YEAR.search(text, *front)) is not None
    if not hits:
        score = DATED if dated else 0.0
        return Clause(text, start, end, None, None, score, headline=headline, dated=dated, front=front)
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.code:
            groups.setdefault(hit.group, []).append(hit)
    against, claims = groups.get("not_activity", []), groups.get("claim", [])
    ahead = [h for h in against if h.code == "future"]
    acts = verbs(groups["act"], against, text, start) if "act" in groups else []
    kinds = [h for h in groups.get("kind", []) if h.code not in HALVES]
    events = groups.get("event") or kinds
    if "kind" in groups and (helped := help_with_a_law(groups["kind"], text, start)):
        events, against = [*events, helped[0]], without_its_words(against, helped)
        known = dated or any(name in groups for name in (*DOERS, "month"))  # anybody comments on laws
        if known and not telling(acts, events):
            acts = [helped[1]]
    events, acts = without_settings(events, telling(acts, events), text)
    events = events or [k for k in kinds if not is_setting(k, acts, text)]
    if acts and ahead and events:
        events = [e for e in events if not announced(e, ahead, acts, text)]
        acts = acts if events else [a for a in acts if a.start < ahead[0].start]  # "a forum will be held, organised by"
    event, act = _pair(not_doers(events, groups.get("organiser", []), acts), acts, start)
    if event and act and act.term.weight <= VISIT and event.start < act.start < event.end:
        act = None  # the "visits" of "study visits"
    against = [h for h in against if h.code != "general" or not text.endswith(RELATIVE, start, h.start)]
    reasons = {h.code: h.term.weight for h in against if counts(h, start, events, acts, text)}
    if event and act and act.code == "sign" and event.code.startswith(LAWS):
        reasons["other"] = LAW_SIGNED
    score = (event.term.weight if event else 0.0) + (act.term.weight if act else 0.0) - sum(reasons.values())
    dated = dated or "month" in groups
    said = determiner(text, start, event) if event else ""
    a_kind = headline and event and _many(event) and not (dated or text[event.end : end].strip(ENDS))
    score += _around(groups, event, act, headline and not a_kind, dated, start)
    one_new = said == NEW and not (headline or reasons)
    score += _by_itself(groups, event, act, one_new, text[start:end])
    if not dated and HAPPENED - DATED <= score < HAPPENED and MONTH.search(masked(text), start, end):
        dated, score = True, score + DATED  # a day without a year: asked only where it decides
    return Clause(
        text, start, end, event, act, score,
        told=TOLD in reasons or (said == TOLD and _subject(event, act, acts)),
        many=event is not None and _many(event),
        future="future" in reasons,
        against=tuple(sorted(reasons)),
        new=said == NEW,
        headline=headline,
        dated=dated,
        front=front,
        sums=bool(claims) and any(h.code == "series" for h in claims),
        also=bool(claims) and any(h.start - start <= ALSO.get(h.code, -1) for h in claims),
    )  # fmt: skip


def _by_itself(groups: dict[str, list[Hit]], event: Hit | None, act: Hit | None, one_new: bool, said: str) -> float:
    """Return what "a new" says before an event word without a verb, and a number in `said` beside "trained"."""
    if act is None:
        alone = event is not None and not _many(event) and not event.code.startswith(NOT_BY_ITSELF)
        return ONE_NEW if one_new and alone else 0.0
    if act.code == "train" and ("number_word" in groups or COUNT.search(said)):
        return TRAINED_SO_MANY
    visited = act.term.weight <= VISIT and event is not None and event.code.startswith("support")
    return -VISITED if visited else 0.0


def _many(event: Hit) -> bool:
    return event.code.endswith(MANY)


def _around(
    groups: dict[str, list[Hit]], event: Hit | None, act: Hit | None, headline: bool, dated: bool, first: int
) -> float:
    """Return what speaks for an activity beside its event word and its verb.

    A ministry or a parliament that "discussed" something without any event word did only its own business.
    """
    own_business = event is None and act is not None and act.code == "attend" and act.term.weight < BROUGHT_TOGETHER
    doers = [h for group in DOERS for h in groups.get(group, [])]
    score = ORGANISER if any(h.code != BODY or not own_business for h in doers) else 0.0
    if dated:
        score += DATED
    told = event is not None or (act is not None and act.code not in ("support", "fund"))
    if told and any(h.code == "series" for h in groups.get("claim", ())):
        score += SUMMING  # "in all" of what was paid sums up no activities
    if act and "kind" in groups and STUDY.issubset(h.code for h in groups["kind"]):
        score += STUDIED
    if headline and act is None and event and event.term.weight >= HEADLINE_EVENT:
        score += HEADLINE
    news = act is not None and (act.term.weight >= STRONG_ACT or act.start == first)
    if headline and act and (news or any(h.start < act.start for h in doers)):
        score += HEADLINE_ACT
    return score


def _subject(event: Hit | None, act: Hit | None, acts: list[Hit]) -> bool:
    """Say whether an event word stands before every verb, none of them strong: "The meeting was attended by".

    A thing that is launched is new whatever stands before it: "The handbook was released".
    """
    if event is None or act is None or (act.term.weight >= STRONG_ACT and act.code not in SAID_OF_ONE):
        return False
    if (act.code in MAKING and event.code.startswith(THINGS)) or event.code == "campaign":
        return False
    return event.start < min(a.start for a in acts)


def _pair(events: list[Hit], acts: list[Hit], start: int) -> tuple[Hit | None, Hit | None]:
    """Return the event word and the verb that weigh most together and stand near to each other."""
    if not events or not acts:
        return _weightiest(_with_what_it_is_on(events), start), _weightiest(acts, start)

    def weight(pair: tuple[Hit, Hit]) -> float:
        event, act = pair
        away = max(act.start - event.end, event.start - act.end, 0)
        thing = THING if act.code in MEETING_ACTS and event.code.startswith(THINGS) else 0.0
        into = min(event.start, act.start) - start
        return event.term.weight + act.term.weight - thing - away / AWAY - into / FURTHER

    return max(((e, a) for e in events for a in acts), key=weight)


def _with_what_it_is_on(events: list[Hit]) -> list[Hit]:
    """Return the event words without things behind a meeting, which it is on: "Course on household surveys"."""
    meeting = next((e for e in events if e.code.startswith(MEETING)), None)
    return [e for e in events if not (meeting and e.start > meeting.start and e.code.startswith(THINGS))]


def _weightiest(hits: list[Hit], start: int) -> Hit | None:
    return hits[0] if len(hits) == 1 else max(hits, key=lambda h: _weight(h, start), default=None)


def _weight(hit: Hit, start: int) -> float:
    return hit.term.weight - (hit.start - start) / AWAY
