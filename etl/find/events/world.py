"""A document -> whether its world is that of technical assistance: in a newspaper, a "campaign" is somebody else's."""

from __future__ import annotations

from functools import cache, lru_cache

from etl import vocabulary
from etl.dates.month_names import masked
from etl.dates.written import MONTH
from etl.find.events.clauses import MANY, Clause
from etl.find.events.look_alikes import MEETINGS
from etl.records import Document
from etl.terms import Hit, Hits, within

# Set on labelled activities of 120 documents of other organisations in eight languages, of which it loses hardly any: a
# page on soil or maps that tells of one event says few such words; a feed tells of many.
LONG = 1000  # characters of a text that says at least one such word, and no name, if it is about such work
EVERY, EVERY_OF_A_FEED = 3000, 1000  # characters in which it says one
ENOUGH = 2  # such words in a sentence that speaks for itself, whatever stands around it
START = 20_000  # characters of a document, at its start, that show what it is about
NAMES = frozenset(("topic", "organisation"))  # an article on an agency or a crime is full of them
WORDS = NAMES | {"programme"}
COURSES = frozenset(("training", "workshop", "expert_meeting", "assessment", "legislative"))
CONFERENCE = "conference"  # many are held in the history of any body
HELD = ("hold", "attend", "train")
CLEAR_EVENT = 0.9  # weight of an event word that means nothing else; "exercise" has less
PARTNERSHIP = "partnership"  # of such words those for a project count, whatever they weigh; agreements sign many
AUDIENCE = frozenset(("judges", "prosecutors", "border", "customs", "immigration", "officials", "civil_society"))
ROLES = frozenset(("partner", "organiser", "attendant"))  # those who give courses, and those who come to them
OTHERS = frozenset(
    {("organiser", "self"), ("act", "train"), ("act", "fund"), ("people", "participant")}
    | {("audience", who) for who in AUDIENCE}
    | {("role", who) for who in ROLES}
)
GIVEN = 1.0  # weight of verbs such as "donated" and "handed over"; what is built or provided has less


def is_another(clause: Clause, hits: Hits, document: Document) -> bool:
    """Say whether neither the sentence nor its document speaks of courses, those who come to them or who gives them.

    A sentence that says outright that a course was held, or on what day a conference was, is of ours in any document.
    """
    if _is_held(clause):
        return False
    inside = within(hits, clause.start, clause.end)
    return sum(_tells(hit) for hit in inside) < ENOUGH and _of_another(document)


def _is_held(clause: Clause) -> bool:
    if clause.event is None or clause.act is None or clause.act.code not in HELD:
        return False
    return clause.event.code in MEETINGS and (clause.event.code != CONFERENCE or clause.dated or _names_a_month(clause))


def _names_a_month(clause: Clause) -> bool:
    """Say whether a sentence names a month, in any language, also without a year."""
    return MONTH.search(masked(clause.text), clause.start, clause.end) is not None


@lru_cache(maxsize=1)
def _of_another(document: Document) -> bool:
    text = "\n".join(document.lines)[:START]
    if len(text) < LONG:
        return False
    words = [hit for hit in vocabulary.terms().find(text) if _tells(hit)]
    only_names = all(hit.group in NAMES for hit in words)
    every = EVERY_OF_A_FEED if document.kind_of_document == "feed" else EVERY
    return only_names or len(words) * every < len(text)


@cache
def _projects() -> tuple[str, ...]:
    """Return the beginnings of the words for a project or a programme, in all languages."""
    rows = (row for row in vocabulary.rows("small_words") if row["purpose"] == "undertaking")
    return tuple(word for row in rows for word in row["words"].split())


def _tells(hit: Hit) -> bool:
    if hit.group == "event":
        named = hit.code.removesuffix(MANY)
        if named == PARTNERSHIP:
            return hit.term.term.casefold().startswith(_projects())
        return named in COURSES and hit.term.weight >= CLEAR_EVENT
    if (hit.group, hit.code) == ("act", "give"):
        return hit.term.weight >= GIVEN
    return hit.group in WORDS or (hit.group, hit.code) in OTHERS
