"""Words with boxes → printed rows: raised numbers joined to their word, letter-spaced words closed up."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from resodoc.language import morph
from resodoc.readers.page.printed import Word, bounds
from resodoc.readers.raised import raised

Row = list[Word]
_LEFT = attrgetter("x0")

_SAME_BASE = 0.12  # of the height: how much the base lines of one row may differ
_OVERLAP = 0.6  # of the lower word's height that a raised one has in common with its neighbour
_NO_SPACE = 0.1  # of the height: two words closer than this have no space between them
_KERNED = 0.5  # of the height: pieces of one word overlap less than this
_SMALL = 0.8  # of the height: a number smaller than this, and raised, is a superscript
_SPACED = re.compile(r"[^\W\d_]{1,2}")
_SPACED_END = re.compile(r"([^\W\d_]{1,2})?([:.,])")
_MIN_SPACED = 4


def rows(words: Iterable[Word]) -> list[Row]:
    """Rows from top to bottom, the words of each from left to right. `words` come in the order of the file, which is
    mostly that of reading: only what is out of it has to be looked for."""
    out: list[Row] = []
    for run in sorted(_runs(words), key=lambda run: run[0].bottom):
        home = next((r for r in out[:-4:-1] if run[0].top < r[0].bottom and _level(run[0], r[0])), None)
        if home is None:
            out.append(run)
        elif _height(run[0]) > _height(home[0]):
            home[:0] = run  # a row is known by its tallest words, not by a raised number
        else:
            home += run
    return sorted(map(_joined, out), key=lambda row: row[0].bottom)


def _height(word: Word) -> float:
    return word.bottom - word.top


def _level(a: Word, b: Word) -> bool:
    """Whether two words stand on one base line, or the smaller of them is raised or lowered beside the other."""
    low, high = sorted((_height(a), _height(b)))
    if low > _SMALL * high:
        return abs(a.bottom - b.bottom) <= _SAME_BASE * high
    return min(a.bottom, b.bottom) - max(a.top, b.top) >= _OVERLAP * low


def _runs(words: Iterable[Word]) -> list[Row]:
    """Stretches of `words` that go on from left to right at one height."""
    out: list[Row] = []
    for word in words:
        last = out[-1][-1] if out else word
        if out and word.x0 >= last.x0 and (word.bottom == last.bottom or _level(word, last)):
            out[-1].append(word)
        else:
            out.append([word])
    return out


def _joined(row: Row) -> Row:
    """`row` from left to right, with pieces of one word put together."""
    row = sorted(row, key=_LEFT)
    height, base = max([w.bottom - w.top for w in row]), max([w.bottom for w in row])
    overlap, near, small, level = (
        _KERNED * height,
        _NO_SPACE * height,
        _SMALL * height,
        base - _SAME_BASE * height,
    )
    out: Row = []
    for word in row:
        touches = bool(out) and -overlap < word.x0 - out[-1].x1 < near
        if (touches or not out) and word.bottom < level and word.bottom - word.top < small:
            word = word._replace(text=raised(word.text))
        if touches and _are_one(out[-1], word):
            out[-1] = _together([out[-1], word], out[-1].text + word.text)
        else:
            out.append(word)
    return _closed_up(out) if sum([len(w.text) < 3 for w in out]) >= _MIN_SPACED else out


def _are_one(a: Word, b: Word) -> bool:
    """Whether two words without a space between them are pieces of one: recognised words are whole, and the raised number
    of a footnote is no part of its first word."""
    return b.confidence is None and not (a.text.isdigit() and not a.text.isdecimal() and b.text[0].isalpha())


def _together(words: Sequence[Word], text: str) -> Word:
    return Word(text, *bounds([w[1:5] for w in words]), words[0].bold, words[0].confidence)


def _closed_up(row: Row) -> Row:
    """«Р Е Ш Е Н И Е» → «РЕШЕНИЕ»: stretches of single letters, at least four, become the words that the wider gaps
    between them tell apart. What is no word afterwards stays as it was."""
    out: Row = []
    start = 0
    while start < len(row):
        stop = start
        while stop < len(row) and _SPACED.fullmatch(row[stop].text):
            stop += 1
        if stop < len(row) and stop > start and _SPACED_END.fullmatch(row[stop].text):
            stop += 1
        closed = _spaced_words(row[start:stop]) if stop - start >= _MIN_SPACED else None
        stop = max(stop, start + 1)
        out += closed or row[start:stop]
        start = stop
    return out


def _spaced_words(letters: Row) -> Row | None:
    if sum(len(w.text) == 1 for w in letters) < 0.6 * len(letters):
        return None
    gaps = [b.x0 - a.x1 for a, b in pairwise(letters)]
    wide = 1.6 * statistics.median(gaps)
    groups: list[Row] = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > wide:
            groups.append([])
        groups[-1].append(letter)
    made = [_together(group, "".join(w.text for w in group)) for group in groups]
    if not all(morph.known(w.text.rstrip(":.,")) for w in made):
        return None
    return made if any(len(group) > 1 for group in groups) else None
