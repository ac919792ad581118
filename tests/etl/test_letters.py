"""Letters written with more or fewer signs are read alike."""

from __future__ import annotations

import pytest

from etl import vocabulary
from etl.letters import one_alef, plain


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Course in Lima", "Course in Lima"),
        ("Re\u0301union a\u0300 Dakar", "Réunion à Dakar"),
        ("نُظِّمت وَرْشَة", "نظمت ورشة"),
        ("الـــدورة", "الدورة"),
        ("حضر 15متدربا و12مدربة", "حضر 15 متدربا و12 مدربة"),
        ("الساعة 3م", "الساعة 3م"),
        ("في المدينةالقديمة", "في المدينة القديمة"),
        ("مدرستهم ومدرسة", "مدرستهم ومدرسة"),
    ],
)
def test_plain(line: str, expected: str) -> None:
    assert plain(line) == expected


def test_russian_io_is_read_without_its_dots() -> None:
    assert one_alef("учёба") == "учеба"


def test_one_alef_keeps_every_place() -> None:
    text = "أطلق الأمين آلة في إربد"
    assert one_alef(text) == "اطلق الامين الة في اربد"
    assert len(one_alef(text)) == len(text)


@pytest.mark.parametrize("text", ["نظمت الأمم المتحدة دورة", "نظمت الامم المتحدة دورة"])
def test_a_name_is_found_however_its_alef_is_written(text: str) -> None:
    found = {(hit.group, hit.code) for hit in vocabulary.terms().find(text)}
    assert {("organisation", "United Nations"), ("act", "hold"), ("event", "training")} <= found


@pytest.mark.parametrize("text", ["ودورة تدريبية", "بدورة تدريبية", "وبالدورة التدريبية", "للدورة التدريبية"])
def test_a_word_is_found_behind_what_is_written_in_one_piece_with_it(text: str) -> None:
    assert any((hit.group, hit.code) == ("event", "training") for hit in vocabulary.terms().find(text))
