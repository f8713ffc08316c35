"""A day of work that is no working day by the Russian production calendar (ТК РФ, art. 111, 112).

«До 1 мая» means by the end of April, and 31 December the year's end: neither is a day on which somebody has to work.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. представить план ремонта школы до 1 мая 2024 г.
    2. Поручить Орлову П.П. представить смету 17 мая 2024 г.
FAIL:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. представить план ремонта школы [[до 12 мая 2024 г.]]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language.calendar import is_working_day
from resodoc.model import Finding, Resolution

from .days import POINTED, WRITTEN
from .places import ASKING_ACTS, act, folded, is_final, own_deadlines
from .settings import Settings

ID = "deadline-nonworking"
LEVEL = "warning"

_DUE = re.compile(r"(?:в )?срок|до |не позднее|не позже|к ")
_END_OF_MONTH = re.compile(r"(?:до|к) +\"?0?1[\". ]")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = folded(resolution.source.text)
    level = "info" if is_final(resolution) else LEVEL
    for decision in resolution.decisions:
        for span, deadline in own_deadlines(decision, "date"):
            words, day = text[span.start : span.stop], deadline.end
            if act(decision) not in ASKING_ACTS or day is None or is_working_day(day):
                continue
            if _is_due(words) and (day.month, day.day) != (12, 31):
                yield Finding(ID, level, span, (("day", f"{day:%d.%m.%Y}"),), decision.id)


def _is_due(words: str) -> bool:
    """Whether they name the last day of a task: «до 12 мая», not «12 мая», which may be an event's, nor «до 1 мая»."""
    dated = WRITTEN.search(words) or POINTED.search(words)
    return dated is not None and _DUE.match(words) is not None and _END_OF_MONTH.search(words) is None
