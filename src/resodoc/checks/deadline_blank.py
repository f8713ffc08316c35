"""A place left for a deadline and not filled in.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Разработать план ремонта школы.
    Срок: 1 июня 2024 г. Ответственный: Зимин К.А.
FAIL:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Разработать план ремонта школы.
    [[Срок: _____]] Ответственный: Зимин К.А.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .places import own_deadlines
from .settings import Settings

ID = "deadline-blank"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in resolution.decisions:
        for span, _ in own_deadlines(decision, "blank"):
            yield Finding(ID, LEVEL, span, decision=decision.id)
