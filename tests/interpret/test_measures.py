"""Measures: the words and what they mean, side by side. The rules' own examples are run by tests/rules."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.interpret import measures
from resodoc.match import Passage
from resodoc.rulepack import bundled

MARKED = re.compile(r"\[\[(.+?)\]\]")


def found(text):
    return measures.find(Passage.of(text), bundled())


def shown(f):
    return f"{f.value.comparator} {f.value.value:g} {f.value.unit}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("установить показатель [[не менее 15%]] от закупок", ">= 15 %"),
        ("в размере [[не менее пяти процентов]] от объёма", ">= 5 %"),
        ("плата вырастет на [[0,5 процента]]", "= 0.5 %"),
        ("снизить долю потерь воды [[до 12 %]]", "= 12 %"),
        ("доля потерь – [[не выше 12 %]]", "<= 12 %"),
        ("[[почти 30 процентов]] жителей", "~ 30 %"),
        ("выделить [[1 142,0 тыс. рублей]] на дороги", "= 1.142e+06 руб"),
        ("выделить [[2,35 млрд руб.]] на дороги", "= 2.35e+09 руб"),
        ("взнос [[1500р.]] с участка", "= 1500 руб"),
        ("штраф [[от пятисот рублей]]", ">= 500 руб"),
        (
            "стоимость [[4 318 000 (четыре миллиона триста восемнадцать тысяч) рублей 50 коп.]] с НДС",
            "= 4.318e+06 руб",
        ),
        ("предел [[в пределах 300 тысяч рублей]]", "<= 300000 руб"),
        ("охватить [[не менее 10 школ]] района", ">= 10 школа"),
        ("собрать [[более двухсот подписей]] жителей", "> 200 подпись"),
        ("открыть [[порядка пяти детских площадок]] во дворах", "~ 5 площадка"),
        ("принять [[до 20 учащихся]]", "<= 20 учащийся"),
        ("направить [[10 сотрудников]] полиции", "= 10 сотрудник"),
        ("создать запас [[не менее чем на 45 суток]]", ">= 45 сутки"),
        ("заменить [[1,5 км]] труб", "= 1.5 км"),
        ("закупить [[100 экз.]] устава", "= 100 экземпляр"),
    ],
)
def test_a_measure(text, wanted):
    plain = MARKED.sub(r"\1", text)
    assert [(plain[f.span.start : f.span.stop], shown(f)) for f in found(plain)] == [
        (MARKED.search(text)[1], wanted)
    ]


def test_a_range_is_two_measures_of_one_place():
    assert [(f.span, shown(f)) for f in found("скидка от 5 до 10 %")] == [
        (found("скидка от 5 до 10 %")[0].span, ">= 5 %"),
        (found("скидка от 5 до 10 %")[0].span, "<= 10 %"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "до 15 мая 2024 года",
        "в 2017-2020 годах",
        "пунктом 6 статьи 31 закона",
        "приказ от 05.03.2018 № 44 директора",
        "тел. 22-01-44",
        "в течение 10 рабочих дней",
        "два раза в год",
        "ГОСТ Р 7.0.97-2016",
        "за 2 квартал",
        "п. 3.2 решения",
        "школа 12 открыта",
        "ежемесячно до 5 числа месяца",
        "не позднее 10-го числа",
        "процентная ставка",
    ],
)
def test_no_measure(text):
    assert [(text[f.span.start : f.span.stop], shown(f)) for f in found(text)] == []


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.sampled_from([("", 1), ("тыс. ", 10**3), ("млн ", 10**6), ("млрд. ", 10**9)]),
)
def test_money_is_worked_out(whole, rest, scale):
    word, factor = scale
    (f,) = found(f"выделить {whole} {rest:03},5 {word}рублей")
    assert f.value.value == pytest.approx((whole * 1000 + rest + 0.5) * factor)


PIECES = "не менее|до|от|5|10 000|2,5|%|тыс.|рублей|школ|мая|2024 года|№|пункта|детских|более|пяти|,|.|-|дней"


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=20).map(" ".join))
def test_whatever_is_written_spans_stay_inside(text):
    for f in found(text):
        assert 0 <= f.span.start < f.span.stop <= len(text)
        assert f.value.comparator in ("=", ">=", ">", "<=", "<", "~")
        assert f.value.unit


@pytest.mark.parametrize("piece", ["1", "1 ", "10 000 ", "пять ", "тысяч ", "не менее ", "5%", "1 ("])
def test_long_runs_end(piece):
    found(piece * 10_000)
