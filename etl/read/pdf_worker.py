"""A process of its own that reads the pages of PDF files one after the other: what hangs or breaks it harms no other.

python -m etl.read.pdf_worker HANDLE
"""

from __future__ import annotations

import resource
import signal
import sys
from multiprocessing.connection import Connection

import pypdfium2 as pdfium

from etl.read.pdf_lines import UNREADABLE, Page, lines_of

MOST_MEMORY = 2_000_000_000  # bytes; a page that asks for more is a bomb
LONGEST = 300  # seconds for one file, after which the system ends the process, should nobody else


def serve(connection: Connection) -> None:
    """Answer each (path or bytes, first page from 0, last) with why it cannot be opened, or its pages.

    The answer is a message, or the number of all pages and then each page. The first word is that it is there.
    """
    connection.send("there")
    while True:
        try:
            source, first, last = connection.recv()
        except EOFError:
            return
        signal.alarm(LONGEST)
        try:
            document = pdfium.PdfDocument(source)
        except pdfium.PdfiumError as error:
            connection.send(str(error))
            signal.alarm(0)
            continue
        total = len(document)
        connection.send(total)
        for number in range(first, min(last, total)):
            connection.send(_page(document, number))
        document.close()
        signal.alarm(0)


def _page(document: pdfium.PdfDocument, number: int) -> Page:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return UNREADABLE
    try:
        width, height = page.get_size()
        return Page(width, height, lines_of(page))
    except pdfium.PdfiumError:
        return UNREADABLE
    finally:
        page.close()


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    serve(Connection(int(sys.argv[1])))
