"""A passage -> whether its activity was regional or wider, the regions it aimed at, whether it was held elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.numbers import numbers
from etl.places.linked import IN_A_TOPIC
from etl.places.links import ends_in_link, link
from etl.places.roles import Place, placed
from etl.places.sentence import Sentence, parts
from etl.records import Passage
from etl.small_words import spelt
from etl.terms import Hit

EVENT_REACH = 30  # characters between "regional" and the event that it qualifies ("regional high-level training")
COUNT_REACH = 30  # "from" and the countries counted ("from as many as nineteen African countries")
OFFICE_REACH = 35  # "Regional Office for the countries of South Asia"
FEWEST = 3  # countries in which those are that came
GROUP_REACH = 2  # characters between a group of States and the word for its people
MET = 6  # words between "meeting" and the group whose it was: "meeting of the focal points for cooperation of the"
ROUTE_REACH = 12  # "smuggled from the Horn of Africa"
IN_A_NAME = re.compile(  # "Alliances for Africa", a body that no list knows
    rf"\b(?:{spelt('body for a place')})\s(?:for|of|pour|para|de|por)\s(?:the\s|l['’]|la\s|el\s)?$"
)
IN_A_PROJECT = re.compile(  # "within the project “Safer Ports of Africa”"
    rf"\b(?:{spelt('paid for')})\s[\"“„«][^\"“”«»]*$", re.I
)
BODY = re.compile(  # "the Black Sea University", "its Africa chapter"
    r"\s(?:[A-Z]\w+\s)?(?:University|Bank|Institute|Forum|Foundation|Union|Society|Agency|Hotel|[Cc]hapter|Times|Airlines)\b"
)
TELLS = 2  # rank of a sentence that tells what was held or who came
HELD = ("held", "where", "dateline")
ITS_OWN = re.compile(  # "The ECOWAS Commission has" held
    r"\s(?:Commission|Secretariat|Parliament|Centre)?\s?(?:has\s|have\s|a\s|ha\s)?"
)
ADJECTIVE_FIRST = ("en", "ru", "de")  # languages that put it before its noun
BODIES = ("organisation", "bloc", "programme")  # a region's name in theirs is not what they aim at
INTERNATIONAL = ("intern", "межд", "دول", "الدول")  # how such words begin
OF_IS_FROM = {"en": "of", "es": "de", "fr": "de", "pt": "de"}  # "participants de 40 pays", "experts de neuf pays"
COUNTED = ("representing", "représentant", "representando", "представляющих", "ممثلين")  # 9 countries


def is_wide(passage: Passage) -> bool:
    """Say whether the activity is regional or wider, so that its place alone makes no beneficiary."""
    if is_said_wide(passage) or _of_people_of_a_bloc(passage):
        return True
    return not is_national(passage) and (bool(aimed_at(passage)) or met_as_a_bloc(passage))


def _of_people_of_a_bloc(passage: Passage) -> bool:
    """Say whether the title or the sentence of the cue tells of people of a group of States: "ASEAN officers"."""
    blocs = [b for b in passage.of("bloc") if b.code != "eu"]
    near = [s for s in parts(passage) if s.rank < 2] if blocs else []
    return any(0 < h.start - b.end <= GROUP_REACH for s in near for b in blocs for h in s.of("person", "attendant"))


def is_said_wide(passage: Passage) -> bool:
    """Say whether the text counts countries, or calls the event regional."""
    return any(map(_is_wide, parts(passage)))


def is_national(passage: Passage) -> bool:
    """Say whether the title or the sentence of the cue calls the event national: "the national launch"."""
    for sentence in (s for s in parts(passage) if s.rank < 2):
        for adjective in sentence.of("national"):
            if any(abs(adjective.start - e.end) <= 1 or e.start - adjective.end == 1 for e in sentence.of("event")):
                return True
    return False


def of_its_nation(chosen: list[Place], places: Sequence[Place], passage: Passage) -> list[Place]:
    """Return of those believed to be helped by a national event only the State in which it was held, if it is one."""
    held = {p.codes[0] for p in places if p.role in HELD and p.rank <= TELLS} if is_national(passage) else set()
    own = [p for p in chosen if p.codes[0] in held]
    return own if own and len(held) == 1 else chosen


def is_for_many(passage: Passage) -> bool:
    """Say whether it is wide for more than being called international, which a course for one country may be."""
    return is_wide(passage) and (
        any(_is_wide(s, INTERNATIONAL) for s in parts(passage)) or bool(aimed_at(passage)) or met_as_a_bloc(passage)
    )


def met_as_a_bloc(passage: Passage) -> bool:
    """Say whether the title or the sentence of the cue tells of a meeting of a group of States."""
    return bool(passage.of("bloc")) and any(_of_a_bloc(passage, sentence) for sentence in parts(passage))


def _of_a_bloc(passage: Passage, sentence: Sentence) -> bool:
    """Say whether a group of States or its body met: "the meeting of ECOWAS experts", "the CPLP summit"."""
    if sentence.rank > 1:
        return False
    met = [h for h in passage.of("event") if h.code == "conference" and sentence.start <= h.start < sentence.end]
    text = sentence.text
    for bloc in (h for h in passage.of("bloc") if sentence.start <= h.start < sentence.end):
        last = max((h.end for h in met if h.end <= bloc.start), default=bloc.start)
        between = text[last : bloc.start]
        if link(between)[0] == "of" and "," not in between and len(between.split()) <= MET:
            return True
        if any(text[bloc.end : h.start].isspace() for h in met if h.start > bloc.end):
            return True
        if any(ITS_OWN.fullmatch(text, bloc.end, h.start) for h in sentence.of("held") if bloc.code != "eu"):
            return True
    return False


def _is_wide(sentence: Sentence, but: tuple[str, ...] = ()) -> bool:
    """Say whether a sentence counts countries, or calls the event regional by a word that begins with none of `but`."""
    for hit in sentence.of("countries") if sentence.rank <= TELLS else ():
        before = sentence.text[max(sentence.start, hit.start - COUNT_REACH) : hit.start].split()
        if "developing" in before:  # "from developing countries": any of them
            continue
        if sentence.language == "ar":  # "from" is everywhere there: "from one of the States"
            before = before[-2 if numbers("".join(before[-1:]), "ar") else -1 :]
            if _in_many(hit, sentence):
                return True
        if any(ends_in_link(word, "from") or word in COUNTED for word in before):
            return True
        if OF_IS_FROM.get(sentence.language) in before and numbers("".join(before[-1:]), sentence.language):
            return any(0 < hit.start - h.end <= COUNT_REACH for h in sentence.of("attendant", "person", "expert"))
    if sentence.rank > 1:
        return False
    events = sentence.of("event")
    adjectives = [h for h in sentence.of("regional") if not but or not h.term.term.lower().startswith(but)]
    wide = any(not _of_a_body(word, sentence) for word in sentence.of("wide"))
    return wide or any(_beside(adjective, e, sentence) for adjective in adjectives for e in events)


def _in_many(countries: Hit, sentence: Sentence) -> bool:
    """Say whether Arabic words before countries say that bodies in so many of them came: "في إحدى عشرة دولة"."""
    before = sentence.text[max(sentence.start, countries.start - COUNT_REACH) : countries.start]
    inside = before.rpartition(" في ")[2] if " في " in before else ""
    counted = any(n.value >= FEWEST for n in numbers(inside, "ar"))
    return counted and any(h.end <= countries.start for h in sentence.of("state", "person"))


def _of_a_body(word: Hit, sentence: Sentence) -> bool:
    return any(start <= word.start < word.end <= end for start, end in sentence.bodies)


def _beside(adjective: Hit, event: Hit, sentence: Sentence) -> bool:
    """Say whether the adjective is the event's: before it in English and Russian, right behind it elsewhere.

    In the name of a body it is the body's: "the International Labour Organization held a workshop".
    """
    before = adjective.end <= event.start <= adjective.end + EVENT_REACH
    behind = event.end <= adjective.start <= event.end + 2
    return behind or (before and not _of_a_body(adjective, sentence) and adjective.term.language in ADJECTIVE_FIRST)


def aimed_at(passage: Passage) -> list[Hit]:
    """Return the regions that the title or the sentence of the cue is about, not those of an office or a route."""
    regions = passage.of("region")
    if not regions:
        return []
    bodies = passage.of(*BODIES)
    own = [h for h in regions if not any(b.start <= h.start and h.end <= b.end for b in bodies)]
    return [h for s in parts(passage) if s.rank < 2 for h in own if s.start <= h.start < s.end and _is_aim(h, s)]


def _is_aim(region: Hit, sentence: Sentence) -> bool:
    for cue in sentence.cues:
        gap = region.start - cue.end
        if cue.code == "office" and (0 <= gap <= OFFICE_REACH or 0 <= cue.start - region.end <= 2):
            return "," in sentence.text[cue.end : region.start]
        if cue.code in ("route", "background") and 0 <= gap <= ROUTE_REACH:
            return False
    before = (sentence.text, sentence.start, region.start)
    named = IN_A_NAME.search(*before) or IN_A_PROJECT.search(*before) or BODY.match(sentence.text, region.end)
    return named is None


def tells_of_others(dateline: Place, passage: Passage) -> bool:
    """Say whether the sentence of a country's dateline tells of what was done in other countries."""
    end = next(s.end for s in parts(passage) if s.start <= dateline.start < s.end)
    inside = [p for p in placed(passage) if p.kind == "country" and dateline.end <= p.start < end]
    return dateline.kind == "country" and any(
        p.rule in ("in + name", IN_A_TOPIC) and p.codes != dateline.codes for p in inside
    )
