"""Documents that flow (DOCX, HTML): their blocks, and how these are composed."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from resodoc.model import Annotation, Span
from resodoc.readers import gridkind, hyphens
from resodoc.readers.compose import Composer
from resodoc.readers.plain.spacing import positions, tidy
from resodoc.readers.plain.wrapped import Line, paragraphs, set_in_lines

_ASIDE = 40  # columns that a centred line is indented by, for all that matters


@dataclass(frozen=True, slots=True)
class Note:
    """What a writer left on a stretch: the kinds of `Annotation`. Stretches with an equal note are one annotation."""

    kind: str
    key: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of raw text in one form; "\\n" in it is a line break that the writer made."""

    text: str
    bold: bool = False
    page: int | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of tidy text on one page, the fields of its `Origin`, and the notes on it (spans within `text`).
    `first`: it begins a printed line."""

    text: str
    where: dict[str, Any]
    notes: tuple[tuple[Note, Span], ...] = ()
    first: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells, each cell a tuple of blocks. A row of one cell runs across the whole width."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]


Block = Paragraph | Grid
Spans = dict[Note, Span]


def paragraphs_of(runs: Sequence[Run], **where: Any) -> list[Paragraph]:
    """The paragraphs that `runs` make: one, unless line breaks end items or sentences inside it."""
    lines = [(_raw(line), _pieces(line, where)) for line in _broken(runs)]
    printed = [
        Line(
            text="".join(piece.text for piece in pieces),
            number=number,
            indent=len(raw) - len(raw.lstrip()),
            width=len(raw.rstrip()),
        )
        for number, (raw, pieces) in enumerate(lines)
    ]
    return [
        Paragraph(tuple(p for line in group for p in lines[line.number][1])) for group in paragraphs(printed)
    ]


def compose(blocks: Sequence[Block], composer: Composer) -> tuple[Annotation, ...]:
    """Write `blocks`; the notes on them as annotations of the text."""
    spans: Spans = {}
    _write(_unwrapped(blocks), composer, spans)
    found = (Annotation(note.kind, span, note.text) for note, span in spans.items())
    return tuple(sorted(found, key=lambda annotation: annotation.span))


def _unwrapped(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` where each printed line was made a paragraph (from a PDF, by a converter) put together again."""
    out: list[Block] = []
    for plain, group in groupby(blocks, key=lambda block: isinstance(block, Paragraph)):
        held = list(group)
        lines = [_as_line(block, number) for number, block in enumerate(held)] if plain else []
        if not set_in_lines(lines):
            out += held
            continue
        for line_group in paragraphs(lines):
            out.append(Paragraph(tuple(piece for line in line_group for piece in held[line.number].pieces)))
    return out


def _as_line(paragraph: Paragraph, number: int) -> Line:
    text = _joined(paragraph)[0]
    aside = paragraph.pieces[0].where.get("align") in ("center", "right")
    return Line(text, number, indent=_ASIDE if aside else 0, width=len(text))


def texts(cell: Sequence[Block]) -> list[str]:
    """The paragraphs of a cell, those of tables inside it too."""
    return [text for text, _, _ in _flat(cell)]


def without_notes(cell: Sequence[Block]) -> tuple[Block, ...]:
    """`cell` as it is repeated in another row: what a writer left on it stays where it was."""
    return tuple(
        Paragraph(tuple(replace(piece, notes=()) for piece in block.pieces))
        if isinstance(block, Paragraph)
        else block
        for block in cell
    )


def _raw(line: Sequence[Run]) -> str:
    return "".join(run.text for run in line)


def _broken(runs: Sequence[Run]) -> list[list[Run]]:
    """`runs` cut at line breaks."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=text)] for text in rest]
    return lines


def _pieces(line: Sequence[Run], where: dict[str, Any]) -> list[Piece]:
    raw, stops = "", []
    for run in line:
        raw = unicodedata.normalize("NFC", raw + run.text)
        stops.append(len(raw))
    text = tidy(raw)
    at = positions(raw, text)
    spans = [Span(at[start], at[stop]) for start, stop in pairwise((0, *stops))]
    bold = all(run.bold for run in line if run.text.strip())
    out: list[Piece] = []
    for page, group in groupby(zip(line, spans, strict=True), key=lambda pair: pair[0].page):
        held = list(group)
        start, stop = held[0][1].start, held[-1][1].stop
        notes = [(note, Span(s.start - start, s.stop - start)) for run, s in held for note in run.notes]
        if start < stop:
            place = {**where, "page": page, "bold": bold}
            out.append(Piece(text[start:stop], place, tuple(notes), first=not out))
    return out


def _write(blocks: Sequence[Block], composer: Composer, spans: Spans) -> None:
    for block in blocks:
        if isinstance(block, Grid):
            _write_grid(block, composer, spans)
        else:
            _write_line(block, composer, spans)
            composer.end()


def _write_line(paragraph: Paragraph, composer: Composer, spans: Spans) -> None:
    for number, piece in enumerate(paragraph.pieces):
        add = composer.line if number and piece.first else composer.add
        _keep(piece.notes, add(piece.text, **piece.where).start, spans)


def _keep(notes: Sequence[tuple[Note, Span]], offset: int, spans: Spans) -> None:
    """Remember where each note came to stand; one that goes on is widened."""
    for note, span in notes:
        known = spans.get(note)
        spans[note] = Span(known.start if known else offset + span.start, offset + span.stop)


def _write_grid(grid: Grid, composer: Composer, spans: Spans) -> None:
    rows = [row for row in grid.rows if any(map(texts, row))]
    words = [[texts(cell) for cell in row] for row in rows]
    if not gridkind.is_layout(words):
        whole = gridkind.across(words)
        _write_rows([row[:1] if n in whole else row for n, row in enumerate(rows)], composer, spans)
        return
    for row in rows:
        cells = [cell for cell in row if texts(cell)]
        if gridkind.is_pair([texts(cell) for cell in cells]):
            for number, (block,) in enumerate(cells):
                if number:
                    composer.glue("\t")
                _write_line(block, composer, spans)
            composer.end()
        else:
            _write([block for cell in cells for block in cell], composer, spans)


def _write_rows(rows: Sequence[Sequence[Sequence[Block]]], composer: Composer, spans: Spans) -> None:
    for row in rows:
        cells = [_flat(cell) for cell in row]
        written = composer.row([[(text, where) for text, where, _ in cell] for cell in cells])
        for cell, places in zip(cells, written, strict=True):
            for (_, _, notes), place in zip(cell, places, strict=True):
                _keep(notes, place.start, spans)
    composer.end_table()


Flat = tuple[str, dict[str, Any], list[tuple[Note, Span]]]


def _flat(cell: Sequence[Block]) -> list[Flat]:
    out: list[Flat] = []
    for block in cell:
        if isinstance(block, Grid):
            out += [held for row in block.rows for inner in row for held in _flat(inner)]
        else:
            out.append(_joined(block))
    return out


def _joined(paragraph: Paragraph) -> Flat:
    text, notes = "", []
    for piece in paragraph.pieces:
        text = hyphens.together(text, piece.text) if piece.first else text + piece.text
        start = len(text) - len(piece.text)
        notes += [(note, Span(start + span.start, start + span.stop)) for note, span in piece.notes]
    return text, paragraph.pieces[0].where, notes
