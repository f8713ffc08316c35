"""`resodoc parse`: documents in, decisions out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Annotated, Any

import typer

from resodoc.cli.batch import batch
from resodoc.cli.options import (
    Lang,
    Ocr,
    Paths,
    Quiet,
    Rules,
    StdinName,
    Today,
    Verbose,
    choice,
    one_character,
    rule_set,
)
from resodoc.cli.report import Report, emit, say
from resodoc.errors import ResodocError

if TYPE_CHECKING:
    from resodoc.corpus.discover import Document
    from resodoc.corpus.output import Output
    from resodoc.writers.style import Style

    Results = Iterable[tuple[Document, dict[str, Any]]]

FORMATS = ("yaml", "json", "jsonl", "csv")
"""The names in `writers.WRITERS`, said here too so that the help need not load the writers."""

Format = Annotated[str | None, choice("--format", "-f", of=FORMATS)]
OutputPath = Annotated[str | None, typer.Option("--output", "-o", metavar="PATH")]
Delimiter = Annotated[
    str, typer.Option("--delimiter", parser=one_character("--delimiter"), metavar="CHAR", show_default=False)
]
NoBom = Annotated[bool, typer.Option("--no-bom")]


def add(app: typer.Typer) -> None:
    app.command("parse")(parse)


def parse(
    paths: Paths,
    format: Format = None,
    output: OutputPath = None,
    rules: Rules = None,
    today: Today = None,
    ocr: Ocr = "auto",
    stdin_filename: StdinName = "-",
    delimiter: Delimiter = ";",
    no_bom: NoBom = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    lang: Lang = None,
) -> None:
    from resodoc.corpus.output import plan
    from resodoc.pipeline import extract
    from resodoc.wire import to_dict
    from resodoc.writers.style import Style

    report = Report(quiet, verbose)
    known = rule_set(rules)
    documents, results = batch(
        report, paths, lambda source: to_dict(extract(source, known, today)), ocr, stdin_filename
    )
    if verbose:
        results = _noted(results)
    target = plan(output, format, documents)
    style = Style(len(documents) > 1, delimiter, not no_bom)
    if target.folder:
        _to_folder(results, target, style, documents, report)
    elif format is None and output is None and sys.stdout.isatty():
        _to_terminal(results)
    else:
        _to_one(results, target, style)
    report.end()


def _noted(results: Results) -> Results:
    """The results, each told with what a reader of it should know, errors apart, which are told anyway."""
    for document, data in results:
        for note in (note for note in data["diagnostics"] if note["level"] != "error"):
            say(": ".join(filter(None, (document.name, note["decision"], note["message"]))))
        yield document, data


def _to_folder(
    results: Results, target: Output, style: Style, documents: Sequence[Document], report: Report
) -> None:
    from resodoc.corpus.output import places, write_whole
    from resodoc.writers import WRITERS

    place = places(documents, target.format)
    for document, data in results:
        try:
            write_whole(
                target.folder / place[document], WRITERS[target.format]([data], replace(style, many=False))
            )
        except ResodocError as error:
            report.failure(error)


def _to_one(results: Results, target: Output, style: Style) -> None:
    """All documents into one file or standard output; nothing at all when none could be read."""
    from resodoc.corpus.output import write_whole
    from resodoc.writers import WRITERS

    results = iter(results)
    first = next(results, None)
    if first is None:
        return
    pieces: Iterator[str] = WRITERS[target.format]((data for _, data in chain([first], results)), style)
    if target.file:
        write_whole(target.file, pieces)
    else:
        emit(pieces)


def _to_terminal(results: Results) -> None:
    from rich.console import Console

    from resodoc.cli.view import view

    console = Console()
    for _, data in results:
        console.print(view(data))
