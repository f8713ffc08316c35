"""A task without a day by which it is to be done.

Only where the genre asks for one: minutes and lists of tasks, and drafts of decisions and orders; what only has to be
published or made known follows the law's own terms.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. Поручить секретарю Зиминой А.А. разместить протокол на сайте.
    3. Поручить завхозу Зимину К.А. провести осмотр подвалов согласно графику.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. [[Поручить]] бухгалтеру Орловой Т.П. подготовить смету.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language.fold import fold
from resodoc.model import Decision, Finding, Resolution

from .places import act, head, is_draft, kind, leaves, needs_owner
from .settings import Settings

ID = "deadline-missing"
LEVEL = "warning"

# What is published follows the law's own terms; who is empowered, or answers for a thing, does so until further notice.
_UNTIMED = frozenset(
    "опубликовать разместить обнародовать довести ознакомить направить уведомить "
    "уполномочить возложить назначить".split()
)
# A deadline that is an event's, or a vague one (which has a check of its own): there is something, understood or not.
_SOMETHING = re.compile(
    r"кратчайш|ближайш|возможност|незамедлительно|постоянно|немедленно|(?<!\w)в (?:\w+ )?срок|"
    r"(?:согласно|(?<!\w)по|в соответствии с) (?:\w+ )?график|(?<!\w)(?:к|на|до|после|перед|по|при|в ходе|в период|во время) (?:\w+ ){0,3}?"
    r"(?:заседани|собрани|педсовет|совещани|сесси|конференци|съезд|срок|оконч|заверш|наступл|получ|мере)"
)


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    genre = kind(resolution)
    if genre not in ("minutes", "assignments") and not (
        is_draft(resolution) and genre in ("decision", "order")
    ):
        return
    for decision in leaves(resolution):
        due = decision.deadlines or _is_untimed(decision) or _SOMETHING.search(fold(decision.text))
        if needs_owner(resolution, decision) and not due:
            yield Finding(ID, LEVEL, head(resolution, decision), decision=decision.id)


def _is_untimed(decision: Decision) -> bool:
    verbs = {a.value.verb for a in decision.actions if a.value}
    if decision.act and decision.act.value and decision.act.value.verb in _UNTIMED:
        return True
    return act(decision) == "publish" or (bool(verbs) and verbs <= _UNTIMED)
