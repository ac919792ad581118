"""The verbs of a sentence, and words that speak against them -> which verbs tell what was done, which words count.

Verbs may be put off ("will train"), denied, unfinished ("is being drafted"), those of a side clause ("which trained"),
or said by the way.
"""

from __future__ import annotations

from etl.find.events.determiners import TOLD
from etl.small_words import pattern
from etl.terms import Hit

NOT = (" not ", " never ", "n't ", " no ", " não ", " не ", " nicht ", " non ", " لم ", "ولم ")  # before a verb
UNFINISHED = ("being ", "a ser ", "siendo ", "sendo ", "يجري ", "يجري حاليا ")  # before what is made, or in its verb
MADE = ("draft", "develop", "launch", "publish")
WITH_FIGURES = ("train", "sign", "give")
ONLY_WHAT_IT_WAS_ON = ("other", "call", "interview")
FOR_A_DAY = ("hold", "join", "launch")  # acts that an observed day is only the occasion of
FIRST_WORDS = 25  # characters within which "the participants" is the subject
VOID_REACH = 24  # characters between "will" and the verb that it puts off: "will also be"
VERB_FIRST, SUBJECT_REACH = "ar", 70  # there the name of who intends stands between: "يعتزم مركز جنيف الدولي عقد"
ASIDE = ("sign", "fund")  # behind a comma they are said by the way: "the project, signed with the ministry, held"
MODAL = "modal"  # "can", "may": they put off the verb behind them, but announce nothing by themselves
PUT_OFF = ("future", MODAL)
CLEAR = 0.9  # weight of an event word that means nothing else
RELATIVE = (  # before the verb of a side clause, as whole words: "comité scientifique" ends in no "que"
    *(" which ", " which was ", " which were ", " that was ", " that were ", " that ", " who "),
    *(" qui ", " que ", " который ", " которая ", " التي ", " الذي "),
)


def verbs(acts: list[Hit], against: list[Hit], text: str, start: int) -> list[Hit]:
    """Leave out verbs put off, denied or unfinished; those of a side clause or by the way where others are not."""
    before = [h for h in against if h.code in PUT_OFF]
    apart = [h for h in against if h.code == "other"]  # "had to be cancelled"
    acts = [h for h in acts if not any(a.start <= h.start and h.end <= a.end for a in apart)]
    acts = [h for h in acts if h.code not in MADE or not _unfinished(h, text, start)]
    acts = [h for h in acts if not (text.endswith(NOT, start, h.start) or (before and _put_off(h, before, text)))]
    acts = [h for h in acts if not text.endswith(RELATIVE, start, h.start)] or acts
    return [h for h in acts if h.code not in ASIDE or not text.endswith(", ", start, h.start)] or acts


def _unfinished(act: Hit, text: str, start: int) -> bool:
    """Say whether what is drafted or launched is so only now: "a guide is being drafted"."""
    return text.endswith(UNFINISHED, start, act.start) or any(word in act.term.term for word in UNFINISHED)


def _put_off(act: Hit, ahead: list[Hit], text: str) -> bool:
    """Say whether "will", "is to", "can" stand right before the verb, or are part of it, and in no brackets."""
    near = (h for h in ahead if h.start <= act.start and act.start - h.end <= _reach(h))
    return any(text.find(")", h.end, act.start) < 0 for h in near)


def _reach(ahead: Hit) -> int:
    return SUBJECT_REACH if ahead.term.language == VERB_FIRST else VOID_REACH


def announced(event: Hit, ahead: list[Hit], acts: list[Hit], text: str) -> bool:
    """Say whether "will sign" stands right before an event word: "met and said that they will sign an agreement"."""
    near = (h for h in ahead if _put_off(event, [h], text))
    return any(not any(h.start < act.end <= event.start for act in acts) for h in near)


def not_doers(events: list[Hit], organisers: list[Hit], acts: list[Hit]) -> list[Hit]:
    """Leave out event words that are part of the doer's name before the first verb: "the project has trained".

    What is launched is no doer where nothing else is: "the programme was presented today".
    """
    if not events:
        return events
    first = min((a.start for a in acts), default=0)
    doers = [o for o in organisers if o.start < first]
    others = [e for e in events if not any(o.start <= e.start and e.end <= o.end for o in doers)]
    return others or (events if acts and all(a.code == "launch" for a in acts) else [])


def counts(hit: Hit, start: int, events: list[Hit], acts: list[Hit], text: str) -> bool:
    """Say whether a word against counts.

    Plans only where nothing happened, "the participants" only as a first word, a share only where nobody was trained
    and nothing signed or given, an observed day only where nothing was held or joined for it: "joined the campaign at
    an event for the World Day", arrests and calls only where no event was told before: "a course on war crimes".
    """
    if hit.code == TOLD:
        return hit.start - start <= FIRST_WORDS
    if hit.code == "speech" and any(e.start <= hit.start and hit.end <= e.end for e in events):
        return False  # "an opinion on the draft law" is none that somebody voiced
    if hit.code == "trade":
        return not any(_is_on(hit, event, text) for event in events)
    if hit.code == "statistic":
        return not any(act.code in WITH_FIGURES for act in acts)
    if hit.code == "day":
        return not any(act.code in FOR_A_DAY and (events or _held_before(act, hit)) for act in acts)
    if hit.code in ONLY_WHAT_IT_WAS_ON:
        return not (any(a.end <= hit.start for a in acts) and any(e.end <= hit.start for e in events))
    if hit.code in PUT_OFF:
        return not acts and not any(_in_a_side_clause(hit, event, text) for event in events)
    return True


def _is_on(trade: Hit, event: Hit, text: str) -> bool:
    """Say whether a clear word for an event was only on a trade: "a workshop on the policing of football"."""
    clear = event.term.weight >= CLEAR and event.end <= trade.start
    return clear and pattern("theme").match(text, event.end + 1) is not None


def _in_a_side_clause(ahead: Hit, event: Hit, text: str) -> bool:
    """Say whether what is put off only tells more of an event word: "a guide that explains how it will be done"."""
    return event.end <= ahead.start and any(text.find(word, event.end, ahead.start) >= 0 for word in RELATIVE)


def _held_before(act: Hit, day: Hit) -> bool:
    """Say whether something was held or launched before a day is named; to join others is only to observe it."""
    return act.code != "join" and act.end <= day.start
