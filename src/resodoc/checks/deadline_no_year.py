"""A day of the month without its year: after New Year it is another day.

A warning where the document has no date that would settle it, else a remark.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. представить план ремонта школы до 20 мая 2024 г.
    2. Поручить Орлову П.П. ежегодно до 1 февраля представлять отчёт.
FAIL:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. представить план ремонта школы [[до 20 мая]].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution

from .days import WRITTEN
from .places import ASKING_ACTS, act, folded, kind, own_deadlines
from .settings import Settings

ID = "deadline-no-year"
LEVEL = "warning"

_YEAR = re.compile(r"(?:19|20)\d\d|\d\d?\.\d\d\.\d\d|\bгод|\b[тс]\. ?г\b")
_BEHIND = 20
"""Characters behind a deadline in which its year may stand: «до 20 мая» of «до 20 мая текущего года»."""


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if kind(resolution) in ("report", "other"):
        return
    text = folded(resolution.source.text)
    level = "info" if resolution.date and resolution.date.value else LEVEL
    for decision in resolution.decisions:
        for span, _ in own_deadlines(decision, "date", "period"):
            words = text[span.start : span.stop + _BEHIND].split("\n")[0]
            if act(decision) in ASKING_ACTS and WRITTEN.search(words) and not _YEAR.search(words):
                yield Finding(ID, level, span, decision=decision.id)
