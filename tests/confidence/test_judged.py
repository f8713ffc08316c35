"""Which of what was found is right, by an answer and an output side by side."""

from __future__ import annotations

import pytest
from judged import judged

ANSWER = {
    "source": "a.txt",
    "optional_begins": ["Настоящее решение"],
    "decisions": [
        {"id": "1", "begins": "Утвердить смету", "owners": [], "deadlines": []},
        {
            "id": "2",
            "begins": "Поручить Совету",
            "owners": [{"name": "Совет", "role": "executor"}, {"name": "Зимина А.А.", "role": "controller"}],
            "deadlines": [{"kind": "date", "end": "2024-05-01"}],
        },
        {"id": "3", "begins": "Создать комиссию"},
    ],
}


def found(number: str, text: str, owners=(), deadlines=()) -> dict:
    return {"id": number, "text": text, "owners": list(owners), "deadlines": list(deadlines)}


def owner(name: str, role: str = "executor") -> dict:
    return {"name": name, "role": role}


def until(end: str, kind: str = "date") -> dict:
    return {"kind": kind, "start": None, "end": end, "recurrence": None}


@pytest.mark.parametrize(
    ("decision", "right"),
    [
        (found("1", "Утвердить смету."), [("decisions", True)]),
        (found("1-2", "Утвердить смету."), [("decisions", False)]),
        (found("4", "Слушали Зимину А.А."), [("decisions", False)]),
        (found("4", "Настоящее решение вступает в силу."), []),
        (found("1", "Утвердить смету.", [owner("Совет")]), [("decisions", True), ("owners", False)]),
        (
            found("2", "Поручить Совету", [owner("Совет"), owner("Зимина А.А."), owner("Совет")]),
            [("decisions", True), ("owners", True), ("owners", False), ("owners", False)],
        ),
        (
            found("2", "Поручить Совету", deadlines=[until("2024-05-01"), until("2024-05-02")]),
            [("decisions", True), ("deadlines", True), ("deadlines", False)],
        ),
        (
            found("2", "Поручить Совету", deadlines=[until("2024-05-01", "period")]),
            [("decisions", True), ("deadlines", False)],
        ),
        (
            found("3", "Создать комиссию", [owner("Совет")]),
            [("decisions", True)],
        ),  # the answer names no owners
    ],
)
def test_judged(decision, right):
    assert [(kind, was) for kind, _, was in judged(ANSWER, {"decisions": [decision]})] == right


def test_no_output_has_nothing_to_judge():
    assert list(judged(ANSWER, {})) == []
