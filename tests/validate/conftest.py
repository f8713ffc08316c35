"""Drafts that the tests of `resodoc validate` check."""

from __future__ import annotations

import pytest

BAD = """\
ПРОЕКТ
РЕШЕНИЕ
совещания по подготовке школ
РЕШИЛИ:
1. Разработать план ремонта школы.
Срок: _____ Ответственный: _____
2. Поручить Зимину К.А. до 3 июня 2024 г. закупить краску для ремонта.
"""
GOOD = BAD.replace("Срок: _____ Ответственный: _____", "Срок: 3 июня 2024 г. Ответственный: Орлов П.П.") + (
    "\nПредседатель                 А.А. Лаптева\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with a draft that has faults and one that has none, and the program run inside it."""
    (tmp_path / "bad.txt").write_text(BAD, "utf-8")
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
