"""A day of the week that does not fit its date.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести собрание в субботу, 20 апреля 2024 г.
    2. Провести осмотр 22 апреля 2024 г. (понедельник).
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Провести собрание в [[пятницу, 20 апреля 2024 г.]]
    2. Провести осмотр [[22.04.2024 (вторник]]).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language.dates import find_dates
from resodoc.model import Finding, Resolution, Span

from .places import folded, operative
from .settings import Settings

ID = "weekday-mismatch"
LEVEL = "error"

_DAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_NAME = r"(?P<name>понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея])"
_BEFORE = re.compile(rf"(?<!\w){_NAME}[,(]? $")
_BEHIND = re.compile(rf"(?: ?г(?:ода)?\.?)? ?(?:, ?|\( ?| в | )(?:в )?{_NAME}(?!\w)(?!,? \d)")
_NEAR = 24
"""Characters that a day's name and its marks take at most."""


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, part = folded(resolution.source.text), operative(resolution)
    for span, first, last in find_dates(text, part.start, part.stop):
        before = _BEFORE.search(text[max(0, span.start - _NEAR) : span.start])
        behind = _BEHIND.match(text, span.stop, span.stop + _NEAR)
        found = before or behind
        right = _DAYS[first.weekday()]
        if first != last or not found or found["name"][:4] == right[:4]:
            continue
        start = max(0, span.start - _NEAR) + before.start("name") if before else span.start
        place = Span(start, span.stop if before else found.end("name"))
        values = (("day", f"{first:%d.%m.%Y}"), ("right", right))
        yield Finding(ID, LEVEL, place, values)
