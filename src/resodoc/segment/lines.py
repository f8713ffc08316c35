"""Source → lines: one for each paragraph or table row, cut where a marker stands inside and where items share a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from resodoc.language import clauses, morph
from resodoc.model import Found, Source, Span
from resodoc.segment.labels import Label, bare_number, label_of, ordinal

_ITEM_INSIDE = re.compile(r"(?<=[;:.])\s+(?=(\d{1,2}(?:\.\d{1,2}){0,3}|[а-я](?=\)))([).])\s*[^\W\d_])")
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[А-ЯЁ])")
_LEAST_ITEMS = 2
_CUT_BEFORE = ("slot", "voted", "outcome")
OPENERS = (":", "-", "–", "—")
"""What ends a line that governs those behind it."""
_OPEN, _CLOSE = "«„“(", "»”)"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, a table row, or a cut of one. `span` leaves white space at the ends out; `text` is what it covers;
    `marker` is the section marker that opens it."""

    span: Span
    text: str
    label: Label | None = None
    marker: Found[str] | None = None
    cells: tuple[Span, ...] = ()
    align: str | None = None

    @property
    def body(self) -> Span:
        """The span without the label."""
        return Span(self.span.start + self.label.stop, self.span.stop) if self.label else self.span

    @property
    def body_text(self) -> str:
        return self.text[self.label.stop :] if self.label else self.text

    @property
    def words(self) -> tuple[morph.Word, ...]:
        """The words of the body, with offsets in `body_text`."""
        return morph.words(self.body_text)

    @property
    def is_task(self) -> bool:
        return clauses.is_task(self.body_text, self.words)

    @property
    def is_question(self) -> bool:
        """«О плане работы …», «Об итогах …»: the subject of a discussion, not a decision."""
        return re.match(r"(?:О|Об|Обо)\s", self.body_text) is not None and not self.is_task

    @property
    def ends_open(self) -> bool:
        return self.text.endswith(OPENERS)


def lines_of(source: Source, markers: tuple[Found[str], ...]) -> tuple[Line, ...]:
    """The lines of `source`, in order, empty ones left out."""
    rows = {row[0].start: row for table in source.tables for row in table.rows if row}
    queue = list(markers)
    out: list[Line] = []
    for m in re.finditer(r"[^\n]+", source.text):
        inside = []
        while queue and queue[0].span.start < m.end():
            inside.append(queue.pop(0))
        span = _trim(source.text, Span(*m.span()))
        if not len(span):
            continue
        origins = source.origins_in(Span(span.start, span.start + 1))
        line = Line(
            span,
            source.slice(span),
            cells=rows.get(m.start(), ()),
            align=origins[0].align if origins else None,
        )
        out += [line] if line.cells else _cut(source, line, inside)
    return _with_bare_sections(out)


def _with_bare_sections(lines: list[Line]) -> tuple[Line, ...]:
    """Numbers alone in a line that count 1, 2, … are the labels of sections."""
    bare = {i: label for i, line in enumerate(lines) if not line.cells and (label := bare_number(line.text))}
    if (
        len(bare) < 2
        or any(len(label.path) > 1 for label in bare.values())
        or [label.ordinal for label in bare.values()] != list(range(1, len(bare) + 1))
    ):
        return tuple(lines)
    return tuple(replace(line, label=bare.get(i, line.label)) for i, line in enumerate(lines))


def _trim(text: str, span: Span) -> Span:
    inside = text[span.start : span.stop]
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))


def _cut(source: Source, line: Line, markers: list[Found[str]]) -> Iterator[Line]:
    """`line` cut behind a marker of what was resolved, before a slot, and between the items that it holds."""
    cuts = {line.span.start: None}
    for marker in markers:
        if _is_aside(source, line, marker):
            continue
        if marker.value in _CUT_BEFORE or marker.span.start == line.span.start:
            cuts[marker.span.start] = marker
        elif marker.value == "resolved":
            # the preamble belongs to the words that close it; what another marker opened ends before them
            cuts[line.span.start if cuts[line.span.start] is None else marker.span.start] = marker
        if marker.value == "resolved":
            cuts.setdefault(marker.span.stop, None)
        if marker.value == "slot" and (
            behind := _task_behind(source.text, Span(marker.span.stop, line.span.stop))
        ):
            cuts.setdefault(behind, None)
    starts = sorted(start for start in cuts if start < line.span.stop)
    for start, stop in zip(starts, [*starts[1:], line.span.stop], strict=True):
        span = _trim(source.text, Span(start, stop))
        if len(span):
            piece = replace(line, span=span, text=source.slice(span), marker=cuts[start])
            yield from [piece] if piece.marker else _items(source, piece)


def _task_behind(text: str, span: Span) -> int | None:
    """Where a new task begins behind what a slot says: «Срок: до 20 марта. Опубликовать отчёт.»"""
    starts = [
        m.end() for m, _ in zip(_SENTENCE.finditer(text, span.start, span.stop), range(4), strict=False)
    ]
    sentences = [(start, text[start:stop]) for start, stop in pairwise([*starts, span.stop])]
    return next((start for start, words in sentences if clauses.is_task(words, morph.words(words))), None)


def _is_aside(source: Source, line: Line, marker: Found[str]) -> bool:
    """«Зиминой А.А. (срок: 15.05.2025) подготовить …»: a slot in brackets within the sentence cuts nothing."""
    return (
        marker.value == "slot"
        and marker.span.start > line.span.start
        and source.text[marker.span.start] == "("
    )


def _items(source: Source, line: Line) -> Iterator[Line]:
    """The items of a paragraph that holds several («1. …: 1) …; 2) …. 2. …»), those inside them too, each as a line; else
    the line with its label."""
    label = label_of(line.text)
    starts = _inner_starts(line.text, label)
    bounds = [0, *starts, len(line.text)]
    for start, stop in pairwise(bounds):
        span = _trim(source.text, Span(line.span.start + start, line.span.start + stop))
        if not len(span):
            continue
        piece = replace(line, span=span, text=source.slice(span), label=label_of(source.slice(span)))
        yield from _items(source, piece) if starts else [piece]


def _inner_starts(text: str, label: Label | None) -> list[int]:
    """Where further items begin inside a paragraph: those that go on with its own label, else a list that begins anew."""
    found = [(m.end(), m[1], m[2]) for m in _ITEM_INSIDE.finditer(text) if not _depth(text[: m.start()])]
    if label and label.path:
        end = label.style[-1:] if len(label.path) == 1 else "."
        if goes_on := _chain(found, label.path[:-1], (label.ordinal or 0) + 1, end):
            return goes_on
    anew = [_chain(found, tuple(value.split(".")[:-1]), 1, end) for _, value, end in found]
    return max((chain for chain in anew if len(chain) >= _LEAST_ITEMS), key=len, default=[])


def _chain(found: list[tuple[int, str, str]], above: tuple[str, ...], first: int, end: str) -> list[int]:
    """The starts of labels under `above` that count on from `first`, the same sign behind them, letters or digits throughout."""
    out: list[int] = []
    letters = None
    for start, value, sign in found:
        *outer, last = value.split(".")
        if (
            (tuple(outer), sign) == (above, end)
            and ordinal(last) == first + len(out)
            and letters in (None, last.isalpha())
        ):
            letters = last.isalpha()
            out.append(start)
    return out


def _depth(text: str) -> int:
    """How many quotes and brackets are open at the end of `text`; straight quotes count in pairs."""
    depth = 0
    for char in text:
        depth += (char in _OPEN) - (char in _CLOSE and depth > 0)
    return depth + text.count('"') % 2
