"""A task due before the day of the document itself.

PASS:
    ПРОТОКОЛ № 4
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
FAIL:
    ПРОТОКОЛ № 4
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. [[до 1 февраля 2024 г.]] подготовить смету.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resodoc.model import Decision, Finding, Resolution, Span

from .places import ASKING_ACTS, act, own_deadlines, worst_in_draft
from .settings import Settings

ID = "deadline-before-document"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if resolution.date is None or resolution.date.value is None:
        return
    day = resolution.date.value
    for decision, span, end in too_early(resolution, day):
        values = (("end", f"{end:%d.%m.%Y}"), ("date", f"{day:%d.%m.%Y}"))
        yield Finding(ID, worst_in_draft(resolution), span, values, decision.id)


def too_early(resolution: Resolution, day: date) -> Iterator[tuple[Decision, Span, date]]:
    """The deadlines that end before `day`, of decisions that ask for something to be done."""
    for decision in resolution.decisions:
        if act(decision) in ASKING_ACTS:
            for span, deadline in own_deadlines(decision, "date", "period"):
                if deadline.end and deadline.end < day:
                    yield decision, span, deadline.end
