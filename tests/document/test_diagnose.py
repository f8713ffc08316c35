"""What the output warns of: text → «code | decision | words», in order."""

from __future__ import annotations

import pytest

from resodoc.model import Source
from resodoc.pipeline import extract
from resodoc.rulepack import bundled

CASES = [
    ("Погода ясная.", ["no-decisions | None | "]),
    ("РЕШИЛИ:\n1. Вымыть окна.\nСрок: до 5 мая 2024 г.\nОтветственный: Орлов П.П.", []),
    (
        "РЕШИЛИ:\n1. Вымыть окна.\nСрок: ______ Ответственные: ______",
        ["deadline-blank | 1 | Срок: ______", "owner-blank | 1 | Ответственные: ______"],
    ),
    ("РЕШИЛИ:\n1. Вымыть окна до 31 апреля 2024 г.", ["deadline-not-understood | 1 | до 31 апреля 2024 г."]),
    (
        "ПРИКАЗЫВАЮ:\n1. Вымыть окна.\nДиректор П.П. Орлов\nПРИКАЗ № 8\nПРИКАЗЫВАЮ:\n1. Покрасить забор.",
        ["second-document | None | ПРИКАЗ № 8"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_diagnostics(text: str, expected: list[str]) -> None:
    source = Source("case", text)
    found = extract(source, bundled()).diagnostics
    assert [f"{d.check} | {d.decision} | {source.slice(d.span) if d.span else ''}" for d in found] == expected
