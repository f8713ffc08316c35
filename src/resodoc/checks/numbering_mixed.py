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
    3. Утвердить смету.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .numbering import items
from .settings import Settings

ID = "numbering-mixed"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    usual: dict[tuple[str, ...], str] = {}
    for item in items(resolution):
        before, style = item.before, item.label.style
        if before is None:
            usual[item.list] = style  # what opens a list sets its form: behind one slip «3.» is right again
        elif item.ordinal == before.ordinal + 1 and style not in (before.label.style, usual.get(item.list)):
            values = (
                ("before", before.printed),
                ("number", item.printed),
                ("expected", before.expected(item.ordinal)),
            )
            yield Finding(ID, LEVEL, item.span, values, item.decision)
