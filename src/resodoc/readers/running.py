"""Running heads and feet, and page numbers, in a plain text that was made from pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resodoc.readers.wrapped import Line, ended

_GAP = 3  # blank lines between two pages where there is no form feed
_ZONE = 8  # lines that a head or a foot may have
_TIMES = 3  # pages that must bear it
_PAGE_NUMBER = re.compile(
    r"[-–—]? ?\d{1,4} ?[-–—]?|(?:стр|страница|лист)\.? ?\d{1,4}(?: ?(?:из|/) ?\d{1,4})?", re.I
)
_NEVER = re.compile(r"__|[.:;]$|^(?:\d{1,2}[.)]|[-–—•])")


def blank_heads(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """`lines` with running heads, feet and page numbers blanked out, and the words that were taken out, each once."""
    heads = _head_lines(lines)
    taken = heads | _page_numbers(lines, heads)
    words = dict.fromkeys(lines[n].text for n in sorted(heads))
    return [replace(line, text="") if n in taken else line for n, line in enumerate(lines)], tuple(words)


def _pages(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The numbers of the printed lines of each page: pages are parted by a form feed or a gap of blank lines."""
    page: list[int] = []
    for number, line in enumerate(lines):
        if not line.text:
            continue
        if page and (line.page != lines[page[-1]].page or number - page[-1] > _GAP):
            yield page
            page = []
        page.append(number)
    if page:
        yield page


def _head_lines(lines: Sequence[Line]) -> set[int]:
    """The lines at the edge of a page that stand at the edge of at least three pages, word for word."""
    pages = list(_pages(lines))
    bearing = Counter(
        key for page in pages for key in {lines[n].text for n in (*page[:_ZONE], *page[-_ZONE:])}
    )
    out: set[int] = set()
    for page in pages:
        for edge in (page[:_ZONE], page[::-1][:_ZONE]):
            for number in edge:
                text = lines[number].text
                if bearing[text] < _TIMES or _NEVER.search(text):
                    break
                out.add(number)
    return out


def _page_numbers(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """Lone numbers at the edge of a page that a form feed ends, and those that stand inside a sentence. Any other
    may be the number of a section."""
    printed = [n for n, line in enumerate(lines) if line.text and n not in heads]
    out = set()
    for at, number in enumerate(printed):
        if _PAGE_NUMBER.fullmatch(lines[number].text):
            before = lines[printed[at - 1]] if at else None
            after = lines[printed[at + 1]] if at + 1 < len(printed) else None
            if _at_form_feed(lines[number], before, after) or _inside_sentence(before, after):
                out.add(number)
    return out


def _at_form_feed(line: Line, before: Line | None, after: Line | None) -> bool:
    return any(other is not None and other.page != line.page for other in (before, after))


def _inside_sentence(before: Line | None, after: Line | None) -> bool:
    return before is not None and after is not None and not ended(before.text) and after.text[0].islower()
