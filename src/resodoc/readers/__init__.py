"""bytes → Source. One module a format; each has `read(data, name, options) -> Source` and raises ReadError.

The content decides over a wrong suffix, and the source's `notes` say so.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from resodoc.errors import ReadError
from resodoc.model import Diagnostic, Source
from resodoc.readers.options import ReadOptions
from resodoc.readers.sniff import is_text, sniff

FORMATS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "txt",
    ".docx": "docx",
    ".docm": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".doc": "office",
    ".rtf": "office",
    ".odt": "office",
    ".png": "ocr",
    ".jpg": "ocr",
    ".jpeg": "ocr",
    ".tif": "ocr",
    ".tiff": "ocr",
}
"""Suffix → the module of this package that reads it."""

KNOWN_SUFFIXES = frozenset(suffix for suffix, module in FORMATS.items() if module != "ocr")
"""What a folder is searched for: a picture is a document only if its name is given."""

MAX_BYTES = 200 * 1024 * 1024

# «Протокол от 12.03» has no suffix: a suffix begins with a letter.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,5}$")
_SAME = {".text": ".txt", ".md": ".txt", ".docm": ".docx", ".htm": ".html", ".mhtml": ".mht"}
_SAME |= {".jpeg": ".jpg", ".tiff": ".tif"}
_DEFAULTS = ReadOptions()


def read(path: Path, options: ReadOptions = _DEFAULTS, name: str | None = None) -> Source:
    """The document at `path`; `name` (the path, unless given) is what messages and outputs call it.

    Raises ReadError, whose message says in one line what to do.
    """
    name = str(path) if name is None else name
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError("read-too-big", name=name, limit=MAX_BYTES // 1024**2)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError("read-not-found", name=name) from error
    except IsADirectoryError as error:
        raise ReadError("read-folder", name=name) from error
    except PermissionError as error:
        raise ReadError("read-no-permission", name=name) from error
    except OSError as error:
        raise ReadError("read-failed", name=name, problem=error.strerror or error) from error
    return read_bytes(data, name, options)


def prepare(paths: Iterable[Path]) -> None:
    """Let LibreOffice convert all the DOC, RTF and ODT among `paths` in one start, for a start takes longer than a
    document. Raises nothing: what is wrong with a document is said when it is read."""
    chosen = [path for path in paths if FORMATS.get(path.suffix.lower()) == "office"]
    if len(chosen) > 1:
        from resodoc.readers import office

        office.prepare(chosen)


def read_bytes(data: bytes, name: str, options: ReadOptions = _DEFAULTS) -> Source:
    """The document that `data` is; the suffix of `name` counts where the content does not tell.

    Raises ReadError, whose message says in one line what to do.
    """
    if len(data) > MAX_BYTES:
        raise ReadError("read-too-big", name=name, limit=MAX_BYTES // 1024**2)
    if not data.strip():
        raise ReadError("read-empty", name=name)
    named = _named_suffix(name)
    suffix = _suffix(data, name, named)
    source = import_module(f"resodoc.readers.{FORMATS[suffix]}").read(data, name, options)
    if not source.text.strip():
        raise ReadError("read-no-text", name=name)
    notes = source.notes
    if named and _SAME.get(named, named) != _SAME.get(suffix, suffix):
        values = (("suffix", named), ("format", suffix.lstrip(".").upper()))
        notes = (Diagnostic("read-other-format", "info", values), *notes)
    return replace(source, sha256=hashlib.sha256(data).hexdigest(), bytes=len(data), notes=notes)


def _named_suffix(name: str) -> str:
    found = _SUFFIX.search(name.lower())
    return found.group() if found else ""


def _suffix(data: bytes, name: str, named: str) -> str:
    """The suffix to read by: the content's, else the name's, else `.txt` for what is plain text."""
    found = sniff(data, name)
    if found in FORMATS:
        return found
    if found or (named and named not in FORMATS):
        raise ReadError("read-unsupported", name=name)
    if FORMATS.get(named) in ("txt", "html"):
        return named
    if not is_text(data):
        raise ReadError("read-corrupt" if named else "read-unsupported", name=name)
    return ".txt"
