"""Pages → a Source: heads left out, columns put in order, paragraphs and tables written. The text layer of a PDF and a
recognised scan go through here alike."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from typing import Any

from resodoc.model import Source
from resodoc.readers import marks
from resodoc.readers.compose import Composer
from resodoc.readers.page import columns, grids, heads, layout, margins, stamps
from resodoc.readers.page.printed import Grid, Line, Page, Sheet, Strip
from resodoc.readers.page.rows import rows

_SMALLER = 0.92  # of the height that most lines have
_FOOTNOTE = re.compile(r"[*\d¹²³⁰-⁹]")


def sheet(page: Page) -> Sheet:
    """`page` with its words set in rows; what a stamp says goes to its marks."""
    words, stamped = stamps.without_stamps(page)
    found, notes = margins.without_small_notes(rows(words))
    strips = columns.strips(found, page.number)
    return Sheet(replace(page, words=(), marks=(*page.marks, *stamped, *notes)), strips)


def compose(sheets: Sequence[Sheet], **fields: Any) -> Source:
    """The source that `sheets` make; `fields` are the others of Source."""
    kept, left_out = heads.strip(sheets)
    pages = [sheet.page for sheet in sheets]
    items, notes = _items(pages, kept)
    composer = Composer()
    _write(items, {page.number: page for page in pages}, composer)
    aside = chain(*(page.marks for page in pages), left_out, notes)
    return composer.source(pages=len(pages), marks=marks.telling(aside), **fields)


# ── lines with their edges, in the order of reading ──────────────────────────────────────────────────


def _items(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> tuple[list[Line | Grid], list[str]]:
    """Lines and tables in the order of reading, and the notes that stood in the margins."""
    items: list[Line | Grid] = []
    notes: list[str] = []
    for page, cut, (left, right) in zip(pages, strips, margins.all_edges(pages, strips), strict=True):
        inner, aside = margins.without_notes(cut, left, right)
        lines = columns.ordered(inner)
        margins.set_narrow(lines, right)
        lines = [ln.set_in(left, right) for ln in lines]
        _mark_footnotes(lines)
        on_page = _with_grids(lines, page.grids)
        _number(on_page)
        items += on_page
        notes += aside
    return items, notes


def _mark_footnotes(lines: Sequence[Line]) -> None:
    """The footnotes of a page: lines in smaller type at its end, the first of which begins with a number or a star."""
    if not lines:
        return
    limit = _SMALLER * statistics.median(line.height for line in lines)
    tail = list(takewhile(lambda line: line.height < limit, reversed(lines)))
    if tail and len(tail) < len(lines) and _FOOTNOTE.match(tail[-1].text):
        for line in tail:
            line.footnote = True


def _with_grids(lines: Sequence[Line], tables: Sequence[Grid]) -> list[Line | Grid]:
    """`lines` with each table before the first line below its top."""
    out: list[Line | Grid] = list(lines)
    for grid in tables:
        at = next((i for i, it in enumerate(out) if it.box[1] >= grid.box[1] and it is not grid), len(out))
        out.insert(at, grid)
    return out


def _number(items: Sequence[Line | Grid]) -> None:
    """Count the lines of a page from its top; lines side by side have one number."""
    lines = sorted((ln for it in items for ln in _lines(it)), key=lambda ln: ln.box[3])
    count, last = 0, float("-inf")
    for ln in lines:
        if (ln.box[1] + ln.box[3]) / 2 > last:
            count, last = count + 1, ln.box[3]
        ln.number = count


def _lines(item: Line | Grid) -> Iterable[Line]:
    return (
        (item,) if isinstance(item, Line) else (ln for row in item.rows for cell in row for ln in cell.lines)
    )


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────


def _write(items: Sequence[Line | Grid], pages: dict[int, Page], composer: Composer) -> None:
    usual = layout.habits([it for it in items if isinstance(it, Line)])
    for run in _runs(items):
        if isinstance(run[0], Grid):
            grids.write(grids.together(run), composer, pages)
        else:
            for paragraph in layout.paragraphs(run, usual):
                layout.write(paragraph, composer, pages, usual)


def _runs(items: Sequence[Line | Grid]) -> Iterator[list]:
    """Stretches of lines, and stretches of grids that are one table."""
    run: list = []
    for item in items:
        grid = isinstance(item, Grid)
        if run and (grid != isinstance(run[0], Grid) or (grid and not grids.goes_on(run[-1], item))):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
