"""Stamps on a page: that a document was registered, received, agreed or signed electronically. They are none of its text."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence

from resodoc.model import Box
from resodoc.readers.page.printed import Page, Word, bounds, inside

_FRAME = 0.55  # of the text's width: a narrower frame with text beside it is a stamp
_MAX_FRAMES = 50
_SIGNED = re.compile(r"электронн\w+\s+подпис|сертификат", re.I)
# The first word of a stamp, on the first sheet (ГОСТ Р 7.0.97-2016, 5.20, 5.28); one of its own font is smaller than the text.
_OPENS = re.compile(r"(?:согласован|зарегистрирован|получен)[оа]?:?|вх\.", re.I)
_SMALLER, _SAME_SIZE = 0.8, 0.92  # of the text's height; of another word's
_MAX_STAMPS, _MAX_WORDS = 5, 40
_NEAR = 1.5  # heights from one word of a stamp to the next, across or down


def without_stamps(page: Page) -> tuple[list[Word], list[str]]:
    """The words that stand in no table and no stamp, and the text of each stamp: a narrow frame with text beside it, the mark
    of an electronic signature, or a few lines in smaller type on the first page that say what they are."""
    words = list(page.words)
    for grid in page.grids:
        words = [w for w in words if not inside(w[1:5], grid.box)]
    stamps = []
    for frame in page.frames[:_MAX_FRAMES] if words else ():
        within = [w for w in words if inside(w[1:5], frame)]
        text = " ".join(w.text for w in within)
        if len(within) > 1 and (_SIGNED.search(text) or _stands_beside(frame, words)):
            stamps.append(text)
            words = [w for w in words if not inside(w[1:5], frame)]
    for block in _unframed(words) if page.number == 1 else ():
        stamps.append(" ".join(w.text for w in block))
        words = [w for w in words if w not in block]
    return words, stamps


def _stands_beside(frame: Box, words: Sequence[Word]) -> bool:
    left, _, right, _ = bounds([w[1:5] for w in words])
    beside = any(frame[1] < (w.top + w.bottom) / 2 < frame[3] for w in words if not inside(w[1:5], frame))
    return beside and frame[2] - frame[0] < _FRAME * (right - left)


def _unframed(words: Sequence[Word]) -> list[list[Word]]:
    """The stamps that have no frame, each as its words."""
    openings = [w for w in words if _OPENS.fullmatch(w.text)][:_MAX_STAMPS]
    if not openings:
        return []
    usual = statistics.median(w.bottom - w.top for w in words)
    found: list[list[Word]] = []
    for opening in openings:
        if opening.bottom - opening.top < _SMALLER * usual and not any(opening in block for block in found):
            found.append(_block(opening, words))
    return [block for block in found if 1 < len(block) <= _MAX_WORDS]


def _block(opening: Word, words: Sequence[Word]) -> list[Word]:
    """The words of one size that stand close together from `opening` on, beside and below it."""
    height = opening.bottom - opening.top
    rest = [
        w
        for w in words
        if w is not opening
        and w.top >= opening.top - height / 2
        and _SAME_SIZE * height <= w.bottom - w.top <= height / _SAME_SIZE
    ]
    block = [opening]
    for word in block:  # it grows while it is walked through
        if len(block) > _MAX_WORDS:
            break
        near = [w for w in rest if _gap(word, w) <= _NEAR * height]
        rest = [w for w in rest if w not in near]
        block += near
    return block


def _gap(a: Word, b: Word) -> float:
    """Points of white between two words, across or down, whichever is more."""
    return max(a.x0 - b.x1, b.x0 - a.x1, a.top - b.bottom, b.top - a.bottom)
