"""An item in which nothing is done or decided: neither a verb nor a verbal noun.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    собрания
    РЕШИЛИ:
    1. Провести осмотр кровли.
    2. Ремонт кровли до 1 июня 2024 г.
    3. Утвердить отчёт.
FAIL:
    ПРОЕКТ
    РЕШЕНИЕ
    собрания
    РЕШИЛИ:
    1. Провести осмотр кровли.
    2. [[Смета на кровлю, три экземпляра.]]
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.language import morph
from resodoc.language.clauses import as_verb, verbal_noun
from resodoc.model import Decision, Finding, Resolution

from .places import act, is_final, leaves
from .settings import Settings

ID = "item-no-verb"
LEVEL = "warning"

_DOING = frozenset({"PRED", "ADJS"})  # «необходимо», «обязан»


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if is_final(resolution):
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
    return any(as_verb(word) or word.readings[0].pos in _DOING for word in words) or any(
        map(verbal_noun, words[:3])
    )
