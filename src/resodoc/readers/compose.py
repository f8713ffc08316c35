"""The one way in which a reader puts a text together: pieces with their origins, paragraphs, table rows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat
from typing import Any

from resodoc.model import Origin, Source, Span, Table
from resodoc.readers import hyphens

CELL, CELL_LINE = "\t", "\u2028"
Piece = tuple[str, dict[str, Any]]
"""A stretch of text and where it was printed (the fields of Origin)."""


class Composer:
    """Builds a `Source`. Each `add` is a stretch printed in one place; what `glue` adds was printed nowhere.

    >>> c = Composer()
    >>> c.add("1. Утвердить", page=1, line=3); c.glue(" "); c.add("план.", page=1, line=4); c.end()
    >>> c.source(name="a.txt").text
    '1. Утвердить план.\\n'
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._origins: list[Origin] = []
        self._tables: list[Table] = []
        self._grid: list[tuple[Span, ...]] = []
        self._grid_start = 0

    @property
    def length(self) -> int:
        """Characters composed so far: the offset at which the next piece will stand."""
        return self._length

    def add(self, text: str, **where: Any) -> Span:
        """Append `text` (NFC) printed at `where` (the fields of Origin); the span that it got."""
        start = self._length
        self.glue(unicodedata.normalize("NFC", text))
        span = Span(start, self._length)
        if len(span):
            self._origins.append(Origin(span, **where))
        return span

    def line(self, text: str, **where: Any) -> Span:
        """Append the next printed line of the paragraph: a word broken at the end of the last line is made whole."""
        before = next(part for part in reversed(self._parts) if part)
        if before.endswith(hyphens.HYPHENS) and hyphens.joined(before, text):
            self.unhyphen()
        else:
            self.glue(hyphens.separator(before, text))
        return self.add(text, **where)

    def glue(self, text: str) -> None:
        """Append characters that nobody printed: a space between joined lines, a paragraph's end."""
        self._parts.append(text)
        self._length += len(text)

    def end(self) -> None:
        """End the paragraph, unless nothing stands in it yet."""
        if self._length and not self._ends_with("\n"):
            self.glue("\n")

    def unhyphen(self) -> None:
        """Take back the hyphen that ends the text so far: the word goes on with the next piece."""
        if not self._parts or not self._parts[-1].endswith(("-", "\u00ad", "\u2010", "\ufffe")):
            raise ValueError("the text does not end with a hyphen")
        self._parts[-1] = self._parts[-1][:-1]
        self._length -= 1
        last = self._origins[-1]
        self._origins[-1] = replace(last, span=Span(last.span.start, min(last.span.stop, self._length)))

    def row(self, cells: Sequence[Sequence[Piece | Sequence[Piece]]]) -> list[list[Span]]:
        """Append a table row: each cell is a list of paragraphs, each (text, where), or a list of these, one for each
        printed line. Where the paragraphs of each cell came to stand."""
        self.end()
        if not self._grid:
            self._grid_start = self._length
        spans: list[Span] = []
        places: list[list[Span]] = []
        for index, cell in enumerate(cells):
            if index:
                self.glue(CELL)
            start = self._length
            places.append([])
            for number, paragraph in enumerate(cell):
                if number:
                    self.glue(CELL_LINE)
                begin = self._length
                lines = [paragraph] if isinstance(paragraph, tuple) else paragraph
                for add, (text, where) in zip(chain([self.add], repeat(self.line)), lines, strict=False):
                    add(text.replace("\n", " ").replace(CELL, " "), **where)
                places[-1].append(Span(begin, self._length))
            spans.append(Span(start, self._length))
        self.glue("\n")
        self._grid.append(tuple(spans))
        return places

    def end_table(self) -> None:
        """Close the table that the rows since the last call make."""
        if self._grid:
            self._tables.append(Table(Span(self._grid_start, self._length), tuple(self._grid)))
            self._grid = []

    def source(self, **fields: Any) -> Source:
        """The finished source; `fields` are the others of `Source`."""
        self.end_table()
        self.end()
        return Source(
            text="".join(self._parts), origins=tuple(self._origins), tables=tuple(self._tables), **fields
        )

    def _ends_with(self, *ends: str) -> bool:
        for part in reversed(self._parts):
            if part:
                return part.endswith(ends)
        return False
