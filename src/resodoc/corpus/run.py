"""The same work on many documents, one after the other; a document that fails never stops the next."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from resodoc.corpus.discover import Document
from resodoc.errors import ReadError
from resodoc.messages import text
from resodoc.model import Source
from resodoc.readers import MAX_BYTES, prepare, read, read_bytes
from resodoc.readers.options import ReadOptions

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of a document: the result of the work, or the error that stood in its way; both where the document was
    read in part."""

    document: Document
    result: T | None = None
    error: Exception | None = None


def each(
    documents: Iterable[Document], work: Callable[[Source], T], options: ReadOptions
) -> Iterator[Outcome[T]]:
    """Read each document and do `work` on it: the outcomes in order, each made as it is asked for."""
    documents = tuple(documents)
    prepare(document.path for document in documents if document.path)
    for document in documents:
        try:
            source = read_document(document, options)
            outcome = Outcome(document, work(source), _unread(source))
        except Exception as error:  # whatever it is, it is this document's: the caller tells it and goes on
            outcome = Outcome(document, error=error)
        yield outcome


def _unread(source: Source) -> ReadError | None:
    """What of a document could not be read."""
    told = [text(note.check, **dict(note.values)) for note in source.notes if note.level == "error"]
    return ReadError("partly-read", name=source.name, problem="; ".join(told)) if told else None


def read_document(document: Document, options: ReadOptions) -> Source:
    """The document's text. Raises ReadError."""
    if document.path is None:
        return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), document.name, options)
    return read(document.path, options, document.name)
