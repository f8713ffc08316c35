"""Counting in days, working days, months and years. The only importer of `holidays`."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from math import floor

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_DAYS = {"hour": 1 / 24, "day": 1, "week": 7}
UNITS = ("working_day", *_DAYS, *_MONTHS)
_WEEKDAYS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")


def add(start: date, count: float, unit: str) -> date | None:
    """The day on which a term of `count` `unit`s (one of UNITS) that begins at `start` ends.

    Гражданский кодекс РФ, ст. 191, 192: the day of the event is not counted; a term in months ends on the
    same date of the last month, or on its last day when there is no such date; half a month is 15 days.
    `None` past the calendar's end.
    """
    try:
        if unit == "working_day":
            return _working_day(start, int(count))
        if unit in _DAYS:
            return start + timedelta(days=floor(count * _DAYS[unit]))
        months = count * _MONTHS[unit]
        return _add_months(start, floor(months)) + timedelta(days=round(months % 1 * 30))
    except (ValueError, OverflowError):
        return None


def around(day: date, unit: str, ahead: int = 0) -> tuple[date, date]:
    """The first and last day of the day, week, month, quarter, half_year or year around `day`, or of one `ahead`."""
    if unit == "day":
        return day + timedelta(days=ahead), day + timedelta(days=ahead)
    if unit == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=ahead)
        return monday, monday + timedelta(days=6)
    months = _MONTHS[unit]
    first = _add_months(date(day.year, (day.month - 1) // months * months + 1, 1), ahead * months)
    return first, _add_months(first, months) - timedelta(days=1)


def weekdays(text: str) -> tuple[int, ...]:
    """The days of the week that `text` (folded) names, in its order; Monday is 0 as in `date.weekday`."""
    words = re.findall(r"[а-я]+", text)
    return tuple(n for word in words for n, stem in enumerate(_WEEKDAYS) if word.startswith(stem))


def next_weekday(after: date, weekday: int) -> date:
    """The first such day of the week after `after`."""
    return after + timedelta(days=(weekday - after.weekday() - 1) % 7 + 1)


def next_monthday(since: date, number: int) -> date | None:
    """The first day of that number on or after `since`; `None` when no month has it."""
    months = (_add_months(since.replace(day=1), count) for count in range(3))
    days = (
        first.replace(day=number) for first in months if 1 <= number <= monthrange(first.year, first.month)[1]
    )
    return next((day for day in days if day >= since), None)


def is_working_day(day: date) -> bool:
    """By the Russian production calendar, with the days off transferred that have been decreed so far."""
    return _russia().is_working_day(day)


def _working_day(start: date, count: int) -> date:
    if count > 10_000:
        raise OverflowError
    return _russia().get_nth_working_day(start, count)


def _add_months(start: date, count: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


@cache
def _russia():
    import holidays

    return holidays.country_holidays("RU")
