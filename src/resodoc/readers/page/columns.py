"""The order of reading: a page's rows → lines one below the other, columns and address blocks taken apart.

Rows are cut at gaps that are no mere stretched spaces. Where cut rows share a gutter, either the two sides are read
one after the other (text columns, a letterhead beside an addressee) or each row is one line with a TAB in the gap
(a signature, a date and a place, a list of those present).
"""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from resodoc.readers.page.lines import GUTTER, LABEL, line
from resodoc.readers.page.printed import Line, Strip, Word, bounds
from resodoc.readers.page.rows import Row

_LISTED = re.compile(
    r"(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][\w-]+$|[А-ЯЁ][\w-]+(?:\s[А-ЯЁ]\.){1,2}$|[А-ЯЁ][\w-]+\s(?:[А-ЯЁ]\.){2}$"
    r"|[А-ЯЁ][\w-]+\s[А-ЯЁ]\w+\s[А-ЯЁ]\w+(?:вич|вна|ична|ьич)$|[-–—]\s"
)
_FIGURE = re.compile(r"\W*\d")
# In heights of a line. A stretched space of justified text stays under _WIDE, or under _TIMES its neighbours;
# what is over _HUGE is a gap whatever its neighbours are.
_WIDE, _TIMES, _HUGE = 1.8, 3.0, 4.5
_NEAR = 1.8  # the most white between two lines of one block
_UNEVEN, _SAME_LEVEL = 0.3, 0.6  # what two lines share that stand side by side; that are one row
_ENDLESS = 10_000.0
_EDGE = 2.0  # points that the left edges of one column's lines may differ
_MIN_COLUMN_ROWS, _MAX_COLUMNS = 6, 4
_LOOK_AHEAD = 12  # rows of a left block that begins above its right neighbour
_NARROW = 0.15  # a side narrower than this part of the other holds numbers, not text


def strips(found: Sequence[Row], page: int) -> tuple[Strip, ...]:
    """The rows of a page cut into what stands side by side."""
    cuts = _gutters(found)
    return tuple(_strip(row, page, cuts) for row in found)


def ordered(strips: Sequence[Strip]) -> list[Line]:
    """The lines of `strips` in the order of reading; lines of a column have its edges as `left` and `right`,
    others 0."""
    out: list[Line] = []
    gaps = [_gap(strips, i) for i in range(len(strips))]
    at = 0
    while at < len(strips):
        region, gutter = _region(strips, at, gaps)
        if gutter and _are_columns(region, gutter):
            out += _column(region, -math.inf, gutter) + _column(region, gutter, math.inf)
        else:
            out += map(_one, _level(region))
        at += len(region)
    return out


# ── cutting rows ─────────────────────────────────────────────────────────────────────────────────────


def _gutters(found: Sequence[Row]) -> list[float]:
    """Where a gap stands at one place in many rows and few words cross it: the middle of a gutter that is too narrow
    to be told from a stretched space in any single row."""
    gaps = []
    for number, row in enumerate(found):
        least = GUTTER * (row[0].bottom - row[0].top)
        gaps += [(a.x1, b.x0, number) for a, b in pairwise(row) if b.x0 - a.x1 >= least]
    if len(gaps) < _MIN_COLUMN_ROWS:
        return []
    # Of all places, the one that most gaps share: a sweep from left to right over where gaps begin and end.
    ends = sorted([(a, 1) for a, _, _ in gaps] + [(b, -1) for _, b, _ in gaps])
    open_here = list(accumulate(step for _, step in ends))
    best = max(range(len(ends) - 1), key=open_here.__getitem__)
    middle = (ends[best][0] + ends[best + 1][0]) / 2
    voters = [number for a, b, number in gaps if a < middle < b]
    if len(voters) < _MIN_COLUMN_ROWS:
        return []
    between = found[voters[0] : voters[-1] + 1]
    crossing = sum(any(w.x0 < middle < w.x1 for w in row) or _close_at(row, middle) for row in between)
    return [middle] if len(voters) >= 3 * crossing else []


def _close_at(row: Row, x: float) -> bool:
    """Whether `x` falls into an ordinary space between two words."""
    return any(a.x1 <= x <= b.x0 and b.x0 - a.x1 < GUTTER * (a.bottom - a.top) for a, b in pairwise(row))


def _strip(row: Row, page: int, cuts: Sequence[float]) -> Strip:
    """`row` cut at the gutters `cuts`, and at gaps that are no stretched spaces."""
    height = row[0].bottom - row[0].top
    parts = [row]
    if cuts:
        wide = GUTTER * height
        parts = _split(row, lambda a, b: b.x0 - a.x1 >= wide and any(a.x1 < x < b.x0 for x in cuts))
    return tuple(line(piece, page) for part in parts for piece in _pieces(part, height))


def _pieces(words: Row, height: float) -> list[Row]:
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    if not gaps or max(gaps) <= _WIDE * height:
        return [words]
    if len(gaps) > 1 and min(gaps) > 0.5 * max(gaps):  # a few words, stretched alike over the line
        return [words]
    usual = statistics.median_low(gaps) if len(gaps) > 1 else _HUGE * height
    limit = min(max(_WIDE * height, _TIMES * usual), _HUGE * height)
    return _split(words, lambda a, b: b.x0 - a.x1 > limit)


def _split(words: Row, between: Callable[[Word, Word], bool]) -> list[Row]:
    out: list[Row] = [[words[0]]]
    for a, b in pairwise(words):
        if between(a, b):
            out.append([])
        out[-1].append(b)
    return out


# ── rows side by side ────────────────────────────────────────────────────────────────────────────────


Gap = tuple[float, float]


def _region(strips: Sequence[Strip], at: int, gaps: Sequence[Gap | None]) -> tuple[list[Strip], float | None]:
    """The rows from `at` on that share a gutter, and its middle; the row at `at` alone when none begins there.
    `gaps` has the widest gap in each row."""
    first = next((i for i in range(at, min(at + _LOOK_AHEAD, len(strips))) if gaps[i]), None)
    if first is None:
        return [strips[at]], None
    left, right = gaps[first] or (0.0, 0.0)
    found = {first: strips[first]}
    for i in [*range(first - 1, at - 1, -1), *range(first + 1, len(strips))]:
        near = _near(strips[i], strips[i + 1] if i < first else strips[i - 1])
        strip = _cut(strips[i], right)
        narrowed = _narrowed(strip, left, right) if near else None
        if narrowed is None and i < first:
            return [strips[at]], None
        if narrowed is None:
            break
        (left, right), found[i] = narrowed, strip
    return [found[i] for i in sorted(found)], (left + right) / 2


def _cut(strip: Strip, right: float) -> Strip:
    """`strip` cut before a word that stands where the right side of the gutter begins, however narrow the gap is."""
    for at, piece in enumerate(strip):
        for i, (a, b) in enumerate(pairwise(piece.words), 1):
            if abs(b.x0 - right) < _EDGE and b.x0 - a.x1 >= GUTTER * piece.height:
                halves = line(piece.words[:i], piece.page), line(piece.words[i:], piece.page)
                return (*strip[:at], *halves, *strip[at + 1 :])
    return strip


def _gap(strips: Sequence[Strip], at: int) -> Gap | None:
    """The widest gap in a row, or between it and the next when the two stand side by side at uneven heights."""
    pieces = list(strips[at])
    if len(pieces) == 1:
        below = strips[at + 1] if at + 1 < len(strips) else ()
        if not below or below[0].box[1] >= pieces[0].box[3] - _UNEVEN * pieces[0].height:
            return None
        pieces = sorted([*pieces, *below], key=lambda p: p.box[0])
    gaps = [(a.box[2], b.box[0]) for a, b in pairwise(pieces) if b.box[0] > a.box[2]]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _near(strip: Strip, other: Strip) -> bool:
    upper, lower = sorted((strip[0].box, other[0].box), key=lambda box: box[1])
    return lower[1] - upper[3] < _NEAR * (upper[3] - upper[1])


def _narrowed(strip: Strip, left: float, right: float) -> tuple[float, float] | None:
    """What `strip` leaves of the gutter left..right; None when it crosses it."""
    middle = (left + right) / 2
    left = max([left, *(p.box[2] for p in strip if p.box[0] < middle)])
    right = min([right, *(p.box[0] for p in strip if p.box[0] >= middle)])
    return (left, right) if right - left >= GUTTER * strip[0].height else None


def _are_columns(strips: Sequence[Strip], gutter: float) -> bool:
    """Whether the two sides are read one after the other: both are blocks of text, neither is a list of names, of
    figures, or of what begins with a dash."""
    sides = [[p for s in strips for p in s if (p.box[0] >= gutter) == right] for right in (False, True)]
    if min(map(len, sides)) < 2 or max(map(len, strips)) > _MAX_COLUMNS:
        return False
    widest = max(p.width for side in sides for p in side)
    for side in sides:
        listed = sum(bool(_LISTED.match(p.text)) for p in side)
        if 2 * listed >= len(side) or all(_FIGURE.match(p.text) for p in side):
            return False
        if max(p.width for p in side) < _NARROW * widest or (len(side) < len(strips) and _scattered(side)):
            return False
    return True


def _scattered(side: Sequence[Line]) -> bool:
    """Whether lines stand apart as the first lines of table rows do, not one below the other as in a block."""
    steps = [b.box[1] - a.box[1] for a, b in pairwise(side)]
    return statistics.median_high(steps) > _NEAR * side[0].height


def _column(strips: Sequence[Strip], x0: float, x1: float) -> list[Line]:
    """The lines between `x0` and `x1`, with the edges of their column."""
    own = [tuple(p for p in s if x0 <= p.box[0] < x1) for s in strips]
    own = [s for s in own if s]
    left, _, right, _ = bounds([p.box for s in own for p in s])
    if len(own) < _MIN_COLUMN_ROWS:
        right = _ENDLESS  # lines set by hand: each was ended on purpose, not by the column's edge
    return [ln.set_in(left, right) for ln in ordered(own)]


def _level(strips: Sequence[Strip]) -> list[Strip]:
    """`strips` with those put together that stand beside each other at nearly one height."""
    out: list[Strip] = []
    for strip in strips:
        box = strip[0].box
        if out and out[-1][0].box[3] - box[1] > _SAME_LEVEL * (box[3] - box[1]):
            out[-1] = tuple(sorted([*out[-1], *strip], key=lambda p: p.box[0]))
        else:
            out.append(strip)
    return out


def _one(strip: Strip) -> Line:
    """One line of what stands in one row: a label goes on with a space, anything else with a TAB."""
    if len(strip) == 1:
        return strip[0]
    text, hang = strip[0].text, strip[0].hang
    for before, piece in pairwise(strip):
        text += (" " if before is strip[0] and LABEL.match(before.text) else "\t") + piece.text
        hang = piece.box[0]
    return replace(strip[0], text=text, hang=hang, box=bounds([p.box for p in strip]), words=())
