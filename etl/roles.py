"""A passage -> the countries, cities, blocs and organisations that it names, each with the one role it plays there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from etl import vocabulary
from etl.records import Finding, Passage
from etl.sentences import sentences
from etl.terms import Hit

NAMED = ("country", "demonym", "city", "bloc", "organisation")
# A cue and the name it governs stand this near each other (characters); set on sentences of our own, the longest being
# "with the support of the <bureau with a long name> of the <department> of <State>".
REACH = 130
NOUN_REACH = 70  # "officers of various services from several provinces of Peru"
MANY = 3  # experts of so many countries have come to take part; one or two countries send trainers
VERB_REACH = 45  # "held on 3 and 4 May in Nepal"

PEOPLE = {"person": "recipient", "victim": "route", "expert": "trainer"}
BODIES = ("state", "envoy")  # they stand for their State: a cue before them governs it ("funded by the Embassy of")
AGENTS = ("donor", "support", "partner", "trainer", "organiser")
PATHS = ("route", "background", "visit")
MONEY = ("donor", "support")
AFTER = {"envoy": "organiser", "office": "office", "gave": "donor", "taught": "trainer", "hosts": "held"}

IN = re.compile(r"(?:^|[\s(])(?:in|at|across|throughout|within|inside|near|à|au|aux|en|dans|em|no|na|nos|nas|в|во|на|في)$", re.I)
FROM = re.compile(r"(?:^|[\s(])(?:from|desde|из|من)$", re.I)
OF = re.compile(r"(?:^|[\s('’])(?:of|for|by|with|de|du|des|del|da|do|das|dos|d['’]|par|por|pela|pelo|para|pour|avec|con|com|с|для)$", re.I)
TO = re.compile(r"(?:^|[\s(])(?:to|into|towards|vers|hacia|a|ao|к|إلى)$", re.I)
LINKS = (("in", IN), ("from", FROM), ("of", OF), ("to", TO))
DETERMINERS = re.compile(
    r"(?:(?:(?<=[\s('’])|^)(?:the|la|le|les|l['’]|los|las|el|os|as|both|all|several|their|its|neighbouring|"
    r"(?:(?:Republic|Kingdom|State|Union|Commonwealth|Federation)s? of(?: the)?)|(?:République|República|Reino|Royaume|"
    r"Estado|État) d(?:[aeou]|es|el)|Республик\w*|Королевств\w*|Государств\w*|جمهورية|مملكة|دولة)\s*)+$"
)
IN_A_LIST = frozenset(
    ["and", "the", "of", "for", "from", "by", "with", "as", "well", "at", "in", "its", "government", "governments", "people", "through", "embassy", "et", "de", "du", "des", "la", "le", "les", "l", "d", "ainsi", "que", "par", "avec", "y", "e", "del", "los", "las", "el", "con", "por", "do", "da", "dos", "das", "pela", "pelo", "o", "a", "и", "а", "также", "при", "на", "من", "و", "в"]
)
WORD = re.compile(r"[^\W\d_]+")
STOP = re.compile(r"[.;:!?؟؛]")
PURPOSE = re.compile(
    r"\b(?:(?:to|for)\s+(?!the\s+[A-Z])[a-z]|which|that|who|where|was|were|is|are|has|have|pour|afin|qui|que|para|"
    r"quien|который|которая|которые|чтобы|где|التي|الذي|الذين|بهدف|لتدريب)",
)
TOPIC = re.compile(r"\b(?:on|about|against|to|sur|contre|sobre|contra|о|об|по|против|حول|بشأن|عن)\s", re.I)
AND = re.compile(r"(?:^|[\s,])(?:and|as well as|or|y|e|et|ainsi que|и|а также|و|&)\s", re.I)
BETWEEN = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?:['’]s\s*)?[,/&•–-]?\s*(?:(?:and|as well as|or|y|e|et|ainsi que|и|а также|و|&)\s+(?:(?:in|to|en|au|em|в)\s)?)?"
    r"(?:(?:also|from|the|of|la|le|les|los|las|el|l['’]|de|du|des|del|da|do|d['’]|a|o|из|من|"
    r"Governments? of|Republic of|Kingdom of|the State of|gouvernement d\w+|Gobierno d\w+|République d\w+|República d\w+)"
    r"\s*)*"
)
IN_ITS_COUNTRY = re.compile(r"\s*(?:[,(–-]|in|,[^,.;]{2,30},|\([^)]{2,30}\),?)?\s*(?:the |в |en |au )?")
LIST_OPENS = re.compile(r"[^.;()]{0,40}?\s*[(:–—]\s*(?:namely|i\.e\.|including)?\s*(?:the )?|,\s*(?:namely|à savoir|a saber),?\s*")
ACRONYM = re.compile(r"U\.?\s?[SK]\.?A?\.?|EE\.?\s?UU\.?|UAE|США")
DATELINE = re.compile(r"\s*(?:[,(]?\s*[^.;–—]{0,45}?\d[^.;–—]{0,30}?)?\)?(?:\s[-–—]\s?|[-–—]\s)")
FIRST_ENDS = re.compile(r"\)?\s*[,:]")
DATED = re.compile(r",?\s*\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s[^\W\d_]{3,}")
VENUE = re.compile(r"\s*(?:\)|,?\s*\d{1,2}\b|,\s*\w+\s\d{4}|[.]?$|\s[-–—(])")
NAME = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Prof|Judge|Sr|Sra|M|Mme|г-н|г-жа|السيد|السيدة)\.?\s(?:[A-ZÀ-ÝА-Я][\w.-]*\s){0,2}$")


@dataclass(frozen=True, slots=True)
class Place:
    """A name at `start:end` of the item's text; `codes` are alpha-3, for an organisation or a bloc its canonical name.

    `role` is recipient, subject, where (it took place there), held (the text says so outright), dateline, donor,
    support, partner, organiser, trainer, office, route, background, visit, document, language, border, quoted,
    all_members or named.
    `rank` is 0 in the sentence of the cue, 1 in the title, 2 in one that tells of an event or of who came, else 3. `rule` says what gave the role.
    """

    start: int
    end: int
    kind: str
    codes: tuple[str, ...]
    role: str
    rule: str
    rank: int
    name: str


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    hits: tuple[Hit, ...]

    @property
    def kind(self) -> str:
        return self.hits[0].group

    @property
    def codes(self) -> set[str]:
        return {h.code for h in self.hits}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage at `start:end` of `text`; `rank` as for a Place; `cues` are its hits of the group role."""

    start: int
    end: int
    rank: int
    text: str
    cues: tuple[Hit, ...]
    name_ends: tuple[int, ...]


@lru_cache(maxsize=8)
def placed(passage: Passage) -> tuple[Place, ...]:
    """Return every name of the passage in the order of the text, each with its role."""
    names = _names(passage.hits, passage.item.text.string)
    return tuple(
        place
        for sentence in parts(passage)
        for group in _groups([n for n in names if sentence.start <= n.start < sentence.end], sentence.text)
        for place in _places(group, sentence)
    )


def title_end(passage: Passage) -> int:
    """Return where the title ends in the item's text; 0 where the text does not begin with it."""
    title = " ".join(passage.item.title.split())
    return len(title) if title and passage.item.text.string.startswith(title) else 0


def parts(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a passage in their order; the title is one of its own."""
    text, edge = passage.item.text.string, title_end(passage)
    for first, last in ((passage.start, min(edge, passage.end)), (max(edge, passage.start), passage.end)):
        for start, end in sentences(text[first:last]) if first < last else ():
            start, end = start + first, end + first
            inside = [h for h in passage.hits if start <= h.start < end]
            cues = tuple(h for h in inside if h.group == "role")
            told = any(h.group in ("participation", "act") or h.code in ("event", "held", "countries") for h in inside)
            rank = 0 if start <= passage.cue_start < end else 1 if end <= edge else 2 if told else 3
            yield Sentence(start, end, rank, text, cues, tuple(h.end for h in inside if h.group in NAMED))


def _names(hits: Sequence[Hit], text: str) -> list[_Name]:
    """Return the names without overlaps: the longest wins; a city and the country after it are one name."""
    found: list[_Name] = []
    named = (h for h in hits if h.group in NAMED and h.code)
    for hit in sorted(named, key=lambda h: (h.start, -h.end, NAMED.index(h.group))):
        last = found[-1] if found else None
        if last and hit.start < last.end:
            if (hit.start, hit.end) == (last.start, last.end) and hit.group == last.kind:
                found[-1] = _Name(last.start, last.end, (*last.hits, hit))
        elif last and _one_name(text, last, hit):
            found[-1] = _Name(last.start, hit.end, tuple(h for h in last.hits if h.code == hit.code))
        else:
            found.append(_Name(hit.start, hit.end, (hit,)))
    return found


def _one_name(text: str, city: _Name, country: Hit) -> bool:
    if city.kind != "city" or country.group != "country" or country.code not in city.codes:
        return False
    return bool(IN_ITS_COUNTRY.fullmatch(text, city.end, country.start))


def _groups(names: list[_Name], text: str) -> Iterator[list[_Name]]:
    """Join the names of one list ("Benin, Togo and Mali"); a comma alone joins no two names."""
    group: list[_Name] = []
    for name in names:
        if group and not BETWEEN.fullmatch(text, group[-1].end, name.start):
            yield from _list(group, text)
            group = []
        group.append(name)
    if group:
        yield from _list(group, text)


def _list(group: list[_Name], text: str) -> Iterator[list[_Name]]:
    gaps = [text[a.end : b.start] for a, b in zip(group, group[1:], strict=False)]
    if len(group) > 2 or not gaps or any(AND.search(gap) or "/" in gap or gap.strip() in ("-", "–") for gap in gaps):
        yield group
    else:
        yield from ([name] for name in group)


def _places(group: list[_Name], sentence: Sentence) -> Iterator[Place]:
    role, rule = _role(group, sentence)
    for name in group:
        own, why = role, rule
        if name.kind == "city" and role == "subject":
            own, why = "named", "city by the way"
        spelt = name.hits[0].term.term
        yield Place(name.start, name.end, name.kind, tuple(sorted(name.codes)), own, why, sentence.rank, spelt)


def _role(group: list[_Name], sentence: Sentence) -> tuple[str, str]:
    """Return the role of a list of names and the rule that gave it, surest rule first.

    1 what follows the names; 2 a dateline or a venue between commas; 3 the cue before them; 4 the word that links them.
    """
    text, kind = sentence.text, group[0].kind
    before = text[sentence.start : group[0].start]
    if NAME.search(before):
        return "named", "a person's name"
    if sentence.rank != 1 and _in_quotes(before):
        return "quoted", "in a quoted title"
    if kind != "organisation" and _spells_out(group, sentence):
        return "recipient", "list of countries"
    if all(n.kind == "demonym" or ACRONYM.fullmatch(text, n.start, n.end) for n in group):
        return _role_of_demonym(group, sentence)
    role, rule = _after(group, sentence)
    if role:
        return role, rule
    if not before.strip(" \"“«(•–-") and DATELINE.match(text, group[-1].end, sentence.end):
        return "dateline", "dateline"
    if kind == "city" and (where := _venue(before, group[-1].end, sentence)):
        return "where", where
    return _before(group, sentence)


def _venue(before: str, end: int, sentence: Sentence) -> str:
    """Return why a city that no word links to anything is a venue ("3-5 May, Bangkok"); "" where it is none."""
    if re.search(r"[,(–-]\s*$", before) and VENUE.match(sentence.text, end, sentence.end):
        return "venue between commas"
    if not before.strip(" #*•-") and (end == sentence.end or FIRST_ENDS.match(sentence.text, end)):
        return "venue first"
    if DATED.match(sentence.text, end, sentence.end) and not _link(before)[0]:
        return "venue before a date"
    events = [h for h in sentence.cues if h.code == "event"]
    start = sentence.start + len(before)
    if any(sentence.text[h.end : start].isspace() for h in events if h.end < start):
        return "event + city"
    if any(h.start > end and len(sentence.text[end : h.start].split()) < 3 and "," not in sentence.text[end:h.start] for h in events):
        return "city + event"
    return ""


def _in_quotes(before: str) -> bool:
    """Say whether quotation marks have been opened and not closed."""
    return before.count('"') % 2 == 1 or any(before.count(a) > before.count(b) for a, b in ("“”", "«»"))


def _spells_out(group: list[_Name], sentence: Sentence) -> bool:
    """Say whether the names spell out the countries just counted: "eight countries (Comoros, Kenya ...)"."""
    start = group[0].start
    return len(group) > 1 and any(
        h.code == "countries" and LIST_OPENS.fullmatch(sentence.text, h.end, start) for h in sentence.cues if h.end < start
    )


def _after(group: list[_Name], sentence: Sentence) -> tuple[str, str]:
    start = group[-1].end
    if (joined := _hyphened(start, sentence))[0]:
        return joined
    for cue in sentence.cues:
        if not start <= cue.start <= start + VERB_REACH:
            continue
        gap = sentence.text[start : cue.start].strip()
        if cue.code == "border" and gap == "":
            return "border", f"name + {cue.term.term}"
        close = gap in ("", ")", "'s", "’s", "has", "have", "also", "generously")
        if cue.code in ("envoy", "office", "document") and (close or re.fullmatch(r"(?:['’]s\s)?\w+", gap)):
            if cue.code == "document":
                if group[0].kind == "city" and close and sentence.text[cue.start].isupper():
                    return "document", f"city + {cue.term.term}"
                continue
            return AFTER[cue.code], f"name + {cue.term.term}"
        if cue.code in ("gave", "taught", "hosts") and close:
            return AFTER[cue.code], f"name + {cue.term.term}"
    return "", ""


def _hyphened(end: int, sentence: Sentence) -> tuple[str, str]:
    for cue in sentence.cues:
        if cue.start == end + 1 and sentence.text[end] in "-‑" and cue.code in ("funded", "office"):
            return ("donor" if cue.code == "funded" else "office"), f"-{cue.term.term}"
    return "", ""


def _role_of_demonym(group: list[_Name], sentence: Sentence) -> tuple[str, str]:
    text, start, end = sentence.text, group[0].start, group[-1].end
    if (joined := _hyphened(end, sentence))[0]:
        return joined
    after = [(h, text[end : h.start]) for h in sentence.cues if end <= h.start <= end + VERB_REACH]
    before = [(h, text[h.end : start]) for h in reversed(sentence.cues) if start - VERB_REACH < h.end <= start]
    for cue, gap in after + before:
        if len(gap.split()) > 3 or STOP.search(gap) or "," in gap or (cue.end <= start and _link(gap)[0]):
            continue
        if cue.code in BODIES:
            role, rule = _before(group, sentence, adjective=True)
            if role in AGENTS:
                return role, rule
            foreign = cue.code == "envoy" or group[0].kind != "demonym"  # "the US Department of ..." helps others
            return ("organiser" if foreign else "recipient"), f"people + {cue.term.term}"
        if cue.code in PEOPLE or cue.code in ("office", "language"):
            return PEOPLE.get(cue.code, cue.code), f"people + {cue.term.term}"
    role, rule = _before(group, sentence)
    if group[0].kind == "demonym" and (role in ("where", "held") or rule.startswith("in ")):
        return "language", "in + adjective alone"
    return _after(group, sentence) if role == "subject" and _after(group, sentence)[0] else (role, rule)


def _link(gap: str) -> tuple[str, str]:
    """Return the kind of word that links a cue to the name after it (in, from, of, to or "") and what is before it."""
    gap = DETERMINERS.sub("", gap.rstrip(" \"“«(")).rstrip()
    for kind, pattern in LINKS:
        if found := pattern.search(gap):
            return kind, gap[: found.start()]
    return "", gap


def _before(group: list[_Name], sentence: Sentence, adjective: bool = False) -> tuple[str, str]:
    """Return the role that the nearest fitting cue before the names gives them, else that of the word before them."""
    start, kind = group[0].start, group[0].kind
    link, _ = _link(sentence.text[max(sentence.start, start - 60) : start])
    link = "of" if adjective and link == "in" else link
    later: tuple[str, str] = ("", "")
    if link == "in" and (elsewhere := _another_time(start, sentence)):
        return "background", elsewhere
    for cue in reversed(sentence.cues):
        if cue.end > start or start - cue.end > REACH:
            continue
        gap = sentence.text[cue.end : start]
        if STOP.search(gap):
            break
        if cue.code in (*AGENTS, "office") and _is_over(cue, group, sentence):
            continue
        role = _role_by(cue, gap, link, group, sentence)
        if role in ("body", "envoy", "people in"):
            later = later if later[0] else (role, cue.term.term)
        elif role:
            return role, f"{cue.code}: {cue.term.term}"
    if later[0] and link == "in" and kind == "city":
        return "where", "in + city"
    if later[0]:
        return {"envoy": "organiser"}.get(later[0], "recipient"), f"{later[0]}: {later[1]}"
    if link == "in" and kind != "city" and _opens_event(group, sentence):
        return "held", "in + country first"
    if link == "in":
        return ("where" if kind == "city" else "subject"), "in + name"
    if link == "from" and kind != "organisation":
        return "recipient", "from + name"
    return ("named", "organisation by the way") if kind == "organisation" else ("subject", "name alone")


def _opens_event(group: list[_Name], sentence: Sentence) -> bool:
    """Say whether the sentence opens with "In <country>," and then tells of something held."""
    start, end = group[0].start, group[-1].end
    opens = start - sentence.start < 8 and sentence.text[end : end + 1] == ","
    return opens and any(h.code == "held" for h in sentence.cues) and any(h.code == "event" for h in sentence.cues)


def _another_time(start: int, sentence: Sentence) -> str:
    """Return the cue that puts an event "in" the place at `start` into the past or the future; "" where none does."""
    for cue in sentence.cues:
        gap = sentence.text[cue.end : start] if cue.code == "background" else ""
        if gap and len(gap) <= NOUN_REACH and "," not in gap and not STOP.search(gap):
            return f"background: {cue.term.term}"
    return ""


def _is_over(agents: Hit, group: list[_Name], sentence: Sentence) -> bool:
    """Say whether what a cue of money, partners, trainers or an office governs has ended before the names.

    An event has begun in between, or a word in small letters stands between the last name of the list and them.
    """
    start = group[0].start
    if any(h.code in ("event", "held") and agents.end <= h.start < start for h in sentence.cues):
        return True
    if agents.code == "office":
        return False
    last = max((end for end in sentence.name_ends if agents.end < end <= start), default=None)
    tail = sentence.text[last:start] if last is not None else ""
    return any(word[0].islower() and word not in IN_A_LIST for word in WORD.findall(tail))


def _role_by(cue: Hit, gap: str, link: str, group: list[_Name], sentence: Sentence) -> str:
    """Return the role that one cue before the names gives them; "" where it does not reach them."""
    code = cue.code
    core = _link(gap)[1]
    close = not core.strip(" ,\"“«(")
    linked = link in ("in", "from", "of")
    if code in PEOPLE or code in BODIES or code == "office":
        if not linked and not (close and (code != "victim")) or len(gap) > NOUN_REACH or PURPOSE.search(core):
            return ""
        if code == "expert" and link == "from" and len(group) >= MANY:
            return "recipient"
        return _role_by_noun(code, link, close, core, link == "in" and cue.term.term.lower().startswith("head"))
    if code == "document":
        return "document" if group[0].kind == "city" and link == "of" and len(core) < 15 else ""
    if code == "all_members":
        return "all_members" if group[0].kind == "bloc" and _countries_between(cue, group, sentence) else ""
    if code in ("event", "held"):
        ends_in_link = bool(IN.search(cue.term.term))
        near = len(gap) <= VERB_REACH and not TOPIC.search(core + " ")
        return "held" if near and (link == "in" or (ends_in_link and close)) else ""
    if code in PATHS:
        return code if close or (len(gap) < VERB_REACH and "," not in core and not linked) else ""
    if code in AGENTS:
        if PURPOSE.search(core + " ") or (link in ("in", "to") and group[0].kind != "organisation"):
            return ""
        opening = cue.start - sentence.start < 6 and "," in gap and not AND.search(gap)
        if code == "partner" and len(group) > MANY and any(h.code == "countries" for h in sentence.cues):
            return "recipient"
        return "" if opening else code
    return ""


def _role_by_noun(code: str, link: str, close: bool, core: str, at_seat: bool) -> str:
    if code == "person":
        return "people in" if link == "in" else "recipient"
    if code == "state":
        return "body"
    if code == "envoy":
        return "envoy"
    if code == "office":
        return "where" if at_seat else "office"
    return PEOPLE[code] if link in ("from", "of", "") and (close or link == "from") else ""


def _countries_between(cue: Hit, group: list[_Name], sentence: Sentence) -> bool:
    near = group[-1].end + 25
    partial = re.search(r"\d\s+(?:out\s)?of\s*$|\d\s+de\s*$|из\s*$", sentence.text[sentence.start : cue.start])
    return not partial and any(h.code == "countries" and cue.start <= h.start <= near for h in sentence.cues)


def states_and_bodies(place: Place) -> list[str]:
    """Return what stands in a list of donors or partners: alpha-3, or an organisation's canonical name."""
    if place.kind == "organisation":
        return [vocabulary.organisation_country(code) or code for code in place.codes]
    if place.kind == "bloc":
        return [row["name"] for row in vocabulary.rows("blocs") if row["bloc"] in place.codes][:1]
    return list(place.codes[:1]) if place.kind in ("country", "demonym") else []


def gives_money(place: Place) -> bool:
    """Say whether a name paid: the text speaks of money, or of the support of a State, a fund or the European Union."""
    if place.role != "support":
        return place.role == "donor"
    names = states_and_bodies(place)
    return any(name in vocabulary.countries() or name == "European Union" or "Fund" in name for name in names)


def one_list(field: str, ruled: list[tuple[Place, tuple[str, float]]], passage: Passage) -> list[Finding]:
    """Return one finding whose value is the sorted list of all names given, quoted from the first; [] for none."""
    values = sorted({value for place, _ in ruled for value in states_and_bodies(place)})
    if not values:
        return []
    place, (rule, confidence) = ruled[0]
    text = passage.item.text
    quote = text.string[place.start : place.end]
    return [Finding(field, values, quote, *text.lines_of(place.start, place.end), rule, confidence)]
