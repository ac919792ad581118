"""Texts of other worlds, of our own making: what sounds like an activity is none, but for what speaks for itself."""

from __future__ import annotations

import pytest

from etl.mentions import mentions
from etl.records import Document
from etl.split import shapes
from tests.bench.bench_etl import text

NAMES = ["ferry", "harbour", "orchard", "quarry", "lantern", "weir"]
# Ten days of a town's paper; each opens with words that would tell of an activity in a programme's feed.
TOWN = """The brewery launched a campaign for its new cider, and a singer toured the pubs with it.
The council and the owners of the mill signed an agreement on the old weir after nine years of quarrel.
A film about the ferry was presented in the town hall, where the choir sang until midnight.
Sorel won the regatta for the third time; the club released a video of the last hundred metres.
The bakery in Mill Lane published a book with the recipes of four generations.
""".splitlines()
COURSE = "The UNDP office held a workshop for judges in the guildhall."


def paper(days: list[str]) -> Document:
    lines = [line for n, said in enumerate(days) for line in (f"{1 + n % 28} May 2015", said + " It rained.", "")]
    return Document("town.txt", "0", tuple(lines), "feed")


def told(document: Document) -> list[str]:
    found = mentions(document, shapes.split(document))
    return [document.lines[m.row["line_end"] - 1] for m in found]


def test_background_tells_of_nothing() -> None:
    lines = text(20_000, 1, NAMES, told=0).splitlines()
    assert told(Document("background.txt", "0", tuple(lines), "feed")) == []


def test_a_paper_of_another_world_tells_of_nothing() -> None:
    assert told(paper(TOWN * 12)) == []


def test_what_speaks_for_itself_is_told_in_any_paper() -> None:
    assert [line[: len(COURSE)] for line in told(paper([*TOWN * 30, COURSE]))] == [COURSE]


@pytest.mark.parametrize("others", [1, 2])
def test_a_programmes_own_feed_may_be_terse(others: int) -> None:
    """The same lines count in a feed that speaks of courses and of who gives them."""
    own = [COURSE, "A training for border officers took place in Osh.", *TOWN[:others]]
    assert len(told(paper(own * 4))) == len(own) * 4


def test_an_article_on_an_agency_tells_of_its_names_alone() -> None:
    lines = (
        "The Food and Agriculture Organization",
        "The FAO was founded in Quebec in 1945, when 34 governments signed its constitution.",
        "Its first conference was held in Copenhagen a year later. Since 1951 the FAO has had its seat in Rome.",
        "Like UNESCO and the World Bank it is an agency of the United Nations. A film was made on it in 1970.",
        "Trafficking in persons is a matter for UNODC.",
    )
    assert told(Document("agency.txt", "0", lines * 4)) == []  # a text of five lines shows no world


def test_who_gives_things_needs_no_courses() -> None:
    lines = (
        "Wheelchairs for two schools in Suva",
        "On 7 May 2020 our friends handed over two wheelchairs to schools in Suva. All pupils had come.",
        "The wheelchairs had been donated by a family in Graz and came by ship. The sea was rough and they were late.",
        "There was singing, there were speeches and cakes, and the smallest boy was the first to try one of them out.",
    )
    assert told(Document("gift.txt", "0", lines)) == [lines[-1]]


@pytest.mark.parametrize(
    "said",
    [
        "We held a training for millers in the old barn.",
        "A conference on soil took place on 5 May 2020 in Suva, and the mayors came.",
        "Le 5 mai 2020, l'association a organisé un atelier sur le levain.",
    ],
)
def test_what_was_held_is_told_in_any_document(said: str) -> None:
    lines = ("News of the mill by the river", said + " The wheel turns again, and the miller is glad of the rain." * 20)
    assert len(told(Document("mill.txt", "0", lines))) == 1
