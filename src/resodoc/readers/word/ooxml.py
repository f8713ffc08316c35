"""The package of a DOCX (ECMA-376, parts 1 and 2): its parts and what they are to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from resodoc.errors import ReadError
from resodoc.readers.archive import opened, unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
}
"""«Strict Open XML» names the same elements in other namespaces (part 1, annex A)."""

Element = Any  # lxml's, which is imported only where a DOCX is read


@dataclass(frozen=True, slots=True)
class Package:
    """A DOCX opened; `main` is the path of its document part."""

    name: str
    archive: ZipFile
    main: str

    def xml(self, path: str | None) -> Element | None:
        """The root of a part, None when there is no such part. Raises ReadError when it is no XML."""
        data = unpacked(self.archive, path, self.name) if path else None
        return None if data is None else _parse(data, self.name)

    def bytes(self, path: str) -> bytes | None:
        return unpacked(self.archive, path, self.name)

    def related(self, path: str) -> dict[str, tuple[str, str]]:
        """What `path` refers to inside the package: id → (kind, path), the kind being the last word of its type."""
        folder, file = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        out = {}
        for rel in () if root is None else root.iter(f"{_REL}Relationship"):
            if rel.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, rel.get("Target", ""))).lstrip("/")
                out[rel.get("Id", "")] = (rel.get("Type", "").rpartition("/")[2], target)
        return out

    def sole(self, kind: str) -> Element | None:
        """The root of the one part of `kind` (styles, numbering, comments, …) that the document refers to."""
        paths = (path for found, path in self.related(self.main).values() if found == kind)
        return self.xml(next(paths, None))

    def entries(self, kind: str) -> Iterator[Element]:
        """The entries of the one part of `kind`, a list of comments or footnotes."""
        root = self.sole(kind)
        yield from () if root is None else root.iterchildren("*")


def open_package(data: bytes, name: str) -> Package:
    """The package that `data` is. Raises ReadError when it is damaged or has no document."""
    archive = opened(data, name)
    top = Package(name, archive, "")
    main = next(
        (path for kind, path in top.related("").values() if kind == "officeDocument"), "word/document.xml"
    )
    if main not in archive.namelist():
        raise ReadError("read-corrupt", name=name)
    return Package(name, archive, main)


def val(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute of WordprocessingML, None when there is neither."""
    return None if element is None else element.get(W + attribute)


def is_on(element: Element | None) -> bool:
    """A toggle (part 1, 17.7.3): there, and not said to be off."""
    return element is not None and val(element) not in ("0", "false", "off", "none")


def _parse(data: bytes, name: str) -> Element:
    from lxml import etree

    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("read-corrupt", name=name) from error
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # no office program writes one; it could only hold entities
        raise ReadError("read-corrupt", name=name)
    return root
