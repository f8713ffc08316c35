"""Which rows the pages of a document repeat at one height."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from resodoc.readers.page.printed import Page, Sheet, Strip

_DEPTH = 5  # rows looked at on each edge
DRIFT = 8.0  # points that a head may stand higher or lower from page to page
_ENOUGH = 4  # pages from which repetition alone is proof; on fewer it must also stand apart from the text
_APART = 0.8  # heights of white between a head and the text
_MORE = 1.1  # times the white between rows of the text
_NUMBER = re.compile(r"[-–—\s]*(?!(?:19|20)\d\d\b)(\d{1,4})[-–—\s]*")  # a year is none
_NAMED_NUMBER = re.compile(
    r"[-–—]\s*\d{1,4}\s*[-–—]|\W*(?:страница|стр\.?|лист|page)\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d{1,4})?\W*"
    r"|\d{1,4}\s*(?:из|of|/)\s*\d{1,4}",
    re.I,
)

Key = tuple[bool, str]


def text(row: Strip) -> str:
    return " ".join([line.text for line in row])


def key(row: Strip) -> str:
    """What a row says, all numbers alike; a number alone is itself."""
    said = re.sub(r"\W+", "", text(row).casefold())
    return said if said.isdecimal() else re.sub(r"\d+", "#", said)


def distance(page: Page, row: Strip, foot: bool) -> float:
    """Points from the edge of the page that a row is counted from."""
    return page.height - row[0].box[3] if foot else row[0].box[1]


def _edge(page: Page, rows: Sequence[Strip], foot: bool) -> list[tuple[Strip, float]]:
    """The rows nearest to an edge, outermost first, and how far from the edge each begins."""
    if foot:
        return [(row, distance(page, row, foot)) for row in rows[: -_DEPTH - 1 : -1]]
    return [(row, row[0].box[1]) for row in rows[:_DEPTH]]


class Repeated:
    """Which rows the pages of a document repeat."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._last = len(sheets)
        self._places: dict[Key, list[tuple[int, float]]] = {}
        self._known: dict[tuple[bool, str, int], str] = {}
        offsets: Counter[int] = Counter()
        for number, sheet in enumerate(sheets, 1):
            for foot in (False, True):
                for row, distance in _edge(sheet.page, sheet.strips, foot):
                    self._places.setdefault((foot, key(row)), []).append((number, distance))
                    if m := _NUMBER.fullmatch(text(row)):
                        offsets[int(m.group(1)) - number] += 1
        self._pages = {sheet.page.number: sheet.page for sheet in sheets}
        self._number = {sheet.page.number: number for number, sheet in enumerate(sheets, 1)}
        self._offsets = offsets

    def cut(self, sheet: Sheet) -> list[int]:
        """Where the rows of the text begin and end."""
        top = self.depth(sheet.page, sheet.strips, foot=False)
        return [top, len(sheet.strips) - self.depth(sheet.page, sheet.strips[top:], foot=True)]

    def recurs(self, row: Strip) -> bool:
        """Whether other pages have the same row at nearly this height."""
        page = self._pages[row[0].page]
        return any(len(self._alike(foot, key(row), distance(page, row, foot))) > 1 for foot in (False, True))

    def depth(self, page: Page, rows: Sequence[Strip], foot: bool) -> int:
        """How many rows at this edge of the page are none of the text."""
        edge = _edge(page, rows, foot)
        proofs = []
        for row, distance in edge:
            proofs.append(self._proof(page, row, distance, foot))
            if not proofs[-1]:
                break
        depth = sum(map(bool, proofs))
        while depth and proofs[depth - 1] == "weak" and not _apart(page, edge, depth):
            depth -= 1
        return depth

    def _proof(self, page: Page, row: Strip, distance: float, foot: bool) -> str:
        """ "strong", "weak" (it must stand apart from the text), or nothing."""
        said = text(row)
        if _NAMED_NUMBER.fullmatch(said):
            return "strong"
        if m := _NUMBER.fullmatch(said):
            proof = self._numbers_the_page(int(m.group(1)), self._number[page.number])
            if proof:
                return proof
        place = (foot, key(row), round(distance))
        if place not in self._known:
            self._known[place] = self._verdict(*place)
        return self._known[place]

    def _verdict(self, foot: bool, key: str, distance: int) -> str:
        """Whether a row at this height recurs; pages of another size may have a head of the others at a height of
        their own."""
        alike = self._alike(foot, key, distance)
        proof = self._enough(alike)
        if proof != "strong" and len(alike) > 1:
            heights = {round(d) for _, d in self._places[foot, key]}
            if any(self._enough(self._alike(foot, key, height)) == "strong" for height in heights):
                return "strong"
        return proof

    def _numbers_the_page(self, value: int, number: int) -> str:
        """A lone number counts pages when other pages count on from it; in two pages the second's may be the only one."""
        if self._offsets[value - number] > 1:
            return "strong"
        return "weak" if value == number == self._last == 2 else ""

    def _alike(self, foot: bool, key: str, distance: float) -> list[int]:
        """The pages that have the same row at nearly this height."""
        if not key:
            return []
        return sorted({n for n, d in self._places.get((foot, key), ()) if abs(d - distance) <= DRIFT})

    def _enough(self, alike: Sequence[int]) -> str:
        """Whether pages `alike` are most of a run of pages, all of them or every second one; two or three are less
        sure, and two must be all there are (but the first, which often has none)."""
        if len(alike) < 2:
            return ""
        step = 2 if len({n % 2 for n in alike}) == 1 else 1
        if len(alike) > 2:
            most = 2 * len(alike) > (alike[-1] - alike[0]) / step + 1
            return ("strong" if len(alike) >= _ENOUGH else "weak") if most else ""
        expected = [n for n in range(1, self._last + 1) if step == 1 or n % 2 == alike[0] % 2]
        return "weak" if alike in (expected, expected[1:]) else ""


def _apart(page: Page, edge: Sequence[tuple[Strip, float]], depth: int) -> bool:
    """Whether white, more than stands between the next rows (a text may be double-spaced), or a smaller font parts the
    outer `depth` rows from the next."""
    if depth == len(edge):
        return bool(page.grids)  # else nothing would be left of the page
    outer, inner = edge[depth - 1][0][0], edge[depth][0][0]
    usual = min((_white(a, b) for (a, _), (b, _) in pairwise(edge[depth:])), default=0.0)
    white = _white(edge[depth - 1][0], edge[depth][0])
    return white > max(_APART * outer.height, _MORE * usual) or outer.height < 0.9 * inner.height


def _white(a: Strip, b: Strip) -> float:
    """Points of white between two rows, whichever stands above."""
    return max(b[0].box[1] - a[0].box[3], a[0].box[1] - b[0].box[3])
