"""A case with its activity in square brackets -> the passage that a finder reads."""

from etl import vocabulary
from etl.records import Document, Item, Passage
from etl.terms import Hits
from etl.text import Text

DOCUMENT = Document("case.txt", "0", ())


def passage(marked: str, language: str = "en", aggregate: bool = False) -> Passage:
    """Return the passage of a case; the square brackets in it mark the words that make it an activity."""
    start, end = marked.index("["), marked.index("]") - 1
    string = marked.replace("[", "").replace("]", "")
    item = Item("case.txt", 0, "page", 1, 1, "", "", "", Text(string, (0,), (1,)), language)
    hits = Hits(hit for hit in vocabulary.terms().find(string) if hit.code)
    return Passage(item, 0, len(string), start, end, 1, 1, hits, aggregate)
