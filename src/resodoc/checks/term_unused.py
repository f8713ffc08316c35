"""A short name that is defined and never used.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Создать Центр обучения пчеловодов (далее – Центр).
    2. Поручить Орлову П.П. до 1 мая 2024 г. разработать устав Центра.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Создать Центр обучения пчеловодов (далее – [[Школа]]).
    2. Поручить Орлову П.П. до 1 мая 2024 г. разработать устав.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .settings import Settings
from .terms import defined, uses

ID = "term-unused"
LEVEL = "info"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = resolution.source.text
    for found in defined(resolution):
        term = found.value.term
        start = text.find(term, found.span.start, found.span.stop + len(term))
        span = Span(start, start + len(term)) if start >= 0 else found.span
        if not any(at >= span.stop for at in uses(text, term)):
            yield Finding(ID, LEVEL, span, (("term", term),))
