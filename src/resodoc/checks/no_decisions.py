"""A document in which no decision was recognised: nothing else can be checked in it.

A news report may well tell of none.

PASS:
    ПРОТОКОЛ № 4
    СЛУШАЛИ: о ремонте кровли.
    РЕШИЛИ:
    1. Провести осмотр кровли до 1 мая 2024 г.
FAIL:
    [[ПРОТОКОЛ № 4]]
    Присутствовали: Орлов П.П., Зимин К.А.
    СЛУШАЛИ: о ремонте кровли.
FAIL:
    [[Список дел на май]]
    Орлов – смета к 3 мая
    Зимин – осмотр кровли к 5 мая
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .places import kind, opening
from .settings import Settings

ID = "no-decisions"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if not resolution.decisions and kind(resolution) != "report":
        yield Finding(ID, LEVEL, opening(resolution))
