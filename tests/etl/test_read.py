"""Files of every encoding, and files that are no text."""

import hashlib
from pathlib import Path

import pytest

from etl.read.errors import ReadError
from etl.read.text import decoded, masked, read
from etl.split.shapes import split

WORDS = "Señor Muñoz habló en São Tomé.\nÇa alors, c’était à Genève.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((WORDS * 20).encode(encoding))
    document = read(path, "a.txt")
    assert document.lines[:2] == tuple(WORDS.splitlines())
    assert document.checksum == hashlib.sha256(path.read_bytes()).hexdigest()
    assert bool(document.warnings) == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"  \n \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 ...", "zip"),
        (bytes(range(256)) * 50, "not a text file"),
        (b"\x00\x01\x02\x03" * 500, "not a text file"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path, "a.txt")
    assert what in caught.value.what
    assert caught.value.file == "a.txt"
    assert caught.value.remedy in str(caught.value)


def test_a_zero_byte_within_text_does_no_harm() -> None:
    assert decoded(("word " * 300 + "\x00").encode(), "a.txt")[0].startswith("word")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to jane.doe@example.org.", "Write to [e-mail]."),
        ("Tel.: (01) 234 56 78 now", "[telephone] now"),
        ("Call +43 1 26060 1234.", "Call [telephone]."),
        ("Jo (+43-1) 26060-1234 x", "Jo [telephone] x"),
        ("From 2015 to 2020, 1,200 judges on 12-05-2016", "From 2015 to 2020, 1,200 judges on 12-05-2016"),
        ("телефон: 375 17 123 45 67", "[telephone]"),
    ],
)
def test_addresses_and_numbers_of_people_are_taken_out(text: str, expected: str) -> None:
    assert masked(text) == expected


def test_line_numbers_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One\r\ntwo jo@example.org\rthree\n\nfive\n")
    assert read(path, "a.txt").lines == ("One", "two [e-mail]", "three", "", "five")


def test_a_line_of_a_million_characters_is_one_item(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A course was held in Lima on 5 May 2019. " * 25_000, encoding="utf-8")
    assert len(split(read(path, "a.txt"))) == 1
