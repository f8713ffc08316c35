"""One line a finding: `path:line:column: level check message`."""

from __future__ import annotations

from resodoc.messages import text
from resodoc.reports.console import visible
from resodoc.reports.entry import Report


def render(report: Report) -> str:
    return "".join(
        visible(f"{e.path}:{e.line}:{e.column}: {text(f'check-level-{e.level}')} {e.check} {e.message}")
        + "\n"
        for e in report.entries
    )
