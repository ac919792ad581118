"""The words of purposes: patterns ask a text for them only where they may stand, and miss none there."""

from __future__ import annotations

import re

import pytest

from etl import vocabulary
from etl.small_words import may_say, pattern

PURPOSES = sorted({row["purpose"] for row in vocabulary.rows("small_words")})
UNSAID = "Yxzzyq 12."  # says nothing of any purpose


def written(word: str) -> str:
    """Return a word of the table as a text may write it: letters for its *, a dot for [.], one of two signs."""
    plain = word.replace("[.]", ".").replace("['’]", "’")
    return re.sub(r".\?", "", plain).replace("*", "zz").replace("_", "\n")


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_text_that_says_a_word_may_say_its_purpose(purpose: str) -> None:
    for word in vocabulary.small_words(purpose):
        for said in (written(word), written(word).upper(), written(word).replace("'", "’")):
            assert may_say(f"{UNSAID} ({said}), {UNSAID}", purpose), (word, said)


def test_most_purposes_are_not_in_a_text_that_says_nothing_of_them() -> None:
    may = [purpose for purpose in PURPOSES if may_say(UNSAID, purpose)]
    assert len(may) < len(PURPOSES) / 2


def test_a_pattern_finds_its_words_within_the_part_that_is_asked() -> None:
    text = "A staff retreat was held. The Office trained judges. Our accounts were read."
    found = pattern("of our own house")
    assert [one.group() for one in found.finditer(text)] == ["staff retreat", "Our accounts"]
    assert found.search(text, text.index("The Office"), text.index("Our")) is None
    assert found.search(UNSAID) is None
    assert list(found.finditer(UNSAID)) == []
