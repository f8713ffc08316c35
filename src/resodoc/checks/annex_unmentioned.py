"""An annex that no item of the document mentions.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график (приложение № 1).
    Директор                 П.П. Орлов

    Приложение № 1
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график (приложение № 1).
    Директор                 П.П. Орлов

    Приложение № 1
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК ОТПУСКОВ
    1. Отпуск главного инженера начинается 1 июля 2024 г. и длится 28 дней.
    2. Отпуск бухгалтера начинается 1 августа 2024 г. и длится 28 дней.

    [[Приложение № 2]]
    к приказу от 5 февраля 2024 г. № 11
    СМЕТА РАСХОДОВ
    Расходы на бланки составят 1200 рублей.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .annexes import heads, named
from .places import folded, operative
from .settings import Settings

ID = "annex-unmentioned"
LEVEL = "warning"

_ADOPTS = re.compile(r"прилож|прилага|утвер|одобр")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, part = resolution.source.text, operative(resolution)
    numbers = {number for _, listed in named(folded(text), part) for number in listed}
    mentioned = _ADOPTS.search(folded(text), part.start, part.stop) is not None
    for span, number in heads(resolution):
        if not mentioned or (number and numbers and number not in numbers):
            yield Finding(ID, LEVEL, span)
