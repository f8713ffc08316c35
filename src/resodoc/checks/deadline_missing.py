"""A task without a day by which it is to be done.

Only where the genre asks for one: minutes and lists of tasks, and drafts of decisions and orders; what only has to be
published or made known follows the law's own terms.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить бухгалтеру Орловой Т.П. до 1 апреля 2024 г. подготовить смету.
    2. Поручить секретарю Зиминой А.А. разместить протокол на сайте.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. [[Поручить]] бухгалтеру Орловой Т.П. подготовить смету.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Decision, Finding, Resolution

from .places import act, head, is_draft, kind, leaves, needs_owner
from .settings import Settings

ID = "deadline-missing"
LEVEL = "warning"

_PUBLISHING = frozenset(
    {"опубликовать", "разместить", "обнародовать", "довести", "ознакомить", "направить", "уведомить"}
)


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    genre = kind(resolution)
    if genre not in ("minutes", "assignments") and not (
        is_draft(resolution) and genre in ("decision", "order")
    ):
        return
    for decision in leaves(resolution):
        if needs_owner(resolution, decision) and not decision.deadlines and not _only_publishes(decision):
            yield Finding(ID, LEVEL, head(resolution, decision), decision=decision.id)


def _only_publishes(decision: Decision) -> bool:
    verbs = {a.value.verb for a in decision.actions if a.value}
    return act(decision) == "publish" or (bool(verbs) and verbs <= _PUBLISHING)
