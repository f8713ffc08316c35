"""Tables that are lists of assignments: their columns are known by their headings, in any order and wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resodoc.language.fold import fold
from resodoc.match import Passage, match
from resodoc.model import Block, Found, Source, Span, Table
from resodoc.rulepack import RuleSet
from resodoc.segment.labels import bare_number, label_of

_HEADER_ROWS = 3
_LONGEST_HEADING = 120
SLOTS = ("deadline", "owner", "co-executor", "controller")


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """What the column headed by `passage` holds: one value a kind of thing that the heading names."""
    return tuple(
        Found(m.span, m.rule.value["column"], m.rule.id) for m in match(rules.of("columns"), passage)
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """An assignment table: the index of its first row of tasks, and what each of its columns holds."""

    table: Table
    first: int
    columns: tuple[tuple[str, ...], ...]


def grid_of(source: Source, folded: str, table: Table, rules: RuleSet) -> Grid | None:
    """How to read `table`, or `None` when its headings name no task beside a deadline or an owner."""
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        columns = tuple(_column(Passage(source, folded, cell), rules) for cell in row)
        named = {what for column in columns for what in column}
        if "task" in named and named & {"deadline", "owner"}:
            return Grid(table, index + 1, columns)
    return None


def _column(heading: Passage, rules: RuleSet) -> tuple[str, ...]:
    if len(heading.span) > _LONGEST_HEADING:
        return ()
    found = [f for f in find(heading, rules) if f.value]
    # «Срок исполнения поручения» is a deadline, not a task: what the heading names first decides, other slots join it
    first = found[0].value if found else None
    slots = [f.value for f in found[1:] if f.value in SLOTS and first in SLOTS]
    return tuple(dict.fromkeys([first, *slots])) if first else ()


def blocks_of(source: Source, grid: Grid) -> Iterator[Block]:
    """The rows as blocks: «heading» for a row across the width, else «row» (the task) and its «cell-…» blocks."""
    for row in grid.table.rows[grid.first :]:
        if _is_heading(source, row):
            label = label_of(source.slice(row[0]))
            path = label.path if label else ()
            inner = Span(row[0].start + (label.stop if label else 0), row[0].stop)
            yield Block(
                "heading", inner, path, Span(row[0].start, row[0].start + label.stop) if label else None
            )
        elif len(row) == len(grid.columns) and not _repeats_header(source, grid, row):
            yield from _row(source, grid, row)


def _is_heading(source: Source, row: Sequence[Span]) -> bool:
    texts = {source.slice(cell).strip() for cell in row}
    return len(texts - {""}) == 1 and (len(row) == 1 or len(texts) == 1)


def _repeats_header(source: Source, grid: Grid, row: Sequence[Span]) -> bool:
    header = grid.table.rows[grid.first - 1]
    texts = [fold(source.slice(cell)) for cell in row]
    return texts == [fold(source.slice(cell)) for cell in header] or all(t.strip().isdigit() for t in texts)


def _row(source: Source, grid: Grid, row: Sequence[Span]) -> Iterator[Block]:
    number: tuple[str, ...] = ()
    label = None
    for cell, column in zip(row, grid.columns, strict=True):
        if column == ("number",) and (
            found := bare_number(source.slice(cell)) or label_of(source.slice(cell) + " ")
        ):
            number, label = found.path, cell
    for cell, column in zip(row, grid.columns, strict=True):
        text = source.slice(cell)
        if column[:1] == ("task",) and text.strip():
            inner = label_of(text) if not number else None
            start = cell.start + (inner.stop if inner else 0)
            yield Block("row", Span(start, cell.stop), inner.path if inner else number, label)
    for cell, column in zip(row, grid.columns, strict=True):
        if column and column[0] in SLOTS:
            yield Block("cell-" + "-".join(column), cell)
