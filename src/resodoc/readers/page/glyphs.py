"""The text layer of a PDF page → words with boxes, by pdfium's own functions: only the ends of a word are looked at."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from resodoc.model import Box
from resodoc.readers.page.printed import Page, Word, bounds, turned

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

MAX_CHARS = 100_000

# pdfium puts U+FFFE where a line ends in a hyphen, and the next line follows it without a break.
_WORD = re.compile(r"[^\s\ufffe]+\ufffe?|\ufffe")
_LINE_END = "\r\n\ufffe"
# «51.» may be «5¹.», unless it is a year or a part of a date; of «51» the ends would not be level.
_RAISED_WITHIN = re.compile(r"(?<![\d.])(?!(?:19|20)\d\d\b|\d\d?\.\d)[\w»\")]\d{1,3}\W")
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)
# Symbol and Wingdings have no Unicode names: their characters come as U+F000 + code, bullets among them.
_PRIVATE = {0xF000 + code: chr(code) for code in range(0x21, 0x7F)}
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0A8, 0xF0D8, 0xF0FC, 0xF076, 0xF06C, 0xF06E, 0xF071), "•")
# A soft hyphen that is drawn is a hyphen: producers leave the invisible ones out.
# Lines that are drawn with characters are no text.
_CHARS = {0xF02D: "–", 0xAD: "-", 0x00: " "} | _PRIVATE | _BULLETS | dict.fromkeys(range(0x2500, 0x25A0), " ")
_ASCENT, _DESCENT = 0.9, 0.22  # of the size: the usual ones, for those in the file are often wrong
_SPECIAL = re.compile("[" + "".join(map(chr, _CHARS)) + "]")
_APART = 0.5  # of a character's height, to the next one of its word
_TALLEST = 1_000  # points
_LARGE, _PALE = 32, 0x90  # a watermark: points high; each colour lighter than this, or its opacity less


def page_words(page: PdfPage, number: int) -> Page:
    """The page turned upright, its words in the order of the file. Text that stands askew to the rest, and large pale
    text, is in `marks`. Of a page with more than MAX_CHARS characters (a drawing) the first ones are read."""
    left, bottom, right, top = page.get_bbox()
    text_page = page.get_textpage()
    try:
        found = _words(_Glyphs(text_page), left, top)
    finally:
        text_page.close()
    shown = page.get_rotation() // 90
    watermark = found.pop(None, [])
    upright = max(found, key=lambda turn: len(found[turn])) if found else shown
    words = [
        w for w in found.pop(upright, []) if 0.1 < w.bottom - w.top < _TALLEST
    ]  # else the file is damaged
    width, height = right - left, top - bottom
    if upright:
        words = [w._replace(**_box(turned(w[1:5], width, height, upright))) for w in words]
        _, _, width, height = turned((0, 0, width, height), width, height, upright)
    marks = tuple(word.text for askew in (watermark, *found.values()) for word in askew)
    return Page(number, width, height, tuple(words), marks=marks, turn=(upright - shown) % 4)


def _box(box: Box) -> dict[str, float]:
    return dict(zip(("x0", "top", "x1", "bottom"), box, strict=True))


def _words(glyphs: _Glyphs, left: float, top: float) -> dict[int | None, list[Word]]:
    """Words as they lie in the file, but from its top left corner, by the quarter turns clockwise that make them
    upright; those of a watermark under None. Words of one line share the measures of its first."""
    text, ends = glyphs.text, glyphs.ends
    found: dict[int | None, list[Word]] = {}
    turn, base, high, low = None, None, 0.0, 0.0
    for m in _WORD.finditer(text):
        word, span = m.group(), m.span()
        x0, first_base, x1, last_base = ends(*span)
        whole = first_base == last_base and (word.isalnum() or not _RAISED_WITHIN.search(word))
        for start, stop in (span,) if whole else glyphs.pieces(*span):
            if not whole:
                word = text[start:stop]
                x0, first_base, x1, last_base = ends(start, stop)
            if first_base != base or last_base != base:
                base = first_base
                turn, high, low = glyphs.setting(start, stop)
                words, bold = found.setdefault(turn, []), glyphs.bold(start)
            elif text[stop : stop + 1] in _LINE_END:
                bold = glyphs.bold(start)
            if word[-1] == "\ufffe":
                word = word[:-1] + "-"
            if turn == 0:
                words.append(Word(word, x0 - left, top - high, x1 - left, top - low, bold))
            else:
                x0, y0, x1, y1 = bounds(glyphs.box(at) for at in (start, stop - 1))
                words.append(Word(word, x0 - left, top - y1, x1 - left, top - y0, bold))
    return found


def _unchecked(function: Any) -> Any:
    """`function` of a C library without its declared types: ctypes then converts no argument, which takes half the time
    of a call. The caller passes what the declaration asks for."""
    return ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.cast(function, ctypes.c_void_p).value)


class _Glyphs:
    """The characters of a page: their text, and measures by their offset in it."""

    def __init__(self, text_page: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._raw, self._page = raw, text_page.raw
        self._rect, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._measure, self._rect_at = _unchecked(raw.FPDFText_GetLooseCharBox), ctypes.byref(self._rect)
        self._font_info, self._name = _unchecked(raw.FPDFText_GetFontInfo), ctypes.create_string_buffer(128)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._fonts: dict[float, tuple[int | None, float, float]] = {}
        self._bold: dict[bytes, bool] = {}
        count = min(text_page.count_chars(), MAX_CHARS)
        text = text_page.get_text_range(0, count) if count else ""
        if len(text) != count:  # characters without Unicode were left out: offsets must be those of the page
            text = "".join(chr(raw.FPDFText_GetUnicode(self._page, i)) for i in range(count))
            text = text.replace("\x02", "\ufffe")
        self.text = text.translate(_CHARS) if _SPECIAL.search(text) else text

    def ends(self, start: int, stop: int) -> tuple[float, float, float, float]:
        """Left and bottom of a word's first character, right and bottom of its last, in the file's own coordinates, that
        count from the bottom left corner."""
        measure, page, rect, at = self._measure, self._page, self._rect, self._rect_at
        measure(page, start, at)
        left, bottom = rect.left, rect.bottom
        if stop - start > 1:
            measure(page, stop - 1, at)
        return left, bottom, rect.right, rect.bottom

    def box(self, at: int) -> Box:
        """Left, bottom, right and top of a character in the file's own coordinates."""
        rect = self._rect
        self._measure(self._page, at, self._rect_at)
        return rect.left, rect.bottom, rect.right, rect.top

    def pieces(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """The stretches of what pdfium takes for one word: cut where the next character stands elsewhere (a watermark that
        begins without a space before it), and in level text where it is raised («5» and «1» of «5¹»)."""
        boxes = [self.box(i) for i in range(start, stop)]
        at, level = start, len({box[1] for box in boxes}) > 1 and self._turn(start) == 0
        for i, (a, b) in enumerate(pairwise(boxes), start + 1):
            apart = max(b[0] - a[2], a[0] - b[2], b[1] - a[3], a[1] - b[3]) > _APART * (a[3] - a[1])
            if apart or (level and round(a[1], 1) != round(b[1], 1)):
                yield at, i
                at, level = i, self._turn(i) == 0
        yield at, stop

    def setting(self, start: int, stop: int) -> tuple[int | None, float, float]:
        """How the line that begins with the word `start`..`stop` is set: the quarter turns clockwise that make it upright
        (None: a watermark), top and bottom of its type. A level word in a font seen before is measured by it: a file's
        fonts are few, and its lines many."""
        left, base, _, high = self.box(start)
        after, last_base, _, _ = self.box(stop - 1)
        height = round(high - base, 2)
        usual = last_base == base and after > left and height < _LARGE
        known = self._fonts.get(height) if usual else None
        if known is None:
            known = self._measured(start, base, height)
            if usual:
                self._fonts[height] = known
        turn, ascent, descent = known
        return turn, base + ascent, base - descent

    def _turn(self, at: int) -> int | None:
        _, base, _, high = self.box(at)
        return self._measured(at, base, high - base)[0]

    def _measured(self, at: int, base: float, height: float) -> tuple[int | None, float, float]:
        """The turn of a character, how far above `base` its type ends and how far below; the `height` of its box stands in for
        a size that the file does not tell truly."""
        raw, matrix, y = self._raw, self._matrix, self._y
        raw.FPDFText_GetMatrix(self._page, at, matrix)
        raw.FPDFText_GetCharOrigin(self._page, at, self._x, y)
        size = raw.FPDFText_GetFontSize(self._page, at) * math.hypot(matrix.c, matrix.d)
        if not 0.5 < size / (height or 1) < 2:
            size = height
        quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        askew = abs(quarters - round(quarters)) > 0.05
        watermark = askew or (size > _LARGE and self._pale(at))
        rise = y.value - base
        return None if watermark else round(quarters) % 4, rise + _ASCENT * size, _DESCENT * size - rise

    def _pale(self, at: int) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        self._raw.FPDFText_GetFillColor(self._page, at, red, green, blue, alpha)
        return min(red.value, green.value, blue.value) > _PALE or alpha.value < _PALE

    def bold(self, at: int) -> bool:
        """Whether the font's name says so: its weight is missing or wrong in half of all files."""
        self._font_info(self._page, at, self._name, ctypes.c_ulong(128), None)
        name = self._name.value
        if name not in self._bold:
            self._bold[name] = bool(_BOLD.search(name))
        return self._bold[name]
