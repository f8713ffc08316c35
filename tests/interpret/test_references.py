"""References to other acts: what is marked must be found, with its kind, number and date."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.interpret import references
from resodoc.match import Passage
from resodoc.rulepack import bundled

MARKED = re.compile(r"\[\[(.+?)\]\]")


def found(text):
    return references.find(Passage.of(text), bundled())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("на основании [[Федерального закона от 06.10.2003 № 131-ФЗ «Об основах»]] решила", "law 131-ФЗ 2003-10-06"),
        ("на основании [[статьи 35 Федерального закона от 6 октября 2003 года N 131 - ФЗ]]", "law 131-ФЗ 2003-10-06"),
        ("руководствуясь [[подпунктом 6 пункта 3 статьи 31 Федерального закона «Об адвокатуре «новой»»]],", "law - -"),
        ("по [[Закону Приморского края «О пчёлах»]] и уставу", "law - -"),
        ("согласно [[ст. 12, 14 Конституции Российской Федерации]]", "law - -"),
        ("руководствуясь [[ст. 173 Бюджетного кодекса Российской Федерации]] и уставом", "code - -"),
        ("в [[постановление главы МО – Север от 30.12.2013 года № 783 «О рынках»]] (с изм.)", "decree 783 2013-12-30"),
        ("в ред. [[Постановления Правительства РФ от 26.03.2014 N 230]]", "decree 230 2014-03-26"),
        ("исполнить [[Указ Президента Российской Федерации от 7 мая 2018 г. № 204]]", "decree 204 2018-05-07"),
        ("отменить [[распоряжение № 15-р от 3 мая 2018 г.]]", "decree 15-р 2018-05-03"),
        ("в [[приказ министерства обороны, дел от 5 марта 2018 года № 44/1-п]]", "order 44/1-п 2018-03-05"),
        ("текст [[Решения Совета палаты № 156 от 30 мая 2023 года «О порядке»]]", "decision 156 2023-05-30"),
        ("снять с контроля [[пункт 2 протокола заседания штаба от 12.02.2020 № 3]]", "minutes 3 2020-02-12"),
        ("внести в [[государственную программу области «Развитие «Юга» края»]] на 2015-2020 годы", "programme - -"),
        ("оформить по [[ГОСТ Р 7.0.97-2016]]", "standard 7.0.97-2016 -"),
        ("ответить на [[письмо Минтранса от 1 июня 2021 г. № 8/44]]", "other 8/44 2021-06-01"),
    ],
)  # fmt: skip
def test_a_reference(text, wanted):
    plain = MARKED.sub(r"\1", text)
    got = [
        (plain[f.span.start : f.span.stop], f"{f.value.kind} {f.value.number or '-'} {f.value.date or '-'}")
        for f in found(plain)
    ]
    assert got == [(MARKED.search(text)[1], wanted)]


def test_an_act_in_a_title_belongs_to_the_title():
    text = "отменить приказ от 05.03.2018 № 4 «О мерах по приказу от 01.02.2018 № 1»"
    assert [text[f.span.start : f.span.stop] for f in found(text)] == [text[len("отменить ") :]]


def test_each_of_several_acts_is_found():
    text = "Признать утратившими силу: постановление от 01.02.2019 № 5, приказ от 03.04.2019 № 7 и решение Думы № 8."
    assert [f.value.number for f in found(text)] == ["5", "7", "8"]


@pytest.mark.parametrize(
    "text",
    [
        "Настоящее постановление опубликовать в газете № 5",
        "Решение принято единогласно. Глава района от 5 мая",
        "Контроль за исполнением приказа возложить на Зимина",
        "Законом установлен порядок",
        "Утвердить программу праздника",
        "Направить письмо губернатору",
    ],
)
def test_no_reference(text):
    assert [text[f.span.start : f.span.stop] for f in found(text)] == []


PIECES = (
    "постановление|приказом|закона|от|01.02.2019|5 мая 2019 года|№|12|115-ФЗ|«|»|пункта|3|и|,|настоящего|ГОСТ"
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join))
def test_whatever_is_written_spans_are_apart(text):
    last = 0
    for f in found(text):
        assert last <= f.span.start < f.span.stop <= len(text)
        last = f.span.stop


@pytest.mark.parametrize(
    "piece", ["закон ", "приказ от ", "пункта 1 ", "слово ", "«", "№ 1 ", "решение «а ", "а.", "1-"]
)
def test_long_runs_end(piece):
    found(piece * 10_000)
