"""The small words of eight languages that link a name to what stands before it: in, from, of, to."""

from __future__ import annotations

import re
from functools import lru_cache

from etl import vocabulary

LINKS = {
    "in": "in at across throughout within inside near à au aux en dans em no na nos nas в во на في وفي nel nella nei "
    "nelle negli nell' nell’ im بمدينة بمحافظة بولاية بالعاصمة ببلدة بمنطقة بمقاطعة بقرية ببلدية بمديرية بإقليم",
    "from": "from desde из со من ومن dal dalla dai dagli dalle dall' dall’ aus",
    "of": "of for by with de du des del da do das dos d' d’ par por pela pelo para pour avec con com с для di dello "
    "della degli delle dei dell' dell’ per von vom mit für",
    "to": "to into towards vers hacia a ao к إلى وإلى nach",
}
KIND_OF = {word: kind for kind, words in LINKS.items() for word in words.split()}
BEFORE_A_WORD = re.compile(r"[\s('’]")
BEFORE_A_LIST = re.compile(r"\b(of|from|de|del|des|du|da|do|dos|di|из|من)\s?:$")  # "officers of: Peru, Chile ..."
LINK_REACH = 60  # characters before a name in which the word that links it to what stands before is looked for
DETERMINERS = re.compile(
    r"(?:(?:(?<=[\s('’])|^)(?:the|la|le|les|l['’]|los|las|el|os|as|il|lo|gli|der|die|das|den|dem|Republik|Stadt|Provinz|both|all|several|their|its|neighbouring|всего|всей|"
    r"(?:(?:Republic|Kingdom|State|Union|Commonwealth|Federation|[Cc]ity|[Tt]own|[Pp]rovince|[Rr]egion|[Dd]istrict|"
    r"[Gg]overnorate|[Mm]unicipality)s? of(?: the)?)|(?:République|República|Reino|Royaume|Estado|État|[Vv]ille|"
    r"[Rr]égion|[Pp]rovince|[Cc]ommune|[Cc]iudad|[Pp]rovincia|[Mm]unicipio|[Cc]idade|[Mm]unicípio) "
    r"d(?:[aeou]|es|el|['’])|"
    r"(?:Repubblica|Regno|[Cc]ittà|[Pp]rovincia|[Rr]egione|[Cc]omune) d(?:i|el|ella|ell['’]|egli)|"
    r"Республик\w*|Королевств\w*|Государств\w*|город\w*|г\.|جمهورية|مملكة|دولة|محافظة|مدينة|ولاية|بلدة|قرية|بلدية|مديرية|منطقة|إقليم)\s*)+$"
)
STATES = (  # of the pattern above, without first letters that may be small
    *("Republic", "Kingdom", "State", "Union", "Commonwealth", "Federation", "ity", "own", "rovince", "egion"),
    *("istrict", "overnorate", "unicipality"),
)
ENDS_OF_DETERMINERS = (  # how such words end; far quicker to see than the pattern
    *("the", "la", "le", "les", "l'", "l’", "los", "las", "el", "os", "as", "both", "all", "several", "their", "its"),
    *("il", "lo", "gli", "der", "die", "das", "den", "dem", " di", "ella", "ell'", "ell’"),
    *("Republik", "Stadt", "Provinz"),
    *(f"{state}{s} of" for state in STATES for s in ("", "s")),
    *("neighbouring", " da", " de", " do", " du", " des", " del", " d'", " d’", "г."),
)
OTHER_LETTERS = "\u0400"  # Cyrillic and Arabic letters come from here on
LONGEST_DETERMINER = 24  # characters: "Commonwealth of the"
KEPT = 1 << 12  # cues of which it is kept whether they end in a linking word
LONGEST_LINK = 20  # characters; no linking word is as long, so that the last word is looked for no further back
WITH_ARTICLE = re.compile(r"\b(com|para|contra|entre|sobre|por) a$")  # "com a Índia": behind a link it is an article
PARTS_OF = re.compile(
    r"\b(?:regions|districts|provinces|municipalities|cities|towns|régions|villes|communes|ciudades|provincias|"
    r"municipios|cidades|províncias|municípios) (?:of|d[eou]s?|del|da|d['’])(?: the| la| los)?$"
)
STOP = re.compile(  # not the point behind an initial or a title: "Dr. L. Paz", "H.E."
    r"(?<!\b[A-ZÀ-ÝА-Я])(?<!\b[MDS]r)(?<!\bMs)(?<!\bMrs)(?<!\bSra)(?<!\bProf)\.|[;:!?؟؛]"
)
PURPOSE = re.compile(  # from here on the words tell what it was for, not who: "funded by Norway to help"
    r"\b(?:(?:to|for)\s+(?!the\s+[A-Z])[a-z]|which|that|who|where|was|were|is|are|has|have|"
    r"(?<!Bureau )(?<!Office )(?<!Fonds )pour|afin|qui|que|(?<!Oficina )(?<!Agencia )(?<!Fondo )(?<!Escritório )para|"
    r"quien|который|которая|которые|чтобы|где|التي|الذي|الذين|بهدف|لتدريب)"
)
TOPIC = re.compile(
    r"\b(?:on(?!\s(?:\d|[A-Z]\w+day\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d))|about|against|to|sur|contre|sobre|contra|о|об|по|против|حول|بشأن|عن)\s",
    re.I,
)
INCLUDING = (
    *(" in particular", " particularly", " such as", " including", " notably", " especially", " namely"),
    *(" notamment", " incluido", " incluidos", " como"),
)
AND = re.compile(
    r"(?:^|[\s,])(?:and|as well as|or|y|e|et|ainsi que|así como|bem como|und|sowie|nonché|и|а также|و|&)\s", re.I
)
BETWEEN = re.compile(  # what may stand between the names of one list
    r"\)?\s*(?:\([^()]{1,30}\)\s*)?(?:['’]s\s*)?"
    r"(?:in\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s\d{4})?(?=,|\sand\s))?(?:(?:,\s[A-ZÀ-Ý][\w-]+(?:\s[A-ZÀ-Ý][\w-]+)?)?[,،/&•–-])?\s*"
    r"(?:(?:and|as well as|or|y|e|et|ainsi que|así como|bem como|und|sowie|nonché|и|а также|و|&)\s+"
    r"(?:(?:in|to|en|aux?|em|n[oa]s?|во?|на)\s)?|(?<=,\s)(?:en|aux?|em|n[oa]s?|во?)\s)?"
    r"(?:(?:also|from|the|of|host(?:\scountry)?|la|le|les|los|las|el|l['’]|de|du|des|del|da|do|d['’]|a|o|dal|dalla|della|di|il|lo|der|die|den|dem|aus|из|من|"
    r"Governments? of|Republic of|Kingdom of|the State of|gouvernement d\w+|Gobierno d\w+|République d\w+|"
    r"República d\w+)"
    r"\s*)*"
)


SMALL_WORDS = vocabulary.small_words("list")  # small letters that a list of names may have in it
NAME_WORDS = vocabulary.small_words("body")  # small letters in the name of a State's body, and between it and its verb
ARABIC_AND = "و"  # written as one word with the name after it
WORD = re.compile(r"[^\W\d_]+")


def link(gap: str) -> tuple[str, str]:
    """Return the kind of word at the end of `gap` that links it to the name after it, and what stands before the word.

    The kind is in, from, of, to, or "" where there is none; articles and "Republic of" are skipped.
    """
    gap = gap.rstrip(' "“«(')
    gap = BEFORE_A_LIST.sub(r"\1", gap) if gap.endswith(":") else gap
    far, near = gap[:-LINK_REACH], gap[-LINK_REACH:]
    near = _before_determiners(near.rstrip())
    near = WITH_ARTICLE.sub(r"\1", near) if near.endswith(" a") else near
    last = _last_word(near)
    kind = KIND_OF.get(last.lower(), "")
    if last.isalpha() and not kind and PARTS_OF.search(gap):  # "from different districts of": the word before says
        return "of", far + near
    return kind, far + (near.removesuffix(last).rstrip() if kind else near)


def _last_word(words: str) -> str:
    """Return what stands behind the last space, bracket or apostrophe of `words`, with an apostrophe at its end."""
    return BEFORE_A_WORD.split(words[-LONGEST_LINK:-1])[-1] + words[-1:]


def _before_determiners(words: str) -> str:
    """Return `words` without the articles, "Republic of" and the like at their end."""
    while words.endswith(ENDS_OF_DETERMINERS) or words[-1:] >= OTHER_LETTERS:
        found = DETERMINERS.search(words, max(0, len(words) - LONGEST_DETERMINER))
        if found is None:
            break
        words = words[: found.start()].rstrip()
    return words


@lru_cache(maxsize=KEPT)
def ends_in_link(words: str, kind: str) -> bool:
    """Say whether the last of `words` is a link of that kind: "held in" ends in one of place."""
    return KIND_OF.get(_last_word(words).lower()) == kind
