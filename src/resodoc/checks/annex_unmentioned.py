"""An annex that no item of the document mentions.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график (приложение № 1).
    Директор                 П.П. Орлов

    Приложение № 1
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график (приложение № 1).
    Директор                 П.П. Орлов

    Приложение № 1
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК

    [[Приложение № 2]]
    к приказу от 5 февраля 2024 г. № 11
    СМЕТА
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .annexes import named, number_of
from .places import folded, operative
from .settings import Settings

ID = "annex-unmentioned"
LEVEL = "warning"

_ADOPTS = re.compile(r"прилож|прилага|утвер|одобр")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, part = resolution.source.text, operative(resolution)
    numbers = {number for _, listed in named(folded(text), part) for number in listed}
    mentioned = _ADOPTS.search(folded(text), part.start, part.stop) is not None
    for annex in resolution.annexes:
        number, start = number_of(annex), annex.span.start
        # What opens with a quotation mark is another act's annex in its new wording.
        if text[start] != "«" and (not mentioned or (number and numbers and number not in numbers)):
            stop = text.find("\n", start)
            yield Finding(ID, LEVEL, Span(start, stop if stop > 0 else annex.span.stop))
