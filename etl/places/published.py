"""A passage that tells of a publication -> its places without those where it was only made, shown or launched.

A manual, a report or a tool is for those whom its title or its own sentence names: "a guide for judges of Peru". The
town of its launch and the places of the work behind it say nothing of whom it is for, unless the document is about
that country.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.places.covered import covered
from etl.places.home import home_of, only_in
from etl.places.roles import Place
from etl.places.sentence import parts
from etl.records import Document, Passage
from etl.terms import within

NEAR = 2  # ranks below it: the sentence of the activity, and the title
PUBLISHED = "publication"
PEOPLE_CAME = ("train", "attend")
TAUGHT = ("training", "workshop")  # where it was shown to people of the place
ON_SITE = ("where", "held", "dateline")


def without_launches(places: Sequence[Place], passage: Passage, document: Document) -> list[Place]:
    """Return the places of a publication that say whom it is for; of other activities all."""
    if not _is_published(passage):
        return list(places)
    own = {home_of(document), only_in(document)}
    above = covered(document, passage.line_start)
    own |= set(above.codes) if above else set()
    near = [p for p in places if p.rank < NEAR or p.role != "recipient" or own & set(p.codes)]
    return [p for p in near if p.role not in ON_SITE or own & set(p.codes) or _is_named(p, near)]


def _is_published(passage: Passage) -> bool:
    """Say whether what the cue tells of is a publication, and no course, and not given to anybody."""
    told = within(passage.of("event", "act"), passage.cue_start, passage.cue_end)
    events = {h.code.startswith(PUBLISHED) for h in told if h.group == "event"}
    if events != {True} or any(h.code in PEOPLE_CAME for h in told):
        return False
    near = [s for s in parts(passage) if s.rank == 0]
    taught = (h for s in near for h in within(passage.of("event"), s.start, s.end) if h.code.startswith(TAUGHT))
    return next(taught, None) is None and not any(s.has("handed") for s in near)


def _is_named(site: Place, places: Sequence[Place]) -> bool:
    """Say whether the text names the country of a place too, but not as that where it was launched."""
    return any(p.role not in (*ON_SITE, "organiser") and p.codes == site.codes and p.kind != "city" for p in places)
