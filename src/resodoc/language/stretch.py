"""A stretch of time as it was written: a day, a quarter, «с 1 по 15 июня»; its days are known when its year is."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

_CYCLE = 9  # years in which every day of the calendar comes round, 29 February over 1900 and 2100 too


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
