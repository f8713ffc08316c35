"""A finding as a report needs it: worded, and with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resodoc.checks.check import Check
from resodoc.model import Finding, Origin, Resolution, Source, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """`line` counts within the page (PDF) or the file (text), or is the paragraph's number (DOCX, HTML); `column` and
    lines begin at 1, `stop_column` is the first behind the words. `start`, `end` are offsets in the document's text.
    `quote` is the printed line, `mark` the words' place in it."""

    path: str
    check: str
    level: str
    message: str
    suggestion: str
    page: int | None
    line: int
    column: int
    stop_line: int
    stop_column: int
    start: int
    end: int
    text: str
    decision: str | None
    quote: str
    mark: Span
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a report is made of: `checks` all that there are, `paths` the documents that were checked, `fails` the
    levels that make the run fail, `unchecked` the names of what could not be checked, each with the reason."""

    entries: tuple[Entry, ...]
    checks: tuple[Check, ...]
    paths: tuple[str, ...]
    fails: frozenset[str] = frozenset({"error"})
    color: bool = False
    unchecked: tuple[tuple[str, str], ...] = ()

    def check(self, entry: Entry) -> Check:
        return next(check for check in self.checks if check.id == entry.check)

    def counts(self) -> dict[str, int]:
        """How many findings there are of each level, the worst first, levels without any left out."""
        counted = {
            level: sum(e.level == level for e in self.entries) for level in ("error", "warning", "info")
        }
        return {level: count for level, count in counted.items() if count}


def entries(
    resolution: Resolution,
    findings: Sequence[Finding],
    fingerprints: Sequence[str],
    checks: Mapping[str, Check],
    written: str | None = None,
) -> tuple[Entry, ...]:
    """The findings of one document. `written` is the file's own text, where it is one: lines and columns are counted
    in it."""
    places = Places(resolution.source, written)
    return tuple(
        _entry(resolution, finding, fingerprint, checks[finding.check], places)
        for finding, fingerprint in zip(findings, fingerprints, strict=True)
    )


def _entry(resolution: Resolution, finding: Finding, fingerprint: str, check: Check, places: Places) -> Entry:
    source, span = resolution.source, finding.span
    last = max(span.start, span.stop - 1)
    line, column = places.at(span.start)
    stop_line, stop_column = places.at(last)
    origin = places.origin(span.start)
    quoted = origin.span if origin else Span(0, len(source.text))
    return Entry(
        path=source.name.encode("utf-8", "replace").decode("utf-8"),
        check=finding.check,
        level=finding.level,
        message=check.message(finding),
        suggestion=check.suggestion(finding),
        page=origin.page if origin else None,
        line=line,
        column=column,
        stop_line=stop_line,
        stop_column=stop_column + (len(span) > 0),
        start=span.start,
        end=span.stop,
        text=source.quote(span),
        decision=finding.decision,
        quote=source.slice(quoted),
        mark=Span(max(0, span.start - quoted.start), max(0, min(span.stop, quoted.stop) - quoted.start)),
        fingerprint=fingerprint,
    )


class Places:
    """Where in the file the characters of a document's text stand."""

    def __init__(self, source: Source, written: str | None = None) -> None:
        self._source = source
        pages = written.replace("\r\n", "\n").replace("\r", "\n").split("\f") if written else []
        self._pages = [page.split("\n") for page in pages]

    def origin(self, at: int) -> Origin | None:
        """The last that begins at or before `at`, else the first."""
        origins = self._source.origins
        index = bisect_right(origins, at, key=lambda origin: origin.span.start) - 1
        return origins[max(0, index)] if origins else None

    def at(self, at: int) -> tuple[int, int]:
        """Line and column, from 1, of the character at `at`."""
        origin = self.origin(at)
        if origin is None:
            return 1, at + 1
        printed = self._source.text[origin.span.start : at + 1]
        page, line = (origin.page or 1) - 1, origin.line or origin.paragraph or 1
        if page >= len(self._pages) or line > len(self._pages[page]):
            return line, max(1, len(printed))
        above = sum(len(lines) - 1 for lines in self._pages[:page])
        return above + line, _column(self._pages[page][line - 1], printed)


def _column(line: str, printed: str) -> int:
    """The column of the last character of `printed` in the file's own `line`, from which the reader left out indents,
    doubled spaces and markdown's marks."""
    column = -1
    for char in printed:
        found = line.find(char, column + 1) if not char.isspace() else column
        if found < 0:
            return max(1, len(printed))
        column = found
    return max(0, column) + 1
