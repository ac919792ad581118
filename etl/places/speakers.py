"""Names in a sentence about those who speak or teach -> whether they are theirs: "The speakers included staff of"."""

from __future__ import annotations

import re

from etl.places.named import Name
from etl.places.sentence import Sentence
from etl.places.teachers import THEMSELVES
from etl.small_words import pattern
from etl.terms import Hit

SPEAKERS_OPEN = 16  # characters before the speakers that open a sentence: "Experienced", "The international"
OF_THE = re.compile(r"\s(?:of|d[eu]s?|del|d[ao]s?|dell[ao]?)$")
LISTED = re.compile(  # how a list of those who spoke opens
    r"(?:\s\w+)?\s?(?:included?|including|were|such as|incluyeron|fueron|como|comme|étaient|tels? que|foram|incluíram|"
    r"были|среди них|waren|erano|sono stati|:)\s"
)


GATHER = ("event", "held", "taught")


def are_of_speakers(name: Name, sentence: Sentence) -> bool:
    """Say whether a name stands in a sentence about those who speak, or in a list of them."""
    return _about_speakers(name, sentence) or _among_speakers(name, sentence)


def _about_speakers(name: Name, sentence: Sentence) -> bool:
    """Say whether the sentence up to the name is about speakers: "Speakers came from the police of Kenya and ..."."""
    first = next(iter(sentence.cues), None)
    opens = first is not None and first.start - sentence.start < SPEAKERS_OPEN and _are_speakers(first)
    if first is None or not opens or first.end > name.start:
        return False
    before = (h for h in sentence.cues if h.end <= name.start)
    told = any(h.code in GATHER for h in before)
    return not told and THEMSELVES.match(sentence.text, first.end, sentence.end) is None


def _among_speakers(name: Name, sentence: Sentence) -> bool:
    """Say whether those who spoke are listed up to the name: "... . The speakers included staff of the police of"."""
    for cue in sentence.of("speaker", "expert"):
        if cue.end < name.start and LISTED.match(sentence.text, cue.end):
            between = (h for h in sentence.cues if cue.end < h.start < name.start)
            return not any(h.code in GATHER for h in between)
    shown = pattern("featuring").search(sentence.text, sentence.start, name.start)
    return shown is not None and not any(shown.end() < h.start < name.start for h in sentence.of(*GATHER))


def _are_speakers(cue: Hit) -> bool:
    """Say whether a cue means those who speak or teach: "speakers", "formateurs de la" (not "trainers from")."""
    return cue.code == "speaker" or (cue.code == "trainer" and OF_THE.search(cue.term.term) is not None)
