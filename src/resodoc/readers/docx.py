"""DOCX → Source: what Word prints, in the order of reading. Nothing outside the package is ever opened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resodoc.model import Source
from resodoc.readers.blocks import Block, Grid, Run, compose, paragraphs_of, without_notes
from resodoc.readers.compose import Composer
from resodoc.readers.marks import telling
from resodoc.readers.options import ReadOptions
from resodoc.readers.word.numbering import Numbering
from resodoc.readers.word.ooxml import Element, Package, R, W, open_package, val
from resodoc.readers.word.styles import Styles
from resodoc.readers.word.text import Walker

_MAX_COLUMNS = 63  # Word's own limit
_CONTENTS = ("toc ", "table of figures")  # names of the styles of a table of contents
_TEXTPATH = "{urn:schemas-microsoft-com:vml}textpath"
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """A DOCX. One that holds nothing but pictures is read as a scan.

    Raises ReadError when the file is damaged, encrypted or unpacks to more than is safe.
    """
    package = open_package(data, name)
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    paged = root is not None and next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None
    document = _Document(package, paged)
    composer = Composer()
    annotations = compose(list(document.blocks(body)), composer)
    if not composer.length and options.ocr != "never" and (pictures := _pictures(package, body)):
        from resodoc.readers import ocr

        return replace(ocr.read_images(pictures, name, options), format="docx")
    return composer.source(
        name=name,
        format="docx",
        annotations=annotations,
        marks=_marks(package),
        pages=document.walker.page,
    )


class _Document:
    """What the parts of a package know together while its text is walked through, once, in order."""

    def __init__(self, package: Package, paged: bool) -> None:
        self.styles = Styles(package.sole("styles"))
        self.numbering = Numbering(package.sole("numbering"), self.styles)
        self.walker = Walker(_comments(package), page=1 if paged else None)
        self._notes = {
            (kind, val(note, "id") or ""): note
            for kind in ("footnote", "endnote")
            for note in package.entries(f"{kind}s")
        }
        self._carried: list[Run] = []  # of a paragraph whose end was deleted: it goes on in the next
        self._count = 0

    def blocks(self, container: Element | None) -> Iterator[Block]:
        """The blocks in `container`: paragraphs, tables, and what content controls and insertions hold of them."""
        for child in () if container is None else container.iterchildren("*"):
            tag = child.tag.rpartition("}")[2]
            if tag == "p":
                yield from self._paragraph(child)
            elif tag == "tbl":
                yield Grid(tuple(self._rows(child)))
            elif tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        if self.styles.name(self.styles.of(paragraph)).startswith(_CONTENTS):
            return
        runs = self._carried + self.walker.runs(paragraph)
        boxes, footnotes = self.walker.boxes, self.walker.footnotes
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._carried = runs
            return
        self._carried = []
        yield from (block for before, box in boxes if before for block in self.blocks(box))
        yield from self._printed(paragraph, runs)
        yield from (block for before, box in boxes if not before for block in self.blocks(box))
        for note in footnotes:
            yield from self.blocks(self._notes.get(note))

    def _printed(self, paragraph: Element, runs: list[Run]) -> Sequence[Block]:
        """The paragraph with its automatic label; a label without a text is counted and left out."""
        label = self.numbering.label(paragraph)
        if not any(run.text.strip() for run in runs):
            return []
        self._count += 1
        if self.styles.bold(paragraph):
            runs = [replace(run, bold=True) for run in runs]
        if label:
            first = next(run for run in runs if run.text.strip())
            runs = [Run(label, first.bold, first.page), *runs]
        return paragraphs_of(runs, paragraph=self._count, align=self.styles.align(paragraph))

    def _rows(self, table: Element) -> Iterator[tuple[tuple[Block, ...], ...]]:
        """The rows of a table. A cell that spans rows is repeated in each; of one that spans columns the others are
        empty (part 1, 17.4.17 and 17.4.85)."""
        above: dict[int, tuple[Block, ...]] = {}
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl")) is not table or row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: list[tuple[Block, ...]] = [()] * _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
            own = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
            for cell in own:
                form, at = cell.find(f"{W}tcPr"), len(cells)
                merge = None if form is None else form.find(f"{W}vMerge")
                content = tuple(self.blocks(cell))
                if merge is not None and val(merge) != "restart":
                    content = without_notes(above.get(at, ()))
                above[at] = content
                span = _number(None if form is None else form.find(f"{W}gridSpan"), 1)
                cells += [content, *[()] * (span - 1)]
            yield (content,) if len(own) == 1 else tuple(cells)


def _number(element: Element | None, default: int) -> int:
    """A count of grid columns."""
    text = val(element) or ""
    return min(int(text), _MAX_COLUMNS) if text.isdecimal() and len(text) < 7 else default


def _comments(package: Package) -> dict[str, str]:
    """The comments by id."""
    return {
        val(comment, "id") or "": "\n".join(filter(None, map(_words, comment.iter(f"{W}p"))))
        for comment in package.entries("comments")
    }


def _words(paragraph: Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t")).strip()


def _marks(package: Package) -> tuple[str, ...]:
    """What heads, feet and watermarks say about the document."""
    lines: list[str] = []
    for kind, path in package.related(package.main).values():
        root = package.xml(path) if kind in ("header", "footer") else None
        if root is not None:
            lines += [_words(paragraph) for paragraph in root.iter(f"{W}p")]
            lines += [shape.get("string", "") for shape in root.iter(_TEXTPATH)]
    return telling(lines)


def _pictures(package: Package, body: Element | None) -> list[bytes]:
    """The pictures of the text, in its order."""
    parts = package.related(package.main)
    found = (p.get(f"{R}embed") or p.get(f"{R}id") for p in (() if body is None else body.iter(*_PICTURES)))
    return [data for key in found if key in parts and (data := package.bytes(parts[key][1]))]
