"""One list with numbers of different forms: «1.», then «2)».

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести осмотр:
    1) кровли до 1 мая 2024 г.;
    2) подвала до 1 июня 2024 г.
    2. Утвердить график.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести осмотр кровли.
    [[2)]] Утвердить график.
    [[3.]] Утвердить смету.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .numbering import items
from .settings import Settings

ID = "numbering-mixed"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for item in items(resolution):
        before = item.before
        if before and item.ordinal == before.ordinal + 1 and item.label.style != before.label.style:
            values = (
                ("before", before.printed),
                ("number", item.printed),
                ("expected", before.expected(item.ordinal)),
            )
            yield Finding(ID, LEVEL, item.span, values, item.decision)
