"""A task that nobody is told to do.

PASS:
    ПРОТОКОЛ № 4
    оперативного совещания
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. Провести субботник 20 апреля 2024 г.
    Ответственный: Зимин К.А.
    3. Принять к сведению отчёт ревизора.
    4. Следующее заседание комиссии провести 20 мая 2024 г.
PASS:
    ПРОЕКТ
    ПРИКАЗ
    ПРИКАЗЫВАЮ:
    1. Провести 20 апреля 2024 г. субботник.
    2. Начальнику хозяйственного отдела Зимину К.А. до 15 апреля 2024 г. закупить инвентарь.
FAIL:
    ПРОЕКТ
    ПРИКАЗ
    ПРИКАЗЫВАЮ:
    1. [[Провести]] 20 апреля 2024 г. субботник.
    2. Утвердить план субботника.
FAIL:
    ПРОТОКОЛ № 4
    оперативного совещания
    от 12 марта 2024 г.
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. [[Провести]] субботник 20 апреля 2024 г.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.model import Decision, Finding, Resolution

from .places import act, head, kind, leaves, needs_owner, owners, worst_in_draft
from .settings import Settings

ID = "owner-missing"
LEVEL = "error"

# What a body that decides does itself.
_BODYS_OWN = frozenset(
    "заслушать рассмотреть обсудить вернуться созвать продолжить возобновить отложить "
    "поддержать одобрить учесть".split()
)
# «1. Провести смотр … 2. Организационному комитету …»: the first item of an order says what is on foot, the others who does it.
_SETS_GOING = frozenset({"провести", "организовать", "перейти"})
_MEETING = r"(?:следующ|очередн|внеочередн)\w+ (?:\w+ )?(?:заседани|собрани|совещани)"
_NEXT_MEETING = re.compile(rf"провести {_MEETING}|{_MEETING}\w* (?:[\w.]+ ){{0,5}}провести")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in leaves(resolution):
        named = decision.owners or decision.owner_blank or "__" in decision.text
        named = named or _is_bodys_own(decision) or _addresses(decision) or _sets_going(resolution, decision)
        if needs_owner(resolution, decision) and not named:
            yield Finding(ID, worst_in_draft(resolution), head(resolution, decision), decision=decision.id)


def _is_bodys_own(decision: Decision) -> bool:
    own = bool(decision.actions) and all(a.value and a.value.verb in _BODYS_OWN for a in decision.actions)
    return own or _NEXT_MEETING.search(fold(decision.text)) is not None


def _sets_going(resolution: Resolution, decision: Decision) -> bool:
    first, *others = resolution.decisions
    verbs = {a.value.verb for a in decision.actions if a.value}
    opens = decision is first and verbs <= _SETS_GOING and kind(resolution) not in ("minutes", "assignments")
    return opens and any(owners(d, "executor") for d in others)


def _addresses(decision: Decision) -> bool:
    """Whether a charge has a noun in the dative: somebody whom it may charge, though he was not made out."""
    return act(decision) == "instruct" and any(
        any(r.pos == "NOUN" and r.case == "datv" for r in word.readings) and before.readings[0].pos != "PREP"
        for before, word in pairwise((morph.Word("", 0, 0), *morph.words(decision.text)))
    )
