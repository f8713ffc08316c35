"""Two columns at the head of a typed page: the body's name on the left, «УТВЕРЖДАЮ» on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_STAMP = re.compile(r"(?<=\S) {4,}(?=утвержд|согласован|принят[оаы]? |приложение|проект\b)", re.I)
_GAP = re.compile(r" {3,}(?=\S)")
_LEFT_OF, _RIGHT_OF = (
    10,
    30,
)  # columns by which a centred line may begin before or after the stamp's first word


def part(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines with their indexes, in reading order: where a stamp stands beside other text, the left column comes
    first, then an empty line, then the right column at its indent. Tabs must be expanded."""
    at = 0
    while at < len(lines):
        stamp = _STAMP.search(lines[at])
        cuts = _cuts(lines, at, stamp.end()) if stamp else []
        if len(cuts) < 2:
            yield at, lines[at]
            at += 1
            continue
        rows = list(enumerate(cuts, at))
        yield from ((n, lines[n][:cut]) for n, cut in rows if lines[n][:cut].strip())
        yield at, ""
        yield from ((n, " " * cut + lines[n][cut:]) for n, cut in rows if lines[n][cut:].strip())
        at += len(cuts)


def _cuts(lines: Sequence[str], first: int, column: int) -> list[int]:
    """Where to cut each line from `first` on, as long as one stands to the left or to the right of `column`."""
    out = []
    for line in lines[first:]:
        gaps = [m.end() for m in _GAP.finditer(line) if -_LEFT_OF <= m.end() - column <= _RIGHT_OF]
        if gaps and line.strip():
            out.append(gaps[-1])
        elif line.strip() and len(line.rstrip()) < column:
            out.append(len(line))
        else:
            break
    return out
