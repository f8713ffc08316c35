"""PDF → Source. pdfium reads the text layer; pages that have none, or a garbled one, are recognised (see `ocr`)."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from resodoc.errors import ReadError
from resodoc.model import Diagnostic, Source
from resodoc.readers import ocr
from resodoc.readers.options import ReadOptions
from resodoc.readers.page import flow, ruled
from resodoc.readers.page.glyphs import page_words
from resodoc.readers.page.printed import Page, Sheet, Word
from resodoc.readers.page.rows import rows

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_PAGES = 5_000
MAX_SECONDS = 300
"""How long the text layer of a document may take."""

_INCORRECT_PASSWORD = 4  # FPDF_ERR_PASSWORD
_GARBLED = 0.5  # a smaller share of words that the dictionary knows is no Russian
_FEW_WORDS, _FULL_PAGE = (
    40,
    0.6,
)  # a picture over this part of a page with fewer words: a scan with a stamp on it


@dataclass(slots=True)
class _Reading:
    """A document being read: its pages so far, and what went wrong with which of them."""

    name: str
    document: PdfDocument
    plumber: ruled.Plumber
    sheets: list[Sheet] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    untabled: list[int] = field(default_factory=list)
    scanned: list[int] = field(default_factory=list)


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """The document that a PDF holds.

    Raises ReadError: locked by a password, damaged, too large, or a scan that cannot be recognised here.
    """
    reading = _Reading(name, _open(data, name), ruled.Plumber(data))
    try:
        _read_text(reading, options.ocr)
        notes = [*_recognise(reading, options.ocr), *_complaints(reading)]
        return flow.compose(reading.sheets, name=name, format="pdf", notes=tuple(notes))
    finally:
        reading.document.close()


def _open(data: bytes, name: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
    except PdfiumError as error:
        locked = getattr(error, "err_code", None) == _INCORRECT_PASSWORD
        raise ReadError("read-encrypted" if locked else "read-corrupt", name=name) from error
    if not len(document):
        raise ReadError("read-corrupt", name=name)
    if len(document) > MAX_PAGES:
        raise ReadError("pdf-too-many-pages", name=name, pages=len(document), limit=MAX_PAGES)
    return document


def _read_text(reading: _Reading, mode: str) -> None:
    from pypdfium2 import PdfiumError

    until = time.monotonic() + MAX_SECONDS
    for number in range(1, len(reading.document) + 1):
        if time.monotonic() > until:
            raise ReadError("pdf-too-slow", name=reading.name, seconds=MAX_SECONDS)
        try:
            pdf_page = reading.document[number - 1]
        except PdfiumError:
            reading.damaged.append(number)
            reading.sheets.append(Sheet(Page(number, 0, 0), ()))
            continue
        try:
            page = page_words(pdf_page, number)
            look = ruled.look(pdf_page, page.turn)
        finally:
            pdf_page.close()
        if mode == "always" or _is_scan(page, look):
            reading.scanned.append(number)
        elif look.ruled:
            page = _with_tables(reading, page, look)
        reading.sheets.append(flow.sheet(replace(page, frames=tuple(look.frames))))


def _is_scan(page: Page, look: ruled.Look) -> bool:
    """Whether the words of a page are not what is printed on it."""
    if not page.words:
        return look.picture > 0 or look.paths > 0
    if look.picture > _FULL_PAGE and len(page.words) < _FEW_WORDS:
        return True
    return _is_garbled(page.words) and _is_garbled([word for row in rows(page.words) for word in row])


def _is_garbled(words: Sequence[Word]) -> bool:
    share = ocr.known_share(words)
    return share is not None and share < _GARBLED


def _with_tables(reading: _Reading, page: Page, look: ruled.Look) -> Page:
    try:
        if look.paths <= ruled.MAX_PATHS:
            return replace(page, grids=reading.plumber.grids(page))
    except Exception:  # pdfminer raises whatever a damaged file leads it into; pdfium has read the words
        pass
    reading.untabled.append(page.number)
    return page


# ── scanned pages ────────────────────────────────────────────────────────────────────────────────────


def _recognise(reading: _Reading, mode: str) -> Iterator[Diagnostic]:
    """Put what Tesseract reads in the place of the scanned pages, and note it."""
    if not reading.scanned:
        return
    whole = len(reading.scanned) == len(reading.sheets)
    if mode == "never":
        if whole:
            raise ReadError("ocr-never", name=reading.name)
        yield _about_pages("ocr-pages-skipped", "warning", reading.scanned)
        return
    try:
        recognised = ocr.recognise(_scans(reading.document, reading.scanned), reading.name)
    except ReadError as error:
        if whole or error.code not in ("ocr-no-tesseract", "ocr-no-russian"):
            raise
        yield _about_pages("ocr-pages-missed", "error", reading.scanned)
        return
    for page in recognised:
        reading.sheets[page.number - 1] = flow.sheet(page)
    yield ocr.note(recognised)


def _scans(document: PdfDocument, numbers: Iterable[int]) -> Iterator[ocr.Scan]:
    for number in numbers:
        page = document[number - 1]
        try:
            yield _scan(page, number)
        finally:
            page.close()


def _scan(page: PdfPage, number: int) -> ocr.Scan:
    width, height = page.get_size()
    dots = min(ocr.DPI / 72, (ocr.MAX_PIXELS / max(1.0, width * height)) ** 0.5)
    return ocr.Scan(number, page.render(scale=dots, grayscale=True).to_pil(), 1 / dots)


# ── what was not read ────────────────────────────────────────────────────────────────────────────────


def _complaints(reading: _Reading) -> Iterator[Diagnostic]:
    if reading.damaged:
        yield _about_pages("pdf-pages-damaged", "error", reading.damaged)
    if reading.untabled:
        yield _about_pages("pdf-tables-skipped", "warning", reading.untabled)


def _about_pages(check: str, level: str, numbers: Sequence[int]) -> Diagnostic:
    return Diagnostic(check, level, (("pages", ocr.ranges(numbers)),))
