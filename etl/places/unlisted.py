"""A sentence -> whether it names a village or district that no list knows: "in Nandom on 3 May", "Rusizi District"."""

from __future__ import annotations

import re

from etl.places.sentence import Sentence

NAME = r"[^\W\d_a-zà-ÿа-я][^\W\d_]{2,}(?:[\s-][^\W\d_a-zà-ÿа-я][^\W\d_]+)?"
VILLAGE = re.compile(
    rf"\b(?:in|at|near|à|en|em|na?o?|в|bei)\s(?P<first>{NAME})\s"
    r"(?=(?:on|from|between|le|du|el|del|de|nos?|a|entre|с|von|vom|am)\s(?:dias?\s|\w+day\s)?\d)"
    r"|\b(?i:village|town|district|township|ville|commune|département|préfecture|municipio|cantón|comunidad|caserío|aldea|"
    r"distrito|município|vila|posto|Gemeinde|Dorf|comune|villaggio)\s(?:of|de|do|da|d['’]|di)?\s?(?P<second>"
    + NAME
    + r")"
    r"|(?P<third>"
    + NAME
    + r")\s(?:[Dd]istrict|[Pp]rovince|[Cc]ounty|[Vv]illage|[Ww]ard|[Tt]ownship|[Pp]arish|[Mm]unicipality)\b"
)


def names_a_village(sentence: Sentence) -> bool:
    """Say whether a place stands there that is none of the names found in the sentence."""
    for found in VILLAGE.finditer(sentence.text, sentence.start, sentence.end):
        start, end = found.span(found.lastgroup or 0)
        if not any(first < end and start < last for first, last in sentence.names):
            return True
    return False
