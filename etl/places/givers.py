"""Countries -> whether all of them only help others: they give aid, or are members of the European Union."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from etl import vocabulary
from etl.places.roles import Place

ON_SITE = ("held", "where", "visit")
TELLS = 2  # rank of a sentence that tells what was held or who came


def helps(code: str, year: str) -> bool:
    """Say whether a State gives aid in `year` ("": today), or is a member of the Union, whose experts help others."""
    return vocabulary.gives_aid(code, year) or code in _members()


def all_help(codes: Iterable[str], year: str) -> bool:
    """Say whether there are States among `codes`, and all of them help others."""
    found = list(codes)
    return bool(found) and all(helps(code, year) for code in found)


def held_among_others(chosen: Sequence[Place], places: Sequence[Place], year: str) -> bool:
    """Say whether those believed to have taken part all help others, and it was held in a State that does not.

    "Experts of the border guard of Latvia showed how": they taught where it was held. Not where it was held in one of
    theirs, too, or a group of States took part.
    """
    if any(p.kind == "bloc" for p in chosen) or not all_help((p.codes[0] for p in chosen), year):
        return False
    sites = {p.codes[0] for p in places if p.role in ON_SITE and p.kind != "organisation" and p.rank <= TELLS}
    return bool(sites) and not any(helps(code, year) for code in sites)


@cache
def _members() -> frozenset[str]:
    return frozenset(vocabulary.members("eu"))
