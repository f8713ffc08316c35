"""Two decisions that ask for the same thing from different owners, or by different days.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить Зимину К.А. до 1 июня 2024 г. подготовить договор на ремонт ограды клуба.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить Орловой Т.П. [[до 1 июня 2024 г.]] подготовить смету на ремонт кровли клуба.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить [[Зимину К.А.]] до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .places import head, worst_in_draft
from .sameness import due, executors, pairs
from .settings import Settings

ID = "contradiction"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    level = worst_in_draft(resolution)
    for first, second in pairs(resolution):
        values = (("other", first.id),)
        if due(first) and due(second) and due(first) != due(second):
            if executors(first) == executors(second):
                span = second.deadlines[0].span if second.deadlines else head(resolution, second)
                yield Finding(ID, level, span, (("variant", "deadline"), *values), second.id)
        elif executors(first) and executors(second) and executors(first) != executors(second):
            span = second.owners[0].span if second.owners else head(resolution, second)
            yield Finding(ID, level, span, (("variant", "owner"), *values), second.id)
