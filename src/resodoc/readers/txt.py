"""Plain text and markdown → Source: encoding, marks, pages, columns, hard-wrapped lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from resodoc.model import Annotation, Source, Span
from resodoc.readers.compose import Composer
from resodoc.readers.marks import telling
from resodoc.readers.options import ReadOptions
from resodoc.readers.plain import letterhead, markdown, tabbed, textgrid
from resodoc.readers.plain.encoding import decode
from resodoc.readers.plain.running import blank_heads
from resodoc.readers.plain.spacing import tidy
from resodoc.readers.plain.textgrid import Row
from resodoc.readers.plain.wrapped import Line, paragraphs

_PAGE_WIDTH = 100  # columns: a longer line is a paragraph, and says nothing about the page
_MIN_CENTRED = 8
_OFF_CENTRE = (
    5  # the two margins of a centred line differ by a fifth at most: one of eight columns is an indent
)


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """A text file; raises ReadError when its encoding is none that Russian texts come in."""
    text, encoding = decode(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines, heads = blank_heads(_with_comments(_lines(text)))
    width = max((line.width for line in lines if line.width <= _PAGE_WIDTH), default=_PAGE_WIDTH)
    composer = Composer()
    annotations: list[Annotation] = []
    for stretch, rows in _stretches(lines):
        if rows:
            _compose_table(composer, rows(stretch), width)
            continue
        for paragraph in paragraphs(stretch):
            annotations += _compose(composer, paragraph, width)
    return composer.source(
        name=name,
        format="txt",
        encoding=encoding,
        annotations=tuple(annotations),
        marks=telling(heads),
        pages=text.count("\f") + 1 if "\f" in text else None,
    )


def _stretches(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Callable[..., Iterable[Row]] | None]]:
    """`lines` cut at tables; with each table, what reads its rows."""
    for drawn, group in groupby(lines, key=textgrid.is_drawn):
        stretch, done = list(group), 0
        for start, stop in () if drawn else tabbed.tables(stretch):
            yield stretch[done:start], None
            yield stretch[start:stop], tabbed.rows
            done = stop
        yield stretch[done:], textgrid.rows if drawn else None


def _lines(text: str) -> Iterator[Line]:
    """The printed lines; a form feed begins a page, on which lines count from 1."""
    text, comments = markdown.cut_comments(text)
    marked, first = markdown.plain(text).split("\f"), 0
    raw = text.split("\f")
    for page, (shown, written) in enumerate(zip(marked, raw, strict=True), 1):
        plain, sources = shown.split("\n"), written.split("\n")
        rows = [row.expandtabs() for row in plain]
        for at, row in letterhead.part(rows):
            yield Line(
                text=tidy(_end_hyphen(plain[at] if row == rows[at] else row)),
                number=at + 1,
                page=page if len(raw) > 1 else None,
                indent=len(row) - len(row.lstrip()),
                width=len(row.rstrip()),
                raw=plain[at] if row == rows[at] else row,
                bold=markdown.is_strong(sources[at]),
                hard=markdown.is_broken(sources[at]),
                comments=tuple(comments.get(first + at, ())),
            )
        first += len(rows) - 1


def _end_hyphen(row: str) -> str:
    """A soft hyphen that shows, because its line ends there, is a hyphen."""
    stripped = row.rstrip()
    return f"{stripped[:-1]}-" if stripped.endswith("\u00ad") else row


def _with_comments(lines: Iterator[Line]) -> list[Line]:
    """A comment on a line of its own belongs to the next printed line, at the end of the text to the last one."""
    out: list[Line] = []
    waiting: tuple[str, ...] = ()
    for line in lines:
        waiting += line.comments
        out.append(replace(line, comments=waiting if line.text else ()))
        waiting = () if line.text else waiting
    last = next((n for n in range(len(out) - 1, -1, -1) if out[n].text), None)
    if waiting and last is not None:
        out[last] = replace(out[last], comments=out[last].comments + waiting)
    return out


def _compose(composer: Composer, paragraph: Sequence[Line], width: int) -> Iterator[Annotation]:
    """Write a paragraph; its comments, each over the whole of it."""
    start = composer.length
    for line in paragraph:
        add = composer.add if line is paragraph[0] else composer.line
        add(line.text, **_where(line, width))
    stop = composer.length
    composer.end()
    for line in paragraph:
        yield from (Annotation("comment", Span(start, stop), comment) for comment in line.comments)


def _compose_table(composer: Composer, rows: Iterable[Row], width: int) -> None:
    for row in rows:
        composer.row([[(text, _where(line, width))] for text, line in row])
    composer.end_table()


def _where(line: Line, width: int) -> dict[str, Any]:
    return {"page": line.page, "line": line.number, "align": _align(line, width), "bold": line.bold}


def _align(line: Line, width: int) -> str | None:
    """What the blanks on both sides of a line say about it; None when they say nothing."""
    right = width - line.width
    if line.indent < _MIN_CENTRED or right < 0:
        return None
    if abs(line.indent - right) <= line.indent // _OFF_CENTRE:
        return "center"
    return "right" if line.indent > max(width // 3, right) else None
