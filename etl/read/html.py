"""A saved web page (HTML, MHTML) -> a Document of its main text: headings, paragraphs, list items, rows of tables."""

from __future__ import annotations

import json
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from etl.dates.written import expressions
from etl.read.errors import ReadError
from etl.read.file import File
from etl.read.numbered import numbered
from etl.read.page_blocks import HEADING, Block, blocks_of
from etl.read.registers import Line
from etl.read.text import decoded
from etl.records import Document

DROPPED = (
    "script,style,noscript,template,svg,iframe,nav,footer,aside,form,button,dialog,[hidden],[aria-hidden=true],"
    "[role=navigation],[role=banner],[role=contentinfo],[role=dialog],[role=search],[class*=cookie],[id*=cookie],"
    "[class*=breadcrumb],[class*=newsletter],[class*=sidebar],[class*=related],[class*=share],[class*=social],"
    "[class*=pagination],[class*=skip-link]"
)
MAIN = ("main", "[role=main]", "article", "#content", "#main-content", "#main")
ENOUGH = 0.5  # of the page's letters that the main part must hold; a teaser in an <article> does not
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
PUBLISHED = (
    'meta[property="article:published_time"]', 'meta[name="article:published_time"]', 'meta[itemprop="datePublished"]',
    'meta[name="date"]', 'meta[name="pubdate"]', 'meta[name="publish-date"]', 'meta[name="DC.date.issued"]',
    'meta[name="dcterms.date"]', 'meta[name="dc.date"]', 'meta[property="og:published_time"]',
)  # fmt: skip
ISO = re.compile(r"^\s*((?:19|20)\d\d-\d\d-\d\d)")
NESTING = re.compile(r"<(/?)(?!p\b|li\b|br\b|hr\b|img\b|meta\b|link\b|input\b|t[drh]\b|d[td]\b|option\b)[a-z]", re.I)
DEEPEST = 400  # levels of nesting; the parser's time grows with their square, and the walk is recursive


def read(file: File, data: bytes | None = None) -> Document:
    """Return the Document of a page; raises ReadError where it holds no text."""
    letters = _letters(file, file.read() if data is None else data)
    if _depth(letters) > DEEPEST:
        raise ReadError(file.name, "nests its elements too deeply to be read", "Save it as text.")
    tree = LexborHTMLParser(letters)
    if tree.body is None:
        raise ReadError(file.name, "is a page without text", "Save it again from a browser.")
    published = _published(tree)
    lines = page_lines(tree)
    return numbered(file.name, file.checksum(), lines, published=published)


def lines_of(html: str) -> list[Line]:
    """Return the lines of a piece of HTML, such as the body of a mail."""
    return page_lines(LexborHTMLParser(html))


def page_lines(tree: LexborHTMLParser) -> list[Line]:
    """Return each block of the main text as a line, with its heading and number among the blocks as place."""
    for node in tree.css(DROPPED):
        node.decompose()
    for node in tree.css("header"):
        if node.css_first("h1") is None and node.css_first("time") is None:
            node.decompose()
    root = _main(tree)
    if root is None:
        return []
    blocks = blocks_of(root)
    if not any(block.kind == "h1" for block in blocks):
        blocks = [*_title(tree), *blocks]
    lines: list[Line] = []
    heading, number = "", 0
    for block in blocks:
        if level := HEADING.match(block.kind):
            heading, number = block.words[:60], 0
            lines.append(Line(f"{'#' * int(level[1])} {block.words}", f"heading “{heading}”"))
            continue
        number += 0 if block.table else 1
        place = f"table {block.table}, row {block.row}" if block.table else f"par. {number}"
        words = f"- {block.words}" if block.kind == "li" else block.words
        lines.append(Line(words, f"“{heading}”, {place}" if heading else place, block.cells, block.table))
    return lines


def _letters(file: File, data: bytes) -> str:
    """Return the page as letters: by its mark, the charset that it states, or as any other text."""
    stated = CHARSET.search(data[:4096])
    if stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(stated[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data, file.name)[0]


def _main(tree: LexborHTMLParser) -> LexborNode | None:
    """Return the part that holds the main text; the body where no single part holds most of it."""
    if tree.body is None:
        return None
    whole = len(tree.body.text(separator=" "))
    for selector in MAIN:
        found = tree.css(selector)
        if len(found) == 1 and len(found[0].text(separator=" ")) >= ENOUGH * whole:
            return found[0]
    return tree.body


def _title(tree: LexborHTMLParser) -> list[Block]:
    """Return the page's own heading where it stands outside its main part."""
    found = tree.css("h1")
    words = " ".join((found[0].text() or "").split()) if len(found) == 1 else ""
    return [Block("h1", words)] if words else []


def _published(tree: LexborHTMLParser) -> str | None:
    """Return the date of publication that the markup states, as ISO 8601; several dated items state none."""
    for selector in PUBLISHED:
        node = tree.css_first(selector)
        if node is not None and (day := _day(node.attributes.get("content") or "")):
            return day
    for node in tree.css('script[type="application/ld+json"]'):
        if day := _of_json(node.text()):
            return day
    times = {node.attributes.get("datetime") or "" for node in tree.css("time[datetime]")}
    return _day(times.pop()) if len(times) == 1 else None


def _of_json(text: str) -> str | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    queue = [found]
    while queue:
        value = queue.pop(0)
        if isinstance(value, dict):
            if day := _day(str(value.get("datePublished") or "")):
                return day
            queue += value.values()
        elif isinstance(value, list):
            queue += value
    return None


def _day(written: str) -> str | None:
    if iso := ISO.match(written):
        return iso[1]
    found = [e for e in expressions(written[:60]) if e.first.day and e.first.year]
    return found[0].first.iso() if found else None


def _depth(letters: str) -> int:
    """Return how many elements are open at once, at most."""
    depth = deepest = 0
    for match in NESTING.finditer(letters):
        depth += -1 if match[1] else 1
        deepest = max(deepest, depth)
    return deepest
