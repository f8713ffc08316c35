"""The fields of the document as a whole: kind, status, title, number, date, place, who resolves, agenda, people, annexes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

from resodoc.document import adopter, dates, kind, parts
from resodoc.interpret import definitions, people
from resodoc.match import Passage
from resodoc.model import Block, Decision, Definition, Found, Meeting, Person, Resolution, Source, Span
from resodoc.rulepack import RuleSet
from resodoc.segment.signature import name_in

_CHAIR = re.compile(r"\W*(?:председательств|председатель (?:собрания|заседания|совещания))", re.IGNORECASE)
BODY = ("annex", "note", "mailing")


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of the document before its decisions are read."""

    kind: Found[str]
    status: Found[str]
    title: Found[str] | None
    number: Found[str] | None
    date: Found | None
    date_end: Found | None
    place: Found[str] | None
    adopted_by: Found[str] | None
    event: Found[Meeting] | None
    next_meeting: Found[Meeting] | None
    definitions: tuple[Found[Definition], ...]
    agenda: tuple[Found[str], ...]
    people: tuple[Found[Person], ...]
    signatory: str | None

    def resolution(
        self, source: Source, blocks: tuple[Block, ...], decisions: tuple[Decision, ...]
    ) -> Resolution:
        """The finished resolution."""
        return Resolution(
            source=source,
            blocks=blocks,
            kind=self.kind,
            status=self.status,
            title=self.title,
            number=self.number,
            date=self.date,
            date_end=self.date_end,
            place=self.place,
            adopted_by=self.adopted_by,
            event=self.event,
            next_meeting=self.next_meeting,
            definitions=self.definitions,
            agenda=self.agenda,
            people=self.people,
            preamble=parts.preamble(source, blocks, self.title),
            decisions=decisions,
            annexes=parts.annexes(source, blocks),
        )


def head_of(source: Source, folded: str, blocks: tuple[Block, ...], rules: RuleSet) -> Head:
    """The fields of the document; those that it does not state are `None` or empty."""
    whole = Passage(source, folded, Span(0, len(source.text)))
    head = parts.head_lines(blocks)
    what = kind.kind_of(source, blocks, rules)
    status = kind.status_of(whole, head, source, what, rules)
    title = parts.title_of(whole, blocks, what.value or "", rules)
    event = dates.event_of(whole, blocks, what.value or "", title, rules)
    days = dates.date_of(whole, blocks, status.value == "draft", event, what.value or "")
    body = [b for b in blocks if b.kind not in BODY]
    operative = whole.sub(Span(0, body[-1].span.stop)) if body else whole
    return Head(
        kind=what,
        status=status,
        title=title,
        number=dates.number_of(whole, blocks, rules),
        date=days[0],
        date_end=days[1],
        place=dates.place_of(whole, blocks, what.value or "", rules),
        adopted_by=adopter.adopted_by(whole, blocks, what.value or ""),
        event=event,
        next_meeting=dates.next_meeting(operative, rules, days[0].value if days[0] else None),
        definitions=definitions.find(operative, rules),
        agenda=parts.agenda(source, blocks),
        people=people.find(operative, rules),
        signatory=_signatory(source, blocks),
    )


def _signatory(source: Source, blocks: tuple[Block, ...]) -> str | None:
    """Who speaks in the first person: who was in the chair, else who signed first below the operative part."""
    in_chair = (b for b in blocks if b.kind == "attendees" and _CHAIR.match(source.slice(b.span)))
    signed = (b for b in blocks if b.kind == "signature")
    names = (name_in(source.slice(block.span)) for block in chain(in_chair, signed))
    return next(filter(None, names), None)
