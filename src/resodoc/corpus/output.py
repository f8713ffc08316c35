"""Where the output goes, and how it gets there whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath

from resodoc.corpus.discover import Document
from resodoc.errors import ResodocError, UsageError
from resodoc.writers import WRITERS

DEFAULT_FORMAT = "yaml"
_SUFFIXES = {f".{name}": name for name in WRITERS} | {".yml": "yaml"}


@dataclass(frozen=True, slots=True)
class Output:
    """One `file` for all documents, or a `folder` with a file for each; neither is standard output."""

    format: str
    file: Path | None = None
    folder: Path | None = None


def plan(given: str | None, format: str | None, documents: Sequence[Document] = ()) -> Output:
    """What `--output` and `--format` ask for: a path with a suffix is a file, unless a folder has that name; the
    suffix decides the format where `format` does not.

    Raises UsageError when the suffix names no format, or the file is one of the documents.
    """
    if given is None:
        return Output(format or DEFAULT_FORMAT)
    path = Path(given)
    if os.path.isdir(path) or not path.suffix or given.endswith(("/", os.sep)):
        return Output(format or DEFAULT_FORMAT, folder=path)
    if any(
        os.path.exists(path) and path.samefile(d.path) for d in documents if d.path and os.path.exists(d.path)
    ):
        raise UsageError("output-is-input", name=given)
    format = format or _SUFFIXES.get(path.suffix.lower())
    if format is None:
        raise UsageError("output-unknown-suffix", name=given, known=", ".join(WRITERS))
    return Output(format, file=path)


def places(documents: Sequence[Document], format: str) -> dict[Document, PurePath]:
    """Each document's file within the output folder: its own name and suffix kept, the format's added.

    Where two would meet, all keep their path below the folder that they have in common.
    """
    own = [document.place for document in documents]
    if len(set(own)) < len(own):
        whole = [Path(document.path or document.name).absolute() for document in documents]
        common = os.path.commonpath([path.parent for path in whole])
        own = [path.relative_to(common) for path in whole]
    return {
        document: place.with_name(f"{place.name}.{format}")
        for document, place in zip(documents, own, strict=True)
    }


def write_whole(path: Path, pieces: Iterable[str], encoding: str = "utf-8") -> None:
    """Write a file that appears whole or not at all, folders made where missing.

    Raises ResodocError when the disk refuses; whatever `pieces` raises passes through. In both cases what stood at
    `path` before is still there.
    """
    temporary = path.parent / f".resodoc-{secrets.token_hex(8)}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding=encoding, newline="") as file:
            file.writelines(pieces)
        os.replace(temporary, path)
    except OSError as error:
        raise ResodocError("output-failed", name=path, problem=error.strerror or error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
