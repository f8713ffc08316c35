"""Whose an item is that says little of its own: what a lead-in, or the list below it, says of owners."""

from __future__ import annotations

import pytest

from resodoc.model import Source
from resodoc.pipeline import extract
from resodoc.rulepack import bundled

CASES = [
    (  # whoever is told to ask is the owner, not whom he asks
        "РЕШИЛИ:\n1. Поручить правлению:\n- обратиться в мэрию с просьбой о ремонте;\n- составить смету.\n2. Просить мэрию помочь.",
        {"1": ["правление"], "1-1": ["правление"], "1-2": ["правление"], "2": ["мэрия"]},
    ),
    (
        "ПРИКАЗЫВАЮ:\n1. Назначить ответственными:\n– за охрану труда Зуева И.И.;\n– за свет электрика Лося П.П.\n2. Приказ довести.",
        {"1": ["Зуев И.И.", "Лось П.П."], "2": []},
    ),
    (
        "ПРИКАЗЫВАЮ:\n1. Назначить ответственными лицами:\n1.1. За свет – завхоза Дёмину А.А.\n1.2. За воду – Зуева Б.Б.",
        {"1": [], "1.1": ["Дёмина А.А."], "1.2": ["Зуев Б.Б."]},
    ),
    (
        "ПРИКАЗЫВАЮ:\n1. Назначить ответственными:\n1.1. В школе – завхоза Дёмину А.А.\n1.2. На складе – кладовщика Зуева Б.Б.",
        {"1": [], "1.1": ["Дёмина А.А."], "1.2": ["Зуев Б.Б."]},
    ),
]


@pytest.mark.parametrize(("text", "owners"), CASES)
def test_owners(text: str, owners: dict[str, list[str]]) -> None:
    found = extract(Source("case", text), bundled()).decisions
    assert {d.id: [f.value.name for f in d.owners if f.value] for d in found} == owners


ACTS = [
    (  # «Исток» closes two quotations
        "РЕШИЛИ:\n1. Отделу спорта совместно с МБУ «Центр «Исток» обеспечить набор в секции.",
        {"1": "instruct"},
    ),
    ("РЕШИЛИ:\n1. Тов. Торопову: заменить стропы.", {"1": "instruct"}),
    (
        "ПОСТАНОВЛЯЮ:\n1. Внести в приказ от 01.02.2020 № 3 изменения:\n1) в составе комиссии:\nа) вывести из состава "
        "комиссии Лося Б.Б.;\nб) включить в состав комиссии Зуева И.И.;\n2. Включить в состав штаба Зуева И.И.",
        {"1": "amend", "1.1": "amend", "1.1.а": "amend", "1.1.б": "amend", "2": "elect"},
    ),
]


@pytest.mark.parametrize(("text", "acts"), ACTS)
def test_acts(text: str, acts: dict[str, str]) -> None:
    found = extract(Source("case", text), bundled()).decisions
    assert {d.id: d.act.value.name for d in found if d.act.value} == acts


def test_a_meeting_is_no_deadline_beside_a_day() -> None:
    text = "РЕШИЛИ:\n1. Доложить на заседании совета до 5 мая 2024 г.\n2. Доложить на заседании совета."
    found = extract(Source("case", text), bundled()).decisions
    assert [[f.value.kind for f in d.deadlines if f.value] for d in found] == [["date"], ["event"]]


def test_who_was_in_the_chair_keeps_control_for_himself() -> None:
    text = (
        "ПРОТОКОЛ № 4\nзаседания комиссии\n5 мая 2024 г.\nПРЕДСЕДАТЕЛЬСТВОВАЛ: глава района П.Я. Дубов\n"
        "ПРИСУТСТВОВАЛИ: Зуев И.И., Лось Б.Б.\nРЕШИЛИ:\n1. Принять план.\n"
        "2. Контроль за исполнением решений оставляю за собой.\n\nСекретарь\tИ.И. Зуев"
    )
    found = extract(Source("case", text), bundled()).decisions
    assert [f.value.name for f in found[1].owners if f.value] == ["П.Я. Дубов"]


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("1. Разрешить отделу труда передать зал в аренду и взимать плату.", ["разрешить"]),
        ("1. Запретить стоянку во дворе, установить шлагбаум.", ["запретить", "установить"]),
        ("1. Поручить отделу труда составить и утвердить план.", ["составить", "утвердить"]),
    ],
)
def test_what_is_permitted_is_no_action_of_the_decision(text: str, verbs: list[str]) -> None:
    (decision,) = extract(Source("case", f"РЕШИЛИ:\n{text}"), bundled()).decisions
    assert [f.value.verb for f in decision.actions if f.value] == verbs


def test_a_row_ends_with_its_row() -> None:
    from resodoc.readers import read_bytes

    table = "| № | Мероприятие | Срок |\n|---|---|---|\n| 1 | Закупить краску | 1 мая 2024 г. |\n"
    source = read_bytes(
        f"ПЛАН МЕРОПРИЯТИЙ\n\n{table}\nСоветом отмечена хорошая работа сторожа.\n".encode(), "a.md"
    )
    assert [d.text for d in extract(source, bundled()).decisions] == ["Закупить краску"]
