"""Running heads and feet, and page numbers, in a plain text that was made from pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from resodoc.readers.plain.wrapped import Line, ended

_GAP = 3  # blank lines between two pages where there is no form feed
_ZONE = 8  # lines that a head or a foot may have
_TIMES, _TIMES_COUNTED = (
    3,
    2,
)  # pages that must bear it; where «Страница 1 из 3» shows what a page is, two will do
_AT_RIGHT = 50  # columns
_PAGE_LINES = 15  # that there are at least between two page numbers
_PAGE_NUMBER = re.compile(
    r"[-–—]? ?(\d{1,3}) ?[-–—]?|(?:стр|страница|лист)\.? ?(\d{1,3})(?: ?(?:из|/) ?\d{1,4})?", re.I
)
_COUNTED = re.compile(r"(?:^|\s)(?:страница|стр\.|лист) ?\d{1,4} из \d{1,4}$", re.I)
_NEVER = re.compile(r"__|[.:;]$|^(?:\d{1,2}[.)]|[-–—•]|приложени|утвержд|согласован)", re.I)


def blank_heads(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """`lines` with running heads, feet and page numbers blanked out, and the words that were taken out, each once."""
    heads = _head_lines(lines)
    taken = heads | _page_numbers(lines, heads)
    words = dict.fromkeys(lines[n].text for n in sorted(heads))
    return [replace(line, text="") if n in taken else line for n, line in enumerate(lines)], tuple(words)


def _pages(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The indexes of the printed lines of each page: pages are parted by a form feed, a gap of blank lines, or a line
    that counts them."""
    page: list[int] = []
    for number, line in enumerate(lines):
        if not line.text:
            continue
        last = lines[page[-1]] if page else line
        if page and (line.page != last.page or number - page[-1] > _GAP or _COUNTED.search(last.text)):
            yield page
            page = []
        page.append(number)
    if page:
        yield page


def _head_lines(lines: Sequence[Line]) -> set[int]:
    """The lines at the edge of a page that stand at the edge of other pages too, word for word, and those that count
    the pages."""
    pages = list(_pages(lines))
    counted = {n for n, line in enumerate(lines) if _COUNTED.search(line.text)}
    fed = len({line.page for line in lines if line.text})  # pages that form feeds part
    times = _TIMES_COUNTED if counted or fed == _TIMES else _TIMES  # of three, the first often has none
    bearing = Counter(
        key for page in pages for key in {lines[n].text for n in (*page[:_ZONE], *page[-_ZONE:])}
    )
    out = set(counted)
    for page in pages:
        for edge in (page[:_ZONE], page[::-1][:_ZONE]):
            for number in edge:
                text = lines[number].text
                if number not in counted and (bearing[text] < times or _NEVER.search(text)):
                    break
                out.add(number)
    return out


def _page_numbers(lines: Sequence[Line], heads: set[int]) -> set[int]:
    """Lone numbers at the edge of a page that a form feed ends, those that stand inside a sentence, and those that
    count from two, pages apart. Any other may be the number of a section."""
    printed = [n for n, line in enumerate(lines) if line.text and n not in heads]
    lone = {at: m for at, n in enumerate(printed) if (m := _PAGE_NUMBER.fullmatch(lines[n].text))}
    if _count_pages(lone, [lines[printed[at]].indent for at in lone]):
        return {printed[at] for at in lone}
    neighbours = {at: (_get(lines, printed, at - 1), _get(lines, printed, at + 1)) for at in lone}
    return {
        printed[at]
        for at, (before, after) in neighbours.items()
        if _at_form_feed(lines[printed[at]], before, after)
        or (_stands_alone(lines, printed[at], heads) and _inside_sentence(before, after))
    }


def _get(lines: Sequence[Line], printed: Sequence[int], at: int) -> Line | None:
    return lines[printed[at]] if 0 <= at < len(printed) else None


def _stands_alone(lines: Sequence[Line], number: int, heads: set[int]) -> bool:
    """Whether blank lines, or heads, are above and below."""
    return all(n in heads or not lines[n].text for n in (number - 1, number + 1) if 0 <= n < len(lines))


def _count_pages(lone: dict[int, re.Match[str]], indents: Sequence[int]) -> bool:
    """Whether lone numbers are 2, 3, … and stand pages apart: the first page bears none (ГОСТ Р 7.0.97-2016, 3.3), unless
    all are set at the right edge, where no section has its number."""
    numbers = [int(m.group(1) or m.group(2)) for m in lone.values()]
    apart = all(b - a >= _PAGE_LINES for a, b in pairwise((0, *lone)))
    first = 1 if numbers[:1] == [1] and min(indents) >= _AT_RIGHT else 2
    return bool(numbers) and numbers == list(range(first, first + len(numbers))) and apart


def _at_form_feed(line: Line, before: Line | None, after: Line | None) -> bool:
    return any(other is not None and other.page != line.page for other in (before, after))


def _inside_sentence(before: Line | None, after: Line | None) -> bool:
    return before is not None and after is not None and not ended(before.text) and after.text[0].islower()
