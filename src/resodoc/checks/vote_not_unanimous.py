"""A vote that is called unanimous beside votes against or abstained.

PASS:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    Голосовали: за – 7, против – нет, воздержались – нет. Принято единогласно.
    2. Утвердить график.
    Голосовали: за – 6, против – 1. Решение принято.
FAIL:
    ПРОТОКОЛ № 4
    РЕШИЛИ:
    1. Утвердить смету.
    Голосовали: за – 6, против – 1, воздержались – нет. Принято [[единогласно]].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .places import folded, worst_in_draft
from .present import votes
from .settings import Settings

ID = "vote-not-unanimous"
LEVEL = "error"

_UNANIMOUS = re.compile(r"единогласно|единодушно")
# What else was voted on may be what the word is said of.
_OF_ANOTHER = re.compile(r"предложени|редакци|поправк|кандидат|вопрос|повестк|пункт")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text = folded(resolution.source.text)
    for decision, found in votes(resolution):
        vote, span = found.value, found.span
        word = _UNANIMOUS.search(text, span.start, span.stop)
        doubted = vote.unanimous and (vote.against or vote.abstained)
        if doubted and word and not _OF_ANOTHER.search(text, span.start, span.stop):
            yield Finding(ID, worst_in_draft(resolution), Span(*word.span()), (), decision.id)
