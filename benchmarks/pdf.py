"""Pages per second of resodoc's PDF reader beside `pdfplumber.extract_text`, on the same built document, in one run.

    python benchmarks/pdf.py [pages]

Processor time is measured, the better of three rounds taken in turn, so that other work on the machine weighs little.
"""

from __future__ import annotations

import gc
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from resodoc.readers import pdf
from resodoc.readers.options import ReadOptions

FONTS = (
    "dejavu/DejaVuSerif.ttf",
    "liberation/LiberationSerif-Regular.ttf",
    "liberation2/LiberationSerif-Regular.ttf",
)
ITEM = (
    "{n}. Комитету по промышленной политике до {day} мая 2026 года подготовить предложения о развитии участка № {n}, "
    "согласовать их с отделом архитектуры и представить в администрацию городского округа. О ходе работы докладывать "
    "ежеквартально, не позднее 10 числа месяца, следующего за отчётным. Сведения о результатах разместить на официальном "
    "сайте в разделе «Решения», обеспечив их доступность не менее пяти лет."
)
ROUNDS = 3


def document(pages: int) -> bytes:
    """A decree of so many pages: justified paragraphs with a first-line indent, a running head, page numbers."""
    root = Path("/usr/share/fonts/truetype")
    font = next((root / name for name in FONTS if (root / name).exists()), None)
    if font is None:
        sys.exit("no Cyrillic TrueType font found; install one: apt install fonts-dejavu-core")
    pdfmetrics.registerFont(TTFont("Text", str(font)))
    style = ParagraphStyle("text", fontName="Text", fontSize=12, leading=18, firstLineIndent=35, alignment=4)

    def head(canvas, doc) -> None:
        canvas.setFont("Text", 9)
        canvas.drawCentredString(297, 805, f"Решение совета, страница {doc.page}")

    out = io.BytesIO()
    items = [Paragraph(ITEM.format(n=n, day=n % 30 + 1), style) for n in range(1, pages * 5 + 1)]
    SimpleDocTemplate(out).build(items, onFirstPage=head, onLaterPages=head)
    return out.getvalue()


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def plumb(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            page.extract_text()
            page.close()


def main() -> None:
    data = document(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
    pages = pdf.read(data, "built.pdf", ReadOptions()).pages or 0  # dictionaries are loaded, too
    gc.collect()
    ours, theirs = zip(
        *(
            (seconds(lambda: pdf.read(data, "built.pdf", ReadOptions())), seconds(lambda: plumb(data)))
            for _ in range(ROUNDS)
        ),
        strict=True,
    )
    print(f"pages                     {pages}")
    print(f"resodoc, whole reader     {pages / min(ours):8.1f} pages/s")
    print(f"pdfplumber.extract_text   {pages / min(theirs):8.1f} pages/s")
    print(f"ratio                     {min(theirs) / min(ours):8.1f}")


if __name__ == "__main__":
    main()
