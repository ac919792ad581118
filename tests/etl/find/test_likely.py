"""What no rule takes: what the models see of a sentence, what they take, and how the item is parted then."""

from __future__ import annotations

import pytest

from etl import pipeline, vocabulary
from etl.find import activity, claims, donors
from etl.find.events import features, likely
from etl.find.ruled import by_rules
from etl.pieces import pieces
from etl.records import Document, Item, Mention, Passage
from etl.split import shapes
from etl.terms import Hits

FEED = "feed"
# Nothing here is an activity; none may be taken, whatever the weights are.
NONE = """4 May 2016
The price of salt
Salt cost twice as much in 1910 as in 1890, and the wives of the coast wrote about it to the governor.
Read more here.

9 May 2016
A sailor tells
"They took my papers on the first day," Ansu, 19, recalls. He was sold twice before the ship reached the strait.
Read more here.
"""


def read(text: str, kind: str = FEED) -> list[Mention]:
    document = Document("case.txt", "0", tuple(text.splitlines()), kind)
    return list(pipeline.mentions(document, shapes.split(document)))


def first_item(text: str, kind: str = FEED) -> tuple[Item, Hits, Document]:
    document = Document("case.txt", "0", tuple(text.splitlines()), kind)
    item = next(piece for item in shapes.split(document) for piece in pieces(item))
    return item, Hits(next(iter(vocabulary.terms().find_each([item.text.string])))), document


def test_the_table_holds_both_models_each_feature_once() -> None:
    rows = vocabulary.rows("likely")
    assert {row["model"] for row in rows} == {likely.ALONE, likely.BESIDE}
    named = [(row["model"], row["feature"]) for row in rows]
    assert len(set(named)) == len(named)
    assert all(-20 < float(row["weight"]) < 20 for row in rows)
    assert {model for model, feature in named if feature == likely.BIAS} == {likely.ALONE, likely.BESIDE}


def test_no_feature_is_a_word_of_a_language() -> None:
    meant = {row["feature"].partition(":") for row in vocabulary.rows("likely") if ":" in row["feature"]}
    assert meant
    for group, _, code in meant:
        assert group in features.MEANT or group.startswith(("event ", "act ")), group  # "event training:many"
        assert code


def test_a_likelihood_is_the_logistic_function_of_the_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likely, "_weights", lambda model: {likely.BIAS: -1.0, "dated": 2.0, "score": 0.5})
    seen = {"dated": True, "score": 2.0, "unheard of": 9.0}
    assert likely.likelihood(seen, likely.ALONE) == pytest.approx(0.8808, abs=1e-4)
    assert likely.likelihood({}, likely.ALONE) == pytest.approx(0.2689, abs=1e-4)


def test_stories_and_statistics_stay_none() -> None:
    assert read(NONE) == []


def test_what_begins_an_activity_already_is_no_candidate() -> None:
    said = "The Office held a course for 20 judges in Lima. It rained in Peru."
    item, hits, document = first_item(f"4 May 2016\nCourse in Lima\n{said}")
    ruled = by_rules(item, hits, document)
    assert len(ruled.found) == 1
    begun = [c for c in ruled.clauses if c.start <= ruled.found[0].cue_start < c.end]
    odds = [0.0] * len(ruled.clauses)
    left = features.candidates(ruled.clauses, odds, ruled.found, item, ruled.hits, document)
    assert not {clause for clause, _ in left} & set(begun)


def taken(monkeypatch: pytest.MonkeyPatch, text: str, word: str, kind: str = FEED) -> list[Passage]:
    """Return the passages of the first item of `text` where the sentences with `word` are taken for likely."""
    item, hits, document = first_item(text, kind)

    def model(
        clauses: list[likely.Clause], heard: list[float], found: list[Passage], *_: object
    ) -> list[tuple[likely.Clause, float]]:
        begun = [p.cue_start for p in found]
        left = [c for c in clauses if not any(c.start <= cue < c.end for cue in begun)]
        return [(c, 0.6) for c in left if word in c.text[c.start : c.end]]

    monkeypatch.setattr(likely, "likely", model)
    return activity.passages(item, hits, document)


STORY = """4 May 2016
Judges of Peru
The Office held a course for 20 judges in Lima on 2 May. They asked much. Then lamps went to Cusco. All were glad.
"""


def test_a_likely_sentence_parts_the_passage_in_which_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = taken(monkeypatch, STORY, "lamps")
    assert second.string.startswith("Then lamps") and second.string.rstrip().endswith("glad.")
    assert first.end == second.start
    assert (second.rule, second.confidence) == (likely.RULE, 0.6)
    assert first.rule != likely.RULE
    assert all(first.start <= h.start < first.end or first.front[0] <= h.start < first.front[1] for h in first.hits)


def test_one_before_the_sentence_that_rules_took_leaves_it_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    text = STORY.replace("The Office held", "Lamps went to Cusco in April. The Office held")
    first, second = taken(monkeypatch, text, "Lamps")
    assert first.rule == likely.RULE
    assert second.string.startswith("The Office held")


def test_where_rules_found_nothing_the_item_is_the_likely_one(monkeypatch: pytest.MonkeyPatch) -> None:
    (only,) = taken(monkeypatch, "4 May 2016\nPebbles\nPebbles went to Cusco. All smiled.\n", "went")
    assert (only.start, only.rule) == (0, likely.RULE)
    assert only.string.rstrip().endswith("smiled.")


def test_where_rules_found_nothing_others_are_asked_beside_the_likely_one(monkeypatch: pytest.MonkeyPatch) -> None:
    item, hits, document = first_item("4 May 2016\nPebbles\nPebbles went to Cusco. All smiled. Lamps went to Lima.\n")
    asked: list[int] = []

    def model(
        clauses: list[likely.Clause], heard: list[float], found: list[Passage], *_: object
    ) -> list[tuple[likely.Clause, float]]:
        asked.append(len(found))
        word = "Lamps" if found else "Pebbles went"
        return [(c, 0.6) for c in clauses if word in c.text[c.start : c.end]]

    monkeypatch.setattr(likely, "likely", model)
    first, second = activity.passages(item, hits, document)
    assert asked == [0, 1]
    assert (first.start, first.end) == (0, second.start)
    assert second.string.startswith("Lamps went")


def test_one_behind_the_last_passage_of_a_page_goes_on_to_the_end_of_its_paragraph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = """Pebble news

On 2 May 2016 the Office held a course for 20 judges in Lima.

On 9 May 2016 the Office held a workshop for 30 clerks in Cusco.

Then lamps went to Quito on 12 May 2016 for all the clerks of the port.

The sea is blue.
"""
    *_, last = taken(monkeypatch, text, "lamps", kind="page")
    assert last.string.startswith("Then lamps") and last.string.rstrip().endswith("of the port.")


def test_evidence_names_the_models_where_no_rule_spoke(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = taken(monkeypatch, STORY, "lamps")
    of_rules, of_models = (claims.find(p, Document("case.txt", "0", ()))[0] for p in (first, second))
    assert of_rules.rule != likely.RULE
    assert (of_models.rule, of_models.confidence) == (likely.RULE, 0.6)


def test_what_stands_behind_all_that_a_page_tells_is_of_its_story(monkeypatch: pytest.MonkeyPatch) -> None:
    text = """Judges of Peru learn to read maps

On 2 May 2016 the Harbour Agency held a course for 20 judges in Lima.

Then lamps went to Cusco.

The course was funded by Norway.
"""
    first, second = taken(monkeypatch, text, "lamps", "page")
    assert first.rest is not None and second.rest is None
    assert first.rest.string.strip() == "The course was funded by Norway."
    document = Document("case.txt", "0", tuple(text.splitlines()), "page")
    assert [f.value for f in donors.find(first, document)] == [["NOR"]]
