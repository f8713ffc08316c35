"""Paths as a user gives them → the documents that they stand for."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from resodoc.errors import ReadError, ResodocError, UsageError
from resodoc.readers import KNOWN_SUFFIXES

STDIN = "-"
# Word keeps «~$plan.docx» beside a document that somebody has open.
_HIDDEN = (".", "~$")


@dataclass(frozen=True, slots=True)
class Document:
    """Something to read. `name` is what messages and outputs call it, `path` is None for standard input, `place` is
    its path within the folder that the user gave."""

    name: str
    path: Path | None
    place: PurePath


def discover(
    paths: Sequence[str], stdin_name: str = STDIN
) -> tuple[tuple[Document, ...], tuple[ResodocError, ...]]:
    """The documents at `paths`, each once, and what is wrong with the folders among them.

    A file is taken whatever its suffix. A folder stands for the files below it that have a suffix of a known format,
    in the order of their paths, hidden files and folders left out; a picture is a document only when it is named.
    """
    documents: dict[Path | None, Document] = {}
    problems: list[ResodocError] = []
    for given in paths:
        path = Path(given)
        if given == STDIN:
            place = "stdin" if stdin_name == STDIN else PurePath(stdin_name).name
            documents.setdefault(None, Document(stdin_name, None, PurePath(place)))
        elif not os.path.isdir(path):  # a path that cannot be looked at is said so when it is read
            documents.setdefault(_real(path), Document(path.as_posix(), path, PurePath(path.name)))
        else:
            files = sorted(_below(path, problems))
            for file in files:
                documents.setdefault(_real(file), Document(file.as_posix(), file, file.relative_to(path)))
            if not files:
                problems.append(
                    UsageError("discover-nothing", name=given, known=" ".join(sorted(KNOWN_SUFFIXES)))
                )
    return tuple(documents.values()), tuple(problems)


def _below(folder: Path, problems: list[ResodocError]) -> Iterator[Path]:
    def closed(error: OSError) -> None:
        problems.append(ReadError("discover-closed", name=error.filename, problem=error.strerror))

    for parent, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            if name.startswith(_HIDDEN) or Path(name).suffix.lower() not in KNOWN_SUFFIXES:
                continue
            file = Path(parent, name)
            if os.path.isfile(file) or os.path.islink(file):  # no pipe, no socket: reading one may never end
                yield file


def _real(path: Path) -> Path:
    """One path for a file that is named twice; a loop of links, or a name too long, stays as it is given."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path.absolute()
