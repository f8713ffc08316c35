"""The blocks of a page: what CSS 2.1 says a browser makes of them, as far as documents need it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from resodoc.readers.blocks import Block, Grid, Note, Run, paragraphs_of, without_notes
from resodoc.readers.raised import lowered, raised
from resodoc.readers.web.lists import item_labels

Element = Any  # lxml's, which is imported only where a page is read

_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary ul".split()
)
_BOLD = frozenset("b strong h1 h2 h3 h4 h5 h6 th".split())
_HEIGHTS = {"sup": raised, "sub": lowered}
_TRACKED = {"ins": "insertion", "mark": "highlight"}
_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center|justify)", re.I)
_IS_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_YELLOW = re.compile(r"mso-highlight|background(?:-color)?\s*:\s*(?:yellow|#ff0\b|#ffff00)", re.I)
_FOOTNOTE = re.compile(r"#_?(?:ftn|edn|sdfootnote|sdendnote)", re.I)
_OWN_COMMENT = re.compile(r"\s*(resodoc:.{0,200}?)\s*", re.S)
_BLANKS = re.compile(r"[ \t\n\r\f]+")

_MAX_DEPTH = 150  # of elements in each other: what lies deeper is read as plain text
_MAX_SPAN = 40


class Walker:
    """Goes through the elements of a page in order. Text gathers in runs until a block begins or ends."""

    def __init__(self, count: int = 0) -> None:
        self.count = count  # paragraphs so far
        self._out: list[Block] = []
        self._runs: list[Run] = []
        self._align: str | None = None
        self._labels: dict[Element, str] = {}  # of the items of lists that have begun
        self._label = ""  # of the item that begins
        self._waiting: tuple[Note, ...] = ()  # comments on the next paragraph
        self._stretches = 0

    def blocks(self, element: Element) -> list[Block]:
        """The paragraphs and tables in `element`."""
        self._inside(element, Run(""), None, 0)
        self._end(None)
        return self._out

    def _walk(self, element: Element, form: Run, align: str | None, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            self._comment(element.text or "")
        elif tag == "br":
            self._add(replace(form, text="\n"))
        elif tag == "table":
            self._end(align)
            self._out.append(Grid(tuple(self._rows(element, depth))))
        elif tag == "del":
            self._stretches += 1
            self._runs.append(
                Run("", notes=(Note("deletion", f"d{self._stretches}", element.text_content()),))
            )
        elif not (tag == "a" and _FOOTNOTE.match(element.get("href", ""))):
            self._element(element, form, align, depth)

    def _element(self, element: Element, form: Run, align: str | None, depth: int) -> None:
        align = _align_of(element) or align
        block = element.tag in _BLOCKS
        if block:
            self._end(align)
        if element.tag in ("ol", "ul"):
            self._labels |= item_labels(element)
        self._label = self._labels.pop(element, "") or self._label
        self._inside(element, self._form(element, form), align, depth)
        if block:
            self._end(align)

    def _inside(self, element: Element, form: Run, align: str | None, depth: int) -> None:
        if depth > _MAX_DEPTH:
            self._text(element.text_content(), form, element)
            return
        self._align = align if element.tag in _BLOCKS else self._align
        self._text(element.text, form, element)
        for child in element:
            self._walk(child, form, align, depth + 1)
            self._text(child.tail, form, element)

    def _form(self, element: Element, form: Run) -> Run:
        """How the text right inside `element` looks."""
        style = element.get("style", "")
        kind = _TRACKED.get(element.tag) or ("highlight" if _YELLOW.search(style) else None)
        if kind:
            self._stretches += 1
            form = replace(form, notes=(*form.notes, Note(kind, str(self._stretches))))
        return replace(form, bold=True) if element.tag in _BOLD or _IS_BOLD.search(style) else form

    def _text(self, text: str | None, form: Run, parent: Element) -> None:
        if not text:
            return
        if parent.tag != "pre":
            text = _BLANKS.sub(" ", text)
            if text[0] == " " and self._after_blank():
                text = text[1:]
        self._add(replace(form, text=_HEIGHTS.get(parent.tag, str)(text)))

    def _add(self, run: Run) -> None:
        if self._label and run.text.strip():
            self._runs.append(replace(run, text=self._label))
            self._label = ""
        if run.text:
            self._runs.append(run)

    def _after_blank(self) -> bool:
        last = next((run.text for run in reversed(self._runs) if run.text), " ")
        return last[-1] in " \n"

    def _comment(self, text: str) -> None:
        if own := _OWN_COMMENT.fullmatch(text):
            self._stretches += 1
            self._waiting += (Note("comment", f"c{self._stretches}", own.group(1)),)

    def _end(self, align: str | None) -> None:
        """End the paragraph that has gathered."""
        runs, self._runs = self._runs, []
        if any(run.text.strip() for run in runs):
            self.count += 1
            runs = [replace(run, notes=run.notes + self._waiting) for run in runs]
            self._out += paragraphs_of(runs, paragraph=self.count, align=self._align)
            self._waiting = ()
        self._align = align

    def _rows(self, table: Element, depth: int) -> Iterator[tuple[tuple[Block, ...], ...]]:
        """The rows of a table. A cell that spans rows is repeated in each; of one that spans columns the others are
        empty."""
        running: dict[int, tuple[int, tuple[Block, ...]]] = {}  # column → rows left, content
        for row in table.xpath("./tr|./thead/tr|./tbody/tr|./tfoot/tr"):
            cells: list[tuple[Block, ...]] = []
            own = row.xpath("./td|./th")
            for cell in own:
                _fill(cells, running)
                content = self._cell(cell, depth)
                down, across = _span(cell, "rowspan"), _span(cell, "colspan")
                if down > 1:
                    running[len(cells)] = (down - 1, without_notes(content))
                cells += [content, *[()] * (across - 1)]
            _fill(cells, running)
            yield (content,) if len(own) == 1 and not any(cells[1:]) else tuple(cells)

    def _cell(self, cell: Element, depth: int) -> tuple[Block, ...]:
        inner = Walker(self.count)
        inner._inside(cell, inner._form(cell, Run("")), _align_of(cell), depth + 1)
        inner._end(None)
        self.count = inner.count
        return tuple(inner._out)


def _fill(cells: list[tuple[Block, ...]], running: dict[int, tuple[int, tuple[Block, ...]]]) -> None:
    """Put in the cells that come down from the rows above."""
    while len(cells) in running and len(cells) < _MAX_SPAN:
        left, content = running.pop(len(cells))
        if left > 1:
            running[len(cells)] = (left - 1, content)
        cells.append(content)


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return min(max(int(text), 1), _MAX_SPAN) if text.isdecimal() and len(text) < 6 else 1


def _align_of(element: Element) -> str | None:
    found = _ALIGN.search(element.get("style", ""))
    align = found.group(1).lower() if found else element.get("align", "").lower()
    return (
        "center"
        if element.tag == "center"
        else align
        if align in ("left", "right", "center", "justify")
        else None
    )
