"""The bare text of a corpus document, whatever its format: enough to check an answer against."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

_BLOCKS = ("p", "div", "br", "tr", "td", "th", "li", "h1", "h2", "h3", "h4", "title", "table", "footer")
_PAGE_NUMBER = re.compile(r"[\W_]*(\d[\W_]*){0,3}")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _txt(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251")


def _docx(path: Path) -> str:
    import docx

    shown = {_WORD + "tab": " ", _WORD + "br": "\n"}

    def characters(node) -> str:
        return (node.text or "") if node.tag == _WORD + "t" else shown.get(node.tag, "")

    body = docx.Document(str(path)).element.body
    return "\n".join("".join(map(characters, p.iter())) for p in body.iter(_WORD + "p"))


def _html(path: Path) -> str:
    import lxml.html
    from lxml import etree

    tree = lxml.html.fromstring(path.read_bytes())
    etree.strip_elements(tree, "script", "style", etree.Comment, with_tail=False)
    for node in tree.iter(*_BLOCKS):
        node.tail = "\n" + (node.tail or "")
        node.text = "\n" + (node.text or "")
    return tree.text_content()


def _pdf(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


_READERS: dict[str, Callable[[Path], str]] = {".txt": _txt, ".docx": _docx, ".html": _html, ".pdf": _pdf}


def read(path: Path) -> str:
    """The document's characters with its line ends; raises KeyError for a format the corpus doesn't hold."""
    return _READERS[path.suffix](path)


def norm(text: object) -> str:
    """What two readers would call equal: lower case, one kind of dash, no quotes, no doubled space."""
    s = re.sub(r"[«»„“”\"'*_`]", "", str(text).lower().replace("ё", "е"))
    s = re.sub(r"\s+", " ", re.sub(r"[‐‑–—−]", "-", s)).strip()
    return re.sub(r"^[\s\-•.,;:]+|[\s.,;:]+$", "", s)


def words(text: str) -> list[str]:
    return re.findall(r"[\w\-/%]+", norm(text))


def flat(text: str, noise: list[str]) -> str:
    """`text` as one normalised line: split words whole, `noise` lines and bare page numbers out."""
    drop = {norm(line) for line in noise}
    text = re.sub("\ufffe\\s*|\u00ad", "", text)
    lines = [s.rstrip() for s in text.splitlines() if norm(s) not in drop and not _PAGE_NUMBER.fullmatch(s)]
    joined = re.sub(r"(?<=[а-яё])-\n\s*(?=[а-яё])", "", "\n".join(lines))
    return norm(re.sub(r"(?<=\w)-\n\s*(?=\w)", "-", joined))
