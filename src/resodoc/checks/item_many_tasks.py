"""An item whose sentences set tasks of their own: each needs an owner, a day and a mark of being done.

PASS:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. до 1 июня 2024 г. разработать и согласовать план ремонта школы.
FAIL:
    ПРОЕКТ
    РЕШЕНИЕ
    совещания
    РЕШИЛИ:
    1. Поручить Зимину К.А. до 1 июня 2024 г. разработать план ремонта школы. [[Заменить]] окна в спортивном зале.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language import morph
from resodoc.language.clauses import as_verb
from resodoc.model import Decision, Finding, Resolution, Span

from .places import TASK_ACTS, act, leaves
from .settings import Settings

ID = "item-many-tasks"
LEVEL = "info"

_SENTENCE = re.compile(r"(?<=[а-яё»)\"]\.)\s+(?=[А-ЯЁ«])")
_ABBREVIATED = re.compile(r"(?:\b[а-яё]{1,3}|\b[А-ЯЁ])\.\s*$")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in leaves(resolution):
        if act(decision) in TASK_ACTS:
            tasks = list(_tasks(resolution.source.text, decision))
            if len(tasks) > settings.limits.tasks:
                values = (("count", str(len(tasks))), ("limit", str(settings.limits.tasks)))
                yield Finding(ID, LEVEL, tasks[settings.limits.tasks], values, decision.id)


def _tasks(text: str, decision: Decision) -> Iterator[Span]:
    """The first sentence's action, then the infinitives that open a later sentence."""
    if decision.actions:
        yield decision.actions[0].span
    for part in decision.parts:
        stops = [
            m
            for m in _SENTENCE.finditer(text, part.start, part.stop)
            if not _ABBREVIATED.search(text[m.start() - 5 : m.start()])
        ]
        for stop in stops:
            first = next(iter(morph.words(text, stop.end(), min(stop.end() + 40, part.stop))), None)
            verb = first and as_verb(first)
            if verb and verb.form == "infinitive":
                yield Span(verb.word.start, verb.word.stop)
