"""The view for reading on a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from resodoc.cli.view import view
from resodoc.messages import choose
from resodoc.wire import to_dict


@pytest.fixture
def shown():
    """What a terminal 90 columns wide shows of a resolution, in Russian unless told."""

    def render(resolution, lang: str = "ru") -> str:
        choose(lang)
        try:
            console = Console(file=io.StringIO(), width=90)
            console.print(view(to_dict(resolution)))
            return console.file.getvalue()
        finally:
            choose(None)

    return render


HEAD = """\
Протокол · № 7 · 15.03.2024 · Заречье · принят
Протокол № 7
Совет кооператива «Заря»
протоколы/7.pdf
├── 1 поручить
│   Поручить Правлению (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.
│   → Правление (Лаптева О.Н.)  исполнитель
│   ◷ 01.05.2024  до 1 мая 2024 г.
└── 2 принять к сведению
    Принять отчёт к сведению.
    не принято
    └── 2.1 мера
        Ежемесячно вывешивать сводку.
        → Правление  исполнитель, унаследовано
        ◷ Ежемесячно
        ◷ срок не указан
        → ответственный не указан
"""


def test_the_head_then_the_tree_of_decisions(resolution, shown):
    lines = [line.rstrip() for line in shown(resolution).splitlines()]
    assert "\n".join(lines).startswith(HEAD)
    assert lines[-2].startswith("! ")


def test_in_english(resolution, shown):
    assert shown(resolution, "en").startswith("Minutes · № 7 · 15.03.2024 · Заречье · adopted\n")


def test_words_are_neither_markup_nor_commands(resolution, shown):
    first = replace(resolution.decisions[0], text="Утвердить [bold]план[/bold] [3]\x1b[2J")
    text = shown(replace(resolution, decisions=(first,)))
    assert "Утвердить [bold]план[/bold] [3]" in text
    assert "\x1b[2J" not in text


def test_a_document_that_says_nothing(resolution, shown):
    empty = type(resolution)(resolution.source)
    assert shown(empty) == "Документ\nпротоколы/7.pdf\n\n"
