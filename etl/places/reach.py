"""A cue, and a list of names after it -> what stands between them, and how far a cue can reach."""

from __future__ import annotations

from etl import vocabulary
from etl.fixed import fixed
from etl.places.links import NAME_WORDS, WORD
from etl.places.named import Name
from etl.places.sentence import Sentence
from etl.terms import Hit

# A cue and the name it governs stand this near each other (characters); set on sentences of our own, the longest being
# "with the support of the <bureau with a long name> of the <department> of <State>".
REACH = 130
NOUN_REACH = 70  # "officers of various services from several provinces of Peru"
VERB_REACH = 45  # "held on 3 and 4 May in Nepal"
OPENING = 6  # characters before a cue that still opens its sentence: a bullet, a quotation mark

PEOPLE = {"person": "recipient", "attendant": "recipient", "victim": "route", "expert": "trainer", "speaker": "trainer"}
BODIES = ("state", "envoy")  # they stand for their State: a cue before them governs it ("funded by the Embassy of")
AGENTS = ("donor", "support", "partner", "trainer", "organiser", "guest")


@fixed
class Reach:
    """A cue, the names after it, the kind of link word before them and the words between cue and link word."""

    cue: Hit
    names: list[Name]
    sentence: Sentence
    link: str
    gap: str
    core: str

    @property
    def close(self) -> bool:
        """Whether nothing but the link word and articles stands between."""
        return not self.core.strip(" ,\"“«('’")

    def between(self, *codes: str) -> bool:
        """Say whether a cue of one of these meanings stands between the cue and the names."""
        start, end = self.cue.end, self.names[0].start
        return any(start <= h.start < end for h in self.sentence.of(*codes))


def pays_itself(body: Name) -> bool:
    """Say whether a body gives money of its own: the European Union, or one that acts for a State."""
    return any(code == "European Union" or vocabulary.organisation_country(code) for code in body.codes)


def is_name(words: str) -> bool:
    """Say whether words may be the rest of the name of a body: capitals and small words only."""
    return all(word[0].isupper() or word in NAME_WORDS for word in WORD.findall(words))
