"""How a text names its annexes: «приложение № 2», «приложениям 1, 2 и 3», «приложения 1-4»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Resolution, Span

from .places import folded

_ONE = r"(?:№ ?|n ?)?\d{1,2}(?!\d|\.\d)"
_NAMED = re.compile(
    rf"(?<!\w)приложени[а-я]{{1,3}}(?: ?(?P<list>{_ONE}(?:(?:, ?| и | ?- ?){_ONE}){{0,9}}))?(?!\w)"
)
_NUMBER_OR_DASH = re.compile(r"\d{1,2}|-")
_MAX_RANGE = 50

Numbers = tuple[str, ...]


def named(text: str, span: Span) -> Iterator[tuple[Span, Numbers]]:
    """Where folded `text` names annexes, and which; no numbers: «приложение»."""
    for m in _NAMED.finditer(text, span.start, span.stop):
        yield Span(*m.span()), _numbers(m["list"] or "")


def heads(resolution: Resolution) -> Iterator[tuple[Span, str | None]]:
    """Where the document's annexes are headed («Приложение № 2», «УТВЕРЖДЕН»), with the number where it is printed."""
    text = folded(resolution.source.text)
    for block in resolution.blocks:
        # What opens with a quotation mark is another act's annex in its new wording.
        if block.kind == "annex" and block.rule and text[block.span.start] != '"':
            m = _NAMED.match(text, block.span.start, block.span.stop)
            numbers = _numbers(m["list"] or "") if m else ()
            yield Span(*m.span()) if m else block.span, numbers[0] if numbers else None


def _numbers(listed: str) -> Numbers:
    out: list[int] = []
    ranged = False
    for token in _NUMBER_OR_DASH.findall(listed):
        if token == "-":
            ranged = True
        else:
            number = int(token)
            first = out[-1] + 1 if ranged and out else number
            out += range(first, number + 1) if number - first < _MAX_RANGE else [number]
            ranged = False
    return tuple(map(str, out))
