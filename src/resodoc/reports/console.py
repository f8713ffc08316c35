"""For a person at a terminal: each finding with its line, the words marked."""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.messages import text
from resodoc.reports.entry import Entry, Report

_WIDTH = 100
"""Characters of a line that are shown; a paragraph of a document is often ten times as long."""
_BEFORE = 40
_COLORS = {"error": "31", "warning": "33", "info": "36", "path": "1", "mark": "1;31"}


def render(report: Report) -> str:
    paint = _paint if report.color else lambda name, words: words
    blocks = ["\n".join(_block(entry, paint)) for entry in report.entries]
    return "\n\n".join([*blocks, summary(report)]) + "\n"


def _block(entry: Entry, paint) -> Iterator[str]:
    where = paint("path", f"{visible(entry.path)}:{entry.line}:{entry.column}")
    page = text("report-page", page=str(entry.page)) if entry.page else ""
    level = paint(entry.level, text(f"check-level-{entry.level}"))
    yield f"{where}{page} {level} {entry.check}: {visible(entry.message)}"
    shown, start, length = _window(entry)
    gutter = " " * len(str(entry.line))
    yield f" {entry.line} | {shown}"
    yield f" {gutter} | {' ' * start}{paint('mark', '^' * max(1, length))}"
    if entry.suggestion:
        yield f" {gutter} = {visible(entry.suggestion)}"


def _window(entry: Entry) -> tuple[str, int, int]:
    """The part of the line around the words, and where they stand in it."""
    begin = max(0, entry.mark.start - _BEFORE) if len(entry.quote) > _WIDTH else 0
    end = begin + _WIDTH
    head, tail = "…" if begin else "", "…" if end < len(entry.quote) else ""
    start = entry.mark.start - begin + len(head)
    return (
        f"{head}{visible(entry.quote[begin:end])}{tail}",
        start,
        min(entry.mark.stop, end) - entry.mark.start,
    )


def summary(report: Report) -> str:
    """How much was checked and what came of it; «nothing to mend» only where all was checked."""
    counts = ", ".join(
        text(f"check-count-{level}", count=str(count)) for level, count in report.counts().items()
    )
    said = [text("report-documents", count=str(len(report.paths)))]
    if report.unchecked:
        said.append(text("report-unchecked", count=str(len(report.unchecked))))
    if counts:
        said.append(text("report-found", counts=counts))
    elif not report.unchecked:
        said.append(text("report-clean"))
    return "; ".join(said)


def visible(line: str) -> str:
    """`line` with one column a character: what a terminal would take for a command or a line end is a blank."""
    return "".join(char if char.isprintable() else " " for char in line)


def _paint(name: str, words: str) -> str:
    return f"\x1b[{_COLORS[name]}m{words}\x1b[0m"
