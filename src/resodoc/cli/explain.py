"""`resodoc explain`: how a document was understood, and which rule says so."""

from __future__ import annotations

from typing import Annotated

import typer

from resodoc.cli.batch import batch
from resodoc.cli.options import Lang, Ocr, Rules, StdinName, Today, Verbose, rule_set
from resodoc.cli.report import Report, emit, printable

File = Annotated[str, typer.Argument(metavar="FILE")]


def add(app: typer.Typer) -> None:
    app.command("explain")(explain)


def explain(
    file: File,
    rules: Rules = None,
    today: Today = None,
    ocr: Ocr = "auto",
    stdin_filename: StdinName = "-",
    verbose: Verbose = False,
    lang: Lang = None,
) -> None:
    from resodoc.explain import explained
    from resodoc.pipeline import extract

    report = Report(verbose=verbose)
    known = rule_set(rules)
    _, results = batch(
        report, [file], lambda source: explained(extract(source, known, today), known), ocr, stdin_filename
    )
    emit(printable(text) for _, text in results)
    report.end()
