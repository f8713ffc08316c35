"""Tables that are lists of assignments: their columns are known by their headings, in any order and wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from resodoc.language import clauses, morph
from resodoc.language.fold import fold
from resodoc.match import Passage, match
from resodoc.model import Block, Found, Source, Span, Table
from resodoc.rulepack import RuleSet
from resodoc.segment.cells import is_number, kind_of
from resodoc.segment.labels import bare_number, label_of

_HEADER_ROWS = 3
_LONGEST_HEADING = 120
_ROWS_READ = 40  # a column shows in its first cells what it holds
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
    """How to read `table`: by its headings, where no rule knows one by the cells below it; `None` when it has no tasks
    beside a deadline or an owner."""
    headed = [
        (n, tuple(_column(Passage(source, folded, cell), rules) for cell in row))
        for n, row in enumerate(table.rows[:_HEADER_ROWS])
    ]
    for n, named in sorted(headed, key=lambda row: not _lists_tasks(row[1])):
        bare = _is_numbered(source, table.rows[n])  # the headings are on another page, or left out
        first = n if bare else n + 1
        columns = _told_by_cells(
            ((),) * len(named) if bare else named, _below(source, folded, table, first), rules
        )
        if _lists_tasks(columns) and (any(named) or ("number",) in columns):
            return Grid(table, first, columns)
    return None


def _is_numbered(source: Source, row: Sequence[Span]) -> bool:
    """Whether a row begins with its number, and is not «1 | 2 | 3» below the headings."""
    texts = [source.slice(cell).strip() for cell in row]
    return is_number(texts[0]) and not all(map(is_number, texts))


def _below(source: Source, folded: str, table: Table, first: int) -> list[list[Passage]]:
    """The cells of each column from the row `first` on."""
    width = len(table.rows[max(first - 1, 0)])
    rows = (row for row in table.rows[first:] if len(row) == width and not _is_heading(source, row))
    read = list(islice(rows, _ROWS_READ))
    return [[Passage(source, folded, row[n]) for row in read] for n in range(width)]


def _lists_tasks(columns: Sequence[tuple[str, ...]]) -> bool:
    named = {what for column in columns for what in column}
    return "task" in named and bool(named & {"deadline", "owner"})


def _told_by_cells(
    columns: Sequence[tuple[str, ...]], cells: Sequence[Sequence[Passage]], rules: RuleSet
) -> tuple[tuple[str, ...], ...]:
    """`columns` with what is not named by any heading yet looked for in the cells below the unknown ones. The tasks must
    be tasks: a list of goods has days and firms beside it too."""
    out = list(columns)
    named = {what for column in columns for what in column}
    for n, column in enumerate(columns):
        kind = None if column else kind_of(cells[n], rules)
        if kind and kind not in named:
            out[n] = (kind,)
            named.add(kind)
    tasks = next((cells[n] for n, column in enumerate(out) if column == ("task",)), ())
    return tuple(out) if kind_of(tasks, rules) == "task" else tuple(columns)


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
    rows = grid.table.rows[grid.first :]
    for row, following in zip(rows, (*rows[1:], ()), strict=True):
        if _is_heading(source, row):
            yield _heading(source, row[0])
        elif name := _section_name(source, grid, row, following):
            number, label = _number(source, grid, row)
            yield Block("heading", name, number, label) if number else _heading(source, name)
        elif len(row) == len(grid.columns) and not _repeats_header(source, grid, row):
            yield from _row(source, grid, row)


def _is_heading(source: Source, row: Sequence[Span]) -> bool:
    texts = {source.slice(cell).strip() for cell in row}
    return len(texts - {""}) == 1 and (len(row) == 1 or len(texts) == 1)


def _heading(source: Source, cell: Span) -> Block:
    label = label_of(source.slice(cell))
    if label is None:
        return Block("heading", cell)
    name = cell.start + label.stop
    return Block("heading", Span(name, cell.stop), label.path, Span(cell.start, name))


def _section_name(source: Source, grid: Grid, row: Sequence[Span], following: Sequence[Span]) -> Span | None:
    """The name of a section where a row has nothing beside it: it is no task without a day and an owner, for its number is
    of another kind than the next row's («II» over «5»), or begins that («2» over «2.1»), or it has none and asks nothing."""
    filled = {
        column[:1]: cell
        for cell, column in zip(row, grid.columns, strict=False)
        if source.slice(cell).strip()
    }
    if len(row) != len(grid.columns) or not {("task",)} <= filled.keys() <= {("task",), ("number",)}:
        return None
    own, below = (_number(source, grid, r)[0] for r in (row, following))
    name = filled["task",]
    if own and below:
        over = (own[0].isalpha() and below[0].isdigit()) or own == below[: len(own)] != below
    else:
        text = source.slice(name)
        over = bool(below) and not clauses.is_task(text, morph.words(text))
    return name if over else None


def _number(source: Source, grid: Grid, row: Sequence[Span]) -> tuple[tuple[str, ...], Span | None]:
    """The number of a row, and its cell."""
    for cell, column in zip(row, grid.columns, strict=False):
        text = source.slice(cell)
        if column == ("number",) and (found := bare_number(text) or label_of(f"{text} ")):
            return found.path, cell
    return (), None


def _repeats_header(source: Source, grid: Grid, row: Sequence[Span]) -> bool:
    header = grid.table.rows[grid.first - 1] if grid.first else ()
    texts = [fold(source.slice(cell)) for cell in row]
    return texts == [fold(source.slice(cell)) for cell in header] or all(t.strip().isdigit() for t in texts)


def _row(source: Source, grid: Grid, row: Sequence[Span]) -> Iterator[Block]:
    number, label = _number(source, grid, row)
    for cell, column in zip(row, grid.columns, strict=True):
        text = source.slice(cell)
        if column[:1] == ("task",) and text.strip():
            inner = label_of(text) if not number else None
            start = cell.start + (inner.stop if inner else 0)
            yield Block("row", Span(start, cell.stop), inner.path if inner else number, label)
    for cell, column in zip(row, grid.columns, strict=True):
        if column and column[0] in SLOTS:
            yield Block("cell-" + "-".join(column), cell)
