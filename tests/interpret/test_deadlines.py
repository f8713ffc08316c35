"""Deadlines counted from a document of 10 February 2024: the words and what they mean, side by side.

What is marked [[…]] must be found, in this order, and nothing else. The rules' own examples (no date to count from)
are run by tests/rules.
"""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resodoc.interpret import deadlines
from resodoc.match import About, Passage
from resodoc.model import Span
from resodoc.rulepack import bundled

ANCHOR = date(2024, 2, 10)
MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def found(text, anchor=ANCHOR, find=deadlines.find):
    return find(Passage.of(text, About(date=anchor)), bundled())


def shown(f):
    """A deadline as the tests write it: «date ..2024-05-01», «period 2024-01-01..», «recurring FREQ=DAILY»."""
    if f.value is None:
        return "?"
    value = f.value
    days = f"{value.start or ''}..{value.end or ''}" if value.start or value.end else ""
    return " ".join(filter(None, [value.kind, days, value.recurrence]))


def check(text, *wanted, **how):
    plain = MARKED.sub(r"\1", text)
    got = found(plain, **how)
    assert [(plain[f.span.start : f.span.stop], shown(f)) for f in got] == list(
        zip(MARKED.findall(text), wanted, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a day
        ("Подготовить смету [[до 1 мая]]", "date ..2024-05-01"),
        ("Подготовить смету [[до 10 февраля]]", "date ..2024-02-10"),
        ("Подготовить смету [[до 1 февраля]]", "date ..2025-02-01"),
        ("Подготовить смету [[до 29 февраля]]", "date ..2024-02-29"),
        ("Провести инвентаризацию [[до 1 декабря с.г.]]", "date ..2024-12-01"),
        ("Внести план [[до 15 января следующего года]]", "date ..2025-01-15"),
        ("Сдать отчёт [[к 1 сентября]]", "date ..2024-09-01"),
        ("Сдать отчёт [[до конца года]]", "date ..2024-12-31"),
        ("Сдать отчёт [[до конца II квартала]]", "date ..2024-06-30"),
        ("Сдать отчёт [[до конца недели]]", "date ..2024-02-11"),
        ("Сдать отчёт [[до конца следующего месяца]]", "date ..2024-03-31"),
        ("Сдать отчёт [[до конца рабочего дня]]", "date ..2024-02-10"),
        ("Сдать отчёт [[до пятницы]]", "date ..2024-02-16"),
        ("Сдать отчёт [[до 9 числа]]", "date ..2024-03-09"),
        ("Сдать отчёт [[не позднее 31 числа]]", "date ..2024-03-31"),
        ("Сдать отчёт [[до 17:00 15.10.2024]] секретарю", "date ..2024-10-15"),
        ("[[20 апреля]] провести субботник", "date ..2024-04-20"),
        ("Срок: [[15 июня]]", "date ..2024-06-15"),
        # a stretch
        ("Провести опрос [[в мае]]", "period 2024-05-01..2024-05-31"),
        ("Провести опрос [[в январе]]", "period 2025-01-01..2025-01-31"),
        ("Провести опрос [[в I квартале]]", "period 2024-01-01..2024-03-31"),
        ("Провести опрос [[в июле – августе т.г.]]", "period 2024-07-01..2024-08-31"),
        ("[[В текущем году]] открыть музей", "period 2024-01-01..2024-12-31"),
        ("Закрыть проезд [[с 15 ноября по 15 января]]", "period 2024-11-15..2025-01-15"),
        ("Решение вступает в силу [[с 1 марта]]", "period 2024-03-01.."),
        ("Срок: [[в течение года]]", "period 2024-01-01..2024-12-31"),
        ("Срок: [[2-я декада марта]]", "period 2024-03-11..2024-03-20"),
        # counted from the document's day
        ("[[В месячный срок]] представить план", "relative ..2024-03-10"),
        ("[[В полуторамесячный срок]] представить план", "relative ..2024-03-25"),
        ("Представить план [[в течение 10 дней]]", "relative ..2024-02-20"),
        ("Представить план [[в течение десяти рабочих дней]]", "relative ..2024-02-26"),
        (
            "Представить план [[в течение 5 (пяти) рабочих дней со дня подписания настоящего протокола]]",
            "relative ..2024-02-16",
        ),
        ("Представить план [[через две недели]]", "relative ..2024-02-24"),
        ("Представить план [[не позднее чем через год]]", "relative ..2025-02-10"),
        ("Устранить аварию [[в течение суток]]", "relative ..2024-02-11"),
        ("Приказ вступает в силу [[со дня его подписания]]", "relative ..2024-02-10"),
        ("Приказ вступает в силу [[по истечении 10 дней после дня подписания]]", "relative ..2024-02-21"),
        ("Приказ вступает в силу [[на следующий день после подписания]]", "relative ..2024-02-11"),
        ("Срок – [[2 недели]]", "relative ..2024-02-24"),
        # counted from a day that is not known
        ("Рассмотреть жалобу [[в течение 7 дней со дня поступления]]", "relative"),
        ("Вернуть залог [[в 10-дневный срок после подписания договора]]", "relative"),
        (
            "Закон вступает в силу [[по истечении 10 дней после дня его официального опубликования]]",
            "relative",
        ),
        ("Известить членов [[не позднее чем за 10 дней до собрания]]", "relative"),
    ],
)
def test_a_deadline(text, wanted):
    check(text, wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Отчитаться [[до 10.09.2024]] и далее [[ежеквартально до 5 числа]]",
            ["date ..2024-09-10", "recurring FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5"],
        ),
        (
            "Внести сведения [[не позднее 15 апреля]] и [[15 мая 2024 года]]",
            ["date ..2024-04-15", "date ..2024-05-15"],
        ),
        (
            "Закон вступает в силу [[после его официального опубликования]], но [[не ранее 1 января 2025 года]]",
            ["relative", "period 2025-01-01.."],
        ),
        (
            "Приказ действует [[с 1 марта 2025 г.]] и [[до 1 марта 2031 г.]]",
            ["period 2025-03-01..", "date ..2031-03-01"],
        ),
        (
            "Срок: [[апрель]], [[октябрь 2024 г.]]",
            ["period 2024-04-01..2024-04-30", "period 2024-10-01..2024-10-31"],
        ),
        (
            "[[Срок: ____]] Отв.: _____\nОпросить всех [[в 2025 году]]",
            ["blank", "period 2025-01-01..2025-12-31"],
        ),
        ("[[Срок: ____]]\nи ещё\n[[Срок: ____]]", ["blank", "blank"]),
    ],
)
def test_several_deadlines(text, wanted):
    check(text, *wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Внести в постановление от 5 марта 2025 года № 44 «О сроке до 1 мая 2025 года» изменения",
        "слова «до 1 мая 2024 года» заменить словами «до 1 июня 2024 года»",
        "Изложить в следующей редакции: «5. Заявка подаётся до 1 мая 2024 года.\n6. Ответ даётся в течение 10 дней.»",
        "Принять к сведению итоги развития союза в 2021-2023 годах",
        "Принять к сведению отчёт за январь – март 2024 года",
        "Информацию о выполнении наказов в I полугодии 2023 года принять к сведению",
        "Утвердить план работы на 2025 год",
        "Утвердить программу «Чистый двор» на 2024-2030 годы",
        "Одобрить стратегию развития района до 2035 года",
        "Утвердить порядок проведения конкурсов в 2025 году",
        "Заключить договор сроком на 5 лет",
        "Срок рассмотрения не превышает 30 дней",
        "Отметить работу форума, который прошёл 24-25 октября 2023 года в Туле",
        "Признать удачной выставку, состоявшуюся 5 мая 2023 года",
        "Выплатить работникам, принятым до 1 января 2024 года, премию",
        "Дать предприятиям возможность торговать в течение всего года",
        "Считать ежегодно проводимый конкурс нужным",
        "Незамедлительно сообщать об авариях",
        "Завозить хлеб не позднее 7 часов утра",
        "По мере возможности помогать школам",
        "Начислять пени за каждый день просрочки",
        "Присвоить звание Орлову П.П., родившемуся 5 мая 1960 года",
        "от «___» ________ 2024 г. № ___",
        "Снизить долю до ____ процентов",
        "Увеличить долю до 15 процентов, принять до 20 человек",
    ],
)
def test_no_deadline(text):
    assert [(text[f.span.start : f.span.stop], f.rule) for f in found(text)] == []


@pytest.mark.parametrize(
    "text",
    ["Внести план [[до 31 февраля 2024 года]]", "Провести сход [[с 15 по 11 мая 2024 г.]]", "Срок: [[по согласованию]]",
     "Платить [[ежемесячно до 45 числа]]", "Срок: [[31.06.2024]]"],
)  # fmt: skip
def test_what_is_seen_and_not_understood_has_no_value(text):
    check(text, "?")


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("01.05.2024", ["date ..2024-05-01"]),
        ("до 01.05", ["date ..2024-05-01"]),
        ("2024 г.", ["period 2024-01-01..2024-12-31"]),
        ("2024-2025", ["period 2024-01-01..2025-12-31"]),
        ("III квартал", ["period 2024-07-01..2024-09-30"]),
        ("Май 2024", ["period 2024-05-01..2024-05-31"]),
        ("постоянно", ["ongoing"]),
        ("3 дня", ["relative ..2024-02-13"]),
        ("к празднику урожая", ["event"]),
        ("Орлов П.П., ежедневно", ["recurring FREQ=DAILY"]),
        ("по отдельному графику", ["?"]),
        ("____", ["blank"]),
        ("", ["blank"]),
        ("–", []),
    ],
)
def test_a_cell_is_a_place_for_a_deadline(cell, wanted):
    assert [shown(f) for f in found(cell, find=deadlines.of_cell)] == wanted


def test_without_a_document_date_a_day_without_a_year_waits():
    (until,) = found("Сдать отчёт до 1 мая", anchor=None)
    (dated,) = found("Сдать отчёт до 1 мая 2024 года", anchor=None)
    assert shown(until) == "date"
    assert until.confidence < found("Сдать отчёт до 1 мая")[0].confidence < dated.confidence


def test_a_task_in_the_past_is_still_a_deadline_and_a_past_fact_is_none():
    check("Открыть музей [[в 2023 году]]", "period 2023-01-01..2023-12-31")
    check("Площадь посевов в 2023 году 15 га")


def test_the_same_time_twice_is_one_deadline():
    check(
        "[[В 2025 году]] привлечь победителей конкурса, проведённого фондом в 2025 году",
        "period 2025-01-01..2025-12-31",
    )


def test_a_passage_is_not_left():
    text = "Срок: 1 мая 2024 года, до 1 июня 2024 года"
    whole = Passage.of(text)
    for stop in range(len(text)):
        for f in deadlines.find(whole.sub(Span(0, stop)), bundled()):
            assert 0 <= f.span.start < f.span.stop <= stop


PIECES = st.sampled_from(
    "до|к|в|с|по|не позднее|до конца|недели|текущего|дня|следующего|"
    "квартала|срок:|1 мая|01.05.2024|2024 года|31 февраля|II квартале|5 числа|месяца|ежегодно|ежемесячно|"
    "в течение|10|десяти|рабочих|дней|срок|со дня|подписания|его|опубликования|____|«|»|провести|проведённых|прошёл|"
    "Утвердить|итоги|,|.|;|\n|(|)|№|от|Отв.|понедельника|заседании|99999|полутора|лет".split("|")
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=25).map(" ".join), st.sampled_from([None, ANCHOR]))
def test_whatever_is_written_the_spans_are_apart_and_the_days_in_order(text, anchor):
    last = 0
    for f in found(text, anchor):
        assert last <= f.span.start < f.span.stop <= len(text)
        last = f.span.stop
        if f.value and f.value.start and f.value.end:
            assert f.value.start <= f.value.end


@pytest.mark.parametrize(
    "piece", ["1 ", "_", " _ ", "до 1 мая ", "срок: ", "«", "в течение 10 дней ", "мая и ", "ежегодно, "]
)
def test_the_time_taken_grows_with_the_length(piece):
    def seconds(length):
        text = (piece * length)[:length]
        start = time.perf_counter()
        found(text)
        return time.perf_counter() - start

    seconds(2_000)
    assert seconds(32_000) < 0.2 + 16 * max(seconds(8_000), 0.05)
