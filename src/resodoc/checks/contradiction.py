"""Two decisions that ask for the same thing from different owners, or by different days; one that names two days that
cannot both hold.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить Зимину К.А. до 1 июня 2024 г. подготовить договор на ремонт ограды клуба.
PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г., но не позднее 15 апреля 2024 г., сдать отчёт.
    2. Провести осмотр до 1 мая 2024 г.
    3. Провести осмотр до 1 июня 2024 г.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. закупить краску до 1 марта 2024 г., но [[не позднее 15 февраля 2024 г.]]
    2. Поручить Зимину К.А. закупить краску до 1 марта 2024 г.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. закупить краску до 1 марта 2024 г.
    2. Поручить Орловой Т.П. закупить краску [[до 10 апреля 2024 г.]]
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить Орловой Т.П. [[до 1 июня 2024 г.]] подготовить смету на ремонт кровли клуба.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Поручить Орловой Т.П. до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
    2. Поручить [[Зимину К.А.]] до 1 апреля 2024 г. подготовить смету на ремонт кровли клуба.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from resodoc.model import Decision, Finding, Resolution

from .places import folded, head, own_deadlines, worst_in_draft
from .sameness import due, executors, pairs
from .settings import Settings

ID = "contradiction"
LEVEL = "error"


_BUT_NOT_LATER = re.compile(r",? ?(?:но|однако|и) не (?:позднее|позже) ")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    level = worst_in_draft(resolution)
    for first, second, wordy in pairs(resolution):
        values = (("other", first.id),)
        if due(first) and due(second) and due(first) != due(second):
            # A few words to one person are one task, to nobody in particular they may be any.
            if executors(first) == executors(second) and (wordy or executors(first)):
                span = second.deadlines[0].span if second.deadlines else head(resolution, second)
                yield Finding(ID, level, span, (("variant", "deadline"), *values), second.id)
        elif wordy and executors(first) and executors(second) and executors(first) != executors(second):
            span = second.owners[0].span if second.owners else head(resolution, second)
            yield Finding(ID, level, span, (("variant", "owner"), *values), second.id)
    for decision in resolution.decisions:
        yield from _two_days(resolution, decision, level)


def _two_days(resolution: Resolution, decision: Decision, level: str) -> Iterator[Finding]:
    """«до 1 марта, но не позднее 15 февраля»."""
    text = folded(resolution.source.text)
    for (a, first), (b, second) in pairwise(own_deadlines(decision, "date")):
        earlier = first.end and second.end and second.end < first.end
        if earlier and _BUT_NOT_LATER.match(text, a.stop, b.stop):
            values = tuple((n, f"{d.end:%d.%m.%Y}") for n, d in (("first", first), ("second", second)))
            yield Finding(ID, level, b, (("variant", "days"), *values), decision.id)
