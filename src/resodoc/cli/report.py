"""What the program says while it works, on standard error; standard output is for data."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import typer

from resodoc.errors import ResodocError
from resodoc.messages import text

if TYPE_CHECKING:
    from resodoc.corpus.discover import Document
    from resodoc.corpus.run import Outcome

T = TypeVar("T")


def say(line: str) -> None:
    """One line on standard error, whatever a file name or a document put into it."""
    print(printable(" ".join(line.split())), file=sys.stderr)


def printable(line: str) -> str:
    """`line` without what a terminal would take for commands."""
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in line)


def emit(pieces: Iterable[str]) -> None:
    """Write data to standard output, in UTF-8 whatever the locale. A reader that hangs up (`| head`) has got what it
    wanted: the program ends in peace."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except OSError as error:
        # Python flushes once more at exit, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(0) from None
        raise ResodocError("output-failed", name="stdout", problem=error.strerror or error) from error


def unexpected(error: Exception, name: str, verbose: bool) -> None:
    """One line about a fault of the program itself, and where it happened if that is wanted."""
    say(text("unexpected", name=name, problem=f"{type(error).__name__}: {error}"))
    if verbose:
        traceback.print_exception(error)


class Report:
    """Counts what was done, and tells and keeps what failed: `failures` are pairs of a document's name and the words."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.done = 0
        self.failures: list[tuple[str, str]] = []
        self._quiet, self._verbose = quiet, verbose

    def failure(self, error: Exception, name: str = "") -> None:
        """One line about what could not be done; with --verbose the traceback of what nobody expected."""
        self.failures.append((name, str(error)))
        if isinstance(error, ResodocError):
            say(str(error))
        else:
            unexpected(error, name, self._verbose)

    @property
    def failed(self) -> int:
        return len(self.failures)

    def results(self, outcomes: Iterable[Outcome[T]], total: int) -> Iterator[tuple[Document, T]]:
        """The results of the documents that gave one; the errors that stood in the way of others, or of a part, are told."""
        with self._progress(total) as advance:
            for outcome in outcomes:
                advance(outcome.document.name)
                failed = self.failed
                if outcome.error is not None:
                    self.failure(outcome.error, outcome.document.name)
                if outcome.error is None or outcome.result is not None:
                    yield outcome.document, outcome.result
                # The caller may have failed to write the result: then it is not done either.
                self.done += self.failed == failed

    def end(self) -> None:
        """The summary, and the exit code."""
        if self.done + self.failed > 1 and not self._quiet:
            say(text("summary", done=self.done, failed=self.failed))
        raise typer.Exit(2 if self.failed else 0)

    @contextmanager
    def _progress(self, total: int):
        """Shown where a person looks and nothing else is written: on a terminal that does not show the data too."""
        if self._quiet or total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
            yield lambda name: None
            return
        from rich.console import Console
        from rich.progress import Progress

        with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
            task = progress.add_task("", total=total)
            yield lambda name: progress.update(task, advance=1, description=printable(name))
