"""A quotation mark without its partner.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Утвердить положение «О смотре «Лучший двор» и порядок "Уборка".
    2. Пункт 3 изложить в следующей редакции:
    «3. Смотр проводится в мае.
    Итоги подводит комиссия.».
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Утвердить положение о смотре Лучший двор[[»]].
    2. Утвердить программу [[«]]Чистый город на 2024 год.
"""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Span

from .pairs import unmatched
from .places import operative
from .settings import Settings

ID = "quotes-unmatched"
LEVEL = "warning"

_OPENING, _CLOSING = "«„", "»”"
_EITHER = '"“‟'
_ENDS_WORDS = ".,!?…%)]»”"


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    for at in unmatched(resolution.source.text, operative(resolution), _side, shared=True):
        span = Span(at, at + 1)
        yield Finding(ID, LEVEL, span)


def _side(text: str, at: int, is_open: bool) -> str | None:
    char = text[at]
    if char in _OPENING:
        return "open"
    if char in _CLOSING:
        return "close"
    if char not in _EITHER:
        return None
    before, behind = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    if (behind.isalnum() or behind in '«"') and not (before.isalnum() or before in _ENDS_WORDS):
        return "open"
    if before.isdigit() and not is_open:
        return None  # inches, minutes of arc
    return "close" if is_open or not before.isspace() else "open"
