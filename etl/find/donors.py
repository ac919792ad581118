"""Turns the names of a passage into who paid for the activity; where it names nobody, whoever pays for all of it."""

from __future__ import annotations

from etl import vocabulary
from etl.find import funding
from etl.find.donors_elsewhere import of_this_activity
from etl.places.bodies import one_list
from etl.places.purses import who_paid
from etl.places.roles import Place
from etl.records import Document, Finding, Passage


def find(passage: Passage, document: Document) -> list[Finding]:
    """Return one finding of `donors` (alpha-3 or canonical names, sorted) with what says so; [] where nobody is named.

    "With the support of" means money where a State or a body that gives money follows, else a partner. That the
    publisher paid for its own activity, or supported it, means nothing, unless it gives to others too. Where neither
    the passage nor its document says who paid, the rest of its page may.
    """
    paying = [p for p in who_paid(passage) if document.publisher not in p.codes or _gives(p)]
    named = _its_own(paying, passage, document)
    paying = of_this_activity(named, passage)
    outright = any(p.role == "donor" for p in paying)
    own = one_list("donors", paying, 0.95 if outright else 0.8, passage)
    others = {passage.item.text.line_at(p.start) for p in named if p not in paying}
    of_all = own or [f for f in funding.of(passage, document) if f.line_start not in others]
    return of_all or (find(passage.rest, document) if passage.rest else [])


def _gives(place: Place) -> bool:
    """Say whether a publisher that paid is the European Union, or a body of a State."""
    gives = any(code == "European Union" or vocabulary.organisation_country(code) for code in place.codes)
    return place.role == "donor" and gives


def _its_own(paying: list[Place], passage: Passage, document: Document) -> list[Place]:
    """Leave out who pays for what a passage goes on into: the next section, the paper, the meeting told before."""
    if not paying:
        return []
    lines, line_at = funding.section(passage, document), passage.item.text.line_at
    if lines is not None:
        return [p for p in paying if lines[0] <= line_at(p.start) <= lines[1]]
    paying = [p for p in paying if not funding.is_of_the_paper(line_at(p.start), document)]
    return [p for p in paying if not funding.is_of_the_meeting(line_at(p.start), passage, document)]
