"""What typer says of a wrong command line, in the user's language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from resodoc.messages import text

_NO_COMMAND = re.compile(r"No such command ['\"](?P<name>.*?)['\"]\.")
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((?P<given>.*)\)")


def worded(error: Exception) -> str:
    """The message of a usage error that typer raised, with the way to the help."""
    context = getattr(error, "ctx", None)
    return _said(error, context) + text("usage-help", command=context.command_path if context else "resodoc")


def _said(error: Exception, context) -> str:
    kind, words = type(error).__name__, error.format_message()
    if kind == "NoSuchOption":
        return text("usage-no-option", option=error.option_name) + _perhaps(error.possibilities)
    if kind == "MissingParameter":
        return text("usage-missing", name=_name(error.param))
    if kind == "BadOptionUsage":
        return text("usage-bad-option", option=error.option_name)
    if extra := _EXTRA.match(words):
        return text("usage-extra", given=extra["given"])
    commands = tuple(getattr(context and context.command, "commands", ()))
    if unknown := _NO_COMMAND.match(words):
        near = difflib.get_close_matches(unknown["name"], commands) or commands
        return text("usage-no-command", command=unknown["name"]) + _perhaps(near)
    return text("usage-command", commands=", ".join(commands)) if commands else words


def _perhaps(near: Iterable[str] | None) -> str:
    return text("usage-perhaps", near=", ".join(near)) if near else ""


def _name(param) -> str:
    """An argument by its word in the help, an option by its name and its value's."""
    option = param.opts[0] if param.param_type_name == "option" else None
    return " ".join(filter(None, (option, param.metavar or param.name)))
