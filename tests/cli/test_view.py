"""The view for reading on a terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from resodoc.cli.view import view
from resodoc.messages import choose
from resodoc.model import Diagnostic, Vote
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
Протокол · № 7 · 15.03.2024 · Заречье · принятый документ
Протокол № 7
Совет кооператива «Заря»
протоколы/7.pdf
├── 1 поручение
│   Поручить Правлению (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.
│   → Правление (Лаптева О.Н.)  исполнитель
│   ◷ 01.05.2024  до 1 мая 2024 г.
│   голосование: за 5, против 0, воздержались 1
└── 2 принятие к сведению
    Принять отчёт к сведению.
    не принято
    └── 2.1 мера
        Ежемесячно вывешивать сводку.
        → Правление  исполнитель, унаследовано
        ◷ Ежемесячно
        ! x: в папке нет документов; читаются файлы y, а картинки – только названные сами
"""


def test_the_head_then_the_tree_of_decisions(resolution, shown):
    lines = [line.rstrip() for line in shown(resolution).splitlines()]
    assert "\n".join(lines) + "\n" == HEAD + "\n"


def test_what_is_told_of_the_whole_document_stands_below_the_tree(resolution, shown):
    note = Diagnostic("output-is-input", "warning", (("name", "x"),))
    lines = shown(replace(resolution, diagnostics=(note,))).splitlines()
    assert lines[-2].startswith("! x: ")


def test_a_unanimous_vote_needs_no_counts(resolution, shown):
    vote = replace(resolution.decisions[0].vote, value=Vote(unanimous=True))
    decision = replace(resolution.decisions[0], vote=vote)
    assert "голосование: единогласно" in shown(replace(resolution, decisions=(decision,)))


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
