"""Ruling lines of a scanned page: long dark runs of pixels, as pdfplumber's edges."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from resodoc.readers.page.printed import levelled

if TYPE_CHECKING:
    from PIL.Image import Image

_POOL = 3  # pixels that are looked at as one
_DARK = 190  # of 255, the mean of the pixels of a pool: a line one pixel thick is not lost
_LONG, _TALL = 20.0, 12.0  # points: letters have no straight strokes as long across, or down


def edges(image: Image, scale: float, slope: float) -> list[dict[str, Any]]:
    """The horizontal and vertical lines of `image` (grey), whose pixels are `scale` points wide and whose text lines sink
    by `slope`; places are those of the levelled page."""
    from PIL.Image import Transpose

    image, left, top = straightened(image, slope)
    pooled = image.reduce(_POOL).point(lambda grey: 0 if grey < _DARK else 255)
    size, left, top = _POOL * scale, left * scale, top * scale
    across = [(x0, y, x1, y, "h") for y, x0, x1 in _runs(pooled, _LONG / size)]
    mirrored = pooled.transpose(Transpose.TRANSPOSE)
    down = [(x, y0, x, y1, "v") for x, y0, y1 in _runs(mirrored, _TALL / size)]
    placed = (
        (left + x0 * size, top + y0 * size, left + x1 * size, top + y1 * size, way)
        for x0, y0, x1, y1, way in across + down
    )
    return [
        {"x0": x0, "top": y0, "x1": x1, "bottom": y1, "width": x1 - x0, "height": y1 - y0, "orientation": way}
        for x0, y0, x1, y1, way in placed
    ]


def straightened(image: Image, slope: float) -> tuple[Image, float, float]:
    """`image`, whose lines sink by `slope`, with level lines and nothing cut off, and where on the levelled page its top
    left corner lies, in pixels."""
    if not slope:
        return image, 0.0, 0.0
    from PIL.Image import Resampling

    turned = image.rotate(math.degrees(math.atan(slope)), Resampling.BICUBIC, expand=True, fillcolor=255)
    x, y = levelled(image.width / 2, image.height / 2, slope)  # the turn is about the middle
    return turned, x - turned.width / 2, y - turned.height / 2


def _runs(image: Image, least: float) -> Iterator[tuple[int, int, int]]:
    """Row, start and stop of each run of black pixels in a row that is at least so long."""
    pixels, width = image.tobytes(), image.width
    black = re.compile(rb"\0{%d,}" % math.ceil(least))
    for row in range(image.height):
        begin = row * width
        for run in black.finditer(pixels, begin, begin + width):
            yield row, run.start() - begin, run.end() - begin
