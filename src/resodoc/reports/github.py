"""GitHub workflow commands: each finding is an annotation on the changed file.

docs.github.com, «Workflow commands for GitHub Actions»; a column is told only where the words end on the same line.
"""

from __future__ import annotations

from resodoc.reports.console import visible
from resodoc.reports.entry import Entry, Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    return "".join(_command(entry) + "\n" for entry in report.entries)


def _command(entry: Entry) -> str:
    place = {"file": entry.path, "line": str(entry.line)}
    if entry.stop_line == entry.line:
        place |= {"col": str(entry.column), "endColumn": str(entry.stop_column)}
    place["title"] = entry.check
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{_COMMANDS[entry.level]} {properties}::{_data(f'{entry.message}. {entry.suggestion}'.strip())}"


def _data(words: str) -> str:
    escaped = words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return visible(escaped)


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
