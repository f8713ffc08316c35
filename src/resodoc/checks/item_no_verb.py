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
from resodoc.language.clauses import as_verb
from resodoc.model import Decision, Finding, Resolution

from .places import act, is_final, kind, leaves
from .settings import Settings

ID = "item-no-verb"
LEVEL = "warning"

_DOING = frozenset({"PRED", "ADJS"})  # «необходимо», «обязан»
# Endings of nouns that name an act: «проведение», «очистка», «раздача». A list of measures is written in them.
_OF_ACTS = tuple("ние тие ция сия зия ка ача ство аж монт воз пуск бор мотр мен ход".split())


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    if is_final(resolution) or kind(resolution) == "assignments":
        return
    for decision in leaves(resolution):
        bare = act(decision) in ("other", "measure") and not decision.actions
        if decision.number and bare and not _does(decision):
            yield Finding(ID, LEVEL, decision.parts[0], decision=decision.id)


def _does(decision: Decision) -> bool:
    words = morph.words(decision.text)
    if any(as_verb(word) or word.readings[0].pos in _DOING for word in words):
        return True
    return any(r.pos == "NOUN" and r.lemma.endswith(_OF_ACTS) for word in words[:3] for r in word.readings)
