"""What a file is by its content: names lie, the first bytes do not."""

from __future__ import annotations

import io
import re
import zipfile

from resodoc.errors import ReadError

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"II*\x00": ".tif",
    b"MM\x00*": ".tif",
}
_BOMS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_MIME = re.compile(rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.I)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(data: bytes, name: str) -> str | None:
    """The suffix that `data` deserves, or None for what has no mark of its own (plain text, a piece of HTML).

    Raises ReadError for a container that resodoc does not read: a spreadsheet, an encrypted document.
    """
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(OLE2):
        return _ole2(data, name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    for magic, suffix in _IMAGES.items():
        if head.startswith(magic):
            return suffix
    if _HTML.match(_start(head)):
        return ".html"
    return ".mht" if _MIME.match(head) else None


def is_text(data: bytes) -> bool:
    """Whether `data` can be a plain text: it has a byte order mark, or no control characters at its start."""
    return any(data.startswith(bom) for bom in _BOMS) or not _CONTROL.search(data[:4096])


def _start(head: bytes) -> str:
    for bom, encoding in _BOMS.items():
        if head.startswith(bom):
            return head[len(bom) :].decode(encoding, "ignore")
    return head.decode("latin-1")


def _ole2(data: bytes, name: str) -> str:
    """Word 97–2003, or what Office makes of a document under a password ([MS-OFFCRYPTO] 2.1)."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError("read-encrypted", name=name)
    if "WordDocument".encode("utf-16-le") in data:
        return ".doc"
    raise ReadError("read-unsupported", name=name)


def _zip(data: bytes, name: str) -> str:
    try:
        members = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError("read-corrupt", name=name) from error
    if any(m.startswith("word/") for m in members):
        return ".docx"
    # OpenDocument 1.3, part 2, 3.3: `mimetype` comes first and is stored as it is.
    if b"application/vnd.oasis.opendocument.text" in data[:200]:
        return ".odt"
    raise ReadError("read-unsupported", name=name)
