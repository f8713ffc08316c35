"""Counting: terms in days, working days and months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language.calendar import UNITS, add, around, is_working_day

DATES = st.dates(date(1992, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("start", "count", "unit", "end"),
    [
        ("2017-04-21", 1, "month", "2017-05-21"),
        ("2019-01-31", 1, "month", "2019-02-28"),
        ("2020-01-31", 1, "month", "2020-02-29"),
        ("2019-11-30", 3, "month", "2020-02-29"),
        ("2019-03-01", 1.5, "month", "2019-04-16"),
        ("2019-03-01", 1.5, "year", "2020-09-01"),
        ("2019-03-01", 1, "quarter", "2019-06-01"),
        ("2019-03-01", 1, "half_year", "2019-09-01"),
        ("2020-02-29", 1, "year", "2021-02-28"),
        ("2019-03-01", 10, "day", "2019-03-11"),
        ("2019-03-01", 2, "week", "2019-03-15"),
        ("2019-03-01", 24, "hour", "2019-03-02"),
        ("2019-03-01", 3, "hour", "2019-03-01"),
        # the production calendar: New Year's holidays, a working Saturday, a long May
        ("2018-12-28", 1, "working_day", "2018-12-29"),
        ("2018-12-29", 1, "working_day", "2019-01-09"),
        ("2024-04-26", 1, "working_day", "2024-04-27"),
        ("2024-04-27", 2, "working_day", "2024-05-03"),
        ("2019-04-29", 3, "working_day", "2019-05-07"),
    ],
)
def test_a_term_ends(start, count, unit, end):
    assert add(date.fromisoformat(start), count, unit) == date.fromisoformat(end)


@pytest.mark.parametrize("unit", UNITS)
def test_a_term_past_the_end_of_the_calendar_has_no_end(unit):
    assert add(date(2019, 1, 1), 1e9, unit) is None


@given(DATES, st.integers(1, 40))
def test_a_term_in_working_days_holds_as_many_of_them(start, count):
    end = add(start, count, "working_day")
    passed = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert is_working_day(end)
    assert sum(map(is_working_day, passed)) == count


@given(DATES, st.integers(0, 60))
def test_months_keep_the_day_or_end_with_the_month(start, count):
    end = add(start, count, "month")
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(DATES, st.sampled_from(["day", "week", "month", "quarter", "half_year", "year"]))
def test_stretches_around_days_tile_the_calendar(day, unit):
    first, last = around(day, unit)
    assert first <= day <= last
    assert around(day, unit, 1)[0] == last + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2019-05-10", False),
        ("2019-05-08", True),
        ("2024-11-02", True),
        ("2024-12-28", True),
        ("2024-12-30", False),
    ],
)
def test_the_production_calendar_knows_transferred_days(day, works):
    assert is_working_day(date.fromisoformat(day)) is works
