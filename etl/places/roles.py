"""A passage -> the countries, cities, blocs and organisations that it names, each with the one role it plays there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from etl import vocabulary
from etl.fixed import fixed
from etl.numbers import numbers
from etl.places.adjectives import of_adjective
from etl.places.around import BY_THE_WAY, before
from etl.places.behind import after
from etl.places.continued import goes_on
from etl.places.links import AND
from etl.places.named import Name, Ruled, lists_of_names
from etl.places.nouns import is_part
from etl.places.reach import PEOPLE, pays_itself
from etl.places.sentence import KEPT, Sentence
from etl.places.teachers import THEMSELVES, are_taught, is_guest, of_its_teachers, speak, teach
from etl.places.venues import on_its_own
from etl.records import Passage
from etl.terms import Hit

LIST_OPENS = re.compile(
    r"[^.;()]{0,40}?\s*[(:–—]\s*(?:namely|i\.e\.|including)?\s*(?:the )?|,\s*(?:namely|à savoir|a saber),?\s*"
    r"|\s(?:included|include|comprised|comprenaient|comprennent|incluyeron|incluyen|incluíram|foram|fueron|étaient|were)\s"
    r"(?:the |le |la |el |o |a )?"
)
ACRONYM = re.compile(r"U\.?\s?[SK]\.?A?\.?|EE\.?\s?UU\.?|UAE|США")
LAST_RANK = 3  # of a sentence that neither holds the cue nor tells what was held or who came
SPEAKERS_OPEN = 16  # characters before the speakers that open a sentence: "Experienced", "The international"
MANY = 4  # so many countries in brackets are those who came
OF_THE = re.compile(r"\s(?:of|d[eu]s?|del|d[ao]s?|dell[ao]?)$")
BUILDING = re.compile(  # "San Diego Hotel, Abakaliki", "Rome Street"
    r"\s(?:(?:Hotels?|Hôtel)(?=,?\s(?:in\s)?[A-ZÀ-Ý])|(?:Street|Road|Avenue|Boulevard|Square)\b)"
)
SHARED = {"COD": "COG", "DOM": "DMA"}  # demonyms of two States stand in the vocabulary with the larger one
UNTOLD = ("subject", "recipient", "named", "organiser", "partner")  # roles that say nothing of money
COMPANY = re.compile(r"\s(?:Air(?:lines|ways)?|Airport|Telecom|Breweries|Insurance|Press|Times|Herald|Post)\b")
HYPHENS = ("-", "‑", "–")
OF_TWO_SIDES = re.compile(
    r"\b(?:[^\W\d_]{2,}[oо]|[Pp]an|[Ii]nter|[Tt]rans|[Пп]ан)[-‑–]$"
)  # "the Franco-Malian centre", "российско-таджикский"
LONGEST_SIDE = 16  # letters of the other side
RESULT_REACH = 40  # "the police of Peru have since then arrested"
TITLED = 80  # characters of a title and a name before the name of a country
LISTED = re.compile(  # how a list of those who spoke opens
    r"(?:\s\w+)?\s?(?:included?|including|were|such as|incluyeron|fueron|como|comme|étaient|tels? que|foram|incluíram|"
    r"были|среди них|waren|erano|sono stati|:)\s"
)
CLOSES = re.compile(r"(?<=[\w.,!?])“")  # „so“, “so“
PERSON = re.compile(  # it begins with the set of first letters, so that the engine can skip to the next of them
    r"[MDPJSгا](?<!\w.)(?:(?<=M)(?:rs?|s|me)?|(?<=D)r|(?<=P)rof|(?<=J)udge|(?<=S)ra?|(?<=г)-(?:н|жа)|(?<=ا)لسيدة?)\.?\s"
    r"(?:[A-ZÀ-ÝА-Я][\w.-]*\s){0,2}$"
    r"|[A-Z][a-zà-ÿ]+\s(?:[A-Z]\.\s){1,2}$"  # "Rosa M. Jordan"
)


@fixed
class Place:
    """A name at `start:end` of the item's text; `codes` are alpha-3, for an organisation or a bloc its canonical name.

    `role` is recipient, subject, where (it took place there), held (the text says so outright), dateline, donor,
    support, partner, organiser, trainer, office, route, background, visit, thanked, guest, chair, document, language,
    border, quoted, all_members or named. `rule` says what gave the role. `rank` is that of its sentence.
    """

    start: int
    end: int
    kind: str
    codes: tuple[str, ...]
    role: str
    rule: str
    rank: int
    name: str


@lru_cache(maxsize=KEPT)
def placed(passage: Passage) -> tuple[Place, ...]:
    """Return every name of the passage in the order of the text, each with its role."""
    lists = list(lists_of_names(passage))
    sure = {n.codes[0] for _, names in lists for n in names if len(n.codes) == 1 and n.hits[0].term.weight >= 1}
    found: list[Place] = []
    for sentence, names in lists:
        came = [(p.start, (p.role, p.rule)) for p in found if p.role == "recipient"]
        ruled = goes_on(_role(names, sentence), names, sentence, came)
        found += _places(names, sentence, sure, ruled)
    return tuple(found)


def _places(names: list[Name], sentence: Sentence, sure: set[str], ruled: Ruled) -> Iterator[Place]:
    """Yield the places of a list; of a name with several meanings the one that the passage names elsewhere is first."""
    states = [n for n in names if n.kind != "organisation"]
    beside = ruled
    if ruled[1] == BY_THE_WAY and states:
        beside = _beside_a_body(names, states, sentence)
    for n in names:
        role, rule = ruled if n.kind == "organisation" else beside
        rank = sentence.rank
        if role in UNTOLD and sentence.has("financing") and _lends(n):
            role, rule = "donor", "who gives in a financing agreement"
        if n.kind == "city" and role == "subject":
            role, rule = "named", "city by the way"
        if sentence.rank == LAST_RANK and role == "recipient" and rule.startswith("person") and _of_several(states):
            rank = LAST_RANK - 1  # officers of three States are those who came, whatever the sentence tells of them
        codes = _codes(n, sure)
        yield Place(n.start, n.end, n.kind, codes, role, rule, rank, n.hits[0].term.term)


def _lends(name: Name) -> bool:
    """Say whether a body gives money of its own, or a State gives aid: it is not the one that an agreement helps."""
    if name.kind == "organisation":
        return pays_itself(name)
    return name.kind in ("country", "demonym") and vocabulary.gives_aid(name.codes[0], "")


def _codes(name: Name, sure: set[str]) -> tuple[str, ...]:
    """Return what a name may mean, what the passage names elsewhere first: "congolais" beside Brazzaville is COG."""
    if len(name.codes) > 1:
        return tuple(sorted(name.codes, key=lambda code: (code not in sure, code)))
    other = SHARED.get(name.codes[0], "") if name.kind == "demonym" and name.hits[0].term.weight < 1 else ""
    return (other,) if other in sure and name.codes[0] not in sure else name.codes


def _in_a_name(names: list[Name], said: str, sentence: Sentence) -> str:
    """Return why names are only a part of another name: two sides of one thing, a firm, a hotel, a street; else ""."""
    kind = names[0].kind
    if len(names) > 1 and _bloc_and_country(names, sentence.text):
        return "bloc-country"
    joined = kind in ("demonym", "country") and said.endswith(HYPHENS)
    if joined and OF_TWO_SIDES.search(said, max(0, len(said) - LONGEST_SIDE)):
        return "one of two sides"
    if kind in ("demonym", "city") and COMPANY.match(sentence.text, names[-1].end):
        return "name of a company"
    return "name of a hotel or street" if kind == "city" and BUILDING.match(sentence.text, names[-1].end) else ""


def _of_several(states: list[Name]) -> bool:
    return len({n.codes for n in states}) > 1


def _beside_a_body(names: list[Name], states: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of States in a list with bodies: they act together ("IOM and Kenya held"), or it is no list."""
    bodies = [n.end for n in names if n.kind == "organisation" and n.end <= states[0].start]
    joined = bodies and AND.match(sentence.text[bodies[-1] : states[0].start].lstrip(")"))
    return ("organiser", "organiser: together with a body") if joined else _role(states, sentence)


def _role(names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of a list of names, surest rule first.

    1 a person's name, a quoted title, a sentence about speakers; 2 a list after a count, two sides of one thing, all
    members of a bloc; 3 the noun of an adjective; 4 what follows the names; 5 a dateline or a venue between commas;
    6 the cue or word before them.
    """
    said = sentence.text[sentence.start : names[0].start]
    kind = names[0].kind
    if PERSON.search(said, max(0, len(said) - TITLED)):
        return "named", "a person's name"
    if sentence.rank != 1 and _in_quotes(said):
        return "quoted", "in a quoted title"
    if _about_speakers(names[0], sentence) or _among_speakers(names[0], sentence):
        ruled = after(names, sentence)  # "Two trainers came from Wales, and New Zealand met the cost"
        return ruled if ruled and ruled[0] == "donor" else ("trainer", "a sentence about speakers")
    if kind != "organisation" and _spells_out(names, sentence):
        return "recipient", "list of countries"
    if len(names) >= MANY and _in_brackets(said, sentence):
        return "recipient", "list in brackets"
    if why := _in_a_name(names, said, sentence):
        return "named", why
    if kind == "bloc" and _counts_all(names[0], sentence):
        return "all_members", "as many countries as it has members"
    if all(n.kind == "demonym" or ACRONYM.fullmatch(sentence.text, n.start, n.end) for n in names):
        return _as_people(of_adjective(names, sentence), names, sentence)
    ruled = after(names, sentence) or on_its_own(said, names, sentence)
    if ruled:
        return ruled
    ruled = _as_people(_with_people(before(names, sentence), names, sentence), names, sentence)
    taught = ruled[0] == "trainer" and are_taught(names, sentence)
    return ("recipient", "trainers who were trained") if taught else ruled


def _with_people(ruled: Ruled, names: list[Name], sentence: Sentence) -> Ruled:
    """Return recipient for a country right before its people or a verb of taking part, where nothing before says more.

    "The Kenya delegation spoke"; "Kenya and Togo were represented".
    """
    were_there = ruled[0] == "route" and ruled[1].startswith("victim")  # "people of Peru and Chile attended"
    if (ruled[0] != "subject" and not were_there) or names[-1].kind != "country":
        return ruled
    people = (h for h in sentence.of("person", "attendant") if h.start - names[-1].end == 1)
    if (
        not were_there and (noun := next(people, None)) and sentence.text[noun.end : noun.end + 1] != ":"
    ):  # the label of a list
        return "recipient", f"people + {noun.term.term}"
    verbs = (h for h in sentence.of("attends") if h.start - names[-1].end == 1)
    verb = next(verbs, None) if were_there or ruled[1] == "name alone" else None
    return ("recipient", f"name + {verb.term.term}") if verb else ruled


def _as_people(ruled: Ruled, names: list[Name], sentence: Sentence) -> Ruled:
    """Return the role of people: trainers if they teach those of another country, none if it tells what they achieved.

    "Since then the Thai police have freed 90 people" stands behind what was held, and says of nobody who came.
    """
    if ruled[0] not in ("recipient", "subject"):
        return ruled
    office = any(end == names[0].start - 1 for _, end in sentence.bodies)  # "UN Women Malawi trained"
    if not office and teach(names, sentence):
        return "trainer", "people who teach others"
    if of_its_teachers(names, sentence):
        return "trainer", "trainers of a body"
    if is_guest(names, sentence) or speak(names, sentence):
        return "trainer", "guests who present"
    results = (h for h in sentence.of("result") if 0 <= h.start - names[-1].end <= RESULT_REACH)
    return ("background", "what they achieved") if sentence.rank > 1 and next(results, None) else ruled


def _in_quotes(before: str) -> bool:
    """Say whether quotation marks have been opened and not closed; “ closes where a word stands before it: „so“."""
    if before.count('"') % 2 == 1 or before.count("«") > before.count("»"):
        return True
    if "“" not in before and "„" not in before:
        return False
    closing = len(CLOSES.findall(before))
    return before.count("„") + before.count("“") - closing > before.count("”") + closing


def _about_speakers(name: Name, sentence: Sentence) -> bool:
    """Say whether the sentence up to the name is about speakers: "Speakers came from the police of Kenya and ..."."""
    first = next(iter(sentence.cues), None)
    opens = first is not None and first.start - sentence.start < SPEAKERS_OPEN and _are_speakers(first)
    if first is None or not opens or first.end > name.start:
        return False
    before = (h for h in sentence.cues if h.end <= name.start)
    told = any(h.code in ("event", "held", "taught") for h in before)
    return not told and THEMSELVES.match(sentence.text, first.end, sentence.end) is None


def _among_speakers(name: Name, sentence: Sentence) -> bool:
    """Say whether those who spoke are listed up to the name: "... . The speakers included staff of the police of"."""
    for cue in sentence.of("speaker", "expert"):
        if cue.end < name.start and LISTED.match(sentence.text, cue.end):
            between = (h for h in sentence.cues if cue.end < h.start < name.start)
            return not any(h.code in ("event", "held", "taught") for h in between)
    return False


def _are_speakers(cue: Hit) -> bool:
    """Say whether a cue means those who speak or teach: "speakers", "formateurs de la" (not "trainers from")."""
    return cue.code == "speaker" or (cue.code == "trainer" and OF_THE.search(cue.term.term) is not None)


def _bloc_and_country(names: list[Name], text: str) -> bool:
    """Say whether a bloc or body and a country are two sides of one thing: "the ASEAN-Canada dialogue"."""
    bodies = [n.kind in ("bloc", "organisation") for n in names[:2]]
    return bodies != [True, True] and any(bodies) and text[names[0].end : names[1].start] in HYPHENS


def _spells_out(names: list[Name], sentence: Sentence) -> bool:
    """Say whether the names spell out the countries just counted: "eight countries (Comoros, Kenya ...)"."""
    if len(names) == 1:
        return False
    counts = [h.end for h in sentence.of("countries") if h.end < names[0].start]
    return any(LIST_OPENS.fullmatch(sentence.text, end, names[0].start) for end in counts)


def _in_brackets(said: str, sentence: Sentence) -> bool:
    """Say whether brackets open before a long list, in a sentence that tells of people who came."""
    people = any(h.end <= sentence.start + len(said) for h in sentence.of(*PEOPLE))
    return people and sentence.rank < LAST_RANK and said.rstrip().endswith("(")


def _counts_all(bloc: Name, sentence: Sentence) -> bool:
    """Say whether the sentence speaks of "the 13 countries" and the bloc has as many members."""
    for cue, following in zip(sentence.cues, sentence.cues[1:], strict=False):
        meant = (cue.code, following.code) == ("all_members", "countries") and not is_part(cue, sentence)
        if meant and sentence.text[cue.end : following.start].isspace():
            counted = numbers(cue.term.term, cue.term.language)
            return bool(counted) and counted[0].value == len(vocabulary.members(bloc.codes[0]))
    return False
