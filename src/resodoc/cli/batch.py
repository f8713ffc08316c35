"""What the commands that read documents have in common: paths in, a result each, failures told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from resodoc.cli.report import Report

if TYPE_CHECKING:
    from resodoc.corpus.discover import Document
    from resodoc.model import Source

T = TypeVar("T")


def batch(
    report: Report,
    paths: Sequence[str],
    work: Callable[[Source], T],
    ocr: str = "auto",
    stdin_filename: str = "-",
) -> tuple[Sequence[Document], Iterator[tuple[Document, T]]]:
    """The documents at `paths`, and lazily the result of `work` on each that can be read and worked on."""
    from resodoc.corpus.discover import discover
    from resodoc.corpus.run import each
    from resodoc.readers.options import ReadOptions

    documents, problems = discover(paths, stdin_filename)
    for problem in problems:
        report.failure(problem, problem.values["name"])
    return documents, report.results(each(documents, work, ReadOptions(ocr)), len(documents))
