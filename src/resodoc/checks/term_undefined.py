"""An abbreviation that the text uses and never explains.

Common ones and kinds of legal person need no explanation, nor do those that the dictionary has, nor names: what stands
in quotation marks or before them («СПК «Рассвет»). A house adds its own by `abbreviations` in the configuration.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Создать Центр обучения пчеловодов (ЦОПЧ) при ППЦО «Медовый ККПД».
    2. Поручить ЦОПЧ до 1 мая 2024 г. представить отчёт в МЧС.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Поручить Орлову П.П. до 1 мая 2024 г. внести данные в [[ГРПЧС]].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from resodoc.language import morph
from resodoc.model import Finding, Resolution, Span

from .settings import Settings
from .terms import defined

ID = "term-undefined"
LEVEL = "info"

_ABBREVIATION = re.compile(r"(?<![\w-])[А-ЯЁ]{3,7}(?![\w-])")
_IN_BRACKETS = re.compile(r"\([^()\n]*?([А-ЯЁ]{3,7})[^()\n]*\)")
_CAPITALS = re.compile(r"[А-ЯЁ]{2,}\W+[А-ЯЁ]{2,}")
_NAMES = re.compile(r'[ \n][«"]|[^«"»\n]{0,60}[»"]')


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = resolution.source.text
    explained = {f.value.term for f in defined(resolution)} | set(_IN_BRACKETS.findall(text))
    explained |= common() | settings.abbreviations
    for decision in resolution.decisions:
        for part in decision.parts:
            for m in _ABBREVIATION.finditer(text, part.start, part.stop):
                word = m.group()
                if word not in explained and not morph.known(word) and not _is_name(text, m):
                    explained.add(word)
                    yield Finding(ID, LEVEL, Span(*m.span()), (("term", word),), decision.id)


@cache
def common() -> frozenset[str]:
    """Abbreviations that every reader knows."""
    return frozenset((files(__package__) / "abbreviations.txt").read_text("utf-8").split())


def _is_name(text: str, m: re.Match[str]) -> bool:
    """Whether it is a word of a line in capitals, or of a name in quotation marks, or the kind of what is so named."""
    in_capitals = _CAPITALS.search(text, max(0, m.start() - 20), m.end() + 20) is not None
    return in_capitals or _NAMES.match(text, m.end()) is not None
