"""One document, written in the markup of tests/corpus/office.py, as files of every format."""

from __future__ import annotations

import html as entities
import re
import subprocess
import textwrap
from collections.abc import Iterator
from pathlib import Path

from resodoc.readers.word.numbering import FORMATS
from tests.corpus import office

_WIDTH = 68
_INDENT = "     "
_TAGS = {
    "title": '<p align="center"><b>{}</b></p>',
    "center": '<p align="center">{}</p>',
    "right": '<p align="right">{}</p>',
}


def typed(markup: str) -> str:
    """`markup` with its automatic labels typed as text."""
    levels: list[list[str]] = [["decimal", "%1."]]
    counts = [0, 0, 0]
    out = []
    for raw in markup.strip().split("\n"):
        mark, _, rest = raw.partition(" ")
        if mark == "@levels":
            levels, counts = [level.split(":", 1) for level in rest.split()], [0, 0, 0]
            continue
        if mark == "*":
            raw = f"– {rest}"
        elif mark in ("#", "##", "###"):
            at = len(mark) - 1
            counts = [*counts[:at], counts[at] + 1, *[0] * (2 - at)]
            shown = [
                FORMATS[form](count) if count else ""
                for (form, _), count in zip(levels, counts, strict=False)
            ]
            raw = (
                re.sub(r"%(\d)", lambda m, shown=shown: shown[int(m.group(1)) - 1], levels[at][1])
                + f" {rest}"
            )
        out.append(raw)
    return "\n".join(out)


def txt(markup: str) -> str:
    return "\n".join(_txt_lines(markup, wrap=False)) + "\n"


def wrapped_txt(markup: str) -> str:
    """As a typist has it: 68 columns, first lines indented, words broken at line ends, blanks doubled to justify."""
    return "\n".join(_txt_lines(markup, wrap=True)) + "\n"


def _txt_lines(markup: str, wrap: bool) -> Iterator[str]:
    for line in office.lines(typed(markup)):
        text = re.sub(r"\t+", " " * 24, line.text)
        if line.kind == "row":
            yield "| " + " | ".join("<br>".join(cell) for cell in line.cells) + " |"
        elif line.kind in ("title", "center"):
            yield text.center(_WIDTH) if wrap else text
        elif line.kind == "right":
            yield " " * 40 + text
        elif line.kind in ("head", "foot"):
            continue
        elif not wrap or "\t" in line.text or not text:
            yield text
        else:
            yield from map(_justified, _wrapped(text))


def _wrapped(text: str) -> list[str]:
    lines = textwrap.wrap(text, _WIDTH - 1, initial_indent=_INDENT, break_on_hyphens=True)
    for at in range(len(lines) - 1):  # every third line ends inside a word that its hyphen does not belong to
        broken = re.match(r"(\w*[аеиоуы][бвгджзклмнпрст])([бвгджзклмнпрст][аеиоуы]\w+)(.*)", lines[at + 1])
        if (
            at % 3 == 0
            and broken
            and not lines[at].endswith("-")
            and len(lines[at]) + len(broken[1]) + 1 < _WIDTH
        ):
            lines[at : at + 2] = [f"{lines[at]} {broken[1]}-", f"{broken[2]}{broken[3]}"]
    return lines


def _justified(line: str) -> str:
    gaps = line.strip().count(" ")
    missing = _WIDTH - len(line)
    if missing > gaps or len(line) < 0.8 * _WIDTH:
        return line
    return line[: len(line) - len(line.lstrip())] + line.strip().replace(" ", "  ", missing)


def html(markup: str) -> str:
    body = "".join(_html_blocks(typed(markup)))
    menu = '<div class="menu"><a href="/">Главная</a> | <a href="/d">Документы</a></div>'
    head = '<!doctype html><html><head><meta charset="utf-8"></head>'
    return f"{head}<body>{menu}{body}<footer>Портал</footer></body></html>"


def _html_blocks(markup: str) -> Iterator[str]:
    for block in office.rows(list(office.lines(markup))):
        if isinstance(block, list):
            width = max(len(row.cells) for row in block)
            yield f"<table>{''.join(_html_row(row, width) for row in block)}</table>"
        elif block.kind not in ("head", "foot"):
            text = re.sub(r"\t+", "&nbsp;" * 24, entities.escape(block.text))
            middle = len(text) // 2  # an editor splits words over spans wherever it likes
            text = f"<span>{text[:middle]}</span><span>{text[middle:]}</span>" if text.isalpha() else text
            yield _TAGS.get(block.kind, "<p>{}</p>").format(text)


def _html_row(row: office.Line, width: int) -> str:
    if len(row.cells) == 1:
        return f'<tr><td colspan="{width}">{row.cells[0][0]}</td></tr>'
    cells = ("<br>".join(map(entities.escape, cell)) for cell in row.cells)
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def docx(markup: str, path: Path) -> None:
    office.docx(markup, path)


def pdf(markup: str, path: Path, heads: bool) -> None:
    decorated = "@head Решения и протоколы\n@foot Страница {page} из {pages}\n" if heads else ""
    office.pdf(decorated + typed(markup), path)


def scan(pdf_path: Path, path: Path) -> None:
    """The pages of a PDF as pictures, in a PDF without text."""
    import pypdfium2

    pages = [page.render(scale=300 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf_path)]
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=300)


def converted(path: Path, *forms: str) -> list[Path]:
    """What LibreOffice makes of a DOCX."""
    folder = path.parent
    for form in forms:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return [path.with_suffix(f".{form.partition(':')[0]}") for form in forms]
