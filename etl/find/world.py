"""A document -> whether its world is that of technical assistance: in a newspaper, a "campaign" is somebody else's."""

from __future__ import annotations

from functools import cache, lru_cache
from math import inf

from etl import vocabulary
from etl.find.clauses import MANY, Clause
from etl.records import Document
from etl.terms import Hit, Hits, within

# Set on the labelled activities of the seeds and of sixteen other organisations, of which they lose none, and on 1.6 MB
# of news, encyclopaedia articles, essays and contracts in eight languages, of which they let pass one in six.
EVERY = 1000  # characters in which a text about such work says at least one word of it
OFTEN = 700  # the same where the sentence is weak: event word and verb, but no day and nobody who did it
WEAK = 2.0  # weight of a sentence below which it is
SHORT = 300  # characters of a text that may say none
ENOUGH = 2  # such words in a sentence that speaks for itself, whatever stands around it
START = 20_000  # characters of a document, at its start, that show what it is about
NAMES = frozenset(("topic", "organisation"))  # an article on an agency or a crime is full of them
WORDS = NAMES | {"programme"}
COURSES = frozenset(("training", "workshop", "expert_meeting", "assessment", "legislative"))
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
    """Say whether neither the sentence nor its document speaks of courses, those who come to them or who gives them."""
    inside = within(hits, clause.start, clause.end)
    if sum(_tells(hit) for hit in inside) >= ENOUGH:
        return False
    return _apart(document) > (EVERY if clause.score >= WEAK else OFTEN)


@lru_cache(maxsize=1)
def _apart(document: Document) -> float:
    """Return how many characters apart such words stand; infinite where they are only names, 0 in a short text."""
    text = "\n".join(document.lines)[:START]
    if len(text) < SHORT:
        return 0.0
    words = [hit for hit in vocabulary.terms().find(text) if _tells(hit)]
    only_names = all(hit.group in NAMES for hit in words)
    return inf if only_names else (len(text) - SHORT) / len(words)


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
