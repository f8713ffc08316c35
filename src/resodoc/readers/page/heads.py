"""Running heads, running feet and page numbers: rows at a page's edge that other pages repeat at the same height, or that
cut a sentence in two.

Rows are only ever taken from the edge inwards: the same words within the text are never touched.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from resodoc.readers.page.between import between
from resodoc.readers.page.printed import Sheet, Strip
from resodoc.readers.page.repeated import DRIFT, Repeated, distance, key, text

_SAME_PLACE = 2.0  # points by which two heads, or the first rows of two texts, may differ
_SMALLER = 0.92  # of the text's height

Cut = list[int]
"""Where the rows of a page's text begin and end."""


class _Head(NamedTuple):
    """A row that is proven to be none of the text: what it says, how far it stands from its edge, how high its type is,
    and where the text below begins."""

    foot: bool
    key: str
    distance: float
    height: float
    text: float


def strip(sheets: Sequence[Sheet]) -> tuple[list[Sequence[Strip]], list[str]]:
    """The rows of each page without heads, feet and page numbers, and the words that were left out, each once."""
    seen = Repeated(sheets)
    cuts = [seen.cut(sheet) for sheet in sheets]
    _cut_sentences(sheets, cuts, seen)
    left_out: dict[str, str] = {}
    for sheet, (top, bottom) in zip(sheets, cuts, strict=True):
        for row in sheet.strips[:top] + sheet.strips[bottom:]:
            left_out.setdefault(key(row), text(row))
    kept = [sheet.strips[top:bottom] for sheet, (top, bottom) in zip(sheets, cuts, strict=True)]
    return kept, [said for key, said in left_out.items() if not key.isdecimal()]


def _cut_sentences(sheets: Sequence[Sheet], cuts: Sequence[Cut], seen: Repeated) -> None:
    """Cut off what stands between the two halves of a sentence, and then what is like it on other pages."""
    proven: list[_Head] = []
    for (upper, above), (lower, below) in pairwise(zip(sheets, cuts, strict=True)):
        if upper.page.grids or lower.page.grids:  # the row of a table may stand between
            continue
        feet, tops = between(upper.strips[slice(*above)], lower.strips[slice(*below)], seen.recurs)
        above[1] -= feet
        below[0] += tops
        proven += [_head(upper, row, above, True) for row in upper.strips[above[1] :][:feet]]
        proven += [_head(lower, row, below, False) for row in lower.strips[below[0] - tops : below[0]]]
    for sheet, cut in zip(sheets, cuts, strict=True) if proven else ():
        while cut[1] - cut[0] > 1 and any(_is_like(head, sheet, cut) for head in proven if not head.foot):
            cut[0] += 1
        while cut[1] - cut[0] > 1 and any(_is_like(head, sheet, cut) for head in proven if head.foot):
            cut[1] -= 1


def _head(sheet: Sheet, row: Strip, cut: Cut, foot: bool) -> _Head:
    begins = sheet.strips[cut[0]][0].box[1]
    return _Head(foot, key(row), distance(sheet.page, row, foot), row[0].height, begins)


def _is_like(head: _Head, sheet: Sheet, cut: Cut) -> bool:
    """Whether the outermost row of a page says at nearly the same height what `head` says; or whether it stands, in smaller
    type, just where `head` does, over a text that begins at the same height."""
    row = sheet.strips[cut[1] - 1 if head.foot else cut[0]]
    off = abs(distance(sheet.page, row, head.foot) - head.distance)
    if key(row) == head.key:
        return off <= DRIFT
    text = sheet.strips[cut[0] + 1][0]
    placed = off <= _SAME_PLACE and abs(text.box[1] - head.text) <= _SAME_PLACE
    alike = abs(row[0].height - head.height) < 1 and row[0].height < _SMALLER * text.height
    return not head.foot and placed and alike
