"""Where the words of a wording check count."""

from __future__ import annotations

import pytest

from resodoc.checks import Suite, run, table
from resodoc.pipeline import extract
from resodoc.readers import read_bytes
from resodoc.rulepack import bundled

TABLE = table(bundled())
HEAD = """\
ПРИКАЗ
от 5 февраля 2024 г. № 11
О подготовке к зиме
В целях подготовки к зиме в кратчайшие сроки
ПРИКАЗЫВАЮ:
"""


def found(text: str, check: str) -> list[tuple[str, str | None]]:
    resolution = extract(read_bytes((HEAD + text).encode(), "a.txt"))
    suite = Suite(tuple(c for c in TABLE if c.id == check))
    return [(resolution.source.slice(f.span), f.decision) for f in run(resolution, suite)]


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        ("owner-vague", "1. Всем службам проверить котлы.\n", [("Всем службам", "1")]),
        ("owner-vague", "1. Зимину К.А. довести приказ до заинтересованных лиц.\n", []),
        (
            "deadline-vague",
            "1. Зимину К.А. в кратчайшие сроки проверить котлы.\n",
            [("в кратчайшие сроки", "1")],
        ),
        (
            "deadline-vague",
            "1. Зимину К.А. проверить котлы.\nСрок: в ближайшее время.\n",
            [("в ближайшее время", "1")],
        ),
        ("deadline-vague", "1. Утвердить порядок работы в кратчайшие сроки.\n", []),
        (
            "measure-missing",
            "1. Зимину К.А. закупить угля не менее процентов.\n",
            [("не менее процентов", "1")],
        ),
        (
            "money-no-currency",
            "1. Зимину К.А. закупить уголь на сумму 500 тыс.\n",
            [("на сумму 500 тыс", "1")],
        ),
        ("wording-double-word", "1. Зимину К.А. проверить котлы в в срок до 1 мая.\n", [("в в", "1")]),
    ],
)
def test_counts_only_in_its_place(check, text, expected):
    assert found(text, check) == expected
