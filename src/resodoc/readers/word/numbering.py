"""The automatic numbers of a DOCX as Word prints them (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resodoc.readers.word.ooxml import Element, W, is_on, val
from resodoc.readers.word.styles import Styles

_LEVELS = 9
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # 17.18.59, russianLower: without ё, й, ъ, ь
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def letters(number: int, alphabet: str) -> str:
    """а, б, … я, аа, бб, …: past the alphabet's end the letter is doubled (17.18.59)."""
    turns, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (turns + 1)


def roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        out += sign * times
    return out


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "lowerLetter": lambda n: letters(n, _LATIN),
    "upperLetter": lambda n: letters(n, _LATIN).upper(),
    "russianLower": lambda n: letters(n, _RUSSIAN),
    "russianUpper": lambda n: letters(n, _RUSSIAN).upper(),
    "ordinal": "{}-й".format,
    "numberInDash": "- {} -".format,
    "decimalEnclosedParen": "({})".format,
    "decimalEnclosedFullstop": "{}.".format,
    "none": lambda n: "",
    "bullet": lambda n: "",
}
"""w:numFmt → the number in it; a format that no Russian document uses is printed as decimal."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `text` is the pattern of its label, «%1.%2.»; `restart` is the count of outer levels that
    start it anew (None: all, 0: none); `style` is the paragraph style tied to it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = " "
    restart: int | None = None
    legal: bool = False
    style: str | None = None


class Numbering:
    """The lists of a document, and how far each has been counted. Lists that are made after one abstract list count
    on together, unless one of them overrides the start."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        if root is not None:
            self._abstract = {val(a, "abstractNumId") or "": a for a in root.iterfind(f"{W}abstractNum")}
            self._lists = {val(n, "numId") or "": n for n in root.iterfind(f"{W}num")}
        self._read: dict[str, tuple[str, list[Level], dict[int, int]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: Element) -> str:
        """The label of the next paragraph of the document with what parts it from the text; "" when it has none."""
        belongs = self._styles.numbering(paragraph)
        if belongs is None or belongs[0] not in self._lists:
            return ""
        list_id, named, styles = belongs
        key, levels, starts = self._list(list_id)
        tied = (n for style in styles for n, one in enumerate(levels) if one.style == style)
        level = next(tied, named or 0)  # the level tied to the style wins over the level that the style names
        counts = self._counts.setdefault(key, [None] * _LEVELS)
        self._count(list_id, level, levels, starts, counts)
        label = _print(level, levels, counts)
        return label and label + levels[level].suffix

    def _count(
        self, list_id: str, at: int, levels: Sequence[Level], starts: dict[int, int], counts: list[int | None]
    ) -> None:
        """Take one more number at level `at`, and start the inner levels anew."""
        count = counts[at]
        if at in starts and (list_id, at) not in self._begun:
            counts[at] = starts[at]
        else:
            counts[at] = levels[at].start if count is None else count + 1
        self._begun.add((list_id, at))
        for inner in range(at + 1, _LEVELS):
            restart = levels[inner].restart
            if restart is None or at < restart:
                counts[inner] = None

    def _list(self, list_id: str) -> tuple[str, list[Level], dict[int, int]]:
        """Of a list: the id of the abstract one it is made after, its levels, and the starts that it overrides."""
        if list_id not in self._read:
            self._read[list_id] = self._resolve(list_id)
        return self._read[list_id]

    def _resolve(self, list_id: str, depth: int = 0) -> tuple[str, list[Level], dict[int, int]]:
        element = self._lists[list_id]
        key = val(element.find(f"{W}abstractNumId")) or ""
        abstract = self._abstract.get(key)
        levels, starts = [Level()] * _LEVELS, {}
        if abstract is not None:
            linked = self._styles.list_of(val(abstract.find(f"{W}numStyleLink")) or "")
            if linked in self._lists and depth < _LEVELS:
                key, levels, starts = self._resolve(linked, depth + 1)
            levels = _with_levels(levels, abstract)
        for override in element.iterfind(f"{W}lvlOverride"):
            levels = _with_levels(levels, override)
            at, start = _int(val(override, "ilvl")), _int(val(override.find(f"{W}startOverride")))
            if at is not None and at < _LEVELS and start is not None:
                starts = starts | {at: start}
        return key, levels, starts


def _with_levels(levels: Sequence[Level], holder: Element) -> list[Level]:
    out = list(levels)
    for element in holder.iterfind(f"{W}lvl"):
        at = _int(val(element, "ilvl"))
        if at is not None and at < _LEVELS:
            out[at] = _level(element)
    return out


def _level(element: Element) -> Level:
    number_format = element.find(f"{W}numFmt")
    level = Level(
        start=_int(val(element.find(f"{W}start"))) or 0,
        format=val(number_format) or "decimal",
        text=val(element.find(f"{W}lvlText")) or "",
        suffix="" if val(element.find(f"{W}suff")) == "nothing" else " ",
        restart=_int(val(element.find(f"{W}lvlRestart"))),
        legal=is_on(element.find(f"{W}isLgl")),
        style=val(element.find(f"{W}pStyle")),
    )
    return replace(level, text=_bullet(element, level.text)) if level.format == "bullet" else level


def _bullet(element: Element, sign: str) -> str:
    """A dash stays what it is; signs of symbol fonts, and pictures, are a bullet."""
    return (
        sign
        if sign in tuple("-–—•*")
        else "•"
        if sign.strip() or element.find(f"{W}lvlPicBulletId") is not None
        else ""
    )


def _print(at: int, levels: Sequence[Level], counts: Sequence[int | None]) -> str:
    """The label of level `at`; a level that has not been counted yet shows its start."""

    def shown(m: re.Match[str]) -> str:
        level = levels[int(m.group(1)) - 1]
        count = counts[int(m.group(1)) - 1]
        number = level.start if count is None else count
        plain = levels[at].legal and level.format not in ("none", "bullet")
        form = str if plain or number < 1 else FORMATS.get(level.format, str)
        return form(number)

    return re.sub(r"%([1-9])", shown, levels[at].text)


def _int(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < 7 else None
