"""Scanned pages → words with boxes, by the `tesseract` program (Russian and English), one process a page.

The program is called directly: its TSV output is all that is needed, so no Python package stands in between.
"""

from __future__ import annotations

import csv
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
from resodoc.readers import ruled
from resodoc.readers.options import ReadOptions
from resodoc.readers.printed import Page, Word, levelled

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
MAX_PIXELS = 60_000_000
SECONDS = 120
"""How long one page may take."""

_DOUBTFUL = 0.6  # share of known words below which the page may lie on its side
_NOISE = 0.3  # confidence below which only words of the dictionary are kept
_NOISE_SIGN = 0.6  # the same for what has no letter or digit: specks are read as dashes
_LANGUAGES = "rus+eng"
_ROTATE = re.compile(rb"Rotate: (90|180|270)")
_SAMPLE = 60  # words
_LONGER = re.compile(r"[^\W\d_]{3,}")
_LATIN = str.maketrans("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху")
_INITIALS = re.compile(r"\W*(?:[A-Z]\.){1,2}\W*")
_NEXT_LABELS = {"а)": {"6)": "б)"}, "I.": {"П.": "II."}, "II.": {"Ш.": "III."}}
_CYRILLIC = re.compile(r"[А-ЯЁа-яё]")
_LINE_END_DASH = re.compile(r"(?<=[^\W\d_])[—–¬]$")
_HIGH, _LOW = re.compile(r"[А-ЯЁA-Zбёй\dfthkld«»\"(]"), re.compile(r"[руфцщдqpgyj,;()]")
# Of a type's size: how high letters of each kind stand, how deep they go; the mean of usual book types.
_CAPITAL, _SMALL, _DEPTH = 0.68, 0.46, 0.2


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
    from resodoc.readers import flow

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
    """The page of a scan, turned upright when it lies on its side, with its ruled tables."""
    page = _as_printed(scan, program, name, 0)
    if _quality(page) < _DOUBTFUL and (turn := _lies(scan, program, name)):
        page = max(page, _as_printed(scan, program, name, turn), key=_quality)
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
    return known_share(page.words) or 0.0


def _as_printed(scan: Scan, program: str, name: str, turn: int) -> Page:
    image = _upright(scan, turn)
    table = _run(program, image, name, "-l", _LANGUAGES, "--psm", "3", "tsv").decode("utf-8", "replace")
    lines = _lines(table, scan.scale)
    slope = _slope(lines)
    words = tuple(word for line in _even([_level(line, slope) for line in lines]) for word in line)
    width, height = (side * scan.scale for side in image.size)
    return Page(scan.number, width, height, words, turn=turn, slope=slope)


def _frames(images: Sequence[bytes], name: str) -> Iterator[tuple[Image, float]]:
    """Each image in shades of grey, and its scale: by its own resolution where that is likely, else as a page is wide."""
    from PIL import Image as images_of
    from PIL import ImageOps, ImageSequence, UnidentifiedImageError

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
        except (
            UnidentifiedImageError,
            images_of.DecompressionBombError,
            OSError,
            ValueError,
            SyntaxError,
        ) as error:
            raise ReadError("read-corrupt", name=name) from error


# ── its words ────────────────────────────────────────────────────────────────────────────────────────


def _lines(table: str, scale: float) -> list[list[Word]]:
    """The lines of Tesseract's TSV output, noise left out, boxes in points."""
    rows = [
        r
        for r in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
        if r["level"] == "5"
    ]
    out = []
    for _, line in groupby(rows, key=lambda r: (r["block_num"], r["par_num"], r["line_num"])):
        words = [word for row in line if (word := _word(row, scale))]
        if words:
            words[-1] = words[-1]._replace(text=_LINE_END_DASH.sub("-", words[-1].text))
            out.append(words)
    _labelled(out)
    return out


def _word(row: dict[str, str], scale: float) -> Word | None:
    text, sure = (row["text"] or "").strip(), float(row["conf"]) / 100
    if not text or (
        sure < _NOISE and not any(len(w.text) > 2 and morph.known(w.text) for w in morph.words(text))
    ):
        return None
    if not any(map(str.isalnum, text)) and (sure < _NOISE_SIGN or "|" in text):
        return None
    x, y, width, height = (int(row[side]) * scale for side in ("left", "top", "width", "height"))
    return Word(_in_cyrillic(text), x, y, x + width, y + height, confidence=round(sure, 3))


def _in_cyrillic(text: str) -> str:
    """`text` without Latin letters that only look like Russian ones: in a word that has Russian letters too, in one that is
    Russian when they are changed, in initials."""
    changed = text.translate(_LATIN)
    if changed == text or re.search(r"[A-Za-z]", changed):
        return text
    russian = _CYRILLIC.search(text) or _INITIALS.fullmatch(text) or morph.known(changed)
    return changed if russian else text


def _labelled(lines: Sequence[list[Word]]) -> None:
    """Put right the labels that look like others, where the one before tells: after «а)» no «6)» follows."""
    expected: dict[str, str] = {}
    for line in lines:
        label = expected.get(line[0].text, line[0].text)
        line[0] = line[0]._replace(text=label)
        expected |= _NEXT_LABELS.get(label, {})


def _slope(lines: Sequence[Sequence[Word]]) -> float:
    """How many points lines sink for each point to the right: a page laid askew on the glass."""
    slopes = []
    for line in lines:
        if len(line) > 4:
            x, y = [(w.x0 + w.x1) / 2 for w in line], [(w.top + w.bottom) / 2 for w in line]
            slopes.append(statistics.linear_regression(x, y).slope)
    return statistics.median(slopes) if slopes else 0.0


def _level(line: Sequence[Word], slope: float) -> list[Word]:
    moved = (levelled((w.x0 + w.x1) / 2, (w.top + w.bottom) / 2, slope) for w in line)
    half = [((w.x1 - w.x0) / 2, (w.bottom - w.top) / 2) for w in line]
    return [
        w._replace(x0=x - dx, top=y - dy, x1=x + dx, bottom=y + dy)
        for w, (x, y), (dx, dy) in zip(line, moved, half, strict=True)
    ]


def _even(lines: Sequence[Sequence[Word]]) -> Iterator[list[Word]]:
    """`lines` with one height for all words of a line, from the size of type that its letters point to: boxes of ink are
    as high as the letters in them."""
    sizes = [_size(line) for line in lines]
    usual = statistics.median(sizes) if sizes else 0.0
    for line, own in zip(lines, sizes, strict=True):
        size = usual if 0.6 < own / usual < 1.8 else own
        base = statistics.median(w.bottom - (_DEPTH * own if _LOW.search(w.text) else 0) for w in line)
        yield [w._replace(top=base - 0.9 * size, bottom=base + 0.22 * size) for w in line]


def _size(line: Sequence[Word]) -> float:
    return statistics.median(
        (w.bottom - w.top)
        / ((_CAPITAL if _HIGH.search(w.text) else _SMALL) + (_DEPTH if _LOW.search(w.text) else 0))
        for w in line
    )
