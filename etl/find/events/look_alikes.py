"""The sentences of an item -> whether it only looks like an activity: a plan, a story, another trade."""

from __future__ import annotations

import re

from etl import vocabulary
from etl.dates.written import expressions
from etl.find.events.clauses import HAPPENED, MANY, Clause
from etl.small_words import spelt

MEETINGS = frozenset(("training", "workshop", "conference", "expert_meeting"))
STORY = 4  # sentences within which a story shows itself
OF_ONE = vocabulary.small_words("of one person")  # a person's story is told with these words, an activity is not
ONE_PERSON = OF_ONE | {word.capitalize() for word in OF_ONE}  # EU is no "eu"
WORD = re.compile(r"\w+")
SPEECH_OPENS = re.compile(  # headings of texts that only say what somebody said
    rf"\W*(?:opening |closing |keynote |joint |welcome |welcoming )?(?:{spelt('speech')})\b", re.I
)
QUOTE = re.compile(r"[“„«\"]")
TESTIMONY = re.compile(r"^[“„«\"](?=.{80})[^“”„«»\"\n]+[”“»\"]\s*$", re.M)
HEAD_OF_LINE = 60  # characters in which an entry of a timetable says when it is
HOURS = re.compile(r"(?<![\d.:/-])\d{1,2}[:.h]\d\d\s?(?:[-–—]|to|à|a|до|bis|إلى)\s?\d{1,2}[:.h]\d\d(?![\d.:/-])")
FEWEST_CALLS = 2  # sentences
ANNOUNCED = 5  # sentences in which a text says what it announces
YEARLY = re.compile(r"\b(?:annual|yearly|every year|each year|regular|every (?:spring|summer|autumn|winter))\b", re.I)
SAID_BY_ITSELF = ("train", "draft")  # "the Office reviewed the bill" needs no other word for what was done
HEAD = 2  # sentences: the title, and the first below it
FRAMES = frozenset(("award", "interview"))
OF_ONE_PERSON = 0.5  # share of the sentences from which on they make a story
FEWEST_OF_ONE = 3  # such sentences


def testimonies(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs that are what one person said from end to end: "“I learnt much.”"."""
    return [(t.start(), t.end()) for t in TESTIMONY.finditer(text)] if QUOTE.search(text) else []


def is_one(best: Clause, clauses: list[Clause], text: str) -> bool:
    """Say whether an item with the words `text` tells of no activity, although its sentence `best` sounds like one."""
    if only_announced(best, clauses) or _announced_first(best, clauses) or _speech(best, clauses, text):
        return True
    if _of_trade(clauses) or _of_others_affairs(best, clauses) or _framed(best, clauses):
        return True
    return _called(best, clauses) or _story(best, clauses) or _of_one_person(best, clauses, text)


def in_an_agenda(best: Clause, line: str) -> bool:
    """Say whether an entry without a verb names hours: "5 May, 10:00-11:30, webinar for judges" is a timetable's."""
    return best.act is None and HOURS.search(line, 0, HEAD_OF_LINE) is not None


def only_announced(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether a heading without a verb names what the body says is still to come."""
    return best.headline and best.act is None and any(c.future and c.event for c in clauses[:ANNOUNCED])


def _speech(best: Clause, clauses: list[Clause], text: str) -> bool:
    """Say whether the heading says that the text is a statement, and no sentence names what took place.

    Under a heading that begins so ("Remarks by"), what was done is only spoken of.
    """
    first = clauses[0]
    beside = first.act is None or best is not first
    if first.headline and "speech" in first.against and beside and SPEECH_OPENS.match(text):
        return True
    named = first.event or first.act or best.event or (best.act and best.act.code in SAID_BY_ITSELF)
    return first.headline and "speech" in first.against and not named


def _announced_first(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether a text announces a meeting or course before it tells of anything: "The forum will be held in May".

    Behind that it tells of the last forum, or what the next is for, or who pays for it; another meeting or course that
    was held counts.
    """
    if _led_by_a_plan(best, clauses):
        return True
    meetings = (c for c in clauses[:ANNOUNCED] if _meeting(c))
    first = next((c for c in meetings if c.act or c.dated or not c.headline), None)  # a bare heading says neither
    if first is None or not first.future:
        return False
    if best.start < first.start:
        return best.act is None
    paid = best.act is not None and best.act.code == "fund"
    return paid or not _meeting(best) or _code(best) == _code(first)


def _led_by_a_plan(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the text begins with a plan: "Mayors are to meet next month. The forum, organised by the Union, ...".

    The best sentence is its heading, or points back at what is planned, and no other sentence tells of what was done.
    """
    lead = next((c for c in clauses[:ANNOUNCED] if not c.headline), None)
    if lead is None or not lead.future or _days_named(best) or not (best.headline or best.told):
        return False
    return not any(c.act and c.score >= HAPPENED for c in clauses if c is not best)


def _framed(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the head of a text tells of an honour, a post or a talk with one, and the best only behind it.

    What the honoured or the speaker once did is no news, but for one meeting or course that was held.
    """
    head = clauses[:HEAD]
    if best in head or any(c.score >= HAPPENED for c in head) or not any(FRAMES & {*c.against} for c in head):
        return False
    held = _meeting(best) and not best.many and (best.dated or best.told or best.new)
    return not held and not _days_named(best)


def _days_named(clause: Clause) -> bool:
    return any(e.first.day for e in expressions(clause.text[clause.start : clause.end]))


def _meeting(clause: Clause) -> bool:
    return _code(clause) in MEETINGS


def _code(clause: Clause) -> str:
    return clause.event.code.removesuffix(MANY) if clause.event is not None else ""


def _of_others_affairs(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the heading tells of arrests, verdicts and the like, and no new event has a day below it.

    So it does where it has no verb of ours and the sentence below it tells of them: "The President signed the law".
    """
    first, below = clauses[0], clauses[1:HEAD]
    if first.headline and "other" in first.against and first.event is None:
        return not (best.new and best.act and _days_named(best))
    return best is first and first.headline and first.act is None and any("other" in c.against for c in below)


def _of_trade(clauses: list[Clause]) -> bool:
    """Say whether the text soon turns out to be of sports, software, hotels or sales."""
    return any("trade" in c.against for c in clauses[:STORY])


def _story(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the text soon turns to a person's story, and no meeting or training is told."""
    told = [c for c in clauses[:STORY] if "story" in c.against or "interview" in c.against]
    trained = best.act is not None and best.act.code == "train" and best.counted
    return len(told) > 1 and not (trained or _meeting(best))


def _called(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether the heading, or sentence after sentence, calls for applications: what is offered, nobody has had.

    Beside a meeting that was held, sentences may call for more.
    """
    if clauses[0].headline and "call" in clauses[0].against and clauses[0].act is None:
        return True
    meeting = best.event is not None and best.event.code.removesuffix(MANY) in MEETINGS
    return not meeting and sum("call" in c.against for c in clauses) >= FEWEST_CALLS


def _of_one_person(best: Clause, clauses: list[Clause], text: str) -> bool:
    """Say whether most sentences tell of one person, and the best of no day."""
    if best.dated or best.headline or len(clauses) < FEWEST_OF_ONE:
        return False
    enough = max(FEWEST_OF_ONE, OF_ONE_PERSON * len(clauses))
    others = 0
    for clause in clauses:
        others += ONE_PERSON.isdisjoint(WORD.findall(text, clause.start, clause.end))
        if len(clauses) - others < enough:
            return False
    return True


def general(best: Clause, clauses: list[Clause]) -> bool:
    """Say whether a page without any day, and a sentence without a number, tell what is done in general.

    "The centre organizes training courses", "se organizan cursos": of several, and of none that one could name.

    "The centre runs a yearly seminar", in the present, tells of no seminar either.
    """
    if best.act is None or best.headline or best.counted or best.dated:
        return False
    word, language = best.act.term.term.split()[0], best.act.term.language
    if language == "en" and word.endswith("s") and best.event is not None and best.event.code in MEETINGS:
        return YEARLY.search(best.text, best.start, best.end) is not None
    return best.many and not best.new and not any(c.dated for c in clauses)
