"""What is found in a text: the meanings of stretches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from resodoc.model.source import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Where something was found, what it is, and the id of the rule that says so. `value` None: seen, not understood."""

    span: Span
    value: T | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Act:
    """A class of the deciding verb, and its lemma."""

    name: str
    verb: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done: `verb` is the lemma of the infinitive, or of the verbal noun."""

    verb: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must act. `name` in the nominative; `role` executor | co-executor | controller | addressee;
    `kind` person | organization | role | group."""

    name: str
    role: str = "executor"
    kind: str = "organization"
    post: str | None = None
    person: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """When it is due: `kind` date | period | recurring | relative | ongoing | event | blank; both days included."""

    kind: str
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity: `comparator` is one of = >= > <= < ~ ; `unit` "%", "руб", or the counted noun's lemma."""

    comparator: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another act that the text names: `kind` law | decree | order | decision | code | programme | standard | minutes | other."""

    kind: str
    number: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """«…(далее – term)»: the expansion stands in the nominative."""

    term: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event or the next meeting, days included."""

    name: str | None = None
    start: date | None = None
    end: date | None = None
