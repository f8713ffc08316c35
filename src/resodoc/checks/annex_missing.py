"""An annex that the text announces and the document does not have.

Another act's annexes («приложение 3 к приказу от …») are not this document's; those of a list («Приложения: 1. Смета на 2 л.»,
ГОСТ Р 7.0.97-2016, 5.21) lie on sheets of their own.

PASS:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график согласно приложению к настоящему приказу.
    Директор                 П.П. Орлов

    Приложение
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК
PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету (приложение № 1).
    Приложения:
    1. Смета на 2 л.
FAIL:
    ПРОЕКТ
    ПРИКАЗ
    ПРИКАЗЫВАЮ:
    1. Утвердить план мероприятий ([[прилагается]]).
    Директор                 П.П. Орлов
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график ([[приложение № 1]]) и смету ([[приложение № 2]]).
    Директор                 П.П. Орлов
FAIL:
    ПРИКАЗ
    от 5 февраля 2024 г. № 11
    ПРИКАЗЫВАЮ:
    1. Утвердить график (приложение № 1) и смету ([[приложение № 2]]).
    Директор                 П.П. Орлов

    Приложение
    к приказу от 5 февраля 2024 г. № 11
    ГРАФИК
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .annexes import heads, named
from .places import act, folded, kind
from .settings import Settings

ID = "annex-missing"
LEVEL = "warning"

_ANNOUNCES = re.compile(r"(?:\(|согласно|, ?|в соответствии с|по форме|(?:см|смотри)\.?) ?$")
# An amendment speaks of another act's annexes too; its own it gives «согласно приложению».
_GIVES = re.compile(r"(?:согласно|в соответствии с) ?$")
_ATTACHED = re.compile(r"(?<=\()прилага[ею]тся(?=\))")
_OF_ANOTHER = re.compile(r" ?(?:,[^,\n]{0,40},)? ?(?:к|утвержденн\w+) (?!настоящ|данн)")
_LISTED = re.compile(r"(?<![^\n])приложени[ея](?: к \w+)? ?:")
_TEXT_OF_AN_ANNEX = 300
"""Characters behind the signature that are an annex even without the word «Приложение»."""


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    present = [number for _, number in heads(resolution)]
    if _LISTED.search(folded(resolution.source.text)) or (not present and _follows_much(resolution)):
        return
    for span, number in _announced(resolution):
        # One without a number may be any of as many as there are without.
        found = number in present or int(number) <= present.count(None) if number else bool(present)
        if not found:
            values = (("number", f" № {number}" if number else ""),)
            yield Finding(ID, LEVEL, span, values)


def _announced(resolution: Resolution) -> Iterator[tuple[Span, str | None]]:
    """The document's own annexes that its decisions name, each number once."""
    text = folded(resolution.source.text)
    seen = set()
    for decision in resolution.decisions:
        for part in decision.parts:
            # What minutes attach («отчёт (прилагается)») lies beside them.
            for m in _ATTACHED.finditer(text, part.start, part.stop) if kind(resolution) != "minutes" else ():
                yield Span(*m.span()), None
            for span, numbers in named(text, part):
                announces = _GIVES if act(decision) == "amend" else _ANNOUNCES
                before = text[max(part.start, span.start - 20) : span.start]
                if not announces.search(before) or _OF_ANOTHER.match(text, span.stop):
                    continue
                for number in numbers or (None,):
                    if number not in seen:
                        seen.add(number)
                        yield span, number


def _follows_much(resolution: Resolution) -> bool:
    last = max((d.span.stop for d in resolution.decisions), default=0)
    return len(resolution.source.text) - last > _TEXT_OF_AN_ANNEX
