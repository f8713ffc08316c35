"""`resodoc schema`: the JSON Schema of what `parse` writes."""

from __future__ import annotations

import typer

from resodoc.cli.options import Lang
from resodoc.cli.report import emit


def add(app: typer.Typer) -> None:
    app.command("schema")(schema)


def schema(lang: Lang = None) -> None:
    from resodoc import wire

    emit([wire.schema()])
