from dataclasses import replace

import pytest

from etl import confidence, vocabulary
from etl.confidence import NOTHING, calibrated, grounds, score
from etl.mentions import mentions
from etl.records import Document, Finding
from etl.split import shapes


def finding(field: str, rule: str, sure: float, chosen: bool = True) -> Finding:
    return Finding(field, "x", "", 1, 1, rule, sure, chosen)


def test_the_surest_chosen_finding_is_the_ground():
    found = [finding("date", "weak", 0.5), finding("date", "strong", 0.85), finding("date", "lost", 0.99, chosen=False)]
    assert grounds(found)["date"] == ("strong", "0.8")
    assert grounds(found)["kind"] == (NOTHING, "")


@pytest.mark.parametrize(("sure", "tenth"), [(1.0, "1.0"), (0.7, "0.7"), (0.3, "0.3"), (0.05, "0.0")])
def test_sureness_is_told_in_tenths(sure, tenth):
    assert grounds([finding("kind", "words", sure)])["kind"][1] == tenth


def test_an_unknown_rule_counts_as_its_field_does():
    shares = {(name, "", ""): 1.0 for name in confidence.FIELDS} | {
        ("kind", "", ""): 0.6,
        ("kind", "known", "0.9"): 0.9,
    }
    assert score(grounds([finding("kind", "known", 0.95)]), shares) == pytest.approx(0.9)
    assert score(grounds([finding("kind", "new", 0.95)]), shares) == pytest.approx(0.6)


@pytest.mark.parametrize("whose", ["UNODC", confidence.OTHERS])
def test_the_points_rise_and_are_read_between(whose):
    rows = [r for r in vocabulary.rows("calibration") if (r["whose"], r["field"]) == (whose, confidence.WHOLE_ROW)]
    scores, shares = [float(r["sure"]) for r in rows], [float(r["share"]) for r in rows]
    assert scores == sorted(scores)
    assert shares == sorted(shares)
    assert calibrated(0.0, whose) == shares[0]
    assert calibrated(0.999, whose) == shares[-1]
    assert shares[0] <= calibrated((scores[0] + scores[-1]) / 2, whose) <= shares[-1]


def test_what_was_not_measured_is_less_sure_than_what_was():
    assert calibrated(0.9, confidence.OTHERS) < calibrated(0.9, "UNODC")
    assert calibrated(1.0, confidence.OTHERS) == calibrated(1.0, "UNODC")  # columns that say it all
    assert calibrated(0.9, confidence.OTHERS) < calibrated(0.9, confidence.REGISTER)


@pytest.mark.parametrize(
    ("kind", "publisher", "whose", "measured"),
    [
        ("feed", None, None, confidence.OTHERS),
        ("feed", "ILO", None, confidence.OTHERS),
        ("feed", None, "ILO", confidence.OTHERS),
        ("feed", "UNODC", None, "UNODC"),
        ("feed", None, "UNODC", "UNODC"),
        ("page", "UNODC", None, confidence.OTHERS),
    ],
)
def test_only_what_labels_were_of_is_as_sure_as_they_say(kind, publisher, whose, measured):
    lines = ("4 May 2019", "A workshop for labour inspectors was held in Suva.")
    document = Document("feed.txt", "0", lines, "feed", publisher=publisher)
    (mention,) = mentions(replace(document, kind_of_document=kind), shapes.split(document), whose)
    why = score(grounds(mention.findings), confidence._shares(measured))
    assert mention.row["confidence"] == calibrated(why, measured)


@pytest.mark.parametrize("whose", ["UNODC", confidence.OTHERS])
def test_every_field_has_a_share_for_rules_unknown(whose):
    rows = {r["field"] for r in vocabulary.rows("calibration") if r["whose"] == whose and not r["rule"]}
    assert rows == {*confidence.FIELDS, confidence.WHOLE_ROW}
