"""PDF → Source. pdfium reads the text layer; pages without one, or with a garbled one, are recognised (see `ocr`)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers import flow, ruled
from resodoc.readers.glyphs import page_words
from resodoc.readers.options import ReadOptions
from resodoc.readers.printed import Page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MAX_PAGES = 5_000


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    import pypdfium2
    document = pypdfium2.PdfDocument(data)
    plumber = ruled.Plumber(data)
    pages = [_page(document, number, plumber) for number in range(1, len(document) + 1)]
    return flow.compose(pages, name=name, format="pdf")


def _page(document: PdfDocument, number: int, plumber: ruled.Plumber) -> Page:
    pdf_page = document[number - 1]
    try:
        page = page_words(pdf_page, number)
        look = ruled.look(pdf_page)
    finally:
        pdf_page.close()
    if look.ruled and page.words and look.paths <= ruled.MAX_PATHS:
        page = replace(page, grids=plumber.grids(page))
    return replace(page, frames=tuple(look.frames))
