"""Printed labels, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.segment.labels import bare_number, label_of, ordinal

LABELS = [
    ("1. Утвердить", ("1",), "Утвердить"),
    ("1.Утвердить", ("1",), "Утвердить"),
    ("12) Создать", ("12",), "Создать"),
    ("1.) Создать", ("1",), "Создать"),
    ("2.1. Провести", ("2", "1"), "Провести"),
    ("2.1 Провести", ("2", "1"), "Провести"),
    ("1.2.3.Провести", ("1", "2", "3"), "Провести"),
    ("а) слова", ("а",), "слова"),
    ("(3) вывезти", ("3",), "вывезти"),
    ("(б) вывезти", ("б",), "вывезти"),
    ("IV. Разное", ("IV",), "Разное"),
    ("II) Разное", ("II",), "Разное"),
    ("§ 2. Взнос", ("2",), "Взнос"),
    ("№ 3. Взнос", ("3",), "Взнос"),
    ("Вопрос 1. О взносах", ("1",), "О взносах"),
    ("- 4) побелить", ("4",), "побелить"),
    ("– побелить", (), "побелить"),
    ("• побелить", (), "побелить"),
    ("-побелить", (), "побелить"),
]
NO_LABELS = [
    "15 мая 2019 года состоялся сход.",
    "2.5 млн рублей",
    "30.05.2019 принято решение",
    "2019-03-01 принято",
    "3.2 настоящего Положения",
    "10.000 рублей",
    "В. Зимин",
    "Сход состоялся",
    "5 человек",
    "2024 год",
]


@pytest.mark.parametrize(("text", "path", "body"), LABELS, ids=[case[0] for case in LABELS])
def test_label(text: str, path: tuple[str, ...], body: str) -> None:
    label = label_of(text)
    assert label is not None
    assert (label.path, text[label.stop :]) == (path, body)


@pytest.mark.parametrize("text", NO_LABELS)
def test_no_label(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(("text", "path"), [("1", ("1",)), (" II ", ("II",)), ("2.1", ("2", "1"))])
def test_number_alone(text: str, path: tuple[str, ...]) -> None:
    label = bare_number(text)
    assert label is not None and label.path == path


@pytest.mark.parametrize("text", ["1.", "1 раз", "2024", "—"])
def test_no_number_alone(text: str) -> None:
    assert bare_number(text) is None


@pytest.mark.parametrize(("value", "number"), [("7", 7), ("IX", 9), ("XL", 40), ("а", 1), ("г", 4), ("и", 9)])
def test_ordinal(value: str, number: int) -> None:
    assert ordinal(value) == number


@given(st.text(max_size=60))
def test_a_label_lies_at_the_start_of_its_text(text: str) -> None:
    label = label_of(text)
    if label:
        assert text[: label.start].strip() == ""
        assert 0 <= label.start < label.stop <= len(text)
