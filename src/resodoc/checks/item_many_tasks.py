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
    1. Поручить Зимину К.А. разработать план ремонта школы до 1 июня 2024 г. [[Заменить]] окна в спортивном зале.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language import morph
from resodoc.language.clauses import as_verb
from resodoc.model import Decision, Finding, Resolution, Span
from resodoc.segment.labels import label_of

from .places import TASK_ACTS, act, leaves
from .settings import Settings

ID = "item-many-tasks"
LEVEL = "info"

_SENTENCE = re.compile(r"(?<=[а-яё»)\"]\.)\s+(?=[А-ЯЁ«])")
_WORD_LENGTH = 40


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for decision in leaves(resolution):
        if act(decision) in TASK_ACTS:
            tasks = _tasks(resolution.source.text, decision)
            if len(tasks) > settings.limits.tasks:
                values = (("count", str(len(tasks))), ("limit", str(settings.limits.tasks)))
                yield Finding(ID, LEVEL, tasks[settings.limits.tasks], values, decision.id)


def _tasks(text: str, decision: Decision) -> list[Span]:
    """The first sentence's action, then the infinitives that open a later sentence or paragraph."""
    tasks = [decision.actions[0].span] if decision.actions else []
    for start in _sentences(text, decision):
        verb = next(map(as_verb, morph.words(text, start, start + _WORD_LENGTH)), None)
        if verb and verb.form == "infinitive" and not any(verb.word.start in task for task in tasks):
            tasks.append(Span(verb.word.start, verb.word.stop))
    return tasks


def _sentences(text: str, decision: Decision) -> Iterator[int]:
    """Where the sentences behind the first begin, and what only looks like one behind «г.» or «ул.»; bullets left out:
    they list; a label that is not the item's own ends it."""
    for number, part in enumerate(decision.parts):
        if number and label_of(text[part.start : part.start + _WORD_LENGTH]):
            return
        if number and text[part.start].isupper():
            yield part.start
        yield from (m.end() for m in _SENTENCE.finditer(text, part.start, part.stop))
