"""A passage -> its topics: TIP (trafficking in persons), SOM (smuggling of migrants).

In papers of others a model that was learned from papers has the last word (topics_weighed.py).
"""

from __future__ import annotations

from dataclasses import replace

from etl import vocabulary
from etl.find import topics_weighed
from etl.find.events.clauses import cue_sentence, spans
from etl.find.of_others import is_of_others
from etl.records import Document, Finding, Passage
from etl.small_words import pattern
from etl.terms import Hit

ORDER = ("TIP", "SOM")
EVEN = 0.5  # at and above it an activity is more likely of a topic than not
# Words for who does it and for those to whom it is done: in one sentence they name the crime.
TOLD_APART = {"TIP": ("traffics", "those trafficked"), "SOM": ("smuggles", "those on the move")}
NEWS = ("page", "feed")
PARTS_OF_ONE = ("report", "slides")  # whose paragraphs do not repeat what the whole is about


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `topics`, [] where none is named or likely."""
    ruled = by_rules(passage, document)
    if not is_of_others(passage, document):
        return [ruled]
    likely = {
        topic: topics_weighed.likelihood(topics_weighed.features(passage, document, topic, ruled.value, ruled.rule))
        for topic in ORDER
    }
    topics = [topic for topic in ORDER if likely[topic] >= EVEN]
    confidence = round(min(max(share, 1 - share) for share in likely.values()), 2)
    rule = ruled.rule if topics == ruled.value else topics_weighed.RULE
    return [replace(ruled, value=topics, rule=rule, confidence=confidence)]


def by_rules(passage: Passage, document: Document) -> Finding:
    """Return the finding of `topics` by rules, [] where none is named.

    1. What the heading and the sentence of the activity name; names of programmes and bodies aside. 2. What the rest
    names (background may speak of the other crime too), or tells in other words. 3. The names. 4. Of one of several
    what the item, its title or the document's names (but see _around).
    """
    named = passage.of("topic")
    plain = [h for h in named if not _in_a_name(passage, h)]
    near = [h for h in plain if _near(passage, h)]
    chosen = near or plain or named
    lines = (passage.line_start, passage.line_end)
    if not chosen and (told := _told_apart(passage)):
        return Finding("topics", told, "", *lines, "topics.told", 0.8)
    part = passage.start > 0 or passage.end < len(passage.item.text.string)
    if not chosen and (part or passage.item.shape in PARTS_OF_ONE or _named_in(passage.item.title)):
        return Finding("topics", _around(passage, document), "", *lines, "topics.around", 0.8)
    codes = {h.code for h in chosen}
    quote = passage.item.text.string[chosen[0].start : chosen[0].end] if chosen else ""
    rule = "topics.cue" if near else "topics.passage" if named else "topics.none"
    confidence = 0.97 if near or not named else 0.85
    return Finding("topics", [t for t in ORDER if t in codes], quote, *lines, rule, confidence)


def _told_apart(passage: Passage) -> list[str]:
    """Return the topics of which a sentence tells without their names: "migrants who were moved by smugglers"."""
    text, start, end = passage.item.text.string, passage.start, passage.end
    told = []
    for topic, purposes in TOLD_APART.items():
        does, suffers = map(pattern, purposes)
        if does.search(text, start, end) and suffers.search(text, start, end):
            own = ((s, e) for s, e in spans(text) if start <= s < end)
            told += [topic] if any(does.search(text, s, e) and suffers.search(text, s, e) for s, e in own) else []
    return told


def _around(passage: Passage, document: Document) -> list[str]:
    """Return the topics of the item, else of its title, else of the document's.

    Of events beside the first one of a page, those of the titles alone: what is told before is of that one.
    """
    beside = passage.start > 0 and passage.item.shape == document.kind_of_document == "page"
    texts = ("" if beside else passage.item.text.string, passage.item.title, document.title or "")
    return next((topics for text in texts if (topics := _named_in(text))), [])


def _named_in(text: str) -> list[str]:
    codes = {h.code for h in vocabulary.terms().find(text, "topic")} if text else set()
    return [topic for topic in ORDER if topic in codes]


def _in_a_name(passage: Passage, hit: Hit) -> bool:
    """Say whether a topic is only part of the name of a programme or body."""
    names = passage.of("organisation", "programme")
    return any(n.start <= hit.start and hit.end <= n.end and n.end - n.start > hit.end - hit.start for n in names)


def _near(passage: Passage, hit: Hit) -> bool:
    """Say whether a term stands in the heading, or in the sentence that tells of the activity."""
    if passage.start == 0 and hit.end <= len(passage.item.title):
        return True
    start, end = cue_sentence(passage)
    lead = passage.start if passage.item.shape in NEWS else start  # what stands before it leads to it
    return lead <= hit.start < end
