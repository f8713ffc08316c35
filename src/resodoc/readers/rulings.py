"""Ruling lines of a scanned page: long dark runs of pixels, as pdfplumber's edges."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

_DARK = 140  # of 255
_POOL = 3  # pixels that are looked at as one, dark when any of them is: a thin line is not lost
_LONG, _TALL = 20.0, 12.0  # points: letters have no straight strokes as long across, or down


def edges(image: Image, scale: float, slope: float) -> list[dict[str, Any]]:
    """The horizontal and vertical lines of `image`, whose pixels are `scale` points wide and whose text lines sink by
    `slope`; places are those of the levelled page."""
    import numpy

    if slope:
        image = image.rotate(math.degrees(math.atan(slope)), center=(0, 0), fillcolor=255)
    pixels = numpy.asarray(image)
    height, width = (side - side % _POOL for side in pixels.shape)
    dark = (
        pixels[:height, :width].reshape(height // _POOL, _POOL, width // _POOL, _POOL).min(axis=(1, 3))
        < _DARK
    )
    size = _POOL * scale
    across = [(x0 * size, y * size, x1 * size, y * size, "h") for y, x0, x1 in _runs(dark, _LONG / size)]
    down = [(x * size, y0 * size, x * size, y1 * size, "v") for x, y0, y1 in _runs(dark.T, _TALL / size)]
    return [
        {"x0": x0, "top": y0, "x1": x1, "bottom": y1, "width": x1 - x0, "height": y1 - y0, "orientation": way}
        for x0, y0, x1, y1, way in across + down
    ]


def _runs(dark: Any, least: float) -> list[tuple[int, int, int]]:
    """Row, start and stop of each run of dark pixels in a row that is at least so long."""
    import numpy

    steps = numpy.diff(numpy.pad(dark.astype(numpy.int8), ((0, 0), (1, 1))), axis=1)
    row, start = numpy.nonzero(steps == 1)
    stop = numpy.nonzero(steps == -1)[1]
    long = stop - start >= least
    return list(zip(row[long].tolist(), start[long].tolist(), stop[long].tolist(), strict=True))
