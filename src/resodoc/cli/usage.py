"""What typer says of a wrong command line, in the user's language."""

from __future__ import annotations

from resodoc.messages import text


def worded(error: Exception) -> str:
    """The message of a usage error that typer raised, with the way to the help."""
    kind = type(error).__name__
    context = getattr(error, "ctx", None)
    commands = getattr(context and context.command, "commands", None)
    if kind == "NoSuchOption":
        near = error.possibilities
        said = text("usage-no-option", option=error.option_name)
        said += text("usage-perhaps", near=", ".join(near)) if near else ""
    elif kind == "MissingParameter":
        said = text("usage-missing", name=error.param.metavar or error.param.name)
    elif kind == "BadOptionUsage":
        said = text("usage-bad-option", option=error.option_name)
    elif kind == "UsageError" and commands:
        said = text("usage-command", commands=", ".join(commands))
    else:
        said = error.format_message()
    return said + text("usage-help", command=context.command_path if context else "resodoc")
