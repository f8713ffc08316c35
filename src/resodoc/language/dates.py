"""Dates and stretches of time as Russian documents write them: «1 мая 2019 г.», «11-12 мая 2017 года»,
«II квартале 2018», «мае-июне», «2017-2020 годах», «первого мая две тысячи девятнадцатого года».

Texts are folded (`fold`). A text is read into a `Stretch`, which says what was written; its days are known
when its year is. Years are those of 1900 to 2099.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from resodoc.language.numerals import ordinal
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
_CYCLE = 9  # years in which every day of the calendar comes round, 29 February over 1900 and 2100 too

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


class Days(NamedTuple):
    """From the first day to the last, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a stretch, as far as it is written.

    `number` counts `unit`s: `day`, `decade` or `half` of the month, `quarter` or `half` of the year; the unit
    `school` is the school year that begins in `year`. `ahead` are years from the current one: «текущего года» 0,
    «следующего года» 1.
    """

    number: int | None = None
    unit: str | None = None
    month: int | None = None
    year: int | None = None
    ahead: int | None = None

    def completed(self, other: Point) -> Point:
        """With what its number counts taken from the other end: «11-» of «11-12 мая»."""
        if self.number is None or self.month:
            return self
        unit = self.unit or other.unit
        return replace(self, unit=unit, month=other.month if unit in ("day", "decade", "half") else None)

    def year_for(self, anchor: date | None) -> int | None:
        """The year, if the text says it: in figures or by the year of `anchor`."""
        return anchor.year + self.ahead if anchor and self.ahead is not None else self.year

    def in_year(self, year: int) -> Days | None:
        """The days that are meant when the year is `year`; `None` when it has none such."""
        try:
            return self._in_year(year)
        except ValueError:
            return None

    def _in_year(self, year: int) -> Days:
        number = self.number or 1
        if self.unit == "school":  # Федеральный закон № 273-ФЗ: the school year begins on 1 September
            return Days(date(year, 9, 1), date(year + 1, 8, 31))
        if self.month:
            first, last = self._in_month(number, monthrange(year, self.month)[1])
            return Days(date(year, self.month, first), date(year, self.month, last))
        months = {"quarter": 3, "half": 6}.get(self.unit or "", 12)
        last = months * number
        return Days(date(year, last - months + 1, 1), date(year, last, monthrange(year, last)[1]))

    def _in_month(self, number: int, length: int) -> tuple[int, int]:
        if self.unit == "day":
            return number, number
        if self.unit == "decade":
            return 10 * number - 9, 10 * number if number < 3 else length
        if self.unit == "half":
            return (1, 15) if number == 1 else (16, length)
        return 1, length


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was written of a stretch of time; `start` equals `end` when it is one day, month, quarter, …"""

    start: Point
    end: Point

    @property
    def dated(self) -> bool:
        """Whether the text itself says the year."""
        return (self.start.year or self.end.year) is not None

    @property
    def one_day(self) -> bool:
        """Whether a single day was written."""
        return self.start == self.end and self.end.unit == "day"

    def exists(self) -> bool:
        """Whether there are such days, in any year if none is written: 31 февраля is none."""
        return self.days(date(2000, 1, 1)) is not None

    def days(self, anchor: date | None = None) -> Days | None:
        """The days. A year that is not written is the first in which they end on or after `anchor`.

        `None` when it is not written and there is no anchor, when there are no such days, or they run backwards.
        """
        start_year, end_year = self.start.year_for(anchor), self.end.year_for(anchor)
        if start_year or end_year:
            return self._days(start_year, end_year)
        if anchor is None:
            return None
        tries = (self._days(None, year) for year in range(anchor.year, anchor.year + _CYCLE))
        return next((days for days in tries if days and days.last >= anchor), None)

    def _days(self, start_year: int | None, end_year: int | None) -> Days | None:
        """The days when at least one year is known; the other is the nearest that fits."""
        start = self.start.in_year(start_year or end_year or 0)
        end = self.end.in_year(end_year or start_year or 0)
        if start and end and start.first > end.last and self.start.month != self.end.month:
            if start_year is None and end_year:
                start = self.start.in_year(end_year - 1)
            elif end_year is None and start_year:
                end = self.end.in_year(start_year + 1)
        return Days(start.first, end.last) if start and end and start.first <= end.last else None


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
