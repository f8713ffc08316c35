"""The command line: arguments in, exit code out. A module a command; what each says and does is elsewhere.

Exit codes: 0 done, 1 there are findings, 2 something could not be done, 130 interrupted, 143 told to end.
"""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Sequence
from typing import Annotated

import typer

from resodoc import __version__, messages
from resodoc.cli import explain, parse, rules, schema, score, validate
from resodoc.cli.help import NAMES, localize
from resodoc.cli.options import Lang
from resodoc.cli.report import say, unexpected
from resodoc.cli.usage import worded
from resodoc.errors import ResodocError, UsageError

COMMANDS = (parse, validate, explain, score, rules, schema)
"""The commands, in the order of the help: each module adds its own with `add(app)`."""

# What typer raises for a wrong command line: a class of the click that it carries inside.
_Misuse: type[Exception] = typer.BadParameter.__mro__[2]


def main(args: Sequence[str] | None = None) -> int:
    """Run the program with `args` (the process's own, unless given); its exit code."""
    args = list(sys.argv[1:] if args is None else args)
    _stop_in_order()
    if hasattr(sys.stdout, "reconfigure"):  # a terminal of KOI8-R has no «…»
        sys.stdout.reconfigure(errors="replace")
    try:
        messages.choose(_language(args))
        return app().main(args or ["--help"], prog_name="resodoc", standalone_mode=False) or 0
    except _Misuse as error:
        say(worded(error))
    except ResodocError as error:
        say(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:
        unexpected(error, "resodoc", not {"-v", "--verbose"}.isdisjoint(args))
    return 2


def _stop_in_order() -> None:
    """Leave as after Ctrl-C when told to end or when the terminal closes: nothing half-written stays."""
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name) and threading.current_thread() is threading.main_thread():
            signal.signal(getattr(signal, name), _leave)


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)  # as a shell tells it


def app():
    """The command tree, worded in the chosen language."""
    tree = typer.Typer(
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
        context_settings={"help_option_names": NAMES},
    )
    tree.callback(invoke_without_command=True)(root)
    for command in COMMANDS:
        command.add(tree)
    return localize(typer.main.get_command(tree))


def root(
    version: Annotated[bool, typer.Option("--version", is_eager=True)] = False, lang: Lang = None
) -> None:
    if version:
        print(f"resodoc {__version__}")
        raise typer.Exit


def _language(args: Sequence[str]) -> str | None:
    """The value of --lang: wanted before the arguments are parsed, for the help and the errors of parsing."""
    for index, arg in enumerate(args):
        name, equals, value = arg.partition("=")
        if name != "--lang":
            continue
        value = value if equals else (args[index + 1] if index + 1 < len(args) else "")
        if value not in messages.LANGUAGES:
            raise UsageError(
                "bad-choice", option="--lang", value=value, choices=", ".join(messages.LANGUAGES)
            )
        return value
    return None
