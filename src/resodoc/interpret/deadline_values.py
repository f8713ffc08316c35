"""What a match of a deadline rule means: days, terms counted from a day, recurrences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from resodoc.language import calendar
from resodoc.language.dates import Days, Stretch, read
from resodoc.language.numerals import number
from resodoc.match import Passage
from resodoc.model import Deadline, Match

_UNITS = (
    ("дн", "day"), ("ден", "day"), ("сут", "day"), ("недел", "week"), ("меся", "month"), ("кварт", "quarter"),
    ("полугод", "half-year"), ("полгода", "half-year"), ("лет", "year"), ("год", "year"), ("час", "hour"),
)  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_WEEKDAYS = (
    ("понедельник", "MO"), ("вторник", "TU"), ("сред", "WE"), ("четверг", "TH"), ("пятниц", "FR"),
    ("суббот", "SA"), ("воскресень", "SU"),
)  # fmt: skip
_LONGEST_MONTH = 31


def value_of(m: Match, passage: Passage) -> Deadline | None:
    """The deadline that a match means; `None` when it names a day that no calendar has."""
    return _READ.get(m.rule.value["kind"], _plain)(m, passage)


def says_year(m: Match, passage: Passage) -> bool:
    """Whether the text itself says all that the days hang on."""
    stretch = _stretch(m, passage)
    return stretch.dated if stretch else not {"this", "weekday", "monthday"} & m.groups.keys() or _is_recurring(m)


def days_of(m: Match, passage: Passage) -> Days | None:
    """The days of the stretch of time in a match, counted from the document's day."""
    stretch = _stretch(m, passage)
    return stretch.days(passage.about.date) if stretch else None


def _text(m: Match, group: str, passage: Passage) -> str:
    span = m.groups.get(group)
    return passage.folded[span.start : span.stop] if span else ""


def _stretch(m: Match, passage: Passage) -> Stretch | None:
    return read(_text(m, "when", passage)) if "when" in m.groups else None


def _is_recurring(m: Match) -> bool:
    return m.rule.value["kind"] == "recurring"


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
    return Deadline("period", None if open_side == "start" else days.first, None if open_side == "end" else days.last)


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
        words = _text(m, "this", passage)
        unit = _unit(words.split()[-1])
        return Days(*calendar.around(anchor, unit, ahead=int(words.startswith("следующ")))) if unit else None
    if "weekday" in m.groups:
        day = _next_weekday(anchor, _weekdays(_text(m, "weekday", passage))[0])
    else:
        day = _next_monthday(anchor, int(_text(m, "monthday", passage)))
    return Days(day, day) if day else None


def _waits(m: Match, passage: Passage) -> bool:
    """Whether the days are unknown only because nothing says the year."""
    stretch = _stretch(m, passage)
    return passage.about.date is None and (stretch is None or (not stretch.dated and stretch.exists()))


def _relative(m: Match, passage: Passage) -> Deadline | None:
    """A term: it ends on a known day when it counts from the document's own (`calendar.add`)."""
    value, anchor = m.rule.value, passage.about.date
    unit = "working-day" if "work" in m.groups else _unit(_text(m, "unit", passage)) or value.get("unit")
    count = number(_text(m, "count", passage).strip(" -")) if "count" in m.groups else float(value.get("count", 1))
    if count is None:
        return None
    if "event" in m.groups or anchor is None or not (unit or "own" in m.groups):
        return Deadline("relative")
    end = calendar.add(anchor, count, unit) if unit else anchor
    return Deadline("relative", end=end + timedelta(days=int(value.get("shift", 0)))) if end else None


def _recurring(m: Match, passage: Passage) -> Deadline | None:
    """RFC 5545, 3.3.10; no RRULE where the text does not say how often."""
    base = m.rule.value.get("recurrence") or _frequency(_text(m, "times", passage), _text(m, "every", passage))
    if base is None:
        return Deadline("recurring")
    parts = [base]
    if "when" in m.groups:
        stretch = _stretch(m, passage)
        if stretch is None or not stretch.exists():
            return None
        parts += _by_month(stretch)
    if "monthday" in m.groups:
        day = int(_text(m, "monthday", passage))
        if not 1 <= day <= _LONGEST_MONTH:
            return None
        parts.append(f"BYMONTHDAY={day}")
    if "weekday" in m.groups:
        parts.append("BYDAY=" + ",".join(_weekdays(_text(m, "weekday", passage))))
    return Deadline("recurring", recurrence=";".join(parts))


def _by_month(stretch: Stretch) -> list[str]:
    days = stretch.days(date(2000, 1, 1))
    months = range(days.first.month, days.last.month + 1) if days else ()
    parts = ["BYMONTH=" + ",".join(map(str, months))]
    return [*parts, f"BYMONTHDAY={stretch.end.number}"] if stretch.one_day else parts


def _frequency(times: str, every: str) -> str | None:
    """«два раза в год»: times «два», every «год»; «раз в три недели»: every «три недели»."""
    before, _, name = every.rpartition(" ")
    unit, units, rate = _unit(name), number(before) if before else 1, number(times) if times else 1
    if unit is None or not units or not rate or units % 1 or rate % 1:
        return None
    if unit in _MONTHS:
        months, rest = divmod(int(units) * _MONTHS[unit], int(rate))
        yearly = months % 12 == 0
        return None if rest or not months else _rrule("YEARLY" if yearly else "MONTHLY", months // 12 if yearly else months)
    return _rrule({"day": "DAILY", "week": "WEEKLY"}.get(unit), int(units)) if rate == 1 else None


def _rrule(frequency: str | None, interval: int) -> str | None:
    if frequency is None:
        return None
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _unit(word: str) -> str | None:
    return next((unit for stem, unit in _UNITS if word.startswith(stem)), None)


def _weekdays(words: str) -> list[str]:
    return [code for word in words.replace(",", " ").split() for stem, code in _WEEKDAYS if word.startswith(stem)]


def _next_weekday(anchor: date, code: str) -> date:
    """The first such day after `anchor`."""
    index = [name for _, name in _WEEKDAYS].index(code)
    return anchor + timedelta(days=(index - anchor.weekday() - 1) % 7 + 1)


def _next_monthday(anchor: date, day: int) -> date | None:
    """The first day of that number on or after `anchor`."""
    tries = (calendar.add(anchor.replace(day=1), months, "month") for months in range(3))
    days = (first + timedelta(days=day - 1) for first in tries if first and 1 <= day <= _LONGEST_MONTH)
    return next((d for d in days if d >= anchor and d.day == day), None)


_READ: dict[str, Callable[[Match, Passage], Deadline | None]] = {
    "date": _date,
    "period": _period,
    "written": _written,
    "relative": _relative,
    "recurring": _recurring,
}
