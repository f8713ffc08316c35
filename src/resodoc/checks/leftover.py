"""What a writer meant to fill in later: «____», «ХХ», «TODO», «(уточнить)».

Places for a signature, forms in annexes, and the date and number that a draft gets when it is signed are none.

PASS:
    РЕШЕНИЕ
    от «___» ________ 2024 г. № ____
    РЕШИЛИ:
    1. Провести XX съезд пчеловодов.
    Председатель ____________ П.П. Орлов
FAIL:
    РЕШЕНИЕ
    от «___» ________ 2024 г. № ____
    РЕШИЛИ:
    1. Выделить на съезд [[_______]] рублей по смете № [[ХХ]].
    2. Провести съезд [[ХХ]] мая 2024 г. в зале [[(уточнить)]]. [[TODO]]
    Председатель ____________ П.П. Орлов
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .days import MONTH
from .places import folded, is_final, worst_in_draft
from .settings import Settings

ID = "leftover"
LEVEL = "error"

_LINE = r"_{3,}(?:[^\w\n]{0,4}(?:№|n|20|от|г|года)?[^\w\n]{0,3}_{2,}){0,6}"
# «ХХ» stands for a number; «XX съезд» is one.
_CROSSES = (
    r"(?<=№ )[хx]{2,}|(?<=№)[хx]{2,}|[хx]{2,}\.[хx]{2,}(?:\.[хx\d]{2,4})?|20[хx_]{2}"
    rf"|[хx]{{2,}}(?= ?(?:%|руб|тыс|млн|процент|человек|\"? {MONTH}(?!\w)))"
)
_NOTE = r"уточнить|указать|вставить|вписать|дописать|проверить|нужное подчеркнуть|фио|дата|сумма|номер"
_LEFT = re.compile(
    rf"{_LINE}|(?<!\w)(?:todo|fixme|tbd)(?!\w)|\?{{3,}}|(?:\.\.\.|…){{3,}}|(?<!\w)(?:{_CROSSES})(?!\w)"
    rf"|[(\[<]\s?(?:{_NOTE})(?:[ ,:][^()\[\]<>\n]{{0,60}})?[)\]>]"
)
_SEPARATOR = re.compile(r"(?<![^\n])_{40,}\s*(?:\n|$)")
_ANNEX_HEAD = re.compile(r"(?:^|\n)[^\n]{0,120}?(?P<blank>(?<!\w)от [«\"]?_{2,}[^\n]{0,40}№ ?_{2,})")
_ANNEX_HEAD_LENGTH = 500


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = folded(resolution.source.text)
    for area, decision in _areas(resolution):
        for m in _LEFT.finditer(text, area.start, area.stop):
            if not _SEPARATOR.match(text, m.start()):
                yield Finding(ID, worst_in_draft(resolution), Span(*m.span()), decision=decision)
    for span in _undated_annexes(resolution, text):
        yield Finding(ID, worst_in_draft(resolution), span)


def _areas(resolution: Resolution) -> Iterator[tuple[Span, str | None]]:
    """Where nothing may be left open; blanks that are reported as an owner's or a deadline's are cut out."""
    for decision in resolution.decisions:
        blanks = [f.span for f in decision.deadlines if f.value and f.value.kind == "blank"]
        blanks += [decision.owner_blank] if decision.owner_blank else []
        for part in decision.parts:
            if not any(part.overlaps(blank) for blank in blanks):
                yield part, decision.id
    for span in resolution.preamble:
        yield span, None


def _undated_annexes(resolution: Resolution, text: str) -> Iterator[Span]:
    """«Приложение к приказу от ____ № ____» of an act that has its date and number."""
    for annex in resolution.annexes if is_final(resolution) else ():
        stop = min(annex.span.stop, annex.span.start + _ANNEX_HEAD_LENGTH)
        yield from (Span(*m.span("blank")) for m in _ANNEX_HEAD.finditer(text, annex.span.start, stop))
