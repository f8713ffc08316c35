"""Tables that are no tables: letterheads, signatures and whole pages that were only laid out with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PAIRED = re.compile(
    r"№|N ?\d|[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ]|"
    r"[А-ЯЁ][а-яё-]{1,30} [А-ЯЁ]\.|«?_{2}|(?:от )?«?\d{1,2}[»]?[. ](?:\d\d?\.\d|[а-я])"
)
_LABEL = re.compile(r"\d{1,3}(?:[.)]\d{1,3}){0,5}[.)]?|[IVX]{1,5}\.?|[а-я]\)")
_MAX_PAIR = 60  # characters of a name, a number or a date
_MAX_LETTERHEAD_ROWS = 10
_MANY_PARAGRAPHS = 8

Texts = Sequence[str]
"""The paragraphs of a cell."""


def is_layout(rows: Sequence[Sequence[Texts]]) -> bool:
    """Whether a grid only puts things beside each other: one column, one row, or rows of which each is one text, or
    a pair of things of which the last is a name, a number or a date. `rows` are those with any text."""
    filled = [[cell for cell in row if cell] for row in rows]
    widest = max(map(len, filled), default=0)
    if widest < 2:
        return len({len(row) for row in rows}) < 2 or widest == 0
    if len(rows) == 1:
        return widest < 4
    if len(rows) <= 4 and any(len(cell) >= _MANY_PARAGRAPHS for row in filled for cell in row) and widest < 4:
        return True
    return len(rows) <= _MAX_LETTERHEAD_ROWS and all(len(row) == 1 or is_pair(row) for row in filled)


def across(rows: Sequence[Sequence[Texts]]) -> set[int]:
    """The indexes of rows that run across the whole width though nobody merged their cells: all their text stands in
    the first, where the other rows of the table have their numbers."""
    numbered = sum(bool(row[0]) and bool(_LABEL.fullmatch(row[0][0])) for row in rows)
    alone = {n for n, row in enumerate(rows) if len(row) > 2 and row[0] and not any(row[1:])}
    headings = {n for n in alone if not _LABEL.fullmatch(rows[n][0][0])}
    return headings if 2 * (numbered + len(headings) + 1) > len(rows) and numbered else set()


def is_pair(cells: Sequence[Texts]) -> bool:
    """Whether filled cells are a post and its holder, or a date and a number: to be read as one line."""
    if not 2 <= len(cells) <= 3 or any(len(cell) > 1 for cell in cells):
        return False
    (first,), *_, (last,) = cells
    return not _LABEL.fullmatch(first) and len(last) <= _MAX_PAIR and bool(_PAIRED.match(last))
