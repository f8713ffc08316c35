"""Dates and stretches of time as Russian documents write them: «1 мая 2019 г.», «11-12 мая 2017 года»,
«II квартале 2018», «мае-июне», «2017-2020 годах», «первого мая две тысячи девятнадцатого года».

Texts are folded (`fold`). A text is read into a `Stretch`, which says what was written and counts its days.
Years are those of 1900 to 2099.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from resodoc.language.numerals import ordinal
from resodoc.language.stretch import Point, Stretch
from resodoc.model import Span

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = (
    r"(?:янв(?:ар[а-я]{1,2})?|фев(?:р(?:ал[а-я]{1,2})?)?|март[а-я]{0,2}|апр(?:ел[а-я]{1,2})?|ма(?:[йяею]|ем)|ию[нл][а-я]{1,2}"
    r"|авг(?:уст[а-я]{0,2})?|сент?(?:ябр[а-я]{1,2})?|окт(?:ябр[а-я]{1,2})?|ноя(?:б(?:р[а-я]{1,2})?)?|дек(?:абр[а-я]{1,2})?)"
)
_IS_MONTH = re.compile(_MONTH)
_YEAR = r"(?:19|20)\d\d"
_POINTED = rf"\d{{1,2}}[./] ?\d{{1,2}}[./] ?(?:{_YEAR}|\d\d)(?!\d)"
_ENDING = r"(?: ?- ?(?:о?[гм]о|о?му?|[оы]?[йея]|х)(?![а-я]))?"
_TOKEN = re.compile(
    r"(?P<now>[ст]\. ?г\.?)"
    rf"|(?P<numeric>{_YEAR}-\d\d-\d\d(?!\d)|{_POINTED}|\d\d?\.\d\d(?!\d))"
    rf"|(?P<school>{_YEAR} ?[-/] ?(?:{_YEAR}|\d\d) уч[а-я]*)|(?P<year>{_YEAR}(?!\d){_ENDING})"
    rf"|(?P<number>\d{{1,2}}(?!\d){_ENDING}|[iі]{{1,3}}v?(?![a-z]))"
    r"|(?P<dash>-)|(?P<word>[а-я]+)|(?P<gap>[ \".]+)"
)
_SKIPPED = re.compile(r"года?|году|годы|годах|годов|гг?|числ[оау]|с|в|на|дня")
_RANGE = ("и", "по", "до")
_UNITS = (
    ("квартал", "quarter"),
    ("кв", "quarter"),
    ("полугоди", "half"),
    ("половин", "half"),
    ("декад", "decade"),
)
_AHEAD = (("текущ", 0), ("этого", 0), ("нынешн", 0), ("следующ", 1), ("будущ", 1), ("очередн", 1))
_PIVOT = 69  # a year of two digits from here on is of the last century (POSIX, strptime %y)

_DAY = r"(?:\" ?\d{1,2} ?\"|\d{1,2}(?: ?-? ?го)?)"
_YEAR_WORD = r"(?: ?(?:год[ау](?![а-я])|гг?(?![а-я])\.?))?"
_WRITTEN = re.compile(
    rf"(?<![\d/.,])(?<!\d-)(?<![а-я]-)(?:{_YEAR}-\d\d-\d\d"
    rf"|(?:(?:{_POINTED}|\d{{1,2}}(?:\.\d\d)?) ?- ?)?{_POINTED}"
    rf"|(?:{_DAY}(?: {{1,3}}{_MONTH}(?: {{1,3}}{_YEAR}{_YEAR_WORD})?)?(?: ?- ?| {{1,3}}(?:и|по) {{1,3}}))?"
    rf"{_DAY} {{1,3}}{_MONTH}\.? {{0,3}}{_YEAR}"
    rf"|\b(?:двадцать |тридцать )?[а-я]{{5,14}}го {_MONTH} "
    r"(?:две|(?:одна )?тысяча девятьсот)(?: [а-я]+){1,3}(?= года)"
    rf"){_YEAR_WORD}(?![\dа-я])(?!\.\d)"
)


def read(text: str) -> Stretch | None:
    """What `text` says, the whole of it; `None` when it is not a stretch of time."""
    ends: list[list[tuple[str, str]]] = [[]]
    position = 0
    for token in _TOKEN.finditer(text):
        if token.start() != position:
            return None
        position = token.end()
        if token.lastgroup == "dash" or token.group() in _RANGE:
            ends.append([])
        elif token.lastgroup != "gap" and not _SKIPPED.fullmatch(token.group()):
            ends[-1].append((token.lastgroup or "", token.group()))
    points = [point for tokens in ends if tokens for point in [_point(tokens)] if point]
    if position != len(text) or len(points) != sum(map(bool, ends)) or not 1 <= len(points) <= 2:
        return None
    start, end = points[0].completed(points[-1]), points[-1].completed(points[0])
    counted = all(point.unit or point.number is None for point in (start, end))
    return Stretch(start, end) if counted else None


def parse_date(text: str) -> date | None:
    """The one day that `text` (folded) is, year and all; `None` when it is anything else."""
    stretch = read(text)
    days = stretch.days() if stretch and stretch.dated else None
    return days.first if days and days.first == days.last else None


def find_dates(folded: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[Span, date, date]]:
    """The dates and ranges of dates, year and all, in `folded[start:stop]`, left to right, each with its first
    and last day; a day that never was (31.02.2019) is left out."""
    for m in _WRITTEN.finditer(folded, start, len(folded) if stop is None else stop):
        stretch = read(m.group())
        if days := stretch.days() if stretch else None:
            yield Span(*m.span()), *days


def _point(tokens: list[tuple[str, str]]) -> Point | None:
    point, spelled = Point(), ""
    for kind, token in tokens:
        if kind == "word" and not _has_meaning(token):
            spelled = f"{spelled} {token}".strip()
            continue
        if spelled:
            point, spelled = _with_spelled(point, spelled), ""
        point = _with(point, kind, token)
    if spelled:
        point = _with_spelled(point, spelled)
    return None if point.number == 0 else point


def _has_meaning(word: str) -> bool:
    return bool(_IS_MONTH.fullmatch(word)) or any(word.startswith(stem) for stem, _ in (*_UNITS, *_AHEAD))


def _with_spelled(point: Point, words: str) -> Point:
    """`point` with a number in words; with number 0, which no point has, when the words are no number."""
    value = ordinal(words) or 0
    return replace(point, year=value) if value >= 1900 else replace(point, number=value)


def _with(point: Point, kind: str, token: str) -> Point:
    if kind == "number":
        return replace(point, number=ordinal(token))
    if kind == "year":
        return replace(point, year=int(token[:4]))
    if kind == "school":
        return replace(point, year=int(token[:4]), unit="school")
    if kind == "now":
        return replace(point, ahead=0)
    if kind == "numeric":
        return _numeric(point, [int(part) for part in re.findall(r"\d+", token)])
    return _with_word(point, token)


def _with_word(point: Point, word: str) -> Point:
    if _IS_MONTH.fullmatch(word):
        month = next(n for n, stem in enumerate(_STEMS, 1) if word.startswith(stem))
        return replace(point, month=month, unit=point.unit or (None if point.number is None else "day"))
    for stem, unit in _UNITS:
        if word.startswith(stem):
            return replace(point, unit=unit)
    return replace(point, ahead=next(years for stem, years in _AHEAD if word.startswith(stem)))


def _numeric(point: Point, parts: list[int]) -> Point:
    """«15.05.2019», «15/05/19», «15.05», «2019-05-15»."""
    day, month, *year = reversed(parts) if parts[0] > 31 else parts
    point = replace(point, number=day, unit="day", month=month)
    if not year:
        return point
    return replace(point, year=year[0] if year[0] > 99 else year[0] + (1900 if year[0] >= _PIVOT else 2000))
