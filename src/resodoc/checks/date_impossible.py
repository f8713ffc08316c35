"""A day that no calendar has: 31 February, the 13th month.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 29 февраля 2024 г. подготовить смету по коду 31.13.2 и акту № 31.02/5.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до [[31 июня 2024]] г. подготовить смету.
    2. Поручить Зимину К.А. провести осмотр до [[29.02.2023]].
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .days import POINTED, WRITTEN, day_of
from .places import folded, operative
from .settings import Settings

ID = "date-impossible"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, part = folded(resolution.source.text), operative(resolution)
    for pattern in (WRITTEN, POINTED):
        for m in pattern.finditer(text, part.start, part.stop):
            if day_of(m) is None:
                span = Span(*m.span())
                yield Finding(ID, LEVEL, span)
