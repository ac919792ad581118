"""A passage -> how much each of its words counts for where it stands: at the verb, in the title, elsewhere."""

from __future__ import annotations

import re

from etl.find.events.clauses import MANY, cue_sentence, spans
from etl.find.events.determiners import DETERMINERS, TOLD, determiner, rank
from etl.find.events.look_alikes import MEETINGS
from etl.find.kinds.called_later import SUBJECT
from etl.fixed import fixed
from etl.records import Passage
from etl.sentences import below_title
from etl.terms import Hit, within

IN_CUE = 1.0  # the word nearest to the activity's verb
IN_TITLE = 1.0
IN_SENTENCE = 0.5
ELSEWHERE = 0.12
DATELINE = 45  # characters of the longest
FIGURE = re.compile(r"\d")
Span = tuple[int, int]
NOWHERE = (0, 0)


@fixed
class Places:
    """The spans of a passage that say what its activity is: its `core`, the `sentence` of that, and the `title`.

    `lead` is the sentence that says in full what the core only names: the one below the title where the core stands in
    the title, the one before where the core points back ("The two-day meeting was hosted by"), else (0, 0).
    """

    core: Span
    sentence: Span
    lead: Span
    title: int

    def weight(self, hit: Hit) -> float:
        """Return how much a word counts for where it stands."""
        if self.core[0] <= hit.start and hit.end <= self.core[1]:
            return IN_CUE
        if hit.end <= self.title <= self.core[0]:  # a heading that is not itself the sentence of the activity
            return IN_TITLE
        first, lead = self.sentence, self.lead
        inside = first[0] <= hit.start < first[1] or lead[0] <= hit.start < lead[1]
        return IN_SENTENCE if inside else ELSEWHERE


def places_of(passage: Passage) -> Places:
    """Return the spans of a passage that say what its activity is."""
    text, sentence = passage.item.text.string, cue_sentence(passage)
    core = passage.cue_start, passage.cue_end
    title = len(passage.item.title) if passage.start == 0 else 0
    told = next((h for h in within(passage.of("event"), *core) if h.code in MEETINGS), None)
    lead = _below_title(text, passage.cue_start)
    if told and lead == NOWHERE and _points_back(told, text, sentence):
        lead = _sentence_before(passage, sentence)
    return Places(core, sentence, lead, title)


def _below_title(text: str, at: int) -> Span:
    """Return the first sentence below the title in which `at` stands that is more than "Lomé, 4 May 2022."."""
    cut = spans(text)
    start, end = below_title(text, cut, at)
    is_dateline = end - start <= DATELINE and FIGURE.search(text, start, end)
    return cut[2] if is_dateline and len(cut) > 2 else (start, end)


def _points_back(event: Hit, text: str, sentence: Span) -> bool:
    """Say whether an event is told of before: "the event", "the first event", "The two-day meeting"."""
    start = sentence[0]
    opening = text[start : event.start].split()[:1]
    subject = event.start - start <= SUBJECT and any(DETERMINERS.get(word.lower()) == TOLD for word in opening)
    return subject or determiner(text, start, event) == TOLD or rank(text, start, event) > 0


def _sentence_before(passage: Passage, sentence: Span) -> Span:
    before = [span for span in spans(passage.item.text.string) if passage.start <= span[0] < sentence[0]]
    return before[-1] if before else NOWHERE


def is_meeting(passage: Passage, places: Places) -> bool:
    """Say whether the words of the activity tell of a meeting, workshop or course, or of people who met."""
    events = (h for h in passage.of("event") if h.code.removesuffix(MANY) in MEETINGS)
    return any(places.weight(h) >= IN_CUE for h in (*events, *(h for h in passage.of("act") if h.code == "attend")))
