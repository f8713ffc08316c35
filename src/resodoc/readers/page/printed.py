"""What stands printed on a page, whoever saw it first: pdfium's text layer or Tesseract.

All boxes are in points from the top left corner of the *upright* page: a page scanned or composed sideways has been
turned, and `Page.on_paper` leads back to the page as a viewer shows it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from resodoc.model import Box


class Word(NamedTuple):
    """Characters without a space between them. `top` and `bottom` are the font's ascent and descent, not the ink's,
    so that words of one line have one height. `confidence` in 0..1 when it was recognised from an image."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    bold: bool = False
    confidence: float | None = None


@dataclass(slots=True)
class Line:
    """One printed line, or what stands of it in one column; `text` has a TAB where a wide gap parts two pieces.

    `first` is the width of its first word. `hang` is where the text begins after a label or the last TAB, the indent that a
    hanging paragraph goes on at. `words` are kept where there are gaps that a column's edge may come to lie in.
    `left` and `right`, the edges of the column that it was set in, `number`, counted on its page, and `footnote` are
    filled in once the whole page is known.
    """

    text: str
    box: Box
    height: float
    page: int
    first: float
    bold: bool = False
    confidence: float | None = None
    hang: float | None = None
    words: tuple[Word, ...] = ()
    left: float = 0.0
    right: float = 0.0
    number: int = 0
    footnote: bool = False

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def indent(self) -> float:
        """Points from the column's left edge."""
        return self.box[0] - self.left

    def set_in(self, left: float, right: float) -> Line:
        """The line itself, with the edges of its column unless it has them."""
        if not self.right:
            self.left, self.right = left, right
        return self


Strip = tuple[Line, ...]
"""What stands side by side in one row, from left to right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table, as wide as `box`."""

    box: Box
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on one page. A row of one cell runs across the whole width; a cell that covers several rows or
    columns stands in each of them."""

    box: Box
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page turned upright and levelled. `turn` is how many quarter turns clockwise brought it there from the page as
    shown, `slope` how many points a line of its scan sank for each point to the right."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    grids: tuple[Grid, ...] = ()
    frames: tuple[Box, ...] = ()
    marks: tuple[str, ...] = ()
    turn: int = 0
    slope: float = 0.0

    def on_paper(self, box: Box) -> Box:
        """Where `box` lies on the page as a viewer shows it."""
        if self.slope:
            corners = ((x, y) for x in box[::2] for y in box[1::2])
            box = bounds((x, y, x, y) for x, y in (levelled(x, y, -self.slope) for x, y in corners))
        x0, top, x1, bottom = turned(box, self.width, self.height, -self.turn)
        return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page whose words have become rows, from top to bottom; those in tables and stamps are not among them."""

    page: Page
    strips: tuple[Strip, ...]


def levelled(x: float, y: float, slope: float) -> tuple[float, float]:
    """Where a point lies once lines that sink by `slope` are level: a turn about the corner, which `-slope` takes back."""
    away = math.hypot(1, slope)
    return (x + slope * y) / away, (y - slope * x) / away


def turned(box: Box, width: float, height: float, quarters: int) -> Box:
    """`box` of a page of that size after the page is turned clockwise by so many quarters."""
    for _ in range(quarters % 4):
        x0, top, x1, bottom = box
        box = (height - bottom, x0, height - top, x1)
        width, height = height, width
    return box


def bounds(boxes: Iterable[Sequence[float]]) -> Box:
    """The smallest box around `boxes`, of which there is at least one."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def inside(box: Sequence[float], outer: Sequence[float]) -> bool:
    """Whether the middle of `box` lies in `outer`."""
    return outer[0] <= (box[0] + box[2]) / 2 <= outer[2] and outer[1] <= (box[1] + box[3]) / 2 <= outer[3]
