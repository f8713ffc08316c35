"""The words of the help: from the catalogue, found by the names of the command and of its option."""

from __future__ import annotations

import typer

from resodoc.messages import catalogue, text

NAMES = ["-h", "--help"]


def localize(command, path: str = ""):
    """Give `command` and all below it their help: `help-parse`, `help-parse-examples`, and for an option
    `option-parse-output` or, where commands share it, `option-output`."""
    command.help = text(f"help{path}")
    command.epilog = _text(f"help{path}-examples")
    for param in [*command.params, _help_option(command)]:
        option = param.name.strip("_").replace("_", "-")
        param.help = _text(f"option{path}-{option}") or text(f"option-{option}")
        param.rich_help_panel = text(f"help-panel-{param.param_type_name}s")
    for child, below in getattr(command, "commands", {}).items():
        localize(below, f"{path}-{child}")
        below.rich_help_panel = text("help-panel-commands")
    return command


def _help_option(command):
    return command.get_help_option(typer.Context(command, help_option_names=NAMES))


def _text(code: str) -> str | None:
    return text(code) if code in catalogue() else None
