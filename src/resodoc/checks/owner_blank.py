"""A place left for an owner and not filled in.

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
    Срок: 1 июня 2024 г. [[Ответственный: _____]]
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .settings import Settings

ID = "owner-blank"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in resolution.decisions:
        if decision.owner_blank:
            yield Finding(ID, LEVEL, decision.owner_blank, decision=decision.id)
