"""`resodoc score`: outputs against answers made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from resodoc.cli.batch import batch
from resodoc.cli.options import Lang, Ocr, Paths, Quiet, Rules, Today, Verbose, choice, rule_set
from resodoc.cli.report import Report, emit, say
from resodoc.errors import UsageError

Gold = Annotated[Path, typer.Option("--gold", metavar="DIR")]
Format = Annotated[str, choice("--format", "-f", of=("table", "json"))]
Misses = Annotated[bool, typer.Option("--misses")]


def add(app: typer.Typer) -> None:
    app.command("score")(score)


def score(
    paths: Paths,
    gold: Gold,
    format: Format = "table",
    misses: Misses = False,
    rules: Rules = None,
    today: Today = None,
    ocr: Ocr = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
    lang: Lang = None,
) -> None:
    from resodoc.corpus.gold import load
    from resodoc.corpus.scorecard import as_data, as_table, compare
    from resodoc.pipeline import extract
    from resodoc.wire import to_dict

    report = Report(quiet, verbose)
    answers, unknown = load(gold)
    for error in unknown:
        say(str(error))
    known = rule_set(rules)
    _, results = batch(report, paths, lambda source: to_dict(extract(source, known, today)), ocr)
    scored = compare(answers, [data for _, data in results])
    for document in scored:
        if document.missing:
            report.failure(UsageError("gold-no-document", name=document.name))
    if format == "json":
        emit([json.dumps(as_data(scored), ensure_ascii=False, indent=1), "\n"])
    else:
        emit(f"{line}\n" for line in as_table(scored, misses))
    report.end()
