"""A document of one decision with the words that a test wants in it."""

from __future__ import annotations

from typing import Any

from resodoc.model import Decision, Resolution, Source, Span
from resodoc.wire import to_dict


def one_decision(words: str) -> dict[str, Any]:
    return to_dict(Resolution(Source("a.txt", "x"), decisions=(Decision("1", words, (Span(0, 1),)),)))
