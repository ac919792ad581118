from dataclasses import replace

from etl.find import organisation, programme
from etl.records import Passage
from etl.terms import Hit, Hits, Term
from tests.etl.find.passages import DOCUMENT, passage


def test_a_programme_is_named_and_numbered():
    found = programme.find(passage("Under GLO.ACT and project XAM/B07 a [course] was held."), DOCUMENT)
    assert [f.value for f in found] == [["GLO.ACT", "XAMB07"]]


def test_no_programme_is_named():
    assert programme.find(passage("A [course] was held in room B07."), DOCUMENT) == []


def told_of(name: str) -> Passage:
    told = passage(f"{name} [held a course] in spring.")
    return replace(told, hits=Hits([Hit(0, len(name), Term(name, "organisation", name))]))


def test_the_publisher_stands_before_the_one_who_acts():
    told = told_of("Ocean League")
    alone = organisation.find(told, DOCUMENT)
    assert [f.chosen for f in alone] == [True]
    published = organisation.find(told, replace(DOCUMENT, publisher="Harbour Institute"))
    assert [(f.value, f.chosen) for f in published] == [("Harbour Institute", True), ("Ocean League", False)]


def test_nobody_is_named():
    assert organisation.find(passage("A [course] was held in spring."), DOCUMENT) == []
