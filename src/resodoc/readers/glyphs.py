"""The text layer of a PDF page → words with boxes, by pdfium's own functions: only the ends of a word are looked at."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from resodoc.readers.printed import Page, Word, turned

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MAX_CHARS = 100_000

# pdfium puts U+FFFE where a line ends in a hyphen, and the next line follows it without a break.
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_DIGIT_WITHIN = re.compile(r"[\w»\")]\d")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
# Symbol and Wingdings have no Unicode names: their characters come as U+F000 + code, bullets among them.
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x21, 0x7F)}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06C, 0xF06E, 0xF071), "•")
# A soft hyphen that is drawn is a hyphen: producers leave the invisible ones out.
_CHARS = {0xF02D: "–", 0xAD: "-", 0x00: " "} | _PRIVATE | _BULLETS
_ASCENT, _DESCENT = 0.9, 0.22  # of the size: the usual ones, for those in the file are often wrong
_LARGE, _PALE = 32, 0x90  # a watermark: points high; each colour lighter than this, or its opacity less


def page_words(page: PdfPage, number: int) -> Page:
    """The page turned upright, its words in the order of the file. Text that stands askew to the rest, and large pale
    text, is in `marks`. Of a page with more than MAX_CHARS characters (a drawing) the first ones are read."""
    text_page = page.get_textpage()
    try:
        found = list(_words(page, text_page))
    finally:
        text_page.close()
    shown = page.get_rotation() // 90
    turns = Counter(turn for turn, _ in found if turn is not None)
    upright = turns.most_common(1)[0][0] if turns else shown
    left, bottom, right, top = page.get_bbox()
    width, height = right - left, top - bottom
    words = [word for turn, word in found if turn == upright]
    if upright:
        words = [w._replace(**_box(turned(w[1:5], width, height, upright))) for w in words]
        _, _, width, height = turned((0, 0, width, height), width, height, upright)
    marks = tuple(word.text for turn, word in found if turn != upright)
    return Page(number, width, height, tuple(words), marks=marks, turn=(upright - shown) % 4)


def _box(box) -> dict[str, float]:
    return dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))


def _words(page: PdfPage, text_page: PdfTextPage) -> Iterator[tuple[int | None, Word]]:
    """Each word as it lies in the file (but from the top left corner), with the quarter turns clockwise that make it
    upright; None for a word of a watermark."""
    left, _, _, top = page.get_bbox()
    glyphs = _Glyphs(text_page)
    text, box = glyphs.text, glyphs.box
    level, setting = None, _Setting(0, 0.0, 0.0)
    for m in _WORD.finditer(text):
        for start, stop in glyphs.of_one_size(m) if _DIGIT_WITHIN.search(m.group()) else (m.span(),):
            x0, y1, x1, y0 = box(start)
            if stop - start > 1:
                last_x0, high, last_x1, low = box(stop - 1)
                x0, x1, y0, y1 = min(x0, last_x0), max(x1, last_x1), min(y0, low), max(y1, high)
            if y0 != level:  # words of one line share the measures of its first
                level, setting = y0, glyphs.setting(start, y1 - y0)
            if setting.turn == 0:
                y1, y0 = setting.baseline + _ASCENT * setting.size, setting.baseline - _DESCENT * setting.size
            word = text[start:stop].replace("\ufffe", "-")
            yield setting.turn, Word(word, x0 - left, top - y1, x1 - left, top - y0, glyphs.bold(start))


class _Setting(NamedTuple):
    """How a line is set: quarter turns clockwise that make it upright (None: a watermark), baseline, size in points."""

    turn: int | None
    baseline: float
    size: float


class _Glyphs:
    """The characters of a page: their text, and measures by their offset in it."""

    def __init__(self, text_page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, text_page.raw
        self._rect, self._matrix, self._name = raw.FS_RECTF(), raw.FS_MATRIX(), ctypes.create_string_buffer(128)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._bold: dict[bytes, bool] = {}
        count = min(text_page.count_chars(), MAX_CHARS)
        text = text_page.get_text_range(0, count) if count else ""
        if len(text) != count:  # characters without Unicode were left out: offsets must be those of the page
            text = "".join(chr(raw.FPDFText_GetUnicode(self._page, i)) for i in range(count))
            text = text.replace("\x02", "\ufffe")
        self.text = text.translate(_CHARS)

    def box(self, at: int) -> tuple[float, float, float, float]:
        """Left, top, right and bottom in the file's own coordinates, that count from the bottom left corner."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._page, at, rect)
        return rect.left, rect.top, rect.right, rect.bottom

    def of_one_size(self, word: re.Match[str]) -> Iterator[tuple[int, int]]:
        """The stretches of a word that stand at one height: «5» and «1» of «5¹»."""
        at = word.start()
        for _, group in groupby(round(self.box(i)[3], 1) for i in range(*word.span())):
            size = len(list(group))
            yield at, at + size
            at += size

    def setting(self, at: int, height: float) -> _Setting:
        """How the character is set; `height` of its box stands in for a size that the file does not tell truly."""
        raw, matrix, y = self._raw, self._matrix, self._y
        raw.FPDFText_GetMatrix(self._page, at, matrix)
        raw.FPDFText_GetCharOrigin(self._page, at, self._x, y)
        size = raw.FPDFText_GetFontSize(self._page, at) * math.hypot(matrix.c, matrix.d)
        if not 0.5 < size / (height or 1) < 2:
            size = height
        quarters = -math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        askew = abs(quarters - round(quarters)) > 0.05
        watermark = askew or (size > _LARGE and self._pale(at))
        return _Setting(None if watermark else -round(quarters) % 4, y.value, size)

    def _pale(self, at: int) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        self._raw.FPDFText_GetFillColor(self._page, at, red, green, blue, alpha)
        return min(red.value, green.value, blue.value) > _PALE or alpha.value < _PALE

    def bold(self, at: int) -> bool:
        """Whether the font's name says so: its weight is missing or wrong in half of all files."""
        self._raw.FPDFText_GetFontInfo(self._page, at, self._name, 128, None)
        name = self._name.value
        if name not in self._bold:
            self._bold[name] = bool(_BOLD.search(name))
        return self._bold[name]
