"""What the network hears in sentences: with tables of our own making, and with those in use."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from etl import vocabulary
from etl.find import heard
from etl.find.events import network
from etl.find.events.network import Network, Sentence, tokens
from etl.find.ruled import by_rules
from etl.records import Document, Item
from etl.split import shapes
from etl.terms import Hits

WORDS, STEMS, FEATURES, WIDTH, OF_A_WORD = ["course", "lamps"], ["cours"], ["dated"], 16, 3


@pytest.fixture
def small() -> Network:
    dice = np.random.default_rng(7)

    def drawn(*shape: int) -> network.Array:
        return dice.normal(0, 0.4, shape).astype(np.float32)

    words, stems = drawn(len(WORDS) + 2, OF_A_WORD), drawn(len(STEMS) + 2, OF_A_WORD)
    words[network.NO_WORD] = stems[network.NO_WORD] = 0
    half = WIDTH // 2
    ways = {
        f"{way} {part}": drawn(*shape)
        for way in ("forth", "back")
        for part, shape in (
            ("into", (WIDTH, 3 * half)),
            ("state", (half, 3 * half)),
            ("into_bias", (3 * half,)),
            ("state_bias", (3 * half,)),
        )
    }
    arrays = {
        "words": words, "stems": stems, "features": drawn(1, WIDTH), "bias": drawn(WIDTH),
        "before": drawn(OF_A_WORD, WIDTH), "at": drawn(OF_A_WORD, WIDTH), "behind": drawn(OF_A_WORD, WIDTH),
        "mix": drawn(3 * WIDTH + 2, WIDTH), "mix_bias": drawn(WIDTH), "out": drawn(2 * WIDTH), "out_bias": drawn(1),
    }  # fmt: skip
    return Network(arrays | ways, {"words": WORDS, "stems": STEMS, "features": FEATURES})


def said(*words: str, dated: float = 0.0, new_part: bool = False) -> Sentence:
    return Sentence(words, {"dated": dated, "never seen": 1.0}, new_part, new_line=True)


PAPER = [said("the", "course", "began", new_part=True), said("lamps", "came", dated=1.0), said(), said("courses")]


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("", "In 2019, 24 judges", ("in", "#year", ",", "#day", "judges")),
        ("Course", "Lima", ("course", "|", "lima")),
        ("", "1800 seats, 300 of 12000", ("#thousands", "seats", ",", "#hundreds", "of", "#thousands")),
        ("", "Курс в мае", ("курс", "в", "мае")),
        ("", "", ()),
    ],
)
def test_figures_are_heard_by_their_kind(heading: str, text: str, expected: tuple[str, ...]) -> None:
    assert tokens(heading, text) == expected


def test_a_long_sentence_is_heard_to_a_point() -> None:
    assert len(tokens("", "word " * 500)) == network.LONGEST


def test_each_sentence_has_its_odds(small: Network) -> None:
    odds = small.log_odds(PAPER)
    assert len(odds) == len(PAPER) == len(set(odds))
    assert all(abs(one) <= network.SURE for one in odds)
    assert small.log_odds([]) == []


def test_what_stands_around_is_heard(small: Network) -> None:
    assert small.log_odds(PAPER[:1]) != small.log_odds(PAPER)[:1]
    assert small.log_odds(PAPER[::-1]) != small.log_odds(PAPER)[::-1]


def test_words_stems_and_what_rules_see_are_heard(small: Network) -> None:
    heard_of = [small.log_odds([said(*words)])[0] for words in (["lamps"], ["courses"], ["unheard"], ["of", "it"])]
    assert len(set(heard_of)) == len(heard_of)
    assert small.log_odds([said("lamps", dated=1.0)]) != small.log_odds([said("lamps")])
    assert small.log_odds([said("mill")]) == small.log_odds([said("heron")])  # neither is known


@pytest.mark.parametrize("at_once", [1, 2, 3])
def test_how_many_are_heard_at_once_changes_nothing(
    small: Network, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = small.log_odds(PAPER)
    monkeypatch.setattr(network, "AT_ONCE", at_once)
    assert small.log_odds(PAPER) == pytest.approx(whole, abs=0.011)


def test_a_gated_unit_keeps_what_its_gate_says() -> None:
    """One number, by hand: gates of 1/2, nothing from the sentence: half of tanh(1), then half of that and half new."""
    arrays = {
        "forth into": np.zeros((1, 3), np.float32),
        "forth state": np.zeros((1, 3), np.float32),
        "forth into_bias": np.array([0, 0, 1], np.float32),
        "forth state_bias": np.zeros(3, np.float32),
    }
    gone = Network(arrays, {})._gone_over(np.zeros((2, 1), np.float32), "forth")
    assert gone[:, 0] == pytest.approx([np.tanh(1) / 2, np.tanh(1) * 3 / 4])


def test_the_network_in_use_is_whole() -> None:
    used = network.of_document("a.txt")
    assert all(np.isfinite(table).all() for table in used.arrays.values())
    for kind in ("words", "stems"):
        assert len(used.arrays[kind]) == len(used.names[kind]) + 2
        assert not used.arrays[kind][network.NO_WORD].any()
    assert len(set(used.names["words"])) == len(used.names["words"])


FEED = """4 May 2016
The Union trained 21 farmers in Kibaya on 3 May 2016. They asked much.

9 June 2016
Lamps were on show in Moshi. The Union held a workshop on wells there on 8 June 2016.
"""


def items_of(text: str) -> tuple[list[tuple[Item, Hits]], Document]:
    document = Document("case.txt", "0", tuple(text.splitlines()), "feed")
    items = shapes.split(document)
    found = vocabulary.terms().find_each([item.text.string for item in items])
    return [(item, Hits(hits)) for item, hits in zip(items, found, strict=True)], document


def odds_of(parts: Sequence[tuple[Item, Hits]], document: Document, kind: str) -> list[list[float]]:
    document = Document(document.name, document.title, document.lines, kind)
    ruled = [(item, by_rules(item, hits, document)) for item, hits in parts]
    return heard.heard(ruled, document)


def test_the_items_of_a_feed_are_heard_alone_those_of_a_page_together() -> None:
    parts, document = items_of(FEED)
    assert len(parts) == 2
    backwards = odds_of(parts[::-1], document, "feed")[::-1]
    assert odds_of(parts, document, "feed") == backwards
    assert odds_of(parts, document, "page") != odds_of(parts[::-1], document, "page")[::-1]


def test_what_names_no_deed_is_not_asked() -> None:
    parts, document = items_of("4 May 2016\nIt rained in Moshi. The mill stood still.\n")
    (odds,) = odds_of(parts, document, "page")
    assert set(odds) == {-network.SURE * heard.HALF}
