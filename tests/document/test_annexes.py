"""What annexes are called: the lines of an annex → its title."""

from __future__ import annotations

import pytest

from resodoc.model import Source
from resodoc.pipeline import extract
from resodoc.rulepack import bundled

ACT = "ПОСТАНОВЛЯЮ:\n1. Утвердить документ согласно приложению.\nГлава района П.П. Орлов\n"
CASES = [
    (
        "Приложение\nк постановлению Думы\nЛесного района\nот 12.03.2025 № 3\nПОРЯДОК\nучёта лодок\n1. Лодки учитывают.",
        "ПОРЯДОК учёта лодок",
    ),
    (
        "Приложение № 2\nУТВЕРЖДЁН\nпостановлением администрации\n"
        "от 1 июля 2024 г. № 8-п\nСОСТАВ\nкомиссии по лодкам\nОрлов П.П. – глава, председатель",
        "СОСТАВ комиссии по лодкам",
    ),
    ("Приложение\n(форма)\nЗАЯВКА\nна участие в ярмарке\n1. Прошу допустить.", "ЗАЯВКА на участие в ярмарке"),
    ("Приложение 1", "Приложение 1"),
]


@pytest.mark.parametrize(("annex", "title"), CASES)
def test_title(annex: str, title: str) -> None:
    found = extract(Source("case", ACT + annex), bundled()).annexes
    assert [a.title for a in found] == [title]
    assert found[0].span.start == len(ACT)
