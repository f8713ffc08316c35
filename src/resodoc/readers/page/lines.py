"""Words that stand in one row → a Line."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from resodoc.readers.page.printed import Line, Word

LABEL = re.compile(
    r"(?!\d\d?\.\d\d?\.\d\d)(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[IVXLC]{1,6}[.)]|[а-яa-z]\)|[-–—•*])$"
)
_GLUED = re.compile(r"(?:\d{1,3}\.){1,4}(?=[^\W\d])")
ENDED = re.compile(r"(?:[.;:!?…]|_)[»\")]?$")  # a sentence, an item; a blank to be filled in
GUTTER = 0.6  # heights of a line: the least width of a gutter that many rows share


def line(words: Sequence[Word], page: int) -> Line:
    """The line that `words` make."""
    first, last = words[0], words[-1]
    top, bottom = min([w.top for w in words]), max([w.bottom for w in words])
    gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
    sure = [w.confidence or 0.0 for w in words] if first.confidence is not None else []
    hang = words[1].x0 if len(words) > 1 and LABEL.match(first.text) else None
    if hang is None and first.text[0].isdecimal():
        hang = _behind(first)
    return Line(
        text=" ".join([w.text for w in words]),
        box=(first.x0, top, last.x1, bottom),
        height=bottom - top,
        page=page,
        first=first.x1 - first.x0,
        bold=first.bold and last.bold,
        confidence=round(statistics.fmean(sure), 3) if sure else None,
        hang=hang,
        words=tuple(words) if gaps and max(gaps) >= GUTTER * (bottom - top) else (),
    )


def _behind(word: Word) -> float | None:
    """Where the text begins behind a label that is too wide for its indent to leave a space («10.Утвердить»)."""
    glued = _GLUED.match(word.text)
    return word.x0 + (word.x1 - word.x0) * glued.end() / len(word.text) if glued else None
