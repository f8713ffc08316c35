"""Two items of one list with the same number.

PASS:
    ПРОТОКОЛ № 4
    1. СЛУШАЛИ: о смете.
    РЕШИЛИ:
    1. Утвердить смету.
    2. СЛУШАЛИ: о графике.
    РЕШИЛИ:
    1. Утвердить график.
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

from .numbering import items
from .places import worst_in_draft
from .settings import Settings

ID = "numbering-repeat"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for item in items(resolution):
        before = item.before
        # A list that begins anew is another list, unless its only item so far is repeated.
        again = before and item.ordinal <= before.ordinal and (item.ordinal > 1 or before.ordinal == 1)
        if again and item.label.style == before.label.style:
            values = (("number", item.printed), ("expected", item.expected(before.ordinal + 1)))
            yield Finding(ID, worst_in_draft(resolution), item.span, values, item.decision)
