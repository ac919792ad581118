"""One iati-activity -> its lines as text with their places, its free text, and what its elements state."""

from __future__ import annotations

from typing import Any

from etl import vocabulary
from etl.dates.day import Day
from etl.masks import masked
from etl.read import iati_values as values
from etl.read.iati_own import own_columns
from etl.read.iati_people import counted
from etl.records import STATED, Finding, Record
from etl.rows.hits import hits_of
from etl.rows.names import bodies_of

SHORT = 31  # days; what an activity that names one event lasts at most to be that event
UNDER_WAY = ("2", "3", "4", "implementation", "completion", "post-completion")  # states of an activity that has begun
EVENTS = frozenset({"training", "workshop", "conference", "expert_meeting", "assessment", "campaign", "publication"})
PARENT = "1"
FREE_DESCRIPTIONS = 3  # of a language; more only repeat
LONGEST = 20_000  # characters of a line
Line = tuple[str, str]


class Activity:
    """The lines of one activity while they are written, and what they state."""

    def __init__(self, element: Any, number: int, first_line: int, language: str) -> None:
        self.own = own_columns(element)
        self.parts = values.children(element)
        self.language = (element.get(values.LANGUAGE) or language).lower()[:2]
        self.place = f"iati-activity[{number}]"
        self.first_line = first_line
        self.lines: list[Line] = []
        self.words: list[tuple[int, str]] = []
        self.findings: list[Finding] = []
        self.title = ""

    def record(self) -> Record | None:
        """Return the record of the activity; None where it says nothing of what it is."""
        self._identifier()
        self._texts()
        if not self.words:
            return None
        self._when()
        self._where()
        self._who()
        self._people()
        self._rest()
        if self.own:
            self._as_it_was()
        last = self.first_line + len(self.lines) - 1
        return Record(self.first_line, last, self.place, self.title, tuple(self.words), tuple(self.findings))

    def _line(self, words: str, element: str) -> int:
        self.lines.append((masked(words[:LONGEST]), f"{self.place}/{element}"))
        return self.first_line + len(self.lines) - 1

    def _state(self, field: str, value: Any, line: int) -> None:
        quote, place = self.lines[line - self.first_line]
        self.findings.append(Finding(field, value, quote, line, line, STATED, 1.0, True, place))

    def _identifier(self) -> None:
        for element in self.parts["iati-identifier"][:1]:
            self._line(f"Identifier: {(element.text or '').strip()}", "iati-identifier")

    def _texts(self) -> None:
        """Write titles and descriptions; those of one language are the free text, the others say the same."""
        titles = [n for e in self.parts["title"] for n in values.narratives(e, self.language)]
        own = self._reading_language([language for language, _ in titles])
        for language, text in titles:
            line = self._line(text, "title")
            if language == own and not self.title:
                self.title = self.lines[-1][0]
                self.words.append((line, self.title))
        free = 0
        for element in self.parts["description"]:
            for language, text in values.narratives(element, self.language):
                line = self._line(text, "description")
                if language == own and free < FREE_DESCRIPTIONS:
                    free += 1
                    self.words.append((line, self.lines[-1][0]))

    def _reading_language(self, languages: list[str]) -> str:
        return "en" if "en" in languages else languages[0] if languages else self.language

    def _when(self) -> None:
        found: dict[str, tuple[Day, int]] = {}
        for element in self.parts["activity-date"]:
            kind = values.DATE_TYPES.get((element.get("type") or "").lower())
            day = values.day(element)
            written = element.get("iso-date") or (element.text or "").strip()
            line = self._line(f"{kind or 'date'}: {written}", "activity-date")
            if kind and day and kind not in found:
                found[kind] = (day, line)
            elif kind and written and not day:
                self._state("flags", ["impossible_date"], line)
        start = found.get("actual start") or found.get("planned start")
        end = found.get("actual end") or found.get("planned end")
        if start:
            self._span(start, end)
        self._level(start, end)
        if not self._begun(found):
            self._state("flags", ["planned"], start[1] if start else self.first_line)

    def _span(self, start: tuple[Day, int], end: tuple[Day, int] | None) -> None:
        self._state("date", start[0].iso(), start[1])
        self._state("date_basis", "event", start[1])
        if end and end[0].latest() >= start[0].earliest():
            self._state("end_date", end[0].iso(), end[1])
        elif end:
            self._state("flags", ["contradicts_itself"], end[1])

    def _level(self, start: tuple[Day, int] | None, end: tuple[Day, int] | None) -> None:
        """State event where it lasts days and its title names one, else project; an event belongs to its parent."""
        days = (end[0].latest() - start[0].earliest()).days if start and end else SHORT + 1
        named = any(h.group == "event" and h.code in EVENTS for h in hits_of(self.title))
        event = named and 0 <= days <= SHORT
        self._state("level", "event" if event else "project", start[1] if start else self.first_line)
        parents = [e for e in self.parts["related-activity"] if e.get("type") == PARENT and e.get("ref")]
        for parent in parents[:1]:
            line = self._line(f"Part of: {parent.get('ref').strip()}", "related-activity")
            if event:
                self._state("programme", [parent.get("ref").strip()], line)

    def _begun(self, found: dict[str, tuple[Day, int]]) -> bool:
        states = {(e.get("code") or "").lower() for e in self.parts["activity-status"]}
        return "actual start" in found or "actual end" in found or bool(states & set(UNDER_WAY))

    def _where(self) -> None:
        codes: dict[str, int] = {}
        named = self.parts["recipient-country"] or [
            e for t in self.parts["transaction"] for e in values.children(t)["recipient-country"]
        ]
        for element in named:
            code = values.country(element.get("code") or "")
            if code and code not in codes:
                share = f" {element.get('percentage')} %" if element.get("percentage") else ""
                codes[code] = self._line(f"Recipient country: {element.get('code')}{share}", "recipient-country")
        if codes:
            self._state("country", sorted(codes), next(iter(codes.values())))
        regions: dict[str, int] = {}
        for element in self.parts["recipient-region"]:
            name = values.region(element, self.language)
            if name and name not in regions:
                regions[name] = self._line(f"Recipient region: {name}", "recipient-region")
        if regions:
            self._state("region_text", list(regions), next(iter(regions.values())))
        for element in self.parts["location"]:
            for name in values.children(element)["name"]:
                for _, text in values.narratives(name, self.language):
                    self._line(f"Location: {text}", "location")

    def _who(self) -> None:
        for element in self.parts["reporting-org"][:1]:
            name = values.words(element, self.language) or element.get("ref") or ""
            line = self._line(f"Reporting organisation: {name}", "reporting-org")
            known = [code for code in bodies_of(name)[0] if code not in vocabulary.countries()]
            if name:
                self._state("organisation", known[0] if len(known) == 1 else name, line)
        roles: dict[str, dict[str, int]] = {"funding": {}, "implementing": {}, "extending": {}}
        for element in self.parts["participating-org"]:
            role = (element.get("role") or "").lower()
            role = values.ROLES.get(role, role)
            name = values.words(element, self.language) or element.get("ref") or ""
            if name:
                line = self._line(f"Participating organisation ({role}): {name}", "participating-org")
                for code in _bodies(name) if role in roles else ():
                    roles[role].setdefault(code, line)
        for field, bodies in (("donors", roles["funding"]), ("partners", roles["extending"] | roles["implementing"])):
            if bodies:
                self._state(field, sorted(bodies), next(iter(bodies.values())))

    def _people(self) -> None:
        for one in counted(self.parts["result"], self.language)[:1]:
            line = self._line(f"{one.title}: {one.value}", "result/indicator")
            self._state(one.field, one.value, line)
            self._state("number_qualifier", "at_least" if one.several else "exact", line)
            for field, count in (("women", one.women), ("men", one.men)):
                if count is not None:
                    self._state(field, count, line)

    def _as_it_was(self) -> None:
        """State what this program wrote in place of what the standard's elements could carry of it."""
        self.findings = []
        for name, value in self.own.items():
            said = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
            line = self._line(f"{name}: {said}", name) if said else self.first_line
            self._state(name, value, line)

    def _rest(self) -> None:
        lines = {e: self._line(f"Sector: {values.sector(e, self.language)}", "sector") for e in self.parts["sector"]}
        if areas := values.areas(self.parts["sector"]):
            self._state("areas", list(areas), lines[next(iter(areas.values()))])
        for element in self.parts["document-link"]:
            title = next((values.words(e, self.language) for e in values.children(element)["title"]), "")
            self._line(f"Document: {title} {element.get('url') or ''}".strip(), "document-link")


def _bodies(name: str) -> tuple[str, ...]:
    """Return our names of a body; its own where we do not know it."""
    codes, _ = bodies_of(name)
    return codes if len(codes) == 1 else (name,)
