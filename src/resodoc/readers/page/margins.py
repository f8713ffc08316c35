"""Where the text of a page begins and ends, and the notes in its margins, which are none of it."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from resodoc.readers.page.lines import ENDED, LABEL
from resodoc.readers.page.printed import Line, Page, Strip, Word
from resodoc.readers.page.rows import Row

_WIDE = 0.45  # of the page: lines this wide show where the margins are
_SAME_EDGE = 2.0  # points that lines of one edge may differ
_FLUSH = 0.3  # a smaller part of the lines ends where two of them do by chance
_MARGINS = 0.14, 0.93  # of the page's width, where too few lines show them
_SMALL = 0.85  # of the height that most lines have: a note in the margin is set in smaller type
_NARROW = 2.0  # heights by which a column ends before the page's text does
_MIN_FULL = 4  # lines that show an edge

Edges = tuple[float, float]


# ── edges ────────────────────────────────────────────────────────────────────────────────────────────


def all_edges(pages: Sequence[Page], strips: Sequence[Sequence[Strip]]) -> Iterator[Edges]:
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
    """Where the lines of a page begin and end: the outermost places that two lines share, notes left of all wide lines not
    counted; a ragged text ends where its longest line does. None for a page with few wide lines."""
    wide = [p.box for strip in strips for p in strip if p.width > _WIDE * page.width]
    if len(wide) < _MIN_FULL:
        return None
    indented = _shared(sorted(box[0] for box in wide))
    outer = {id(p) for s in strips for p in s if p.box[2] <= indented}
    usual = _usual_height(strips) if outer else 0.0
    begun = sorted(p.box[0] for s in strips for p in s if id(p) not in outer or not _is_note(p, s, usual))
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


def set_narrow(lines: Sequence[Line], right: float) -> None:
    """Give the lines of a column that ends well before the text of other pages does (the last page of a paper in two
    columns, a text beside a wide margin) its edges. Justified lines show them: several that begin and end alike."""
    full = {
        line.text: (round(line.box[0]), round(line.box[2]))
        for line in lines
        if line.box[2] < right - _NARROW * line.height and not line.right and not ENDED.search(line.text)
    }
    (_, end), count = Counter(full.values()).most_common(1)[0] if full else ((0, 0), 0)
    if count < _MIN_FULL:
        return
    for inside, group in groupby(lines, lambda line: line.box[2] < end + _SAME_EDGE and not line.right):
        run = list(group)
        if inside and sum(line.text in full and line.box[2] > end - _SAME_EDGE for line in run) >= _MIN_FULL:
            left = min(line.box[0] for line in run)
            for line in run:
                line.set_in(left, float(end))


# ── notes ────────────────────────────────────────────────────────────────────────────────────────────


def without_notes(strips: Sequence[Strip], left: float, right: float) -> tuple[list[Strip], list[str]]:
    """`strips` without the notes left of `left` and right of `right`, and what these say."""
    outer = {id(p) for s in strips for p in s if p.box[2] <= left or p.box[0] >= right}
    if not outer:
        return list(strips), []
    usual = _usual_height(strips)
    aside = {id(p): p.text for s in strips for p in s if id(p) in outer and _is_note(p, s, usual)}
    kept = (tuple(p for p in s if id(p) not in aside) for s in strips)
    return [strip for strip in kept if strip], list(aside.values())


def _usual_height(strips: Sequence[Strip]) -> float:
    """Of the type that a page is set in, short lines not counted."""
    pieces = [max(strip, key=_width) for strip in strips]
    least = max(map(_width, pieces)) / 3
    return statistics.median_low(p.height for p in pieces if p.width >= least)


def _is_note(piece: Line, strip: Strip, usual: float) -> bool:
    """Whether what stands in a margin is a note: in smaller type, or a blot that was recognised as a character. The number
    of an item that hangs in the margin is none, nor is «РЕШИЛИ:» beside what was decided."""
    if piece.confidence is None:
        return piece.height < _SMALL * usual
    return not (piece is strip[0] and len(strip) > 1 and LABEL.match(piece.text) and piece.text[-1] in ".)")


def without_small_notes(found: Sequence[Row]) -> tuple[Sequence[Row], list[str]]:
    """Rows without what is set in smaller type right or left of all words in the text's own size, close to one of the rows,
    and what that says."""
    uneven = [n for n, row in enumerate(found) if row[0].top != row[-1].top]
    if not uneven:
        return found, []
    heights = [_height(row[len(row) // 2]) for row in found]
    usual = _SMALL * statistics.median_low(heights)
    mixed = [n for n in uneven if min(_height(found[n][0]), _height(found[n][-1])) < usual <= heights[n]]
    out, notes = list(found), []
    large = [w for row in found for w in row if _height(w) >= usual] if mixed else []
    left, right = min((w.x0 for w in large), default=0.0), max((w.x1 for w in large), default=0.0)
    for n in mixed:
        aside = [w for w in found[n] if (w.x1 <= left or w.x0 >= right) and _height(w) < usual]
        if aside:
            out[n] = [w for w in found[n] if w not in aside]
            notes.append(" ".join(w.text for w in aside))
    return out, notes


def _width(piece: Line) -> float:
    return piece.width


def _height(word: Word) -> float:
    return word.bottom - word.top
