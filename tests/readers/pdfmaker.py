"""Sets pages as Word or a typist would, with reportlab: what the tests of the PDF reader read.

Places are points from the top left corner of the page. Without reportlab (the `test` extra) or a Cyrillic TrueType font
the tests that build a PDF are skipped, and say so.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

canvas = pytest.importorskip(
    "reportlab.pdfgen.canvas", reason="reportlab is not installed: pip install resodoc[test]"
)
from reportlab.lib.pdfencrypt import StandardEncryption  # noqa: E402
from reportlab.pdfbase import pdfmetrics  # noqa: E402
from reportlab.pdfbase.ttfonts import TTFont  # noqa: E402

A4 = (595.0, 842.0)
LEFT, RIGHT, TOP, BOTTOM = 85.0, 553.0, 57.0, 785.0
SIZE, LEADING, INDENT = 12.0, 18.0, 35.0
_FONTS = (
    ("liberation/LiberationSerif-Regular.ttf", "liberation/LiberationSerif-Bold.ttf"),
    ("liberation2/LiberationSerif-Regular.ttf", "liberation2/LiberationSerif-Bold.ttf"),
    ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf"),
)


@cache
def _fonts() -> tuple[str, str]:
    root = Path("/usr/share/fonts/truetype")
    for pair in _FONTS:
        if all((root / name).exists() for name in pair):
            for name, file in zip(("Text", "Text-Bold"), pair, strict=True):
                pdfmetrics.registerFont(TTFont(name, str(root / file)))
            return "Text", "Text-Bold"
    pytest.skip("no Cyrillic TrueType font: apt install fonts-liberation or fonts-dejavu-core")


def width(text: str, size: float = SIZE, bold: bool = False) -> float:
    return pdfmetrics.stringWidth(text, _fonts()[bold], size)


class Press:
    """A document being printed. `head(press, number)`, called at the start of every page, prints what recurs."""

    def __init__(
        self,
        head: Callable[[Press, int], None] | None = None,
        size: tuple[float, float] = A4,
        password: str | None = None,
        **options: float,
    ) -> None:
        _fonts()
        self._out = io.BytesIO()
        lock = StandardEncryption(password, ownerPassword="owner") if password is not None else None
        self.canvas = canvas.Canvas(self._out, pagesize=size, encrypt=lock)
        self.size, self._head, self._number = size, head, 1
        self.font_size = options.get("font_size", SIZE)
        self.leading = options.get("leading", LEADING)
        self.indent = options.get("indent", INDENT)
        self.after = options.get("after", 0.0)
        self.justify = options.get("justify", True)
        self.left, self.right = options.get("left", LEFT), options.get("right", RIGHT)
        self.y = TOP
        self._start()

    def _start(self) -> None:
        self.y = TOP
        if self._head:
            self._head(self, self._number)

    def page(self) -> None:
        """Begin a new page."""
        self.canvas.showPage()
        self._number += 1
        self._start()

    def done(self) -> bytes:
        self.canvas.save()
        return self._out.getvalue()

    def at(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 0,
        bold: bool = False,
        gray: float = 0,
        angle: float = 0,
    ) -> None:
        """Print `text` with its base line at `y`."""
        c = self.canvas
        c.saveState()
        c.setFont(_fonts()[bold], size or self.font_size)
        c.setFillGray(gray)
        c.translate(x, self.size[1] - y)
        c.rotate(angle)
        c.drawString(0, 0, text)
        c.restoreState()

    def _down(self) -> float:
        """The base line of the next line."""
        if self.y + self.leading > BOTTOM:
            self.page()
        self.y += self.leading
        return self.y

    def line(self, text: str, x: float | None = None, **how) -> None:
        self.at(self.left if x is None else x, self._down(), text, **how)

    def centre(self, text: str, **how) -> None:
        wide = width(text, how.get("size", 0) or self.font_size, how.get("bold", False))
        self.line(text, (self.left + self.right - wide) / 2, **how)

    def flush_right(self, text: str, **how) -> None:
        self.line(text, self.right - width(text, self.font_size), **how)

    def pieces(self, *placed: tuple[float, str]) -> None:
        """Several texts on one base line."""
        y = self._down()
        for x, text in placed:
            self.at(x, y, text)

    def skip(self, points: float) -> None:
        self.y += points

    def paragraph(self, text: str, indent: float | None = None) -> None:
        """`text` broken where the next word does not fit."""
        first = self.indent if indent is None else indent
        for number, (words, last) in enumerate(self._broken(text, first)):
            x, y = self.left + (0 if number else first), self._down()
            space = width(" ", self.font_size)
            if self.justify and not last and len(words) > 1:
                space = (self.right - x - sum(width(w, self.font_size) for w in words)) / (len(words) - 1)
            for word in words:
                self.at(x, y, word)
                x += width(word, self.font_size) + space
        self.y += self.after

    def _broken(self, text: str, first: float) -> list[tuple[list[str], bool]]:
        lines: list[list[str]] = [[]]
        for word in text.split():
            room = self.right - self.left - (first if len(lines) == 1 else 0)
            if lines[-1] and width(" ".join([*lines[-1], word]), self.font_size) > room:
                lines.append([])
            lines[-1].append(word)
        return [(words, n == len(lines)) for n, words in enumerate(lines, 1)]

    def table(self, rows: Sequence[Sequence[str]], edges: Sequence[float], header: int = 0) -> None:
        """A ruled table with its column edges at `edges`; "\\n" breaks a line in a cell, a row of one cell runs across the
        whole width, None joins a cell with the one above it. The first `header` rows are repeated on a new page."""
        self.y += 4
        for number, row in enumerate(rows):
            if self._row_height(row) + self.y > BOTTOM:
                self.page()
                self.y += 4
                for again in rows[:header]:
                    self._row(again, edges, ())
            self._row(row, edges, rows[number + 1] if number + 1 < len(rows) else ())
        self.y += 4

    def _row_height(self, row: Sequence[str | None]) -> float:
        return 14 * max(len((cell or "").split("\n")) for cell in row) + 4

    def _row(self, row: Sequence[str | None], edges: Sequence[float], below: Sequence[str | None]) -> None:
        c, high, top = self.canvas, self._row_height(row), self.size[1] - self.y
        spans = [(edges[0], edges[-1])] if len(row) == 1 else list(pairwise(edges))
        for n, (text, (x0, x1)) in enumerate(zip(row, spans, strict=True)):
            c.line(x0, top, x0, top - high)
            c.line(x1, top, x1, top - high)
            if text is not None:
                c.line(x0, top, x1, top)
            if not (n < len(below) and below[n] is None):
                c.line(x0, top - high, x1, top - high)
            for k, part in enumerate((text or "").split("\n")):
                self.at(x0 + 5, self.y + 13 + 14 * k, part, size=11)
        self.y += high
