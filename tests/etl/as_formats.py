"""The lines of a text -> the same text as a web page, Word file, slides, PDF and mail, made by libraries."""

from __future__ import annotations

import re
from email.message import EmailMessage
from html import escape
from io import BytesIO

from docx import Document as WordFile
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph, SimpleDocTemplate

HEAD = re.compile(r"^(#{1,6})\s+(.*)$")
BULLET = re.compile(r"^\s*[-*•]\s+(.*)$")
LETTERS = str.maketrans({"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "…": "...", "•": "-"})


def filled(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def as_html(text: str) -> bytes:
    blocks = []
    for line in filled(text):
        head = HEAD.match(line)
        bullet = BULLET.match(line)
        if head:
            blocks.append(f"<h{len(head[1])}>{escape(head[2])}</h{len(head[1])}>")
        elif bullet:
            blocks.append(f"<ul><li>{escape(bullet[1])}</li></ul>")
        else:
            blocks.append(f"<p>{escape(line)}</p>")
    menu = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
    body = "\n".join(blocks)
    head = "<!doctype html><html><head><meta charset='utf-8'></head>"
    return f"{head}<body>{menu}<main>{body}</main></body></html>".encode()


def as_docx(text: str) -> bytes:
    document = WordFile()
    for line in filled(text):
        head = HEAD.match(line)
        bullet = BULLET.match(line)
        if head:
            document.add_heading(head[2], len(head[1]))
        elif bullet:
            document.add_paragraph(bullet[1], style="List Bullet")
        else:
            document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pptx(text: str) -> bytes:
    """Return slides: a heading begins one, what stands under it fills it."""
    show = Presentation()
    frame = None
    for line in filled(text):
        head = HEAD.match(line)
        if head or frame is None:
            slide = show.slides.add_slide(show.slide_layouts[5])
            slide.shapes.title.text = head[2] if head else line
            frame = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(8), Inches(4)).text_frame
            continue
        bullet = BULLET.match(line)
        frame.add_paragraph().text = bullet[1] if bullet else line
    stream = BytesIO()
    show.save(stream)
    return stream.getvalue()


def as_pdf(text: str, title: str = "Programme papers") -> bytes:
    """Return pages with a running header and number; hyphenless, one column."""
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
    heads = ParagraphStyle("head", parent=body, fontSize=14, leading=17)

    def furniture(canvas: object, document: object) -> None:
        canvas.setFont("Helvetica", 8)  # type: ignore[attr-defined]
        canvas.drawString(72, 810, title)  # type: ignore[attr-defined]
        canvas.drawString(280, 30, f"{document.page}")  # type: ignore[attr-defined]

    parts = []
    for line in filled(text):
        head = HEAD.match(line)
        words = escape((head[2] if head else line).translate(LETTERS))
        parts.append(Paragraph(words, heads if head else body))
    assert pdfmetrics.standardFonts
    stream = BytesIO()
    SimpleDocTemplate(stream).build(parts, onFirstPage=furniture, onLaterPages=furniture)
    return stream.getvalue()


def as_eml(text: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "field@example.org", "desk@example.org", "News"
    mail["Date"], mail["MIME-Version"] = "Mon, 4 May 2026 10:00:00 +0000", "1.0"
    mail.set_content(text, cte="base64")
    return mail.as_bytes()


MAKERS = {"html": as_html, "pdf": as_pdf, "docx": as_docx, "pptx": as_pptx, "eml": as_eml}
