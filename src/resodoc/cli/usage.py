"""What typer says of a wrong command line, in the user's language."""

from __future__ import annotations

from resodoc.messages import text


def worded(error: Exception) -> str:
    """The message of a usage error that typer raised, with the way to the help."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = error.possibilities
        said = text("usage-no-option", option=error.option_name)
        said += text("usage-perhaps", near=", ".join(near)) if near else ""
    elif kind == "MissingParameter":
        said = text("usage-missing", name=error.param.metavar or error.param.name)
    elif kind == "BadOptionUsage":
        said = text("usage-bad-option", option=error.option_name)
    else:
        said = error.format_message()
    command = error.ctx.command_path if getattr(error, "ctx", None) else "resodoc"
    return said + text("usage-help", command=command)
