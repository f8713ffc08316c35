"""Two items of one list with the same number.

PASS:
    ПРОТОКОЛ № 4
    1. СЛУШАЛИ: о смете.
    РЕШИЛИ:
    1. Утвердить смету.
    2. СЛУШАЛИ: о графике.
    РЕШИЛИ:
    1. Утвердить график.
PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    3. Провести осмотр кровли.
    3. Утвердить график.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    2. Провести осмотр кровли.
    [[2.]] Утвердить график.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .numbering import is_repeat, items
from .places import worst_in_draft
from .settings import Settings

ID = "numbering-repeat"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for item in items(resolution):
        if item.before and is_repeat(item):
            values = (("number", item.printed), ("expected", item.expected(item.before.ordinal + 1)))
            yield Finding(ID, worst_in_draft(resolution), item.span, values, item.decision)
