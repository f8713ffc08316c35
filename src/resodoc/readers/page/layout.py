"""Printed lines → paragraphs, written into a Composer.

A line goes on with its paragraph unless something says that a new one begins. The surest sign is that the next line's
first word would have fitted on the line before; then an indent, white between the lines, another alignment or size.
Headings, titles and address blocks are broken by hand, so there words decide instead: a lower-case start, a preposition
at the end. The forms (title «О …», signature, annex mark) are those of GOST R 7.0.97-2016.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

from resodoc.language import morph
from resodoc.readers import hyphens
from resodoc.readers.compose import Composer
from resodoc.readers.page.lines import ENDED
from resodoc.readers.page.placing import (
    SAME_EDGE,
    below,
    moved,
    same_block,
    same_edge,
    symmetric,
    would_fit,
)
from resodoc.readers.page.printed import Line, Page

LABEL = re.compile(  # no date
    r"(?!\d\d?\.\d\d?\.\d\d)(?:\d{1,3}(?:\.\d{1,3})*[.)]|[IVXLC]{1,6}[.)]|[а-яa-z]\)|[-–—•*]\s|Статья \d|Раздел |Глава )"
)
_TITLE = re.compile(r"Об?о? (?=\S)", re.I)
_OPEN_END = re.compile(
    r"(?:[,«(–—-]|\b(?:а|в|для|до|за|и|из|или|к|ко|на|не|о|об|от|по|под|при|с|со|у|№|N))$", re.I
)
_FIRST_WORD = re.compile(r"[«\"(]*([^\W\d_]+)")
_OBLIQUE, _MOSTLY = frozenset({"gent", "gen2", "datv", "ablt", "loct", "loc2"}), 0.8
_LETTERS = re.compile(r"[^\W\d_]")

_SAME_SIZE = 1.3  # times the height of the line before
_WHITE = 1.3  # times the usual step between two lines
_MAX_TITLE = 0.75  # of the column, for a title set at its left


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document is set: `step` from line to line in heights, `indent` of a paragraph's first line in points."""

    step: float = 1.2
    indent: float | None = None


def habits(lines: Sequence[Line]) -> Habits:
    """What is usual in `lines`, which have their column's edges."""
    steps = [
        (b.box[1] - a.box[1]) / a.height
        for a, b in pairwise(lines)
        if a.page == b.page and b.box[1] > a.box[1]
    ]
    near = [s for s in steps if s < 2.5]
    begun = (b for a, b in pairwise([lines[0], *lines]) if _begins(a, b)) if lines else ()
    indents = Counter(round(ln.indent) for ln in begun)
    (indent, count) = indents.most_common(1)[0] if indents else (0, 0)
    return Habits(statistics.median(near) if near else 1.2, float(indent) if count > 2 else None)


def _begins(last: Line, line: Line) -> bool:
    """Whether an indented line is the first of its paragraph, and not one that hangs below an item's number."""
    if not 0.5 * line.height < line.indent < 6 * line.height:
        return False
    if last is line or LABEL.match(line.text) or ENDED.search(last.text):
        return True
    outer = last.hang is None and last.indent < line.indent - SAME_EDGE * line.height
    return outer or would_fit(last, line, last.right - last.box[2])


def paragraphs(lines: Sequence[Line], usual: Habits) -> Iterator[list[Line]]:
    """`lines` in the order of reading, grouped into paragraphs; the footnotes of a page come after the paragraph that they
    cut in two."""
    notes = [line for line in lines if line.footnote]
    for paragraph in _grouped([line for line in lines if not line.footnote], usual):
        due = list(takewhile(lambda note, page=paragraph[0].page: note.page < page, notes))
        notes = notes[len(due) :]
        yield from _grouped(due, usual)
        yield paragraph
    yield from _grouped(notes, usual)


def _grouped(lines: Sequence[Line], usual: Habits) -> Iterator[list[Line]]:
    current: list[Line] = []
    for line in lines:
        if current and not _goes_on(current, line, usual):
            yield current
            current = []
        current.append(line)
    if current:
        yield current


def write(paragraph: Sequence[Line], composer: Composer, pages: dict[int, Page], usual: Habits) -> None:
    """Add a paragraph to the text, a piece for each printed line, words that a line's end had broken made whole."""
    for number, line in enumerate(paragraph):
        add = composer.line if number else composer.add
        add(line.text, **where(line, pages[line.page], align(line, usual)))
    composer.end()


def where(line: Line, page: Page, aligned: str | None = None) -> dict[str, Any]:
    """The fields of the Origin of `line`."""
    return {
        "page": page.number,
        "line": line.number,
        "bbox": page.on_paper(line.box),
        "align": aligned,
        "bold": line.bold,
        "confidence": line.confidence,
    }


def align(line: Line, usual: Habits) -> str:
    """left, center or right, of a line in its column; a line as wide as the column is left."""
    indent = line.indent
    if indent <= 1.5 * line.height or (usual.indent is not None and abs(indent - usual.indent) < 3):
        return "left"
    if symmetric(line):
        return "center"
    far = indent > 0.35 * (line.right - line.left) and line.right - line.box[2] < indent
    return "right" if far else "left"


# ── does a line go on with the paragraph? ────────────────────────────────────────────────────────────


def _goes_on(paragraph: Sequence[Line], line: Line, usual: Habits) -> bool:
    first, last = paragraph[0], paragraph[-1]
    if _set_apart(paragraph, line, usual):
        return False
    if "\t" in last.text or "\t" in line.text:
        return "\t" not in line.text and same_edge(first.hang, line.box[0], line)
    if _in_brackets(paragraph) and line.text[0].islower() and same_block(last, line):
        return True
    sides = align(last, usual), align(line, usual)
    if (sides == ("left", "left") or _hangs(paragraph, line)) and _goes_on_left(paragraph, line, usual):
        return True
    if "right" in sides:
        flush = same_edge(last.box[0], line.box[0], line)
        room = last.right - last.box[2] if flush else last.right
        return same_block(last, line) and _by_words(paragraph, line, room)
    centred = line.indent > SAME_EDGE * line.height or "center" in sides
    room = last.right - last.left - last.width
    return centred and all(map(symmetric, [*paragraph, line])) and _by_words(paragraph, line, room)


def _hangs(paragraph: Sequence[Line], line: Line) -> bool:
    """Whether a line begins where the text behind the paragraph's label does."""
    first = paragraph[0]
    return first.hang is not None and below(first.hang, first.left, line)


def _set_apart(paragraph: Sequence[Line], line: Line, usual: Habits) -> bool:
    """Whether white, another size of type, a new page or column, or a blank to be filled in ends the paragraph."""
    last = paragraph[-1]
    if last.text.endswith("__"):  # a form: what is printed after the blank belongs to the next one
        return True
    if max(last.height, line.height) > _SAME_SIZE * min(last.height, line.height):
        return True
    if not moved(last, line):
        return _parted(paragraph, line, usual)
    if line.text[0].islower() or last.text.endswith(hyphens.HYPHENS):
        return False
    widths = sorted((last.right - last.left, line.right - line.left))
    ended = usual.indent is None and ENDED.search(last.text)
    return last.page == line.page or widths[0] < 0.9 * widths[1] or bool(ended)


def _in_brackets(paragraph: Sequence[Line]) -> bool:
    """Whether a note in brackets has not ended: «(в ред. …»."""
    return paragraph[0].text.startswith("(") and not any(")" in line.text for line in paragraph)


def _goes_on_left(paragraph: Sequence[Line], line: Line, usual: Habits) -> bool:
    first, last = paragraph[0], paragraph[-1]
    if LABEL.match(line.text) and ENDED.search(last.text):
        return False
    if _is_title([*paragraph, line]):
        return _by_words(paragraph, line, line.right)
    if len(paragraph) > 1:
        placed = below(paragraph[1].box[0], paragraph[1].left, line)
    else:
        furthest = max(first.box[0], first.hang or 0.0) - first.left
        begins = usual.indent is not None and same_edge(usual.indent, line.indent, line)
        within = not begins and line.indent <= furthest + SAME_EDGE * line.height
        placed = within or _hangs(paragraph, line)
    return placed and not would_fit(last, line, last.right - last.box[2])


def _by_words(paragraph: Sequence[Line], line: Line, room: float) -> bool:
    """Whether a line that may have been ended by hand goes on, by what it says; `room` was left beside it."""
    first, last = paragraph[0], paragraph[-1]
    if ENDED.search(last.text) or LABEL.match(line.text) or last.bold != line.bold:
        return False
    capitals = _capitals(last.text), _capitals(line.text)
    if None not in capitals and capitals[0] != capitals[1]:
        return False
    if _TITLE.match(first.text):
        return not _TITLE.match(line.text)
    return _hangs_on(line.text) or bool(_OPEN_END.search(last.text)) or not would_fit(last, line, room)


def _hangs_on(text: str) -> bool:
    """Whether a line can hardly begin a heading: a lower-case start, or a noun or adjective in an oblique case
    («Правительства Российской Федерации» below «Постановлением»)."""
    word = _FIRST_WORD.match(text)
    if not word or word[1].islower():
        return word is not None
    return sum(r.score for r in morph.readings(word[1]) if r.known and r.case in _OBLIQUE) > _MOSTLY


def _parted(paragraph: Sequence[Line], line: Line, usual: Habits) -> bool:
    """Whether there is more white above `line` than between the lines of its paragraph."""
    last = paragraph[-1]
    step = usual.step * last.height
    if len(paragraph) > 1 and not moved(paragraph[-2], last):
        step = last.box[1] - paragraph[-2].box[1]
    return line.box[1] - last.box[1] > _WHITE * step


def _is_title(paragraph: Sequence[Line]) -> bool:
    """«О внесении изменений …» in a narrow block at the left."""
    first = paragraph[0]
    return bool(_TITLE.match(first.text)) and all(
        same_edge(first.box[0], ln.box[0], ln) and ln.box[2] < ln.left + _MAX_TITLE * (ln.right - ln.left)
        for ln in paragraph
    )


def _capitals(text: str) -> bool | None:
    """Whether a text is set in capitals; None when it has too few letters to tell."""
    letters = _LETTERS.findall(text)
    return all(c.isupper() for c in letters) if len(letters) > 3 else None
