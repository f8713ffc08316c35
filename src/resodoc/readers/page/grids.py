"""Ruled tables over pages, and their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from resodoc.readers import gridkind
from resodoc.readers.compose import CELL, Composer, Piece
from resodoc.readers.page import layout
from resodoc.readers.page.lines import ENDED
from resodoc.readers.page.printed import Cell, Grid, Line, Page
from resodoc.readers.page.ruled import edges

_SAME_EDGE = 3.0  # points between the edges of one column on two pages
_HEADER_ROWS = 3

Row = list[list[Line]]
"""The lines of each cell."""


def goes_on(grid: Grid, other: Grid) -> bool:
    """Whether `other`, the next thing on the next page, has the columns of `grid`."""
    ours, theirs = (edges([x for row in g.rows for c in row for x in c.box[::2]]) for g in (grid, other))
    return len(ours) == len(theirs) and all(
        abs(a - b) < _SAME_EDGE for a, b in zip(ours, theirs, strict=True)
    )


def together(grids: Sequence[Grid]) -> list[Row]:
    """The rows of a table that runs over pages, as cells of lines: a header that is repeated on a page is dropped, a row or
    a cell that a page's end cuts is whole."""
    out = [list(row) for row in grids[0].rows]
    header = [_texts(row) for row in out[:_HEADER_ROWS]]
    for grid in grids[1:]:
        new = [list(row) for row in grid.rows]
        while new and _texts(new[0]) in header:
            del new[0]
        if new and _is_rest(new[0], out[-1]):
            _join(out, new, range(len(new[0])))
            del new[0]
        elif new and len(new[0]) == len(out[-1]):
            _join(out, new, _cut(out, new))
        out += new
    return [[list(cell.lines) for cell in row] for row in out]


def _texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(line.text for line in cell.lines) for cell in row]


def _is_rest(row: Sequence[Cell], before: Sequence[Cell]) -> bool:
    """Whether `row`, the first of a page, is what did not fit of the row `before`: no number of its own, and every
    cell goes on with one that had begun."""
    if len(row) != len(before) or len(row) < 2 or row[0].lines:
        return False
    pairs = [
        (cell.lines[0].text, above.lines[-1].text if above.lines else "")
        for cell, above in zip(row, before, strict=True)
        if cell.lines
    ]
    return all(above and not (start[0].isupper() and above.endswith((".", ";"))) for start, above in pairs)


# ── cells over several rows ──────────────────────────────────────────────────────────────────────────


def _join(above: list[list[Cell]], below: list[list[Cell]], columns: Iterable[int]) -> None:
    """Put the cells on both sides of a page's end together: what is printed on one page, or on both, is said of all rows
    that they cover."""
    for n in columns:
        upper, lower = above[-1][n], below[0][n]
        whole = replace(upper, lines=upper.lines + lower.lines)
        for row in (*above, *below):
            if len(row) > n and (row[n] is upper or row[n] is lower):
                row[n] = whole


def _cut(above: Sequence[Sequence[Cell]], below: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns with a cell that covers rows on both sides of a page's end."""
    found = [n for n in range(len(below[0])) if _covers(above[::-1], n) + _covers(below, n) > 2]
    return found if all(_may_go_on(above[-1][n], below[0][n]) for n in found) else []


def _covers(rows: Sequence[Sequence[Cell]], column: int) -> int:
    """How many of `rows`, from the first on, a cell of the first covers."""
    cell = rows[0][column]
    return sum(1 for _ in takewhile(lambda row: len(row) > column and row[column] is cell, rows))


def _may_go_on(upper: Cell, lower: Cell) -> bool:
    """Whether a cell at the head of a page may be the rest of the one that ends the page before."""
    if not upper.lines or not lower.lines:
        return bool(upper.lines)
    start, end = lower.lines[0].text, upper.lines[-1].text
    return not start[0].isupper() and not ENDED.search(end)


def write(table: Sequence[Row], composer: Composer, pages: dict[int, Page]) -> None:
    """Add a table, a piece for each printed line; one that only puts things beside each other as paragraphs, its pairs (a
    post and its holder) on one line."""
    usual = layout.Habits()
    rows = [[list(layout.paragraphs(cell, usual)) for cell in row] for row in table]
    texts = [[[" ".join(line.text for line in p) for p in cell] for cell in row] for row in rows]
    if gridkind.is_layout(texts):
        for row in rows:
            _write_beside([cell for cell in row if cell], composer, pages)
        return
    whole = gridkind.across(texts)
    for number, row in enumerate(rows):
        cells = row[:1] if number in whole else row
        composer.row([[[_piece(line, pages) for line in p] for p in cell] for cell in cells])
    composer.end_table()


def _write_beside(
    cells: Sequence[Sequence[Sequence[Line]]], composer: Composer, pages: dict[int, Page]
) -> None:
    pair = gridkind.is_pair([[" ".join(line.text for line in p) for p in cell] for cell in cells])
    for number, paragraph in enumerate(p for cell in cells for p in cell):
        if pair and number:
            composer.glue(CELL)
        for at, (text, where) in enumerate(_piece(line, pages) for line in paragraph):
            (composer.line if at else composer.add)(text, **where)
        if not pair:
            composer.end()
    composer.end()


def _piece(line: Line, pages: dict[int, Page]) -> Piece:
    return line.text, layout.where(line, pages[line.page])
