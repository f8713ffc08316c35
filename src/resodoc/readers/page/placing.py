"""How two printed lines stand to each other: the geometry that paragraphs are told by."""

from __future__ import annotations

from resodoc.readers import hyphens
from resodoc.readers.page.printed import Line

SAME_EDGE = 0.35  # heights that two edges may differ and still be one
_SPACE, _SLACK = 0.2, 0.3  # heights: of a space at least; that a line may end short of its column's edge


def same_edge(a: float | None, b: float, line: Line) -> bool:
    return a is not None and abs(a - b) <= SAME_EDGE * line.height


def below(x: float, left: float, line: Line) -> bool:
    """Whether a line begins at the place `x` of a column that begins at `left`; the next page's text may begin elsewhere,
    or only seem to where no line reaches its edge."""
    return same_edge(x, line.box[0], line) or same_edge(x - left, line.indent, line)


def same_block(a: Line, b: Line) -> bool:
    """Whether two lines have their left edge, their right edge or their middle in common."""
    pairs = ((a.box[0], b.box[0]), (a.box[2], b.box[2]), (sum(a.box[::2]) / 2, sum(b.box[::2]) / 2))
    return any(same_edge(x, y, b) for x, y in pairs)


def symmetric(line: Line) -> bool:
    return abs(line.indent - (line.right - line.box[2])) <= max(
        0.04 * (line.right - line.left), 0.5 * line.height
    )


def moved(last: Line, line: Line) -> bool:
    """Whether `line` is the first of a new page or column."""
    return last.page != line.page or line.box[1] <= last.box[1]


def would_fit(last: Line, line: Line, room: float) -> bool:
    """Whether the first word of `line` had room on the line before: then that line was ended on purpose."""
    if last.text.endswith(hyphens.HYPHENS):
        return False
    return _SPACE * last.height + line.first < room - _SLACK * last.height
