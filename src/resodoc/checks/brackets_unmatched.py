"""A bracket without its partner. The bracket of a label («1)», «а)») needs none.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Утвердить: 1) смету (приложение 1); 2) график [по кварталам].
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Утвердить смету [[(]]приложение 1.
    2. Утвердить график по кварталам[[)]].
    3. Утвердить состав комиссии, приложение № 2[[)]].
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span
from resodoc.segment.labels import label_of

from .pairs import unmatched
from .places import operative
from .settings import Settings

ID = "brackets-unmatched"
LEVEL = "warning"

_LABEL = re.compile(
    r"(?:^|(?<!№)[\s;,.:«\"(])(?:\d{1,3}(?:\.\d{1,3}){0,3}\.?|[А-Яа-яёA-Za-z]|[IVXivx]{1,5})$"
)
_LABEL_LENGTH = 14


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for at in unmatched(resolution.source.text, operative(resolution), _side, label_of):
        span = Span(at, at + 1)
        yield Finding(ID, LEVEL, span)


def _side(text: str, at: int, is_open: bool) -> str | None:
    if text[at] in "([":
        return "open"
    if text[at] not in ")]":
        return None
    line_start = max(text.rfind("\n", 0, at) + 1, at - _LABEL_LENGTH)
    return None if not is_open and _LABEL.search(text[line_start:at]) else "close"
