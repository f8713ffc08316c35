"""The runs of a DOCX paragraph as they are printed: fields by their results, insertions without deletions, pages."""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.readers.blocks import Note, Run
from resodoc.readers.raised import lowered, raised
from resodoc.readers.word.ooxml import MC, Element, W, is_on, val

_SYMBOLS = {
    "B7": "•",
    "2D": "−",
    "B3": "≥",
    "A3": "≤",
    "B0": "°",
    "B4": "×",
    "B1": "±",
    "B9": "≠",
    "A7": "•",
    "D8": "•",
}
"""w:sym in the fonts Symbol and Wingdings: the last two digits of its code → what it looks like."""

_CHARS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_INTO = {
    "hyperlink",
    "smartTag",
    "customXml",
    "sdt",
    "sdtContent",
    "fldSimple",
    "dir",
    "bdo",
    "oMath",
    "oMathPara",
}
_INSERTED, _DELETED = {"ins", "moveTo"}, {"del", "moveFrom"}
_YELLOW = {"FFFF00", "FFFF99"}


class Walker:
    """Goes through the paragraphs of a document in order, for fields, comments and pages go on from one to the next.

    `page` is the number of the page reached, None when the document does not say where its pages end. What stands
    beside the text of the paragraph walked last: `boxes` (text boxes, each with whether it comes before the text)
    and `footnotes` (kind and id of each).
    """

    def __init__(self, comments: dict[str, str], page: int | None) -> None:
        self.page = page
        self.boxes: list[tuple[bool, Element]] = []
        self.footnotes: list[tuple[str, str]] = []
        self._comments = comments
        self._open: dict[str, Note] = {}
        self._fields: list[bool] = []  # for each field we are in: whether it is at its instruction still
        self._stretches = 0  # of highlighting, counted to tell one from the next
        self._printed = False

    def runs(self, paragraph: Element) -> list[Run]:
        """The runs of one paragraph."""
        self.boxes, self.footnotes, self._printed = [], [], False
        return list(self._inside(paragraph, ()))

    def _inside(self, element: Element, notes: tuple[Note, ...]) -> Iterator[Run]:
        for child in element.iterchildren("*"):
            tag = child.tag.rpartition("}")[2]
            if tag == "r":
                yield from self._run(child, notes)
            elif tag in _INTO:
                yield from self._inside(child, notes)
            elif tag in _INSERTED:
                yield from self._inside(child, (*notes, Note("insertion", val(child, "id") or "")))
            elif tag in _DELETED:
                lost = "".join(t.text or "" for t in child.iter(f"{W}delText", f"{W}t"))
                yield Run("", page=self.page, notes=(Note("deletion", val(child, "id") or "", lost),))
            elif tag in ("commentRangeStart", "commentRangeEnd"):
                self._comment(val(child, "id") or "", tag.endswith("Start"))

    def _comment(self, key: str, begins: bool) -> None:
        if not begins:
            self._open.pop(key, None)
        elif key in self._comments:
            self._open[key] = Note("comment", key, self._comments[key])

    def _run(self, run: Element, notes: tuple[Note, ...]) -> Iterator[Run]:
        form = run.find(f"{W}rPr")
        if form is not None and is_on(form.find(f"{W}vanish")):
            return
        notes = (*notes, *self._open.values(), *self._highlight(form))
        bold = form is not None and is_on(form.find(f"{W}b"))
        height = val(None if form is None else form.find(f"{W}vertAlign"))
        for child in run.iterchildren("*"):
            text = self._text(child)
            if text:
                text = (
                    raised(text)
                    if height == "superscript"
                    else lowered(text)
                    if height == "subscript"
                    else text
                )
                self._printed = self._printed or bool(text.strip())
                yield Run(text, bold, self.page, notes)

    def _highlight(self, form: Element | None) -> tuple[Note, ...]:
        """The note of a highlighted run: the same as that of the run before it, if that was highlighted too."""
        mark = None if form is None else form.find(f"{W}highlight")
        shade = val(None if form is None else form.find(f"{W}shd"), "fill")
        if not is_on(mark) and shade not in _YELLOW:
            self._stretches += self._stretches % 2  # an odd count means that we are in one
            return ()
        self._stretches += 1 - self._stretches % 2
        return (Note("highlight", str(self._stretches)),)

    def _text(self, element: Element) -> str:
        """What one child of a run prints; takes note of what stands beside the text."""
        tag = element.tag.rpartition("}")[2]
        if tag == "fldChar":
            self._field(val(element, "fldCharType"))
        elif tag == "lastRenderedPageBreak":
            self.page = None if self.page is None else self.page + 1
        elif tag in ("footnoteReference", "endnoteReference"):
            self.footnotes.append((tag.removesuffix("Reference"), val(element, "id") or ""))
        elif tag in ("drawing", "pict", "object", "AlternateContent"):
            self.boxes += [(not self._printed, box) for box in text_boxes(element)]
        elif not any(self._fields):
            if tag == "t":
                return element.text or ""
            if tag == "sym":
                return _SYMBOLS.get((val(element, "char") or "")[-2:].upper(), "")
            return _CHARS.get(tag, "")
        return ""

    def _field(self, kind: str | None) -> None:
        """A field is begun, its instruction separated from its result, ended (ECMA-376 part 1, 17.16.18)."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def text_boxes(element: Element) -> Iterator[Element]:
    """The contents of the outermost text boxes in `element`. Of alternatives the first that has any is taken: the
    others are the same box for older programs."""
    if element.tag == f"{W}txbxContent":
        yield element
    elif element.tag == f"{MC}AlternateContent":
        found = (list(text_boxes(choice)) for choice in element.iterchildren("*"))
        yield from next((boxes for boxes in found if boxes), [])
    else:
        for child in element.iterchildren("*"):
            yield from text_boxes(child)
