"""What a model says of the kind and of topics: where it is asked, what it sees, and what its findings say."""

from __future__ import annotations

import pytest

from etl import mentions, vocabulary
from etl.find import of_others, topics_weighed
from etl.find.kinds import weighed
from etl.logistic import BIAS, likelihoods
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Mention
from etl.split import shapes

KINDS = ("support", "training", "data")
TEXT = "4 May 2016\nThe Agency held a workshop for 21 farmers in Kibaya on 3 May 2016.\n"


def read(text: str = TEXT) -> Mention:
    document = next(iter(documents(File("a.txt", data=text.encode()))))
    assert isinstance(document, Document)
    (one,) = mentions.mentions(document, shapes.split(document))
    return one


def because(one: Mention, field: str) -> list[tuple[str, str, bool]]:
    return [(str(f.value), f.rule, f.chosen) for f in one.findings if f.field == field]


def test_the_tables_hold_each_feature_once_and_every_kind() -> None:
    for table in ("kinds_weighed", "topics_weighed"):
        features = [row["feature"] for row in vocabulary.rows(table)]
        assert len(set(features)) == len(features)
    assert set(vocabulary.rows("kinds_weighed")[0]) == {"feature", *vocabulary.codes("kinds")}


def test_answers_are_as_likely_as_their_weights_say_and_together_one() -> None:
    found = likelihoods({"a": 1.0, "unknown": 9.0}, {BIAS: (1.0, 2.0, 0.0), "a": (1.0, 0.0, 0.0)}, ("x", "y", "z"))
    assert found["x"] == found["y"] > found["z"]
    assert sum(found.values()) == pytest.approx(1.0)


def test_the_model_has_the_last_word_on_the_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighed, "_weights", lambda: ({"rule workshop": (5.0, 0.0, 0.0)}, KINDS))
    found = because(read(), "kind")
    assert found[0] == ("support", weighed.RULE, True)
    assert [chosen for _, _, chosen in found] == [True, False, False]


def test_documents_of_a_body_that_was_measured_are_read_by_rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighed, "_weights", lambda: ({BIAS: (9.0, 0.0, 0.0)}, KINDS))
    monkeypatch.setattr(of_others, "labels_for", lambda kind, publisher: "a body")
    assert because(read(), "kind")[0] == ("workshop", "kind.words", True)


@pytest.mark.parametrize(
    ("weights", "topics", "rule"),
    [
        ({BIAS: -9.0}, "[]", "topics.none"),
        ({BIAS: 9.0}, "['TIP', 'SOM']", topics_weighed.RULE),
        ({"this in sentence": 9.0, BIAS: -4.0}, "[]", "topics.none"),
    ],
)
def test_topics_that_rules_would_not_say_are_the_models(
    monkeypatch: pytest.MonkeyPatch, weights: dict[str, float], topics: str, rule: str
) -> None:
    monkeypatch.setattr(topics_weighed, "_weights", lambda: weights)
    assert because(read(), "topics") == [(topics, rule, True)]
