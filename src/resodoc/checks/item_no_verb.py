"""An item in which nothing is done or decided: neither a verb nor a verbal noun.

PASS:
    РЕШЕНИЕ
    собрания (проект)
    РЕШИЛИ:
    1. Провести осмотр кровли.
    2. Ремонт кровли до 1 июня 2024 г.
    3. Утвердить отчёт.
FAIL:
    РЕШЕНИЕ
    собрания (проект)
    РЕШИЛИ:
    1. Провести осмотр кровли.
    2. [[Смета на кровлю, три экземпляра.]]
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.language import morph
from resodoc.language.clauses import verbal_noun
from resodoc.model import Decision, Finding, Resolution

from .places import act, is_adopted, leaves
from .settings import Settings

ID = "item-no-verb"
LEVEL = "warning"

_DOING = frozenset({"INFN", "VERB", "PRTS", "PRED", "GRND", "PRTF", "ADJS"})


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if is_adopted(resolution):
        return
    for decision in leaves(resolution):
        if (
            decision.number
            and act(decision) in ("other", "measure")
            and not decision.actions
            and not _does(decision)
        ):
            yield Finding(ID, LEVEL, decision.parts[0], decision=decision.id)


def _does(decision: Decision) -> bool:
    words = morph.words(decision.text)
    return any(r.pos in _DOING for word in words for r in word.readings) or any(map(verbal_noun, words[:3]))
