"""Two decisions that say the same.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить Орловой Т.П. до 1 июня 2024 г. подготовить договор на ремонт ограды клуба.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. [[Поручить]] Орловой Т.П. подготовить до 1 апреля 2024 г. смету на ремонт кровли клуба.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .places import head
from .sameness import due, executors, pairs
from .settings import Settings

ID = "duplicate"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for first, second, wordy in pairs(resolution):
        if wordy and due(first) == due(second) and executors(first) == executors(second):
            yield Finding(ID, LEVEL, head(resolution, second), (("other", first.id),), second.id)
