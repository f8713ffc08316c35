"""Tables without any line drawn: cells set apart by tabs (copied from an office program) or by columns of blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise, takewhile

from resodoc.readers import hyphens
from resodoc.readers.plain.spacing import tidy
from resodoc.readers.plain.textgrid import Row
from resodoc.readers.plain.wrapped import Line

Cells = tuple[tuple[int, str], ...]
"""The cells of a printed line: where each begins (the column of a blank-set one, the index of a tabbed one), its tidy text."""

_CUT = re.compile(r"\S {2,}(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]?")
_TO_SIGN = re.compile(r"_{3,}|\(подпись\)")
_LEAST_CELLS, _LEAST_NUMBERED, _LEAST_ROWS = 3, 2, 3
_LONGEST_HEADING = 60
_ALIGNED = 2  # columns by which a cell may begin beside its heading


def tables(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The tables among `lines`, each from its headings on: [start, stop). Below the headings stand rows that count up,
    or, between tabs, rows of as many cells."""
    at = 0
    while at < len(lines):
        raw = lines[at].raw
        parted = raw.count("\t") or len(_CUT.findall(raw))  # most lines are told without reading their cells
        header = cells_of(raw) if parted >= _LEAST_CELLS - 1 else ()
        stop = _stop(header, lines, at + 1) if _is_header(header) else None
        if stop:
            yield at, stop
        at = stop or at + 1


def rows(lines: Sequence[Line]) -> Iterator[Row]:
    """The rows of the table that `lines` set, the headings first; a line below a cell goes on with it."""
    header = cells_of(lines[0].raw)
    row: Row = []
    for line in lines:
        cells = cells_of(line.raw)
        if row and _column(header, cells[0]):
            for cell in cells:
                n = _column(header, cell)
                row[n] = (hyphens.together(row[n][0], cell[1]), row[n][1])
            continue
        if row:
            yield row
        row = [("", line)] * len(header)
        for cell in cells:
            row[_column(header, cell)] = (cell[1], line)
    yield row


def cells_of(raw: str) -> Cells:
    """The cells of a printed line as it was written: tabs part them, where it has none two blanks or more."""
    text = raw.rstrip().lstrip(" ")
    if "\t" in text:
        return tuple((n, tidy(cell)) for n, cell in enumerate(text.split("\t")))
    indent = len(raw) - len(raw.lstrip())
    bounds = [0, *(m.end() for m in _CUT.finditer(text)), len(text)]
    return tuple((indent + a, tidy(text[a:b])) for a, b in pairwise(bounds) if text)


def _is_header(cells: Cells) -> bool:
    return (
        len(cells) >= _LEAST_CELLS
        and _NUMBER.fullmatch(cells[0][1]) is None
        and all(0 < len(text) <= _LONGEST_HEADING and not _TO_SIGN.search(text) for _, text in cells)
    )


def _stop(header: Cells, lines: Sequence[Line], first: int) -> int | None:
    """The index behind the table below `header`, or `None` where none stands there."""
    behind = (lines[n] for n in range(first, len(lines)))
    fitting = takewhile(lambda line: line.text and _fits(header, cells_of(line.raw)), behind)
    below = (cells_of(line.raw) for line in fitting)
    top = next(below, ((0, ""),))
    if _NUMBER.fullmatch(top[0][1]):
        length = _counted(header, chain((top,), below))
    elif _is_tabbed(header):
        length = sum(1 for _ in takewhile(lambda cells: len(cells) == len(header), chain((top,), below)))
        length = length if length >= _LEAST_ROWS else 0
    else:
        return None
    return first + length if length else None


def _counted(header: Cells, below: Iterable[Cells]) -> int:
    """How many of the lines belong to rows that count up; 0 when these are too few."""
    length, rows, last = 0, 0, None
    for cells in below:
        number = _NUMBER.fullmatch(cells[0][1])
        if number and last in (None, int(number[1]) - 1):
            rows, last = rows + 1, int(number[1])
        elif _is_tabbed(header) or not _column(header, cells[0]):
            break
        length += 1
    return length if rows >= _LEAST_NUMBERED else 0


def _fits(header: Cells, cells: Cells) -> bool:
    """Whether the cells stand below headings, each below one of its own."""
    below = [_column(header, cell) for cell in cells]
    aligned = all(abs(header[n][0] - cell[0]) <= _ALIGNED for n, cell in zip(below, cells, strict=True))
    return (
        _is_tabbed(header) == _is_tabbed(cells)
        and len(set(below)) == len(cells)
        and aligned
        and not any(_TO_SIGN.search(text) for _, text in cells)
    )


def _is_tabbed(cells: Cells) -> bool:
    return len(cells) > 1 and cells[1][0] == cells[0][0] + 1


def _column(header: Cells, cell: tuple[int, str]) -> int:
    """The index of the heading that a cell stands below: the one that begins nearest."""
    return min(range(len(header)), key=lambda n: abs(header[n][0] - cell[0]))
