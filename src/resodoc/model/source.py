"""What a reader makes: a text that is final, and where each stretch of it was printed."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the top left corner of the page."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, `start` included, `stop` excluded."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, other: Span | int) -> bool:
        if isinstance(other, int):
            return self.start <= other < self.stop
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of the text was printed: one per printed line (PDF, scan, TXT) or paragraph (DOCX, HTML).

    Pages, lines and paragraphs count from 1; a line counts within its page. `None` = the format does not say.
    `confidence` is the recognition confidence in 0..1 of a scanned line, `None` for a line that was text already.
    """

    span: Span
    page: int | None = None
    line: int | None = None
    bbox: Box | None = None
    paragraph: int | None = None
    align: str | None = None  # "left" | "center" | "right" | "justify"
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of the text: in `Source.text` a row is one line, its cells are parted by a TAB, and what were
    paragraphs inside a cell are parted by U+2028. A row of one cell runs across the whole width."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something a writer left on the text: `highlight`, `comment`, `insertion` or `deletion` (tracked changes);
    `text` is the comment's or the deleted words. A comment covers the words it is fixed to."""

    kind: str
    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something the reader of the output should know. `check` is a stable id in kebab-case, `level` is
    `error`, `warning` or `info`, `values` fill the message `check` names in the catalogue."""

    check: str
    level: str
    values: tuple[tuple[str, str], ...] = ()
    span: Span | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text, composed once by a reader and never edited afterwards.

    `text`: NFC; one paragraph is one line ending in "\\n" (lines and pages already joined, hyphens resolved,
    automatic numbers written out, running heads left out); a table row is one line (see `Table`).
    `origins` are sorted by start, do not overlap, and cover every character that was printed.
    `marks`: words that stood outside the flow and still mean something (a watermark «ПРОЕКТ», the number in a head).
    """

    name: str
    text: str
    origins: tuple[Origin, ...] = ()
    tables: tuple[Table, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    marks: tuple[str, ...] = ()
    format: str = "txt"
    sha256: str = ""
    bytes: int = 0
    pages: int | None = None
    encoding: str | None = None
    notes: tuple[Diagnostic, ...] = ()

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.stop]

    def quote(self, span: Span) -> str:
        """What stands at `span`, in one line."""
        return " ".join(self.slice(span).split())

    def origins_in(self, span: Span) -> tuple[Origin, ...]:
        """The origins that share a character with `span`, in order of the text."""
        first = max(0, bisect_right(self.origins, span.start, key=lambda o: o.span.start) - 1)
        out = []
        for origin in self.origins[first:]:
            if origin.span.start >= span.stop:
                break
            if origin.span.overlaps(span):
                out.append(origin)
        return tuple(out)
