"""A kind is told by content; what cannot be read says so in one line, within bounds of time and memory."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from etl.read.documents import documents
from etl.read.errors import ReadError, UnknownKind
from etl.read.file import File
from etl.read.kinds import kind_of
from etl.records import Document
from tests.etl.as_formats import as_docx, as_eml, as_html, as_pdf, as_pptx
from tests.etl.sheets import REGISTER, ods, xlsx

WORDS = "A course was held in Lima on 5 May 2019."
MEGABYTES = 400


def _zip(*members: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return stream.getvalue()


def _scan() -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    page.rect(10, 10, 200, 200, fill=1)
    page.save()
    return stream.getvalue()


def _locked_pdf() -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream, encrypt="secret")
    page.drawString(100, 100, WORDS)
    page.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (WORDS.encode(), "text"), (as_pdf(WORDS), "pdf"), (as_docx(WORDS), "docx"), (as_pptx(WORDS), "pptx"),
        (xlsx(REGISTER), "sheet"), (ods(REGISTER), "sheet"), (as_html(WORDS), "html"), (as_eml(WORDS), "mail"),
        (b"<?xml version='1.0'?>\n<iati-activities>", "iati"), (b"<iati-activity>", "iati"),
        (_zip(("a.txt", b"x")), "zip"), (b"From: the desk\nSubject: seals\nDate: 5 May\n\nWords", "text"),
        ("<p>words</p>".encode("utf-16"), "html"), (b"<3 is how we felt", "text"),
    ],
)  # fmt: skip
def test_a_kind_is_told_by_content(data: bytes, kind: str) -> None:
    assert kind_of(File("misleading.jpg", data=data)) == kind


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n", b"GIF89a", b"\x00\x00\x00\x20ftypmp42", b"PAR1", b"<?xml version='1.0'?><note/>", b"{\\rtf1 x}",
     _zip(("mimetype", b"application/epub+zip"))],
)  # fmt: skip
def test_what_is_not_read_is_named(data: bytes) -> None:
    with pytest.raises(UnknownKind, match="left out: it is a"):
        kind_of(File("a", data=data))


def test_members_are_read_in_order_under_the_name_of_the_zip() -> None:
    inner = _zip(("z.txt", WORDS.encode()))
    data = _zip(("b.docx", as_docx(WORDS)), ("a/a.txt", WORDS.encode()), ("c.zip", inner), ("__MACOSX/x", b"x"))
    names = [d.name for d in documents(File("all.zip", data=data)) if isinstance(d, Document)]
    assert names == ["all.zip/a/a.txt", "all.zip/b.docx", "all.zip/c.zip/z.txt"]


def _deep(levels: int) -> bytes:
    data = _zip(("a.txt", WORDS.encode()))
    for _ in range(levels):
        data = _zip(("a.zip", data))
    return data


BAD = {
    "climbs out": (_zip(("../../a.txt", b"x")), "leads out of its zip"),
    "from the root": (_zip(("/etc/a.txt", b"x")), "leads out of its zip"),
    "zip bomb": (_zip(("a.txt", b" " * 60_000_000)), "would unpack to 60 MB"),
    "many members": (_zip(*((f"{n}.txt", b"") for n in range(20_001)), compression=0), "holds 20,001 files"),
    "zips in zips": (_deep(6), "lies in more than 3 files"),
    "xlsx bomb": (_zip(("xl/workbook.xml", b""), ("xl/x", b" " * 60_000_000)), "would unpack to"),
    "docx bomb": (_zip(("word/document.xml", b" " * 60_000_000)), "would unpack to"),
    "entities in a docx": (_zip(("word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')), "document type"),
    "truncated zip": (_zip(("a.txt", b"x" * 999))[:-30], "cannot be opened"),
    "truncated docx": (as_docx(WORDS)[:-40], "cannot be opened"),
    "truncated xlsx": (xlsx(REGISTER)[:3000], "cannot be opened"),
    "truncated pdf": (as_pdf(WORDS)[:300], "cannot be opened"),
    "scan": (_scan(), "it is a scan"),
    "locked pdf": (_locked_pdf(), "password"),
    "locked office file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "old office file"),
    "empty pptx": (_zip(("ppt/presentation.xml", b"<x/>")), "holds no text"),
    "broken part": (_zip(("word/document.xml", b"<a><b>")), "is damaged"),
    "deep page": (b"<html>" + b"<div>" * 200_000 + b"x", "too deeply"),
    "empty": (b"", "is empty"),
    "binary": (bytes(range(256)) * 40, "not a text file"),
    "pages that loop": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF",
        "",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_ends_with_one_clear_line_and_little_memory(case: str) -> None:
    data, said = BAD[case]
    tracemalloc.start()
    found = list(documents(File("bad", data=data)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MEGABYTES * 1e6
    assert len(found) == 1
    assert isinstance(found[0], ReadError)
    assert said in str(found[0])
    assert "\n" not in str(found[0])


def test_one_bad_member_harms_no_other() -> None:
    data = _zip(("a.txt", WORDS.encode()), ("b.pdf", b"%PDF-1.4 broken"), ("c.txt", WORDS.encode()))
    kinds = [type(found).__name__ for found in documents(File("all.zip", data=data))]
    assert kinds == ["Document", "ReadError", "Document"]


def test_nothing_is_written_where_a_zip_points(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(_zip(("../out.txt", b"x")))
    list(documents(File("a.zip", tmp_path / "in" / "a.zip")))
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a.zip", "in"]
