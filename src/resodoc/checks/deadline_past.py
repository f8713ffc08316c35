"""A draft that sets a day already gone, counted from `--today`; without it only the document's own date is held
against its deadlines (deadline-before-document).

PASS today=2024-03-01:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. разработать план ремонта школы до 1 июня 2024 г.
FAIL today=2024-07-01:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. разработать план ремонта школы [[до 1 июня 2024 г.]]
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .deadline_before_document import too_early
from .places import is_final
from .settings import Settings

ID = "deadline-past"
LEVEL = "error"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if settings.today is None or is_final(resolution):
        return
    document = resolution.date.value if resolution.date else None
    for decision, span, end in too_early(resolution, settings.today):
        if document is None or end >= document:
            values = (("end", f"{end:%d.%m.%Y}"), ("today", f"{settings.today:%d.%m.%Y}"))
            yield Finding(ID, LEVEL, span, values, decision.id)
