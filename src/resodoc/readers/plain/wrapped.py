"""Printed lines → paragraphs, where the typist (or a converter) broke the lines.

A line was broken for want of room if the next line's first word would not have fitted in; it was ended on purpose
if it would have. What begins with a label, a bullet or a caption («Срок:») is a paragraph of its own, unless the
sentence before it runs on. A text whose paragraphs are single lines already has no full lines, and stays as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, repeat

from resodoc.language import morph


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. `text` is tidy; `indent` and `width` count columns, `width` up to the last character.
    `hard`: it ends where its writer wanted. `number` counts from 1 on its page; `raw` is the line as written, where
    tabs and blanks may set a table."""

    text: str
    number: int = 0
    page: int | None = None
    indent: int = 0
    width: int = 0
    bold: bool = False
    hard: bool = False
    comments: tuple[str, ...] = ()
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of lines was set: its `width` in columns and whether lines were `wrapped` at it; `base`, the
    left margin of most lines; whether first lines are `indented`; whether paragraphs are `marked` at all, by
    indents or blank lines."""

    width: int
    wrapped: bool
    base: int
    indented: bool
    marked: bool


_MIN_WIDTH, _MAX_WIDTH = 40, 130
_MAX_INDENT = 14  # a first line is indented by less, a centred line by more
_HARDLY = 0.95  # of the width: margins differ a little in a text typed by hand
_TOO_LONG = 1.2
_ENOUGH_CUT = 4
_PAGE_GAP = 3  # blank lines that a converter leaves between two pages

_NUMBER = re.compile(
    r"(?:§ ?)?(?:\d{1,2}\.){1,5} ?[А-ЯЁа-яёA-Z«\"(]|(?:\d{1,2}(?:\.\d{1,2}){0,4}|\(\d{1,2})\) ?\S"
    r"|(?:\d{1,2}\.){1,4}\d{1,2}\.? [А-ЯЁ«\"]|[IVXLХ]{1,6}[.)] ?[А-ЯЁ«\"]|[а-яёa-z]\) ?\S"
)
_BULLET = re.compile(r"[-–—•·●▪■*] ?[^\s\d]|[oо] (?=[А-ЯЁ])")
_CAPTION = re.compile(r"[А-ЯЁ][А-ЯЁ \-]{3,40}:|[А-ЯЁ][а-яё]{3,20}(?: [а-яё]{3,20})?(?: ?\(\w{1,4}\))? ?:")
_DATE_OR_PLACE = re.compile(
    r"(?:от )?[«\"]?(?:\d{1,2}|_{2,20})[»\"]?[. _].{0,40}(?:\d{4}|20_*|__)|№|N ?\d"
    r"|(?:г|гор|с|д|п|пос|ст|р\. ?п|п\. ?г\. ?т)\. ?[А-ЯЁ]"
)
_LONE_LABEL = re.compile(r"(?:\d{1,2}\.){1,5}|\d{1,2}(?:\.\d{1,2}){0,4}\)|[IVXLХ]{1,6}\.|[а-я]\)")
_ENDED = re.compile(r"[.;:!?][»\")]*$")
_INITIALS_END = re.compile(r"(?<!\w)[А-ЯЁ]\.[»\")]*$")
_DATE_END = re.compile(r"\d{4}(?: ?г\.?| года)?$")
_SURNAME = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?[А-ЯЁ]\.")
_REFERS = re.compile(
    r"(?:пункт|част|стать|раздел|глав|приложени|абзац|строк|таблиц|форм)[а-яё]{0,3}$"
    r"|(?:№|\bN|\b(?:пп?|ст|ч|гл|рис|табл)\.)$",
    re.I,
)
_BLANK_FIELD = re.compile(r"_{8,}")
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐]$")


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each paragraph; blank lines (no `text`) part paragraphs and are left out."""
    paragraph: list[Line] = []
    blanks = 0
    for line, style in zip(lines, _styles(lines), strict=True):
        if not line.text:
            blanks += 1
            continue
        if paragraph and not _joins(paragraph, line, blanks, style):
            yield paragraph
            paragraph = []
        paragraph.append(line)
        blanks = 0
    if paragraph:
        yield paragraph


def set_in_lines(lines: Sequence[Line]) -> bool:
    """Whether what passes for paragraphs are the printed lines of a page: at every fourth a sentence goes on in the
    next, for want of room."""
    style = _style(lines)
    full = [(a, b) for a, b in pairwise(lines) if _is_full(a, b, style.width)]
    cut = sum(runs_on(a.text, b.text) for a, b in full)
    longer = sum(line.width > _TOO_LONG * style.width for line in lines)
    return style.wrapped and cut > _ENOUGH_CUT and 4 * cut > len(lines) > 20 * longer


def labelled(text: str) -> bool:
    """Whether a line begins with a label or a bullet."""
    return bool(_NUMBER.match(text) or _BULLET.match(text))


def opens(text: str) -> bool:
    """Whether a line begins like a paragraph of its own: a label, a bullet, a caption («Срок:»)."""
    return labelled(text) or bool(_CAPTION.match(text))


def runs_on(before: str, after: str) -> bool:
    """Whether the sentence of `before` goes on in the line `after`."""
    if opens(after):
        return False
    if before.count("(") > before.count(")") and not (ended(before) and after[0].isupper()):
        return True
    if ended(before) and not (_INITIALS_END.search(before) and after[0].islower()):
        return False
    if _DATE_OR_PLACE.match(after):
        return False
    return after[0].islower() and not (before.isupper() and len(before) > 3)


def _breaks_name(before: str, after: str) -> bool:
    """Whether a full line breaks inside a name that goes on with no small letter: «от 12.03.2021 | № 140», «МБУ | «Дом»»,
    «по профилю | «лёгкая атлетика»», «министра | Бугаева Р.Н.»."""
    if ended(before) or opens(after):
        return False
    if after[0] == "№":
        return bool(_DATE_END.search(before))
    if after[0] in '«"':
        return after[1:2].islower() or before.split()[-1].isupper()
    return bool(_SURNAME.match(after))


def ended(text: str) -> bool:
    """Whether a line ends as a sentence or an item does."""
    return bool(_ENDED.search(text))


def _styles(lines: Sequence[Line]) -> Iterator[Style]:
    """The style of each line: the document's when its lines are wrapped, else that of the lines between blanks."""
    whole = _style(lines)
    if whole.wrapped:
        yield from repeat(whole, len(lines))
        return
    for _, stretch in groupby(lines, key=lambda line: bool(line.text)):
        block = list(stretch)
        yield from repeat(_style(block), len(block))


def _style(lines: Sequence[Line]) -> Style:
    printed = sorted(line.width for line in lines if line.text and line.width <= _MAX_WIDTH)
    if len(printed) < 2:
        return Style(0, False, 0, False, False)
    width = printed[-1 - len(printed) // 10]
    pairs = [(a, b) for a, b in pairwise(lines) if a.text and b.text]
    full = [(a, b) for a, b in pairs if _is_full(a, b, width)]
    cut = [b for a, b in full if runs_on(a.text, b.text) or _breaks_name(a.text, b.text)]
    base = Counter(line.indent for line in cut).most_common(1)[0][0] if cut else 0
    indented = sum(base + 1 < line.indent <= base + _MAX_INDENT for line in lines if line.text) > 1
    parted = sum(bool(a.text and not b.text) for a, b in pairwise(lines))
    wrapped = width >= _MIN_WIDTH and len(cut) > 1 and 5 * len(cut) >= 2 * len(full)
    return Style(width, wrapped, base, indented, indented or parted >= len(pairs) - len(full))


def _is_full(line: Line, after: Line, width: int) -> bool:
    """Whether the first word of `after` would not have fitted into `line`, or hardly. A line that is far too long was
    never broken."""
    return _HARDLY * width - len(after.text.split(maxsplit=1)[0]) - 1 < line.width < _TOO_LONG * width


def _joins(paragraph: Sequence[Line], line: Line, blanks: int, style: Style) -> bool:
    """Whether `line`, after so many blank lines, goes on with `paragraph`."""
    last = paragraph[-1]
    if last.hard or (ended(last.text) and _LONE_LABEL.fullmatch(line.text)):
        return False
    if len(paragraph) == 1 and blanks < 2 and _LONE_LABEL.fullmatch(last.text):
        return not opens(line.text)
    other_page = last.page != line.page
    if blanks and not (other_page and style.wrapped):
        return (other_page or blanks >= _PAGE_GAP) and _is_cut(last.text, line.text)
    if "\t" in last.text or _BLANK_FIELD.fullmatch(last.text) or _BLANK_FIELD.fullmatch(line.text):
        return False
    if _BROKEN_WORD.search(last.text) and line.text[0].isalpha():
        return True
    if _dangles(last.text) and not opens(line.text):
        return True
    if not style.wrapped or not _is_full(last, line, style.width):
        return runs_on(last.text, line.text) and not (style.indented and _is_listed(last, line, style.base))
    return runs_on(last.text, line.text) or _goes_on(paragraph, line, style)


def _is_listed(last: Line, line: Line, base: int) -> bool:
    """Whether two short lines stand under each other in an indented list, whose entries bear no labels."""
    return base + 1 < last.indent <= base + _MAX_INDENT and line.indent <= last.indent


def _goes_on(paragraph: Sequence[Line], line: Line, style: Style) -> bool:
    """Whether `line` goes on with `paragraph`, whose last line had no room for its first word."""
    last = paragraph[-1]
    if opens(line.text):
        if style.indented:
            return line.indent <= style.base + 1 and not ended(last.text)
        return bool(_REFERS.search(last.text)) or not (ended(last.text) or _NUMBER.match(line.text))
    if "\t" in line.text or max(last.indent, line.indent) > style.base + _MAX_INDENT:
        return False
    if line.indent > style.base + 1:
        hangs = opens(paragraph[0].text) and line.indent > paragraph[0].indent
        return hangs or (line.indent <= last.indent and not style.indented)
    if style.indented or not ended(last.text):
        return True
    return style.marked and last.text[-1] not in ":;"


def _is_cut(before: str, after: str) -> bool:
    """Whether a page end stands inside a sentence: it goes on in lower case, or broke off at a comma or the like."""
    if ended(before) or opens(after) or "\t" in before:
        return False
    return _dangles(before) or before.endswith(",") or (after[0].islower() and not before.isupper())


def _dangles(text: str) -> bool:
    """Whether a line breaks off at a dash, a preposition or a conjunction, where no paragraph ends."""
    return text.endswith(("–", "—")) or morph.readings(text.split()[-1])[0].pos in ("PREP", "CONJ")
