"""A document understood: its blocks, its decisions, and what checks say of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from resodoc.model.source import Diagnostic, Source, Span
from resodoc.model.values import (
    Act,
    Action,
    Deadline,
    Definition,
    Found,
    Measure,
    Meeting,
    Owner,
    Person,
    Reference,
    Vote,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document with one job (see `segment`). `span` leaves the printed label out; `label` is
    where the label stands. `number` is the path of printed labels, «2.1.а» = ("2", "1", "а"); empty when unlabelled."""

    kind: str
    span: Span
    number: tuple[str, ...] = ()
    label: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided. `parts` are the stretches of the text that `text` was put together from, in order."""

    id: str
    text: str
    parts: tuple[Span, ...]
    number: str | None = None
    parent: str | None = None
    section: tuple[str, ...] = ()
    act: Found[Act] | None = None
    actions: tuple[Found[Action], ...] = ()
    owners: tuple[Found[Owner], ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    vote: Found[Vote] | None = None
    outcome: str = "adopted"
    owner_blank: Span | None = None
    measures: tuple[Found[Measure], ...] = ()
    references: tuple[Found[Reference], ...] = ()
    confidence: float = 0.0
    rules: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character of the decision to the last, other text between its parts included."""
        return Span(self.parts[0].start, self.parts[-1].stop)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document understood. `source` and `blocks` stay with it, so that checks and writers can quote and explain."""

    source: Source
    blocks: tuple[Block, ...] = ()
    kind: Found[str] | None = None
    status: Found[str] | None = None
    title: Found[str] | None = None
    number: Found[str] | None = None
    date: Found[date] | None = None
    date_end: Found[date] | None = None
    place: Found[str] | None = None
    adopted_by: Found[str] | None = None
    event: Found[Meeting] | None = None
    next_meeting: Found[Meeting] | None = None
    definitions: tuple[Found[Definition], ...] = ()
    agenda: tuple[Found[str], ...] = ()
    people: tuple[Found[Person], ...] = ()
    preamble: tuple[Span, ...] = ()
    decisions: tuple[Decision, ...] = ()
    annexes: tuple[Annex, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a place. `values` fill the check's message and suggestion in the catalogue."""

    check: str
    level: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    decision: str | None = None
