"""Dates as they are written: each form says the day it says, for every day of fifty years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language.dates import find_dates, parse_date, read
from resodoc.language.fold import fold

ANCHOR = date(2019, 3, 10)
GENITIVE = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
    "декабря",
]  # fmt: skip
ORDINALS = [
    "", "первого", "второго", "третьего", "четвертого", "пятого", "шестого", "седьмого", "восьмого",
    "девятого", "десятого", "одиннадцатого", "двенадцатого", "тринадцатого", "четырнадцатого",
    "пятнадцатого", "шестнадцатого", "семнадцатого", "восемнадцатого", "девятнадцатого", "двадцатого",
    "двадцать первого", "двадцать второго", "двадцать третьего", "двадцать четвертого", "двадцать пятого",
    "двадцать шестого", "двадцать седьмого", "двадцать восьмого", "двадцать девятого", "тридцатого",
    "тридцать первого",
]  # fmt: skip

FORMS = [
    lambda d: f"{d.day} {GENITIVE[d.month - 1]} {d.year} года",
    lambda d: f"{d.day:02} {GENITIVE[d.month - 1]} {d.year} г.",
    lambda d: f"«{d.day:02}» {GENITIVE[d.month - 1].upper()} {d.year}",
    lambda d: f"« {d.day} » {GENITIVE[d.month - 1]} {d.year} г",
    lambda d: f"{d.day}-го {GENITIVE[d.month - 1]} {d.year}г.",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year} г.",
    lambda d: f"{d.day:02}. {d.month:02}. {d.year}",
    lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year % 100:02}",
    lambda d: f"{d.year}-{d.month:02}-{d.day:02}",
    lambda d: f"{ORDINALS[d.day]} {GENITIVE[d.month - 1]} {d.year} года",
]
DAYS = [date(1990, 1, 1) + timedelta(days=n) for n in range((date(2041, 1, 1) - date(1990, 1, 1)).days)]


@pytest.mark.parametrize("form", range(len(FORMS)))
def test_every_day_of_fifty_years_reads_as_itself(form):
    wrong = [written for day in DAYS if parse_date(fold(written := FORMS[form](day))) != day]
    assert wrong == []


@pytest.mark.parametrize("form", range(len(FORMS) - 1))
def test_every_form_is_found_whole_in_a_sentence(form):
    for day in DAYS[::37]:
        written = FORMS[form](day)
        text = f"Заседание прошло {written}, в Туле"
        found = [(text[span.start : span.stop], first, last) for span, first, last in find_dates(fold(text))]
        assert found == [(written, day, day)]


STRETCHES = [
    ("11-12 мая 2017 года", "2017-05-11", "2017-05-12"),
    ("16−17 мая 2019 г.", "2019-05-16", "2019-05-17"),
    ("24 и 25 октября 2016 года", "2016-10-24", "2016-10-25"),
    ("30 мая - 2 июня 2019 г.", "2019-05-30", "2019-06-02"),
    ("30 декабря – 2 января 2019 г.", "2018-12-30", "2019-01-02"),
    ("с 1 сентября 2019 г. по 1 июня", "2019-09-01", "2020-06-01"),
    ("29.01 - 31.01.2019", "2019-01-29", "2019-01-31"),
    ("29.01.2019-31.01.2019", "2019-01-29", "2019-01-31"),
    ("первого мая две тысячи девятнадцатого года", "2019-05-01", "2019-05-01"),
    ("двадцать второго сентября тысяча девятьсот девяносто пятого года", "1995-09-22", "1995-09-22"),
    ("мае 2018 года", "2018-05-01", "2018-05-31"),
    ("мае–июне 2024 года", "2024-05-01", "2024-06-30"),
    ("феврале 2020", "2020-02-01", "2020-02-29"),
    ("II квартале 2018 г.", "2018-04-01", "2018-06-30"),
    ("3 кв. 2019 г.", "2019-07-01", "2019-09-30"),
    ("I–II кварталах 2020 года", "2020-01-01", "2020-06-30"),
    ("4-м квартале 2021 года", "2021-10-01", "2021-12-31"),
    ("втором полугодии 2020 г.", "2020-07-01", "2020-12-31"),
    ("первой половине 2020 года", "2020-01-01", "2020-06-30"),
    ("первой половине июня 2020 года", "2020-06-01", "2020-06-15"),
    ("третьей декаде февраля 2019 г.", "2019-02-21", "2019-02-28"),
    ("2017-2020 годах", "2017-01-01", "2020-12-31"),
    ("2018 и 2019 годах", "2018-01-01", "2019-12-31"),
    ("2017 году", "2017-01-01", "2017-12-31"),
    ("2017/2018 учебном году", "2017-09-01", "2018-08-31"),
    ("15.05.25", "2025-05-15", "2025-05-15"),
    ("15.05.97", "1997-05-15", "1997-05-15"),
    # without a year: counted from 10 March 2019
    ("1 мая", "2019-05-01", "2019-05-01"),
    ("10 марта", "2019-03-10", "2019-03-10"),
    ("1 февраля", "2020-02-01", "2020-02-01"),
    ("29 февраля", "2020-02-29", "2020-02-29"),
    ("I квартале", "2019-01-01", "2019-03-31"),
    ("мае", "2019-05-01", "2019-05-31"),
    ("с 15 декабря по 15 января", "2019-12-15", "2020-01-15"),
    ("1 февраля текущего года", "2019-02-01", "2019-02-01"),
    ("1 февраля т.г.", "2019-02-01", "2019-02-01"),
    ("II квартале следующего года", "2020-04-01", "2020-06-30"),
    ("текущем году", "2019-01-01", "2019-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_a_stretch_is_read(text, first, last):
    assert read(fold(text)).days(ANCHOR) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["31 февраля 2019 г.", "31.02.2019", "15.13.2019", "V квартале 2019", "31 июня", "15-11 мая 2019"]
)
def test_a_day_that_never_was_is_read_and_has_no_days(text):
    stretch = read(fold(text))
    assert stretch is None or stretch.days(ANCHOR) is None
    assert list(find_dates(fold(text))) == []


@pytest.mark.parametrize("text", ["31 февраля", "31.02.2019", "30 февраля 2019 года"])
def test_a_day_that_never_was_is_told_from_what_is_no_date(text):
    assert not read(fold(text)).exists()


@pytest.mark.parametrize(
    "text", ["", "дом", "11", "мартовский", "п. 3.2.1", "2019 домов", "три сестры", "12-34", "1, 2 мая"]
)
def test_what_is_no_stretch_of_time_is_not_read(text):
    assert read(fold(text)) is None


def test_without_a_year_nothing_is_known_without_an_anchor():
    assert read("1 мая").days() is None
    assert read("1 мая").exists()
    assert not read("1 мая").dated
    assert parse_date("1 мая") is None
    assert parse_date("май 2019") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("от 04.10.2016 № 1172 и 28.03.2014N 122", ["04.10.2016", "28.03.2014"]),
        ("с 30 мая по 2 июня 2019 года", ["30 мая по 2 июня 2019 года"]),
        ("г. Тула, «22» сентября 2008 года", ["«22» сентября 2008 года"]),
        ("пункт 11.12.2019.4.1, тел. 22-01-2019", []),
        ("27 октября\n2016 года", []),
        ("в мае 2019 года", []),
    ],
)
def test_dates_in_a_text(text, found):
    assert [text[span.start : span.stop] for span, *_ in find_dates(fold(text))] == found


@given(st.text(alphabet='0123456789. -/«»"маяиюньгод№IV', max_size=200))
def test_nothing_breaks_the_reading_and_spans_stay_inside(text):
    read(fold(text))
    stops = [0]
    for span, first, last in find_dates(fold(text)):
        assert stops[-1] <= span.start < span.stop <= len(text)
        assert first <= last
        stops.append(span.stop)


@pytest.mark.parametrize("piece", ["1", " ", "1 ", "1.", '"', "1-", "двадцать ", "2019 ", "мая ", "_"])
def test_long_runs_take_no_longer_than_their_length(piece):
    assert list(find_dates(piece * 100_000)) == []
