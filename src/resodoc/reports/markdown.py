"""Markdown for a comment on a pull request; what the document says cannot format, link or call anybody in it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from resodoc.messages import text
from resodoc.reports.console import summary, visible
from resodoc.reports.entry import Entry, Report

_LIMIT = 60_000
"""Characters: GitHub takes 65,536 in a comment."""
_MARKS = re.compile(r"[\\`*_\[\]#|~$]|:(?=//)|(?<=www)\.")
_CALLS = re.compile(r"(?<!\w)@(?=\w)")


def render(report: Report) -> str:
    out, length = [], 0
    for line in _lines(report):
        length += len(line) + 1
        if length > _LIMIT:
            out += ["", text("report-more")]
            break
        out.append(line)
    return "\n".join(out) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"**resodoc**: {escaped(summary(report))}"
    for path, group in groupby(report.entries, key=lambda entry: entry.path):
        yield from ("", f"### {escaped(path)}", "", text("report-columns"), "|---|---|---|---|")
        yield from map(_row, group)


def _row(entry: Entry) -> str:
    page = text("report-page", page=str(entry.page)) if entry.page else ""
    cells = (
        f"{entry.line}:{entry.column}{page}",
        f"{text(f'check-level-{entry.level}')} `{entry.check}`",
        f"{escaped(entry.message)}: {escaped(entry.text[:200])}" if entry.text else escaped(entry.message),
        escaped(entry.suggestion),
    )
    return f"| {' | '.join(cells)} |"


def escaped(words: str) -> str:
    """`words` as text and nothing else: a backslash takes its meaning from each character that is markup within a line
    (CommonMark 0.31, 2.4; GFM's tables), HTML's become references, and behind @ an invisible joiner keeps it from
    calling anybody."""
    plain = html.escape(visible(" ".join(words.split())), quote=False)
    return _CALLS.sub("@\u2060", _MARKS.sub(r"\\\g<0>", plain))
