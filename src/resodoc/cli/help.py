"""The words of the help: from the catalogue, found by the names of the command and of its option."""

from __future__ import annotations

from collections.abc import Callable

import typer

from resodoc.messages import catalogue, text

NAMES = ["-h", "--help"]


def localize(command, path: str = ""):
    """Give `command` and all below it their help: `help-parse`, `help-parse-examples`, and for an option
    `option-parse-output` or, where commands share it, `option-output`."""
    command.help = text(f"help{path}")
    command.epilog = _text(f"help{path}-examples")
    command.options_metavar = text("help-metavar-options")
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = text("help-metavar-command")
    command.get_usage = _usage(command.get_usage)
    for param in [*command.params, _help_option(command)]:
        option = param.name.strip("_").replace("_", "-")
        param.help = _text(f"option{path}-{option}") or text(f"option-{option}")
        if param.param_type_name == "argument" or param.is_flag:
            param.display_type_rich = lambda ctx: None  # else it shows Python's name of the type
        param.rich_help_panel = text(f"help-panel-{param.param_type_name}s")
    for child, below in getattr(command, "commands", {}).items():
        localize(below, f"{path}-{child}")
        below.rich_help_panel = text("help-panel-commands")
    return command


def _usage(english: Callable[[typer.Context], str]) -> Callable[[typer.Context], str]:
    """The line that says how the command is called. It begins every help, so that typer's own word for what may not
    be left out is set here too: setting it earlier would load rich in every run."""

    def usage(context: typer.Context) -> str:
        from typer import rich_utils

        rich_utils.REQUIRED_LONG_STRING = text("help-required")
        return english(context).replace("Usage:", text("help-usage"), 1)

    return usage


def _help_option(command):
    return command.get_help_option(typer.Context(command, help_option_names=NAMES))


def _text(code: str) -> str | None:
    return text(code) if code in catalogue() else None
