"""The same text in every format tells of the same activities, and points to the page or paragraph that says so."""

from __future__ import annotations

from collections import Counter
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.util import Inches

from etl import pipeline
from etl.read.documents import documents
from etl.read.file import File
from etl.records import Document, Mention
from etl.sources import Source
from tests.etl.as_formats import MAKERS, as_docx, as_html, as_pdf
from tests.etl.by_office import FROM, OFFICE, converted
from tests.etl.feed import FEED

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
FEWEST_ALIKE = 0.97
LONG = "\n".join(
    f"{n} March 2019\nCourse number {n} for border officers of Chad\n"
    f"UNODC held a training course on forged documents for {n + 10} border officers in N'Djamena, Chad. "
    + "It dealt with the ways in which papers are made and how a false one can be told from a true one. " * 4
    + "\nRead more here."
    for n in range(1, 25)
)


def _only(name: str, data: bytes) -> Document:
    found = list(documents(File(name, data=data)))
    assert len(found) == 1
    assert isinstance(found[0], Document), found[0]
    return found[0]


def _mentions(path: Path) -> list[Mention]:
    readings = list(pipeline.read(Source(path, path.name, path.stat().st_size)))
    assert not [r.problem for r in readings if r.problem]
    return [mention for reading in readings for mention in reading.mentions]


def _key(mention: Mention) -> tuple[Any, ...]:
    row = mention.row
    return row["date"], row["kind"], tuple(row["country"]), row["participants"]


def _alike(one: list[Mention], other: list[Mention]) -> float:
    mine, theirs = Counter(map(_key, one)), Counter(map(_key, other))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())


@pytest.mark.parametrize("kind", [kind for kind in MAKERS if kind != "pptx"])
def test_a_feed_of_our_own_is_the_same_in_every_format(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FEED)
    (tmp_path / f"a.{kind}").write_bytes(MAKERS[kind](FEED))
    assert _alike(_mentions(tmp_path / "a.txt"), _mentions(tmp_path / f"a.{kind}")) >= FEWEST_ALIKE


@pytest.mark.seeds
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents are not here")
@pytest.mark.parametrize("kind", MAKERS)
def test_the_real_documents_are_the_same_in_every_format(kind: str, tmp_path: Path) -> None:
    texts, others = [], []
    for seed in sorted(SEEDS.glob("*.txt")):
        made = tmp_path / f"{seed.stem}.{kind}"
        made.write_bytes(MAKERS[kind](seed.read_text(encoding="utf-8")))
        texts += _mentions(seed)
        others += _mentions(made)
    assert _alike(texts, others) >= FEWEST_ALIKE


@pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", [kind for kind in FROM if kind != "pptx"])
def test_a_feed_of_our_own_is_the_same_as_libre_office_writes_it(kind: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FEED)
    made = converted(kind, {"a": FEED}, tmp_path)
    assert _alike(_mentions(tmp_path / "a.txt"), _mentions(made["a"])) >= FEWEST_ALIKE


@pytest.mark.seeds
@pytest.mark.skipif(not (SEEDS.is_dir() and OFFICE), reason="the real documents or LibreOffice are not here")
@pytest.mark.parametrize("kind", FROM)
def test_the_real_documents_are_the_same_as_libre_office_writes_them(kind: str, tmp_path: Path) -> None:
    seeds = sorted(SEEDS.glob("*.txt"))
    made = converted(kind, {seed.stem: seed.read_text(encoding="utf-8") for seed in seeds}, tmp_path)
    texts = [mention for seed in seeds for mention in _mentions(seed)]
    others = [mention for seed in seeds for mention in _mentions(made[seed.stem])]
    assert _alike(texts, others) >= FEWEST_ALIKE


@pytest.mark.parametrize(("kind", "place"), [("pdf", "p. "), ("docx", "par. "), ("html", "par. "), ("eml", "body")])
def test_evidence_says_where_a_person_finds_it(kind: str, place: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{kind}"
    path.write_bytes(MAKERS[kind](LONG))
    told = _mentions(path)
    assert len(told) == 24
    assert all(place in m.row["locator"] for m in told)


def test_the_page_is_the_right_one(tmp_path: Path) -> None:
    document = _only("a.pdf", as_pdf(LONG))
    assert document.places[0] == "p. 1"
    assert document.places[-1].endswith(str(max(int(p.split()[-1].split("-")[-1]) for p in document.places)))
    pages = [int(place.split()[1].split("-")[0]) for place in document.places]
    assert pages == sorted(pages)
    assert len(set(pages)) > 2
    assert not [line for line in document.lines if "Programme papers" in line or line.strip().isdigit()]


def test_paragraphs_of_a_pdf_are_whole() -> None:
    lines = _only("a.pdf", as_pdf(LONG)).lines
    assert "Course number 7 for border officers of Chad" in lines
    assert sum(line.endswith("a true one.") for line in lines) == 24


PAGE = """<html><head><meta property="article:published_time" content="2019-05-12T10:00"><title>x</title></head><body>
<nav>Home News</nav><div class="cookie-notice">We use cookies</div><header><h1>Courts <b>meet</b></h1></header>
<main><h2>In brief</h2><p>Held on <b>3 March</b> 2020<br>in Lima.</p><ul><li>120 officers</li></ul>
<table><tr><th>When</th><th>Where</th></tr><tr><td>3 May 2019</td><td><p>Quito</p></td></tr></table></main>
<footer>Contact</footer></body></html>"""


def test_a_page_keeps_its_blocks_and_loses_its_menu() -> None:
    document = _only("a.html", PAGE.encode())
    assert document.lines == (
        "# Courts meet", "## In brief", "Held on 3 March 2020", "in Lima.", "- 120 officers",
        "When | Where", "3 May 2019 | Quito",
    )  # fmt: skip
    assert document.published == "2019-05-12"
    assert document.places[3] == "“In brief”, par. 2"


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<time datetime="2018-02-01">1 Feb</time>', "2018-02-01"),
        ('<time datetime="2018-02-01"></time><time datetime="2018-03-01"></time>', None),
        ('<script type="application/ld+json">{"@graph":[{"datePublished":"2017-06-05"}]}</script>', "2017-06-05"),
        ('<script type="application/ld+json">{broken</script>', None),
    ],
)
def test_a_date_of_publication_is_taken_only_where_the_page_states_one(markup: str, published: str | None) -> None:
    page = f"<html><body><main>{markup}<p>Some words of no date at all, said twice.</p></main></body></html>"
    assert _only("a.html", page.encode()).published == published


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-r"])
def test_a_page_is_read_in_the_letters_that_it_states(charset: str) -> None:
    page = f"<html><head><meta charset='{charset}'></head><body><p>Семинар для судей прошёл в Минске.</p></body></html>"
    assert _only("a.html", page.encode(charset)).lines == ("Семинар для судей прошёл в Минске.",)


def test_a_page_saved_as_one_file_is_read() -> None:
    mhtml = (
        "From: <Saved by a browser>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
        "<html><body><main><p>A course was held in Lima.</p></main></body></html>\n--b--\n"
    )
    assert _only("a.mht", mhtml.encode()).lines == ("A course was held in Lima.",)


def test_insertions_are_in_and_deletions_out() -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>Held in </w:t></w:r><w:ins><w:r><w:t>Lima</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>Quito</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc>"
        "</w:tr></w:tbl></w:body></w:document>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", body)
    document = _only("a.docx", stream.getvalue())
    assert document.lines == ("Held in Lima", "a | b")
    assert document.places == ("par. 1", "table 1, row 1")


def test_headings_of_a_word_file_keep_their_level() -> None:
    assert _only("a.docx", as_docx("# One\n## Two\nWords under it.\n- a point")).lines[:4] == (
        "# One", "## Two", "Words under it.", "- a point",
    )  # fmt: skip


def test_slides_give_groups_tables_and_notes() -> None:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "Our year"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1)).text_frame.text = "in a group"
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(3), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "left", "right"
    slide.notes_slide.notes_text_frame.text = "said aloud"
    stream = BytesIO()
    show.save(stream)
    document = _only("a.pptx", stream.getvalue())
    assert document.lines == ("# Our year", "- in a group", "left | right", "- said aloud", "")
    assert document.places[1] == "slide 1"
    assert document.places[3] == "slide 1, notes"


def test_what_a_mail_carries_is_a_document_of_its_own() -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["MIME-Version"] = "a@example.org", "b@example.org", "1.0"
    mail["Subject"] = "Fwd: RE: Minutes"
    mail["Date"] = "Mon, 4 May 2020 10:00:00 +0000"
    mail.set_content("Please find the minutes of the course in Lima.")
    for _ in range(2):
        mail.add_attachment(as_html("A course was held in Lima."), "text", "html", filename="../minutes.html")
    found = [d for d in documents(File("a.eml", data=mail.as_bytes())) if isinstance(d, Document)]
    assert [d.name for d in found] == ["a.eml", "a.eml/minutes.html", "a.eml/minutes.html (2)"]
    assert found[0].published == "2020-05-04"
    assert found[0].lines[0] == "# Minutes"
