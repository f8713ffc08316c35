"""Rows between the two halves of a sentence that a page's end cuts: a running head or foot that no other page repeats, or
a stamp at the foot of the page. Words prove it where repetition cannot.

A line in the middle of a paragraph is full, and the next one begins at the paragraph's edge, in type of the same size.
What stands between two lines that go on so, and could be no such line itself, is none of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from resodoc.readers import hyphens
from resodoc.readers.page.layout import LABEL
from resodoc.readers.page.lines import ENDED
from resodoc.readers.page.placing import same_edge, would_fit
from resodoc.readers.page.printed import Line, Strip

_DEPTH, _NEAR = 4, 10  # rows that may stand between; rows on either side that show where lines end
_MAX_INDENT = 6.0  # heights, of a paragraph's first line
_SAME_SIZE = 0.92  # of the greater height
# What ends a sentence or a list's entry, or marks an annex, is text wherever it stands; so is a footnote.
_TEXT = re.compile(r"__|.*[.,:;]$|приложение\b", re.I)
_FOOTNOTE = re.compile(r"(?:\d{1,2}|\*+|[¹²³⁰-⁹]+)[ )]*[^\W\d]")

Repeated = Callable[[Strip], bool]


def between(above: Sequence[Strip], below: Sequence[Strip], repeated: Repeated) -> tuple[int, int]:
    """How many rows at the foot of a page and at the head of the next one cut a sentence; `repeated` says whether other
    pages have a row at the same height."""
    near = [strip[-1] for strip in (*above[-_NEAR:], *below[:_NEAR])]
    for depth in range(min(_DEPTH, len(above) + len(below) - 2) + 1):
        for feet in range(max(0, depth - len(below) + 1), min(depth, len(above) - 1) + 1):
            last, line = above[-1 - feet], below[depth - feet]
            if not _may_go_on(last, line):
                continue
            right = max(piece.box[2] for piece in near if _same_size(piece, line[0]))
            if would_fit(last[0], line[0], right - last[0].box[2]):
                continue
            rows = [*above[len(above) - feet :], *below[: depth - feet]]
            foreign = all(_is_foreign(row, line[0], right, repeated, depth) for row in rows)
            noted = any(_FOOTNOTE.match(row[0].text) for row in rows[:feet])
            return (feet, depth - feet) if foreign and not noted else (0, 0)
    return 0, 0


def _may_go_on(above: Strip, below: Strip) -> bool:
    """Whether a sentence may go on from one row, if it is full, to the other."""
    if len(above) > 1 or len(below) > 1:
        return False
    (last,), (line,) = above, below
    broken = last.text.endswith(hyphens.HYPHENS)
    if not (line.text[0].islower() or broken) or ENDED.search(last.text) or not _same_size(last, line):
        return False
    if not same_edge(last.box[0], line.box[0], line) and abs(_middle(last) - _middle(line)) < 1:
        return False  # a heading
    outermost = max(last.box[0], last.hang or 0.0)
    return line.box[0] <= outermost or same_edge(outermost, line.box[0], line)


def _is_foreign(row: Strip, line: Line, right: float, repeated: Repeated, depth: int) -> bool:
    """Whether `row` is no line of the paragraph that goes on with `line`."""
    text = " ".join(piece.text for piece in row)
    if _TEXT.match(text) or LABEL.match(text):
        return False
    if row[0].confidence is None and row[0].height < _SAME_SIZE * line.height:
        return True  # recognised words have the height of their ink
    if text[0].islower():
        return False
    if repeated(row):
        return True
    return depth == 1 and len(row) == 1 and _is_set_apart(row[0], line, right)


def _is_set_apart(row: Line, line: Line, right: float) -> bool:
    """Whether a row begins where neither a line nor the first line of a paragraph does: in the middle, or at the right; or
    ends where the next line's first word had room."""
    indent, room = row.box[0] - line.box[0], right - row.box[2]
    if same_edge(row.box[0], line.box[0], line):
        return False
    centred = abs(indent - room) <= 0.5 * line.height
    return centred or indent > _MAX_INDENT * line.height or would_fit(row, line, room)


def _same_size(a: Line, b: Line) -> bool:
    return min(a.height, b.height) > _SAME_SIZE * max(a.height, b.height)


def _middle(line: Line) -> float:
    return (line.box[0] + line.box[2]) / 2
