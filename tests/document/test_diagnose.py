"""What the output warns of: text → «code | decision | words», in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import resodoc
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
    (
        "ПОСТАНОВЛЕНИЕ\nУтратило силу – постановление от 5 мая 2020 г. № 3\nПОСТАНОВЛЯЮ:\n1. Утвердить смету.\n"
        "2. Утратил силу. – Постановление от 5 мая 2019 г. № 8.\n3. Утвердить план.\n3(1). Утратил силу.",
        [
            "document-repealed | None | Утратило силу – постановление от 5 мая 2020 г. № 3",
            "items-repealed | None | Утратил силу. – Постановление от 5 мая 2019 г. № 8.",
        ],
    ),
    (
        "ПРИКАЗ\nПРИКАЗЫВАЮ:\n1. Утвердить план (приложение) и состав комиссии.\nДиректор П.П. Орлов\n"
        "Приложение № 1\nк приказу от 05.02.2024 № 11\nСОСТАВ КОМИССИИ\n1. Орлов П.П.\n2. Зимин К.А.\n"
        "Приложение № 2\nк приказу от 05.02.2024 № 11\nПЛАН МЕРОПРИЯТИЙ\n1. Вымыть окна до 5 мая 2024 г.\n"
        "2. Покрасить забор. Ответственный: Зимин К.А.",
        ["annex-tasks | None | Приложение № 2"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_diagnostics(text: str, expected: list[str]) -> None:
    source = Source("case", text)
    found = extract(source, bundled()).diagnostics
    assert [
        f"{d.check} | {d.decision} | {source.slice(d.span).splitlines()[0] if d.span else ''}" for d in found
    ] == expected


def test_every_diagnostic_is_in_the_documentation() -> None:
    sources = "".join(path.read_text("utf-8") for path in Path(resodoc.__file__).parent.rglob("*.py"))
    told = set(re.findall(r'(?:Diagnostic|_about_pages)\(\s*"([a-z-]+)"', sources))
    page = (Path(__file__).resolve().parents[2] / "docs/output.md").read_text("utf-8")
    assert len(told) > 10 and {code for code in told if f"`{code}`" not in page} == set()
