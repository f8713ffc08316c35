"""Safe corrections of a plain text: spaces, quotation marks, dashes, «г.».

Numbers, names and dates keep every letter and digit.

Works on the file's own text, not on what the reader composed of it: what is not mended stays byte for byte.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from resodoc.readers.plain.encoding import decode

_LETTER = r"[^\W\d_]"
# A run of spaces this long is layout: a head in columns, a signature line. So is markdown's table.
_LAYOUT = re.compile(r"\S {4,}\S|\t\S|^\s*\|")
_UNTOUCHED = re.compile(
    r"`[^`\n]*`|<!--.*?-->|<[a-zA-Z/][^>\n]*>|https?://\S+|www\.\S+|\S+@\S+|\]\([^)\n]*\)|_{2,}", re.S
)
_FENCE = re.compile(r"^ {0,3}(?:```|~~~).*?(?:^ {0,3}(?:```|~~~)|\Z)", re.S | re.M)

# pattern → what its group becomes
_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<={_LETTER}|[,;:.»)])( {{2,3}})(?={_LETTER}|[«(])"), " "),
    # Before a number too, unless more such runs follow: those are columns.
    (re.compile(rf"(?<={_LETTER}|[,;:»)])( {{2,3}})(?=\d(?!.{{0,200}}\S {{2,}}\S))"), " "),
    (re.compile(r"(?<=\d)( +)(?=\.(?:\s*$|\s+[А-ЯЁ]))"), ""),
    (re.compile(rf"(?<={_LETTER}|[»).])( +)(?=[,;](?!\d)|[.:](?:\s|$))"), ""),
    (re.compile(r"(?<=[а-яё».][,;])()(?=[а-яёА-ЯЁ«])"), " "),
    (re.compile(r"(?<=[«(])( +)(?=\S)"), ""),
    (re.compile(r"(?<=\S)( +)(?=[»)])"), ""),
    (re.compile(r"(?<=(?<!\d)(?:19|20)\d\d)()(?=г\.|года?(?!\w)|году(?!\w)|гг\.)"), " "),
)
_HYPHEN = re.compile(rf"({_LETTER}+)[»)]? (--?) [«(]?({_LETTER})")
_PASSES = 8
"""One correction may make room for the next: «"Улей" ,» first gets its marks, then loses the space."""
_STRAIGHT = re.compile(r'"')
_OPENS_BEHIND = " \t\n(«[—–-"


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:stop]` becomes `new`."""

    start: int
    stop: int
    new: str


def edits(text: str, encoding: str = "utf-8") -> tuple[Edit, ...]:
    """What to mend in `text`, in order, without overlaps; nothing that `encoding` cannot write."""
    kept = [m.span() for pattern in (_FENCE, _UNTOUCHED) for m in pattern.finditer(text)]
    found: list[Edit] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        if not _LAYOUT.search(line):
            found += (Edit(e.start + offset, e.stop + offset, e.new) for e in _in_line(line))
        offset += len(line)
    free = (
        e
        for e in sorted(found, key=lambda e: (e.start, e.stop))
        if not _touches(e, kept) and _encoded(e.new, encoding) is not None
    )
    return tuple(_apart(free))


def fixed(text: str, encoding: str = "utf-8") -> tuple[str, int]:
    """`text` with all of it mended, and how many places that took; mending it again changes nothing."""
    count = 0
    for _ in range(_PASSES):
        changes = edits(text, encoding)
        if not changes:
            break
        text, count = _apply(text, changes), count + len(changes)
    return text, count


@dataclass(frozen=True, slots=True)
class Mended:
    """A file's text `before` and `after`, in the `encoding` to write it back in; `count` places differ."""

    before: str
    after: str
    encoding: str
    count: int


def mend(data: bytes, name: str) -> Mended:
    """The corrected text of a file's bytes; one that would not come back byte for byte is kept. Raises ReadError."""
    text, encoding = decode(data, name)
    body = _encoded(text, encoding)
    if not (body and data.endswith(body)):
        return Mended(text, text, encoding, 0)
    mark = data[: len(data) - len(body)].decode(encoding)  # a byte order mark
    after, count = fixed(text, encoding)
    return Mended(mark + text, mark + after, encoding, count)


def _apply(text: str, changes: tuple[Edit, ...]) -> str:
    out, last = [], 0
    for edit in changes:
        out += [text[last : edit.start], edit.new]
        last = edit.stop
    return "".join([*out, text[last:]])


def diff(name: str, before: str, after: str) -> str:
    """A unified diff, empty when nothing changes."""
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _in_line(line: str) -> Iterator[Edit]:
    for pattern, new in _RULES:
        for m in pattern.finditer(line):
            yield Edit(*m.span(1), new)
    yield from _dashes(line)
    yield from _quotes(line)


def _dashes(line: str) -> Iterator[Edit]:
    """A hyphen between blanks is a dash, unless it may be a name's («Юрьев - Польский») or a compound's."""
    for m in _HYPHEN.finditer(line):
        is_name = m[1][0].isupper() and m[3].isupper()
        if not is_name and not m[1].endswith("о"):
            yield Edit(*m.span(2), "–")


def _quotes(line: str) -> Iterator[Edit]:
    """Straight marks become «…» where they pair off within the line and none stands inside another."""
    places = [m.start() for m in _STRAIGHT.finditer(line)]
    if len(places) % 2:
        return
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if all(_opens(line, a) and not _opens(line, b) for a, b in pairs) and not re.search(
        r'["«„][^"»“]*«', line
    ):
        for a, b in pairs:
            yield from (Edit(a, a + 1, "«"), Edit(b, b + 1, "»"))


def _opens(line: str, at: int) -> bool:
    before, behind = line[at - 1] if at else " ", line[at + 1 : at + 2]
    return before in _OPENS_BEHIND and behind not in ("", " ", "\n")


def _touches(edit: Edit, kept: list[tuple[int, int]]) -> bool:
    return any(edit.start < stop and start < max(edit.stop, edit.start + 1) for start, stop in kept)


def _encoded(text: str, encoding: str) -> bytes | None:
    """`None` where Python, or the encoding, cannot write it."""
    try:
        return text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return None


def _apart(found: Iterator[Edit]) -> Iterator[Edit]:
    last = -1
    for edit in found:
        if edit.start >= last and (edit.stop > edit.start or edit.start > last):
            yield edit
            last = max(edit.stop, edit.start)
