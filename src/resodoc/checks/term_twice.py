"""A short name that is defined twice.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Создать Центр обучения пчеловодов (далее – Центр) при Совете пасечников (далее – Совет).
    2. Поручить Совету до 1 мая 2024 г. разработать устав Центра.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Создать Центр обучения пчеловодов (далее – Центр).
    2. Поручить Центру проката ульев (далее – [[Центр]]) до 1 мая 2024 г. разработать устав Центра.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.language.fold import fold
from resodoc.model import Finding, Resolution, Span

from .settings import Settings
from .terms import defined

ID = "term-twice"
LEVEL = "warning"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = resolution.source.text
    seen = set()
    for found in defined(resolution):
        term = found.value.term
        if fold(term) in seen:
            start = text.find(term, found.span.start, found.span.stop + len(term))
            span = Span(start, start + len(term)) if start >= 0 else found.span
            yield Finding(ID, LEVEL, span, (("term", term),))
        seen.add(fold(term))
