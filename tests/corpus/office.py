"""DOCX and PDF from a light markup, so that a built document can be read and changed as text.

A line is a paragraph, and its first characters say what it is:

    ^ centred   ^^ centred, bold   > right   < left, no indent   (nothing) justified, indented
    #, ##, ###  automatically numbered, levels 1 to 3            * automatic bullet
    | a | b     a table row («//» parts paragraphs in a cell; one cell alone runs across), first the head
    ~~~ page break                                               an empty line is an empty paragraph
    @levels decimal:%1. decimal:%1.%2. russianLower:%3)   number formats of a list that starts anew
    @head text   @foot text   of each page; in a PDF «{page}» and «{pages}» are counted
    @wide        landscape
    ¬            a place where a word may be divided

The same markup gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_KINDS = {
    "^^": "title",
    "^": "center",
    ">": "right",
    "<": "left",
    "#": "1",
    "##": "2",
    "###": "3",
    "*": "bullet",
}


@dataclass(frozen=True, slots=True)
class Line:
    """`kind`: a value of _KINDS, text, row, page or a word after «@»; `cells` of a row by paragraphs."""

    kind: str
    text: str = ""
    cells: tuple[tuple[str, ...], ...] = ()


def lines(markup: str) -> Iterator[Line]:
    for raw in markup.strip("\n").replace("¬", "\u00ad").split("\n"):
        mark, _, rest = raw.partition(" ")
        if raw.startswith("| "):
            cells = tuple(
                tuple(p.strip() for p in cell.split("//")) for cell in re.split(r"\s\|(?=\s|$)", raw[2:])
            )
            yield Line("row", cells=cells)
        elif raw == "~~~":
            yield Line("page")
        elif mark.startswith("@"):
            yield Line(mark[1:], rest)
        else:
            yield Line(_KINDS[mark], rest) if mark in _KINDS else Line("text", raw)


def rows(found: list[Line]) -> Iterator[Line | list[Line]]:
    """The lines with each run of table rows put together."""
    table: list[Line] = []
    for line in [*found, Line("end")]:
        if line.kind == "row":
            table.append(line)
            continue
        if table:
            yield table
            table = []
        if line.kind != "end":
            yield line


# ── DOCX ─────────────────────────────────────────────────────────────────────────────────────────────


def docx(markup: str, path: Path) -> None:
    import docx as library
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm, Pt

    document = library.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Times New Roman", Pt(13)
    section = document.sections[0]
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    number = bullet = None
    for item in rows(list(lines(markup))):
        if isinstance(item, list):
            _docx_table(document, item)
        elif item.kind == "levels":
            number = _list(document, [level.split(":", 1) for level in item.text.split()])
        elif item.kind == "head":
            section.header.paragraphs[0].text = item.text
        elif item.kind == "foot":
            section.footer.paragraphs[0].text = item.text
        elif item.kind == "wide":
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        elif item.kind == "page":
            document.add_page_break()
        else:
            if item.kind == "bullet" and bullet is None:
                bullet = _list(document, [("bullet", "–")])
            _docx_paragraph(document, item, bullet if item.kind == "bullet" else number)
    _save(document, path)


def _docx_paragraph(document, line: Line, number: int | None) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Cm

    paragraph = document.add_paragraph()
    paragraph.add_run(line.text).bold = line.kind == "title" or None
    sides = {"title": ALIGN.CENTER, "center": ALIGN.CENTER, "right": ALIGN.RIGHT, "left": ALIGN.LEFT}
    paragraph.alignment = sides.get(line.kind, ALIGN.JUSTIFY)
    if line.kind in ("1", "2", "3", "bullet"):
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = int(line.kind) - 1 if line.kind != "bullet" else 0
        properties.get_or_add_numId().val = number
    elif line.kind == "text":
        paragraph.paragraph_format.first_line_indent = Cm(1.25)


def _list(document, levels: list) -> int:
    """A new list with its own counter; the id by which paragraphs name it."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    numbering = document.part.numbering_part.element
    new = 1 + max(int(n) for n in numbering.xpath("w:abstractNum/@w:abstractNumId"))
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="709"/></w:pPr></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{new}">{xml}</w:abstractNum>')
    # the schema wants every abstractNum before the first num
    numbering.insert(len(numbering.xpath("w:abstractNum")), abstract)
    return numbering.add_num(new).numId


def _docx_table(document, found: list[Line]) -> None:
    width = max(len(row.cells) for row in found)
    table = document.add_table(rows=len(found), cols=width)
    table.style = "Table Grid"
    for row, line in zip(table.rows, found, strict=True):
        cells = [row.cells[0].merge(row.cells[-1])] if len(line.cells) == 1 else row.cells
        for cell, paragraphs in zip(cells, line.cells, strict=False):
            cell.text = paragraphs[0]
            for text in paragraphs[1:]:
                cell.add_paragraph(text)


def _save(document, path: Path) -> None:
    """Save with fixed times, inside and in the archive."""
    from datetime import datetime

    properties = document.core_properties
    properties.author, properties.title = "", ""
    properties.created = properties.modified = datetime(2024, 1, 1)
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)


# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────────


def pdf(markup: str, path: Path, family: str = "DejaVuSerif") -> None:
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.units import cm
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import SimpleDocTemplate

    for name in (family, f"{family}-Bold"):
        pdfmetrics.registerFont(TTFont(name, f"/usr/share/fonts/truetype/dejavu/{name}.ttf"))
    found = list(lines(markup))
    said = {line.kind: line.text for line in found if line.kind in ("head", "foot", "wide")}
    size = landscape(A4) if "wide" in said else A4
    margins = {"leftMargin": 2.5 * cm, "rightMargin": 1.5 * cm, "topMargin": 2.2 * cm, "bottomMargin": 2 * cm}

    def build(pages: int) -> int:
        def decorate(canvas, template) -> None:
            canvas.setFont(family, 9)
            words = {key: text.format(page=template.page, pages=pages) for key, text in said.items()}
            canvas.drawCentredString(size[0] / 2, size[1] - 1.2 * cm, words.get("head", ""))
            canvas.drawCentredString(size[0] / 2, 1.1 * cm, words.get("foot", ""))

        template = SimpleDocTemplate(str(path), pagesize=size, invariant=1, **margins)
        width = size[0] - 4 * cm
        template.build(list(_flow(found, family, width)), onFirstPage=decorate, onLaterPages=decorate)
        return template.page

    build(build(0))


def _flow(found: list[Line], family: str, width: float) -> Iterator:
    from xml.sax.saxutils import escape

    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import PageBreak, Paragraph, Spacer, Table

    sides = {"title": TA_CENTER, "center": TA_CENTER, "right": TA_RIGHT, "left": TA_LEFT}

    def paragraph(text: str, kind: str, size: float = 10.5) -> Paragraph:
        style = ParagraphStyle(
            kind,
            fontName=f"{family}-Bold" if kind == "title" else family,
            fontSize=size,
            leading=size * 1.3,
            alignment=sides.get(kind, TA_JUSTIFY),
            firstLineIndent=28 if kind == "text" else 0,
            spaceAfter=3,
        )
        return Paragraph(escape(text), style)

    for item in rows(found):
        if isinstance(item, list):
            count = max(len(row.cells) for row in item)
            cells = [[[paragraph(p, "left", 9) for p in cell] for cell in row.cells] for row in item]
            spans = [("SPAN", (0, i), (-1, i)) for i, row in enumerate(item) if len(row.cells) == 1]
            filled = [row + [""] * (count - len(row)) for row in cells]
            grid = ("GRID", (0, 0), (-1, -1), 0.5, "black")
            style = [grid, ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans]
            yield Table(filled, colWidths=_widths(item, count, width), repeatRows=1, style=style)
        elif item.kind == "page":
            yield PageBreak()
        elif item.kind not in ("head", "foot", "wide"):
            yield paragraph(item.text, item.kind) if item.text else Spacer(1, 10)


def _widths(table: list[Line], count: int, width: float) -> list[float]:
    """Column widths by the text they hold, none too narrow for a word."""
    full = [row for row in table if len(row.cells) == count]
    weight = [sum(len(" ".join(row.cells[i])) for row in full) ** 0.6 for i in range(count)]
    longest = [
        max(len(w) for row in full for w in re.split(r"\s", " ".join(row.cells[i]))) for i in range(count)
    ]
    least = [14 + 5.8 * n for n in longest]
    rest = width - sum(least)
    return [m + rest * w / sum(weight) for m, w in zip(least, weight, strict=True)]
