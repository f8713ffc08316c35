"""What a match of a deadline rule means: days, terms counted from a day, recurrences."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from resodoc.language import calendar
from resodoc.language.dates import read
from resodoc.language.numerals import number, ordinal
from resodoc.language.stretch import Days, Stretch
from resodoc.match import Passage
from resodoc.model import Deadline, Match

_PERIODS = ("hour", "day", "week", "month", "quarter", "half_year", "year")
"""Groups of a match that are units of `calendar.add`."""
_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NEEDS_ANCHOR = frozenset({"this", "weekday", "monthday"})
_LEAP_YEAR = date(2000, 1, 1)
_LAST_MONTHDAY = 31


def value_of(m: Match, passage: Passage) -> Deadline | None:
    """The deadline that a match means; `None` when it names a day that no calendar has."""
    return _READ.get(m.rule.value["kind"], _plain)(m, passage)


def says_year(m: Match, passage: Passage) -> bool:
    """Whether the text itself says all that its days hang on."""
    if m.rule.value["kind"] == "recurring":
        return True
    stretch = _stretch(m, passage)
    return stretch.dated if stretch else _NEEDS_ANCHOR.isdisjoint(m.groups)


def days_of(m: Match, passage: Passage) -> Days | None:
    """The days of the stretch of time in a match, counted from the document's day."""
    stretch = _stretch(m, passage)
    return stretch.days(passage.about.date) if stretch else None


def _text(m: Match, group: str, passage: Passage) -> str:
    span = m.groups.get(group)
    return passage.folded[span.start : span.stop] if span else ""


def _stretch(m: Match, passage: Passage) -> Stretch | None:
    return read(_text(m, "when", passage)) if "when" in m.groups else None


def _plain(m: Match, passage: Passage) -> Deadline:
    return Deadline(m.rule.value["kind"])


def _date(m: Match, passage: Passage) -> Deadline | None:
    days = _days(m, passage)
    if days is None:
        return Deadline("date") if _waits(m, passage) else None
    return Deadline("date", end=days.first if m.rule.value.get("ends") == "first" else days.last)


def _period(m: Match, passage: Passage) -> Deadline | None:
    days, open_side = _days(m, passage), m.rule.value.get("open")
    if days is None:
        return Deadline("period") if _waits(m, passage) else None
    return Deadline(
        "period", None if open_side == "start" else days.first, None if open_side == "end" else days.last
    )


def _written(m: Match, passage: Passage) -> Deadline | None:
    stretch = _stretch(m, passage)
    return (_date if stretch and stretch.one_day else _period)(m, passage)


def _days(m: Match, passage: Passage) -> Days | None:
    """The days that a match names, by themselves or around the document's day."""
    anchor = passage.about.date
    if "when" in m.groups:
        return days_of(m, passage)
    if anchor is None:
        return None
    if "this" in m.groups:
        return Days(*calendar.around(anchor, _period_group(m) or "day", ahead=int("ahead" in m.groups)))
    if "weekday" in m.groups:
        day = calendar.next_weekday(anchor, calendar.weekdays(_text(m, "weekday", passage))[0])
    else:
        day = calendar.next_monthday(anchor, ordinal(_text(m, "monthday", passage)) or 0)
    return Days(day, day) if day else None


def _waits(m: Match, passage: Passage) -> bool:
    """Whether the days are unknown only because nothing says the year."""
    stretch = _stretch(m, passage)
    return passage.about.date is None and (stretch is None or (not stretch.dated and stretch.exists()))


def _period_group(m: Match) -> str | None:
    return next((name for name in _PERIODS if name in m.groups), None)


def _relative(m: Match, passage: Passage) -> Deadline | None:
    """A term: its end is known when it counts from the document's own day (`calendar.add`)."""
    anchor, count = passage.about.date, _count(m, passage)
    unit = "working_day" if "work" in m.groups else _period_group(m)
    if count is None:
        return None
    if {"event", "entry"} & m.groups.keys() or anchor is None or not (unit or "own" in m.groups):
        return Deadline("relative")
    end = calendar.add(anchor, count, unit) if unit else anchor
    return Deadline("relative", end=end + timedelta(days=int(m.rule.value.get("shift", 0)))) if end else None


def _count(m: Match, passage: Passage) -> float | None:
    """How many periods a match counts: one when it says no number, `None` when the number cannot be read."""
    return number(_text(m, "count", passage).strip(" -")) if "count" in m.groups else 1


def _recurring(m: Match, passage: Passage) -> Deadline | None:
    """RFC 5545, 3.3.10; no RRULE where the text does not say how often."""
    base, days = m.rule.value.get("recurrence") or _frequency(m, passage), _by_day(m, passage)
    since = read(_text(m, "start", passage)) if "start" in m.groups else None
    since_days = since.days(passage.about.date) if since else None
    if days is None:
        return None
    return Deadline(
        "recurring",
        since_days.first if since_days else None,
        recurrence=";".join([base, *days]) if base else None,
    )


def _by_day(m: Match, passage: Passage) -> list[str] | None:
    """The parts of an RRULE that say on which days; `None` when there are no such days."""
    parts = []
    if "when" in m.groups:
        stretch = _stretch(m, passage)
        if stretch is None or not stretch.exists():
            return None
        parts += _by_month(stretch)
    if "monthday" in m.groups:
        written = _text(m, "monthday", passage)
        days = [ordinal(day) or 0 for day in re.findall(r"\d+", written) or [written]]
        if not all(1 <= day <= _LAST_MONTHDAY for day in days):
            return None
        parts.append("BYMONTHDAY=" + ",".join(map(str, days)))
    if "weekday" in m.groups:
        nth = "-1" if "last" in m.groups else str(ordinal(_text(m, "nth", passage)) or "")
        names = (nth + _WEEKDAYS[n] for n in calendar.weekdays(_text(m, "weekday", passage)))
        parts.append("BYDAY=" + ",".join(names))
    return parts


def _by_month(stretch: Stretch) -> list[str]:
    days = stretch.days(_LEAP_YEAR)
    months = range(days.first.month, days.last.month + 1) if days else ()
    parts = ["BYMONTH=" + ",".join(map(str, months))]
    return [*parts, f"BYMONTHDAY={stretch.end.number}"] if stretch.one_day else parts


def _frequency(m: Match, passage: Passage) -> str | None:
    """«два раза в год»: times «два», year; «раз в три недели»: count «три», week."""
    unit, count = _period_group(m), _count(m, passage)
    times = number(_text(m, "times", passage)) if "times" in m.groups else 1
    if unit is None or "often" in m.groups or not count or not times or count % 1 or times % 1:
        return None
    if unit in _MONTHS:
        months, rest = divmod(int(count) * _MONTHS[unit], int(times))
        if rest:
            return None
        return _rrule("MONTHLY", months) if months % 12 else _rrule("YEARLY", months // 12)
    name = {"day": "DAILY", "week": "WEEKLY"}.get(unit)
    return _rrule(name, int(count)) if name and times == 1 else None


def _rrule(frequency: str, interval: int) -> str:
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


_READ: dict[str, Callable[[Match, Passage], Deadline | None]] = {
    "date": _date,
    "period": _period,
    "written": _written,
    "relative": _relative,
    "recurring": _recurring,
}
