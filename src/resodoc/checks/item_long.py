"""An item of more words than the house allows (`limits.words`, 150 unless set).

Wording given for another act is not counted.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    собрания
    РЕШИЛИ:
    1. Провести осмотр кровли.
FAIL words=3:
    ПРОЕКТ
    РЕШЕНИЕ
    собрания
    РЕШИЛИ:
    1. [[Провести осмотр кровли дома.]]
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.language import morph
from resodoc.model import Finding, Resolution

from .places import act
from .settings import Settings

ID = "item-long"
LEVEL = "info"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    limit = settings.limits.words
    for decision in resolution.decisions:
        count = len(morph.words(decision.text))
        if count > limit and act(decision) not in ("amend", "other"):
            values = (("count", str(count)), ("limit", str(limit)))
            yield Finding(ID, LEVEL, decision.parts[0], values, decision.id)
