"""Scanned pages → words with boxes, by the `tesseract` program (Russian and English), one process a page.

The program is called directly: its TSV output is all that is needed, so no Python package stands in between.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import statistics
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, islice
from typing import TYPE_CHECKING

from resodoc.errors import ReadError
from resodoc.language import morph
from resodoc.model import Diagnostic, Source
from resodoc.readers.options import ReadOptions
from resodoc.readers.page import ocr_words, ruled, rulings
from resodoc.readers.page.printed import Page, Word

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
MAX_PIXELS = 60_000_000
SECONDS = 120
"""How long one page may take."""

_DOUBTFUL = 0.6  # share of known words below which the page may lie on its side
_ASKEW, _STEEP = 0.012, 0.3  # slopes: Tesseract begins to lose lines; words misread, not lines that sink
_LANGUAGES = "rus+eng"
_ROTATE = re.compile(rb"Rotate: (90|180|270)")
_SAMPLE = 60  # words
_LONGER = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Scan:
    """The image of a page, and how many points of the page one pixel is."""

    number: int
    image: Image
    scale: float


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """An image file; each frame of a TIFF is a page. Raises ReadError."""
    return read_images([data], name, options)


def read_images(images: Sequence[bytes], name: str, options: ReadOptions) -> Source:
    """The images of a document (their formats: those of Pillow), in order, as its pages. Raises ReadError."""
    from resodoc.readers.page import flow

    if options.ocr == "never":
        raise ReadError("ocr-never", name=name)
    pages = recognise((Scan(n, *sized) for n, sized in enumerate(_frames(images, name), 1)), name)
    return flow.compose([flow.sheet(page) for page in pages], name=name, format="image", notes=(note(pages),))


def recognise(scans: Iterable[Scan], name: str) -> list[Page]:
    """The pages that `scans` show, a process for each of the machine's cores at a time.

    Raises ReadError when Tesseract, or its Russian, is not installed, or a page takes longer than SECONDS.
    """
    program = _program(name)
    workers = os.cpu_count() or 1
    pages: list[Page] = []
    waiting = iter(scans)
    with ThreadPoolExecutor(workers) as pool:
        while batch := list(islice(waiting, workers)):  # images are large: only those at work are in memory
            pages += pool.map(lambda scan: _page(scan, program, name), batch)
    return pages


def note(pages: Sequence[Page]) -> Diagnostic:
    """Which pages were recognised, and with what mean confidence."""
    sure = [w.confidence for page in pages for w in page.words if w.confidence is not None]
    mean = f"{statistics.fmean(sure):.2f}" if sure else "0"
    return Diagnostic("ocr-pages", "info", (("pages", ranges(p.number for p in pages)), ("confidence", mean)))


def ranges(numbers: Iterable[int]) -> str:
    """1, 2, 3, 5 → «1-3, 5»."""
    runs = (list(run) for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]))
    return ", ".join(str(r[0][1]) if len(r) == 1 else f"{r[0][1]}-{r[-1][1]}" for r in runs)


def known_share(words: Sequence[Word]) -> float | None:
    """The share of words of three and more letters that the dictionary knows, in a sample from all over the page; words in
    plain Latin letters do not count. None when there are too few to tell."""
    sample = words[:: 1 + len(words) // _SAMPLE]
    longer = [w for word in sample for w in _LONGER.findall(word.text) if not w.isascii()]
    return statistics.fmean(map(morph.known, longer)) if len(longer) > 4 else None


# ── the program ──────────────────────────────────────────────────────────────────────────────────────


def _program(name: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise ReadError("ocr-no-tesseract", name=name)
    if "rus" not in _installed(program):
        raise ReadError("ocr-no-russian", name=name)
    return program


@cache
def _installed(program: str) -> frozenset[str]:
    done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=SECONDS, check=False)
    return frozenset(done.stdout.decode("utf-8", "replace").split())


def _run(program: str, image: Image, name: str, *options: str) -> bytes:
    pixels = io.BytesIO()
    image.save(pixels, "PPM")
    command = [program, "stdin", "stdout", "--dpi", str(DPI), *options]
    one_thread = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # the pages run in parallel already
    try:
        return subprocess.run(
            command, input=pixels.getvalue(), capture_output=True, timeout=SECONDS, env=one_thread, check=True
        ).stdout
    except subprocess.TimeoutExpired as error:
        raise ReadError("ocr-too-slow", name=name, seconds=SECONDS) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ReadError("ocr-failed", name=name) from error


def _page(scan: Scan, program: str, name: str) -> Page:
    """The page of a scan, turned upright when it lies on its side, read again with level lines when it lies askew, with its
    ruled tables."""
    page = _as_printed(scan, program, name)
    if _quality(page) < _DOUBTFUL and (turn := _lies(scan, program, name)):
        page = max(page, _as_printed(scan, program, name, turn), key=_quality)
    if _ASKEW < abs(page.slope) < _STEEP:
        page = max(page, _as_printed(scan, program, name, page.turn, page.slope), key=_readable)
    try:
        return replace(page, grids=ruled.scanned_grids(_upright(scan, page.turn), scan.scale, page))
    except ruled.TooManyLines:
        return page


def _lies(scan: Scan, program: str, name: str) -> int:
    """The quarter turns clockwise that make a scan upright, as far as Tesseract sees."""
    try:
        found = _ROTATE.search(_run(program, scan.image, name, "--psm", "0"))
    except ReadError:  # its way to say that there is too little text to tell
        return 0
    return int(found[1]) // 90 if found else 0


def _upright(scan: Scan, turn: int) -> Image:
    return scan.image.rotate(-90 * turn, expand=True) if turn else scan.image


def _quality(page: Page) -> float:
    return 0.0 if ocr_words.on_side(page.words) else known_share(page.words) or 0.0


def _readable(page: Page) -> float:
    """About how many words of a page the dictionary knows."""
    return _quality(page) * len(page.words)


def _as_printed(scan: Scan, program: str, name: str, turn: int = 0, askew: float = 0.0) -> Page:
    """The page after so many quarter turns clockwise, read from an image whose lines, sinking by `askew`, were levelled."""
    image = _upright(scan, turn)
    width, height = (side * scan.scale for side in image.size)
    level, left, top = rulings.straightened(image, askew)
    table = _run(program, level, name, "-l", _LANGUAGES, "--psm", "3", "tsv").decode("utf-8", "replace")
    words, slope = ocr_words.levelled_words(table, scan.scale, (left * scan.scale, top * scan.scale))
    return Page(scan.number, width, height, words, turn=turn, slope=(askew + slope) / (1 - askew * slope))


def _frames(images: Sequence[bytes], name: str) -> Iterator[tuple[Image, float]]:
    """Each image in shades of grey, and its scale: by its own resolution where that is likely, else as a page is wide."""
    from PIL import Image as images_of
    from PIL import ImageOps, ImageSequence

    for data in images:
        try:
            for frame in ImageSequence.Iterator(images_of.open(io.BytesIO(data))):
                if frame.width * frame.height > MAX_PIXELS:
                    raise ReadError("ocr-too-large", name=name, limit=MAX_PIXELS // 1_000_000)
                dpi = float(frame.info.get("dpi", (0,))[0])
                yield (
                    ImageOps.exif_transpose(frame).convert("L"),
                    72 / dpi if 100 <= dpi <= 1200 else 595 / frame.width,
                )
        except ReadError:
            raise
        except Exception as error:  # Pillow's decoders raise whatever a damaged file leads them into
            raise ReadError("read-corrupt", name=name) from error
