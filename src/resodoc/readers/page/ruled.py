"""Tables with ruling lines. A cheap look by pdfium says which pages have any; there pdfplumber finds the cells."""

from __future__ import annotations

import ctypes
import io
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from resodoc.model import Box
from resodoc.readers.page import rulings
from resodoc.readers.page.lines import line
from resodoc.readers.page.printed import Cell, Grid, Page, bounds, inside, turned
from resodoc.readers.page.rows import rows

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

# Points: a ruling line is thinner than the first, longer than one of the others.
_THIN, _LONG, _TALL = 3.0, 15.0, 6.0
_BACKGROUND = 0.9  # of the page: a larger area is no frame
_MANY_SEGMENTS = 8  # a single path with more may be a whole table
MAX_PATHS, MAX_CROSSINGS = 5_000, 6_000
_PADDING = 4.0  # points between a cell's border and its text
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class Look:
    """What is drawn on a page: whether tables may be on it, how many paths there are, which of them are frames, and what
    part of the page its largest picture covers."""

    ruled: bool = False
    paths: int = 0
    picture: float = 0.0
    frames: list[Box] = field(default_factory=list)


class _Drawn(NamedTuple):
    """A path or a picture in the file's own coordinates; `segments` is 0 for a picture."""

    x0: float
    y0: float
    x1: float
    y1: float
    segments: int
    nested: bool


def look(page: PdfPage, turn: int) -> Look:
    """A look at what is drawn on a page, in a fraction of the time that reading its text takes; `turn` makes the page as
    shown upright."""
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    quarters = page.get_rotation() // 90 + turn
    out = Look()
    across = down = whole = 0
    for it in _drawn(page):
        wide, high = it.x1 - it.x0, it.y1 - it.y0
        part = wide * high / (width * height or 1.0)
        if not it.segments:
            out.picture = max(out.picture, part)
            continue
        out.paths += 1
        across += high < _THIN and wide > _LONG
        down += wide < _THIN and high > _TALL
        if wide > _LONG and high > _TALL and part < _BACKGROUND:
            whole += 1 + (it.segments > _MANY_SEGMENTS)
            box = (it.x0 - left, top - it.y1, it.x1 - left, top - it.y0)
            out.frames += [] if it.nested else [turned(box, width, height, quarters)]
    out.ruled = (across > 1 and down > 2) or whole > 1
    return out


def _drawn(page: PdfPage) -> Iterator[_Drawn]:
    """What is drawn, at most MAX_PATHS + 1 things, forms (one level of them) looked into. Areas that are filled and not
    outlined are left out: they are backgrounds."""
    from pypdfium2 import raw

    sides = [ctypes.c_float() for _ in range(4)]
    fill, outlined = ctypes.c_int(), ctypes.c_int()
    pending = [
        (raw.FPDFPage_GetObject, page.raw, i) for i in reversed(range(raw.FPDFPage_CountObjects(page.raw)))
    ]
    seen = 0
    while pending and seen <= MAX_PATHS:
        get, parent, index = pending.pop()
        item = get(parent, index)
        kind, nested = raw.FPDFPageObj_GetType(item), parent is not page.raw
        if kind == raw.FPDF_PAGEOBJ_FORM and not nested:
            inner = range(raw.FPDFFormObj_CountObjects(item))
            pending += [(raw.FPDFFormObj_GetObject, item, i) for i in reversed(inner)]
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE) and raw.FPDFPageObj_GetBounds(
            item, *sides
        ):
            seen += 1
            x0, y0, x1, y1 = (side.value for side in sides)
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                yield _Drawn(x0, y0, x1, y1, 0, nested)
                continue
            raw.FPDFPath_GetDrawMode(item, fill, outlined)
            if outlined.value or min(x1 - x0, y1 - y0) < _THIN:
                yield _Drawn(x0, y0, x1, y1, max(1, raw.FPDFPath_CountSegments(item)), nested)


# ── the cells of a page ──────────────────────────────────────────────────────────────────────────────


class Plumber:
    """pdfplumber, opened when the first page needs it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf: Any = None

    def grids(self, page: Page) -> tuple[Grid, ...]:
        """The ruled tables of a page, from top to bottom. Raises TooManyLines, and what a damaged file leads pdfminer into."""
        import pdfplumber

        if self._pdf is None:
            logging.getLogger("pdfminer").setLevel(
                logging.ERROR
            )  # what is wrong with the file is our notes' affair
            self._pdf = pdfplumber.open(io.BytesIO(self._data))
        shown = self._pdf.pages[page.number - 1]
        left, top, right, bottom = shown.cropbox
        try:
            tables = _tables(shown.edges)
        finally:
            shown.close()
        found = ([(x0 - left, y0 - top, x1 - left, y1 - top) for x0, y0, x1, y1 in table] for table in tables)
        return _grids(
            ([turned(c, right - left, bottom - top, page.turn) for c in cells] for cells in found), page
        )


def scanned_grids(image: Image, scale: float, page: Page) -> tuple[Grid, ...]:
    """The ruled tables of a page that was recognised from `image`. Raises TooManyLines."""
    return _grids(_tables(rulings.edges(image, scale, page.slope)), page)


class TooManyLines(Exception):
    """A drawing: looking for tables in it would take too long."""


def _tables(edges: Sequence[dict[str, Any]]) -> list[list[Box]]:
    """The cells of each table that `edges` draw."""
    from pdfplumber import table

    merged = table.merge_edges(edges, *4 * [_THIN])
    merged = [e for e in merged if max(e["x1"] - e["x0"], e["bottom"] - e["top"]) > _TALL]
    across = sum(e["orientation"] == "h" for e in merged)
    if across * (len(merged) - across) > MAX_CROSSINGS:
        raise TooManyLines
    return table.cells_to_tables(
        table.intersections_to_cells(table.edges_to_intersections(merged, _THIN, _THIN))
    )


def _grids(tables: Iterable[Sequence[Box]], page: Page) -> tuple[Grid, ...]:
    found = (_grid(cells, page) for cells in tables)
    return tuple(sorted((grid for grid in found if grid), key=lambda grid: grid.box[1]))


def _grid(boxes: Sequence[Box], page: Page) -> Grid | None:
    """The table that the cells `boxes` make; None when it frames ordinary text: one column, or one cell with words."""
    xs, ys = (
        edges([v for b in boxes for v in (b[0], b[2])]),
        edges([v for b in boxes for v in (b[1], b[3])]),
    )
    cells = {box: _cell(box, page) for box in boxes}
    if len(xs) < 3 or sum(bool(cell.lines) for cell in cells.values()) < 2:
        return None
    found = []
    for y0, y1 in pairwise(ys):
        row = [_covering(boxes, (x0 + x1) / 2, (y0 + y1) / 2) for x0, x1 in pairwise(xs)]
        whole = len(set(row)) == 1 and row[0] is not None
        found.append(tuple(cells[b] if b else Cell(_NOWHERE, ()) for b in (row[:1] if whole else row)))
    return Grid(bounds(boxes), tuple(row for row in found if any(cell.lines for cell in row)))


def edges(values: Sequence[float]) -> list[float]:
    """`values` in order, without those that only repeat one by less than a line's thickness."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _THIN:
            out.append(value)
    return out


def _covering(boxes: Sequence[Box], x: float, y: float) -> Box | None:
    return next((b for b in boxes if b[0] <= x <= b[2] and b[1] <= y <= b[3]), None)


def _cell(box: Box, page: Page) -> Cell:
    left, right = box[0] + _PADDING, box[2] - _PADDING
    found = rows(w for w in page.words if inside(w[1:5], box))
    return Cell(box, tuple(line(r, page.number).set_in(left, right) for r in found))
