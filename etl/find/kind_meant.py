"""An event word and what stands around it -> the kind that is meant: a project for training, a workshop told before."""

from __future__ import annotations

import re

from etl.find.clauses import MANY, NEW, TOLD, cue_sentence, determiner
from etl.records import Passage
from etl.terms import Hit, within

PROJECT = re.compile(
    r"\b(?:project|programme|program|programa|projet|proyecto|projeto|progetto|programma|проект\w*|программ\w+|مشروع|برنامج"
    r"|\w*projekts?|programms?)\b",
    re.IGNORECASE,
)
BEFORE, BEHIND = 30, 14  # characters in which the word for a project stands: "projet de formation", "training project"
LASTING = re.compile(
    r"\b(?:day|week|month|hour|jours?|semaines?|mois|heures|días?|semanas?|dias?|meses|horas|giorni|settimane"
    r"|tägig\w*|wöchig\w*|\w*дневн\w*|\w*недельн\w*|أيام|أسبوع|أسابيع)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:\s(?:and|&|et|y|e|[A-Z][\w-]*)){0,4}\s")  # "Train the Trainer and Certification Workshop"
MADE = ("hold", "train", "light", "attend")


def is_project(passage: Passage, hit: Hit) -> bool:
    """Say whether a word for training is only what a project is for that the sentence launches, not a course."""
    text, (start, end) = passage.item.text.string, cue_sentence(passage)
    if not start <= hit.start < end or not any(h.code == "launch" for h in within(passage.of("act"), start, hit.start)):
        return False
    front, behind = max(start, hit.start - BEFORE), hit.end + BEHIND
    return PROJECT.search(text, front, behind) is not None and not LASTING.search(text, front, behind)


def told_as_training(passage: Passage, hit: Hit) -> Hit | None:
    """Return the training in whose name a workshop stands, or that "the workshop" points back to a sentence before."""
    text, (start, _) = passage.item.text.string, cue_sentence(passage)
    named = within(passage.of("event"), start, hit.start)
    if named and named[-1].code == "training" and NAME.fullmatch(text, named[-1].end, hit.start):
        return named[-1]
    if determiner(text, start, hit) != TOLD:
        return None
    before = [h for h in passage.of("event", "act") if h.start < start]
    trainings = [h for h in before if h.group == "event" and h.code.removesuffix(MANY) == "training"]
    made = [h for h in before if h.group == "act" and h.code in MADE]
    return next((t for t in trainings if determiner(text, 0, t) == NEW or _object_of(t, made)), None)


def _object_of(training: Hit, made: list[Hit]) -> bool:
    return any(0 <= training.start - act.end <= BEFORE for act in made)
