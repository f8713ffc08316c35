"""`resodoc validate`: drafts in, findings out."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resodoc.cli.batch import batch
from resodoc.cli.options import (
    Lang,
    Ocr,
    Quiet,
    Rules,
    StdinName,
    Today,
    Verbose,
    choice,
    completed,
    rule_set,
)
from resodoc.cli.report import Report, emit, say
from resodoc.errors import ResodocError, UsageError
from resodoc.messages import text

if TYPE_CHECKING:
    from resodoc.corpus.discover import Document
    from resodoc.reports import Entry
    from resodoc.reports import Report as Made
    from resodoc.validation import Validator

FORMATS = ("console", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")
"""The names in `reports.FORMATS`, said here too so that the help need not load the reports."""
LEVELS = ("error", "warning", "info")
TEXTS = (".txt", ".text", ".md")
"""What --fix may write to."""


def _checks(context: typer.Context, incomplete: str) -> list[str]:
    """The checks and families that the shell offers."""
    from resodoc.checks import table
    from resodoc.config import names_of

    return completed(incomplete, names_of(table(rule_set(context.params.get("rules")))))


OptionalPaths = Annotated[list[str] | None, typer.Argument(metavar="PATH")]
Names = Annotated[list[str] | None, typer.Option("--select", metavar="ID,...", autocompletion=_checks)]
Ignored = Annotated[list[str] | None, typer.Option("--ignore", metavar="ID,...", autocompletion=_checks)]
FailOn = Annotated[str | None, choice("--fail-on", of=LEVELS)]
Format = Annotated[str, choice("--output-format", "-f", of=FORMATS)]
OutputFile = Annotated[Path | None, typer.Option("--output-file", "-o", metavar="FILE")]
Statistics = Annotated[bool, typer.Option("--statistics")]
DiffFrom = Annotated[str | None, typer.Option("--diff-from", metavar="REV")]
Baseline = Annotated[Path | None, typer.Option("--baseline", metavar="FILE")]
WriteBaseline = Annotated[Path | None, typer.Option("--write-baseline", metavar="FILE")]
Fix = Annotated[bool, typer.Option("--fix")]
Diff = Annotated[bool, typer.Option("--diff")]
Register = Annotated[Path | None, typer.Option("--owners-register", metavar="FILE")]
ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE")]
Listing = Annotated[bool, typer.Option("--list")]
Explain = Annotated[str | None, typer.Option("--explain", metavar="ID", autocompletion=_checks)]


def add(app: typer.Typer) -> None:
    app.command("validate")(validate)


def validate(
    paths: OptionalPaths = None,
    select: Names = None,
    ignore: Ignored = None,
    fail_on: FailOn = None,
    output_format: Format = "console",
    output_file: OutputFile = None,
    statistics: Statistics = False,
    diff_from: DiffFrom = None,
    baseline: Baseline = None,
    write_baseline: WriteBaseline = None,
    fix: Fix = False,
    diff: Diff = False,
    owners_register: Register = None,
    config: ConfigFile = None,
    listing: Listing = False,
    explain: Explain = None,
    rules: Rules = None,
    today: Today = None,
    ocr: Ocr = "auto",
    stdin_filename: StdinName = "-",
    quiet: Quiet = False,
    verbose: Verbose = False,
    lang: Lang = None,
) -> None:
    from resodoc.validation import Options, Validator

    validator = Validator(
        Options(
            config,
            _split(select) or None,
            _split(ignore),
            tuple(rules or ()),
            owners_register,
            baseline,
            diff_from,
            today,
            ocr,
            accepted=write_baseline is not None,
        )
    )
    if listing or explain:
        emit([_told(validator, explain, output_format)])
        return
    if not paths:
        raise UsageError("no-paths")
    told = Report(quiet, verbose)
    if diff or fix:
        _mend(paths, told, write=fix and not diff)
    if diff:
        raise typer.Exit(2 if told.failed else 0)
    documents, results = batch(told, paths, validator.entries, ocr, stdin_filename)
    validator.prepare(document.path for document in documents)
    made = _made(validator, dict(results), told, fail_on, output_file)
    if write_baseline:
        _write_baseline(write_baseline, made)
    else:
        _write(made, output_format, output_file)
    if statistics:
        _count(made)
    if not (told.failed or write_baseline) and any(entry.level in made.fails for entry in made.entries):
        raise typer.Exit(1)
    told.end()


def _made(
    validator: Validator,
    results: dict[Document, tuple[Entry, ...]],
    told: Report,
    fail_on: str | None,
    file: Path | None,
) -> Made:
    """What the report is made of: the findings in order of file and place, and what could not be checked."""
    from resodoc.reports import Report as Made

    found = sorted((e for entries in results.values() for e in entries), key=lambda e: (e.path, e.start))
    paths = tuple(dict.fromkeys(document.name for document in results))
    unchecked = tuple(failure for failure in told.failures if failure[0] not in paths)
    color = file is None and sys.stdout.isatty()
    return Made(tuple(found), validator.table, paths, validator.fails(fail_on), color, unchecked)


def _split(names: list[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for given in names or () for name in given.split(",") if name.strip())


def _told(validator: Validator, explain: str | None, output_format: str) -> str:
    """The list of checks, the handbook of all of them, or one check's page."""
    from resodoc.checks.docs import handbook, listed, page
    from resodoc.config import ids

    if explain:
        wanted = ids([explain], validator.table)
        return "\n".join(page(check) for check in validator.table if check.id in wanted)
    return handbook(validator.table) if output_format == "markdown" else listed(validator.table)


def _mend(paths: list[str], report: Report, write: bool) -> None:
    """--fix and --diff: the text files among the documents; one named itself that is none is told."""
    from resodoc.corpus.discover import discover
    from resodoc.corpus.output import write_whole
    from resodoc.fix import diff, mend

    for document in discover(paths)[0]:
        if document.path is None or document.path.suffix.lower() not in TEXTS:
            if document.name in paths:
                report.failure(UsageError("fix-not-text", name=document.name), document.name)
            continue
        try:
            mended = mend(document.path.read_bytes(), document.name)
        except (OSError, ResodocError):
            continue  # told when the document is read
        if not mended.count:
            continue
        if write:
            write_whole(document.path, [mended.after], mended.encoding)
        else:
            emit([diff(document.name, mended.before, mended.after)])
        say(text("fix-done" if write else "fix-offered", name=document.name, count=str(mended.count)))


def _write(made: Made, output_format: str, file: Path | None) -> None:
    from resodoc.corpus.output import write_whole
    from resodoc.reports import FORMATS as RENDER

    rendered = RENDER[output_format](made)
    if file:
        write_whole(file, [rendered])
    else:
        emit([rendered])


def _write_baseline(file: Path, made: Made) -> None:
    from resodoc.corpus.output import write_whole
    from resodoc.suppress import write_baseline

    rows = [(entry.path, entry.check, entry.fingerprint) for entry in made.entries]
    write_whole(file, [write_baseline(rows, file.resolve().parent)])
    say(text("baseline-written", name=str(file), count=str(len(rows))))


def _count(made: Made) -> None:
    """--statistics: how often each check found something, the most frequent first; on standard error."""
    said = {level: text(f"check-level-{level}") for level in LEVELS}
    width = max(map(len, said.values()))
    counted = Counter((entry.check, entry.level) for entry in made.entries)
    for (check, level), count in counted.most_common():
        print(f"{count:>6}  {said[level]:<{width}}  {check}", file=sys.stderr)
