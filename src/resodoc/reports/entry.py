"""A finding as a report needs it: worded, and with its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resodoc.checks.check import Check
from resodoc.model import Finding, Origin, Resolution, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """`line` counts within the page (PDF) or the file (text), or is the paragraph's number (DOCX, HTML); `column` and lines
    begin at 1, `stop_column` is the first behind the words. `start`, `end` are offsets in the document's text. `quote` is
    the printed line, `mark` the words' place in it."""

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
    """What a report is made of: `checks` all that there are, `paths` the documents that were checked, `fails` the levels
    that make the run fail."""

    entries: tuple[Entry, ...]
    checks: tuple[Check, ...]
    paths: tuple[str, ...]
    fails: frozenset[str] = frozenset({"error"})
    color: bool = False

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
    lines: Sequence[str] = (),
) -> tuple[Entry, ...]:
    """The findings of one document. `lines` are the file's own, where it is a text: columns are counted in them."""
    return tuple(
        _entry(resolution, finding, fingerprint, checks[finding.check], lines)
        for finding, fingerprint in zip(findings, fingerprints, strict=True)
    )


def _entry(
    resolution: Resolution, finding: Finding, fingerprint: str, check: Check, lines: Sequence[str]
) -> Entry:
    source, span = resolution.source, finding.span
    first = _origin_at(source.origins, span.start)
    last = _origin_at(source.origins, max(span.start, span.stop - 1)) or first
    quoted = (
        first.span if first else Span(0, source.text.find("\n") if "\n" in source.text else len(source.text))
    )
    return Entry(
        path=source.name.encode("utf-8", "replace").decode("utf-8"),
        check=finding.check,
        level=finding.level,
        message=check.message(finding),
        suggestion=check.suggestion(finding),
        page=first.page if first else None,
        line=_line(first),
        column=_column(source.text, first, span.start, lines),
        stop_line=_line(last),
        stop_column=_column(source.text, last, max(span.start, span.stop - 1), lines) + (len(span) > 0),
        start=span.start,
        end=span.stop,
        text=" ".join(source.slice(span).split()),
        decision=finding.decision,
        quote=source.slice(quoted),
        mark=Span(max(0, span.start - quoted.start), max(0, min(span.stop, quoted.stop) - quoted.start)),
        fingerprint=fingerprint,
    )


def _origin_at(origins: Sequence[Origin], at: int) -> Origin | None:
    """The last origin that begins at or before `at`, else the first."""
    index = bisect_right(origins, at, key=lambda origin: origin.span.start) - 1
    return origins[max(0, index)] if origins else None


def _line(origin: Origin | None) -> int:
    return (origin and (origin.line or origin.paragraph)) or 1


def _column(text: str, origin: Origin | None, at: int, lines: Sequence[str]) -> int:
    """The column of the character at `at`: in the file's own line where that is known, else in the printed stretch."""
    if origin is None:
        return at + 1
    printed = text[origin.span.start : max(origin.span.start, at) + 1]
    if not origin.line or origin.line > len(lines):
        return max(1, len(printed))
    line, column = lines[origin.line - 1], -1
    for char in printed:
        # The reader leaves out indents, doubled spaces and markdown's marks: step over what is not there.
        found = line.find(char, column + 1) if not char.isspace() else column
        if found < 0:
            return max(1, len(printed))
        column = found
    return column + 1
