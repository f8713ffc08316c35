"""Ruled tables over pages, and their text."""

from __future__ import annotations

from collections.abc import Sequence

from resodoc.readers import gridkind, layout
from resodoc.readers.compose import CELL, Composer, Piece
from resodoc.readers.printed import Grid, Line, Page
from resodoc.readers.ruled import edges

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
    """The rows of a table that runs over pages, as cells of lines: a header that is repeated on a page is dropped, a row
    that a page's end cuts is whole."""
    out = [[list(cell.lines) for cell in row] for row in grids[0].rows]
    header = [_texts(row) for row in out[:_HEADER_ROWS]]
    for grid in grids[1:]:
        new = [[list(cell.lines) for cell in row] for row in grid.rows]
        while new and _texts(new[0]) in header:
            del new[0]
        if new and _is_rest(new[0], out[-1]):
            for cell, rest in zip(out[-1], new.pop(0), strict=True):
                cell += rest
        out += new
    return out


def _texts(row: Row) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row]


def _is_rest(row: Row, before: Row) -> bool:
    """Whether `row`, the first of a page, is what did not fit of the row `before`: no number of its own, and every
    cell goes on with one that had begun."""
    if len(row) != len(before) or len(row) < 2 or row[0]:
        return False
    pairs = [
        (cell[0].text, above[-1].text if above else "")
        for cell, above in zip(row, before, strict=True)
        if cell
    ]
    return all(above and not (start[0].isupper() and above.endswith((".", ";"))) for start, above in pairs)


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
