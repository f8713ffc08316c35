"""Pages → a Source: heads left out, columns put in order, paragraphs and tables written. The text layer of a PDF and a
recognised scan go through here alike."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise, takewhile
from typing import Any

from resodoc.model import Box, Source
from resodoc.readers import columns, grids, heads, layout, marks
from resodoc.readers.compose import Composer
from resodoc.readers.printed import Grid, Line, Page, Sheet, Strip, Word, bounds, inside
from resodoc.readers.rows import rows

_WIDE = 0.45  # of the page: lines this wide show where the margins are
_SAME_EDGE = 2.0  # points that lines of one edge may differ
_FLUSH = 0.3  # a smaller part of the lines ends where two of them do by chance
_MARGINS = 0.14, 0.93  # of the page's width, where too few lines show them
_FRAME = 0.55  # of the text's width: a narrower frame with text beside it is a stamp
_MAX_FRAMES = 50
_SIGNED = re.compile(r"электронн\w+\s+подпис|сертификат", re.I)

_SMALLER = 0.92  # of the height that most lines have
_FOOTNOTE = re.compile(r"[*\d¹²³⁰-⁹]")

Edges = tuple[float, float]


def sheet(page: Page) -> Sheet:
    """`page` with its words set in rows; what a stamp says goes to its marks."""
    words, stamps = _without_stamps(page)
    strips = columns.strips(rows(words), page.number)
    return Sheet(replace(page, words=(), marks=(*page.marks, *stamps)), strips)


def compose(sheets: Sequence[Sheet], **fields: Any) -> Source:
    """The source that `sheets` make; `fields` are the others of Source."""
    kept, left_out = heads.strip(sheets)
    pages = [sheet.page for sheet in sheets]
    items, notes = _items(pages, kept)
    composer = Composer()
    _write(items, {page.number: page for page in pages}, composer)
    aside = chain(*(page.marks for page in pages), left_out, notes)
    return composer.source(pages=len(pages), marks=marks.telling(aside), **fields)


# ── what is none of the text ─────────────────────────────────────────────────────────────────────────


def _without_stamps(page: Page) -> tuple[list[Word], list[str]]:
    """The words that stand in no table and no stamp, and the text of each stamp: a narrow frame with text beside it, or
    the mark of an electronic signature."""
    words = list(page.words)
    for grid in page.grids:
        words = [w for w in words if not inside(w[1:5], grid.box)]
    stamps = []
    for frame in page.frames[:_MAX_FRAMES] if words else ():
        within = [w for w in words if inside(w[1:5], frame)]
        text = " ".join(w.text for w in within)
        if len(within) > 1 and (_SIGNED.search(text) or _stands_beside(frame, words)):
            stamps.append(text)
            words = [w for w in words if not inside(w[1:5], frame)]
    return words, stamps


def _stands_beside(frame: Box, words: Sequence[Word]) -> bool:
    left, _, right, _ = bounds([w[1:5] for w in words])
    beside = any(frame[1] < (w.top + w.bottom) / 2 < frame[3] for w in words if not inside(w[1:5], frame))
    return beside and frame[2] - frame[0] < _FRAME * (right - left)


# ── lines with their edges, in the order of reading ──────────────────────────────────────────────────


def _items(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> tuple[list[Line | Grid], list[str]]:
    """Lines and tables in the order of reading, and the notes that stood in the margins."""
    items: list[Line | Grid] = []
    notes: list[str] = []
    for page, cut, (left, right) in zip(pages, strips, _all_edges(pages, strips), strict=True):
        inner, aside = _without_margins(cut, left, right)
        lines = [ln.set_in(left, right) for ln in columns.ordered(inner)]
        _mark_footnotes(lines)
        on_page = _with_grids(lines, page.grids)
        _number(on_page)
        items += on_page
        notes += aside
    return items, notes


def _all_edges(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> Iterator[Edges]:
    """The edges of each page's text. Pages of one width have them in common, but odd and even pages may differ; a page
    goes over them where it has lines of its own to show it."""
    own = [_edges(page, cut) for page, cut in zip(pages, strips, strict=True)]
    alike: dict[tuple[int, ...], list[Edges]] = {}
    for page, edges in zip(pages, own, strict=True):
        for key in _kinds(page) if edges else ():
            alike.setdefault(key, []).append(edges)
    usual = {
        key: (statistics.median_low(e[0] for e in known), statistics.median_high(e[1] for e in known))
        for key, known in alike.items()
    }
    for page, cut, edges in zip(pages, strips, own, strict=True):
        found = [e for e in (edges, *map(usual.get, _kinds(page))) if e] or [_guess(page, cut)]
        yield min(e[0] for e in found[:2]), max(e[1] for e in found[:2])


def _kinds(page: Page) -> tuple[tuple[int, ...], ...]:
    """The kinds of pages to learn from, the likest first."""
    return (round(page.width), page.number % 2), (round(page.width),)


def _edges(page: Page, strips: Sequence[Strip]) -> Edges | None:
    """Where the lines of a page begin and end: the outermost places that two lines share, short lines that end left of all
    wide ones (notes in the margin) not counted; a ragged text ends where its longest line does. None for a page with
    few wide lines."""
    wide = [p.box for strip in strips for p in strip if p.width > _WIDE * page.width]
    if len(wide) < 4:
        return None
    indented = _shared(sorted(box[0] for box in wide))
    begun = sorted(p.box[0] for strip in strips for p in strip if p.box[2] > indented)
    ends = sorted(-box[2] for box in wide)
    right = _shared(ends)
    flush = sum(abs(end - right) < _SAME_EDGE for end in ends)
    return _shared(begun), -(right if flush > _FLUSH * len(ends) else ends[0])


def _shared(places: Sequence[float]) -> float:
    """The first of `places` that the next one repeats."""
    return next((a for a, b in pairwise(places) if b - a < _SAME_EDGE), places[0])


def _guess(page: Page, strips: Sequence[Strip]) -> Edges:
    left, right = (part * page.width for part in _MARGINS)
    return min([left, *(s[0].box[0] for s in strips)]), max([right, *(s[-1].box[2] for s in strips)])


def _without_margins(strips: Sequence[Strip], left: float, right: float) -> tuple[list[Strip], list[str]]:
    kept, notes = [], []
    for strip in strips:
        inner = tuple(p for p in strip if p.box[2] > left and p.box[0] < right)
        notes += [p.text for p in strip if p not in inner]
        kept += [inner] if inner else []
    return kept, notes


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
