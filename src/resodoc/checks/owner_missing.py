"""A task that nobody is told to do.

PASS:
    ПРОТОКОЛ № 4
    заседания правления
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. Провести субботник 20 апреля 2024 г.
    Ответственный: Зимин К.А.
    3. Принять к сведению отчёт ревизора.
FAIL:
    ПРОТОКОЛ № 4
    заседания правления
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. [[Провести]] субботник 20 апреля 2024 г.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .places import head, leaves, needs_owner, worst_in_draft
from .settings import Settings

ID = "owner-missing"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in leaves(resolution):
        if needs_owner(resolution, decision) and not decision.owners and decision.owner_blank is None:
            yield Finding(ID, worst_in_draft(resolution), head(resolution, decision), decision=decision.id)
