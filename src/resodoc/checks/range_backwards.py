"""A range that ends before it begins.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести осмотр с 3 по 10 мая 2024 г. и с 25 декабря по 10 января 2025 г.
    2. Утвердить план на 2024-2026 годы.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести осмотр с [[13 по 10 мая]] 2024 г.
    2. Утвердить план на [[2026-2024 годы]].
    3. Провести ремонт с [[05.06.2024 по 01.06.2024]].
    4. Провести отпуск воды с [[1 мая 2025 г. по 30 сентября 2024]] г.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from resodoc.model import Finding, Resolution, Span

from .days import MONTH, WRITTEN, YEAR, day_of
from .places import folded, operative
from .settings import Settings

ID = "range-backwards"
LEVEL = "error"

_TO = r" ?(?:-| по ) ?"
_YEARS = re.compile(
    rf"(?<![\w/.-])(?P<first>{YEAR}){_TO}(?P<last>{YEAR}) ?(?:годы|годов|годах|года|гг|г)(?!\w)"
)
_DAYS = re.compile(rf"(?<![\w.,/-])(?P<first>\d{{1,2}}){_TO}(?P<last>\d{{1,2}}) {MONTH}(?!\w)")
_DAY = rf"\d{{1,2}} {MONTH} {YEAR}"
_WRITTEN = re.compile(rf"(?<![\w.,/-])(?P<first>{_DAY})(?: ?г(?:ода)?(?!\w)\.?)?{_TO}(?P<last>{_DAY})(?!\w)")
_DATES = re.compile(rf"(?<![\w.])(?P<first>\d\d\.\d\d\.{YEAR}){_TO}(?P<last>\d\d\.\d\d\.{YEAR})(?!\w|\.\d)")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, part = folded(resolution.source.text), operative(resolution)
    for pattern in (_YEARS, _DAYS, _WRITTEN, _DATES):
        for m in pattern.finditer(text, part.start, part.stop):
            if _order(m["first"]) > _order(m["last"]):
                span = Span(*m.span())
                yield Finding(ID, LEVEL, span)


def _order(written: str) -> tuple[int, ...]:
    """Year before month before day."""
    if m := WRITTEN.match(written):
        return (day_of(m) or date.max).timetuple()[:3]
    return tuple(int(number) for number in reversed(written.split(".")))
