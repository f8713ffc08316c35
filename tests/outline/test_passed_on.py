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
]


@pytest.mark.parametrize(("text", "owners"), CASES)
def test_owners(text: str, owners: dict[str, list[str]]) -> None:
    found = extract(Source("case", text), bundled()).decisions
    assert {d.id: [f.value.name for f in d.owners if f.value] for d in found} == owners
