"""Russian numbers as they are written, in digits, words or both, into numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.fold import fold

_UNITS = {
    "ноль": 0, "нуль": 0, "один": 1, "полтора": 1.5, "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6,
    "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12,
    "тринадцать": 13, "четырнадцать": 14, "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17,
    "восемнадцать": 18, "девятнадцать": 19, "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50,
    "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90, "сто": 100, "двести": 200,
    "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600, "семьсот": 700, "восемьсот": 800,
    "девятьсот": 900,
}  # fmt: skip
_SCALES = {"тысяча": 10**3, "миллион": 10**6, "миллиард": 10**9, "триллион": 10**12}
_ORDINALS = {
    "первый": 1, "второй": 2, "третий": 3, "четвертый": 4, "пятый": 5, "шестой": 6, "седьмой": 7,
    "восьмой": 8, "девятый": 9, "десятый": 10, "одиннадцатый": 11, "двенадцатый": 12, "тринадцатый": 13,
    "четырнадцатый": 14, "пятнадцатый": 15, "шестнадцатый": 16, "семнадцатый": 17, "восемнадцатый": 18,
    "девятнадцатый": 19, "двадцатый": 20, "тридцатый": 30, "сороковой": 40, "пятидесятый": 50,
    "шестидесятый": 60, "семидесятый": 70, "восьмидесятый": 80, "девяностый": 90, "сотый": 100,
    "двухтысячный": 2000,
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LOOKALIKES = str.maketrans("іх", "ix")
_DIGITS = re.compile(r"(?:\d{1,3}(?: \d{3}){1,4}|\d{1,15})(?:[.,]\d{1,9})?")
_LONGEST_ORDINAL = 9  # digits: longer ones count nothing, they are codes
_ENDING = re.compile(r"(\d)(?: ?- ?[а-я]{1,3})")
_IN_BRACKETS = re.compile(r"\([^()]*\)?")


def number(text: str) -> float | None:
    """The cardinal that `text` writes: «10», «10-ти», «1 142,0», «двадцати пяти», «10 (десяти)», «полутора».

    A point or a comma parts the fraction; a space parts thousands. `None` when `text` is anything else.
    """
    plain = " ".join(_IN_BRACKETS.sub(" ", fold(text)).split())
    digits = _ENDING.sub(r"\1", plain)
    if _DIGITS.fullmatch(digits):
        return float(digits.replace(" ", "").replace(",", "."))
    return _spelled(plain)


def ordinal(text: str) -> int | None:
    """The ordinal that `text` writes: «1-го», «1», «II», «первом», «две тысячи девятнадцатого»."""
    plain = " ".join(fold(text).split())
    digits = _ENDING.sub(r"\1", plain)
    if digits.isdecimal() and len(digits) <= _LONGEST_ORDINAL:
        return int(digits)
    return roman(plain) or _spelled_ordinal(plain)


def roman(text: str) -> int | None:
    """A Roman numeral, in Latin letters or their Cyrillic doubles; `None` when `text` is none."""
    values = [_ROMAN.get(letter) for letter in fold(text).translate(_LOOKALIKES)]
    if not values or None in values:
        return None
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


def _lookup(word: str, table: dict[str, float]) -> float | None:
    return next((table[lemma] for lemma in morph.lemmas(word) if lemma in table), None)


@lru_cache(maxsize=4096)
def _spelled(text: str) -> float | None:
    total, group = 0.0, 0.0
    for word in text.split():
        if (scale := _lookup(word, _SCALES)) is not None:
            total, group = total + (group or 1) * scale, 0
        elif (value := _lookup(word, _UNITS)) is not None:
            group += value
        else:
            return None
    return total + group if text else None


@lru_cache(maxsize=4096)
def _spelled_ordinal(text: str) -> int | None:
    before, _, last = text.rpartition(" ")
    value = _lookup(last, _ORDINALS)
    lead = _spelled(before) if before else 0
    return None if value is None or lead is None else int(lead + value)
