"""Where a text quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Span

_MARK = re.compile('[«»„“”"]')
_WORDING = re.compile(r"(?:[:\n]|^)[ \t\u00a0]*\Z")
_BLANKS = 20
"""Blanks looked over between a colon and the wording it announces, at most."""


def quotations(text: str, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
    """The outermost quotations in `text[start:stop]`, marks included, left to right.

    Quotations nest, and one mark often closes two («план «Юг»): in a line that opens more than it closes, a mark
    closes all. Only wording, which opens a line or follows a colon, goes on over the line's end.
    """
    return tuple(_outermost(text, start, len(text) if stop is None else stop))


def _outermost(text: str, start: int, stop: int) -> Iterator[Span]:
    opened, depth, wording, line_stop, unclosed = start, 0, False, -1, 0
    for mark in _MARK.finditer(text, start, stop):
        at = mark.start()
        if at > line_stop:
            if depth and not wording:
                depth = 0
            line_stop, unclosed = _line(text, at, start, stop)
        if _opens(text, at, start):
            if not depth:
                opened, wording = at, bool(_WORDING.search(text, max(start, at - _BLANKS), at))
            depth += 1
        elif depth:
            all_at_once = unclosed > 0 and depth > 1 and not wording
            depth, unclosed = (0, unclosed - depth + 1) if all_at_once else (depth - 1, unclosed)
            if not depth:
                yield Span(opened, at + 1)
    if depth and wording:
        yield Span(opened, stop)


def _line(text: str, at: int, start: int, stop: int) -> tuple[int, int]:
    """Where the line of the mark at `at`, its first, ends, and how many more quotations it opens than it closes."""
    end = text.find("\n", at, stop)
    end = stop if end < 0 else end
    marks = [_opens(text, m.start(), start) for m in _MARK.finditer(text, at, end)]
    return end, 2 * sum(marks) - len(marks)


def _opens(text: str, at: int, start: int) -> bool:
    """Whether the mark at `at` opens: a straight or English one does with a word behind it and none before."""
    if text[at] in "«„":
        return True
    if text[at] == "»":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not (before.isalnum() or before in '.,!?)%»”"') and not after.isspace()
