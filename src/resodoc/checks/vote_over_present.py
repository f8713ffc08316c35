"""More votes than there were people to vote.

Votes by shares or square metres, by proxy or in writing count no heads, and are not held against those present.

PASS:
    ПРОТОКОЛ № 4
    заседания правления
    Присутствовали: 5 человек.
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    Голосовали: за – 4, против – 1, воздержались – нет.
PASS:
    ПРОТОКОЛ
    общего собрания собственников
    Присутствовали: 12 человек, им принадлежит 840 кв. м.
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    Голосовали: за – 790, против – 50.
PASS:
    ПРОТОКОЛ № 4
    оперативного совещания
    Присутствовали – 12.
    РЕШИЛИ:
    1. Утвердить смету.
    Голосовали: за – 12.
FAIL:
    ПРОТОКОЛ № 4
    заседания правления
    Из 9 членов правления присутствуют 7.
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    Голосовали: [[за – 6, против – 1, воздержались – 1]].
FAIL:
    ПРОТОКОЛ № 4
    заседания правления
    Присутствовали: Орлов П.П., Зимин К.А., Белых Т.П.
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    Голосовали: [[за – 5, против – 0]].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Vote

from .places import folded, kind
from .present import present, votes
from .settings import Settings

ID = "vote-over-present"
LEVEL = "warning"

_NOT_HEADS = re.compile(r"балл|\d[.,]\d")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    there = present(resolution) if kind(resolution) == "minutes" else None
    text = folded(resolution.source.text)
    for decision, found in votes(resolution) if there else ():
        told = text[found.span.start : found.span.stop + 1]
        cast = _cast(found.value)
        if cast > there and not _NOT_HEADS.search(told):
            values = (("votes", str(cast)), ("present", str(there)))
            yield Finding(ID, LEVEL, found.span, values, decision.id)


def _cast(vote: Vote) -> int:
    return sum(count or 0 for count in (vote.for_, vote.against, vote.abstained))
