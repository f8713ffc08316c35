"""An ordinary word that the dictionary does not have. Off unless selected: names and terms of art are many.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести осмотр кровли дома в посёлке Верхнеулейск.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести [[рассмотрнение]] вопроса.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language import morph
from resodoc.model import Finding, Resolution, Span

from .places import operative
from .settings import Settings

ID = "spelling"
LEVEL = "info"
ON = False

_WORD = re.compile(r"(?<![\w./@-])[а-яё]{4,}(?:-[а-яё]{4,})*(?![\w@-]|\.[а-яёa-z])")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    part = operative(resolution)
    for m in _WORD.finditer(resolution.source.text, part.start, part.stop):
        if not morph.known(m.group()) and not all(map(morph.known, m.group().split("-"))):
            yield Finding(ID, LEVEL, Span(*m.span()), (("word", m.group()),))
