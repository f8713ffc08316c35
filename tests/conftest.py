"""What the tests of several rooms share: a resolution made by hand, and the program run as a user runs it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import settings

from resodoc.model import (
    Act,
    Action,
    Annex,
    Block,
    Deadline,
    Decision,
    Definition,
    Diagnostic,
    Found,
    Measure,
    Meeting,
    Origin,
    Owner,
    Person,
    Reference,
    Resolution,
    Source,
    Span,
    Vote,
)

# The same examples in every run: a change is taken or refused for what it does, not for its luck.
settings.register_profile("resodoc", derandomize=True)
settings.load_profile("resodoc")

TEXT = """\
ПРОТОКОЛ № 7
15 марта 2024 г. Заречье
Совет кооператива «Заря» (далее – Совет)
Во исполнение Федерального закона № 217-ФЗ Совет РЕШИЛ:
1. Поручить Правлению  (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.
2. Принять отчёт к сведению.
2.1. Ежемесячно вывешивать сводку. Срок: ____
Приложение. Смета
"""


def at(words: str, text: str = TEXT) -> Span:
    """Where `words` stand first in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def found(words: str, value: object, rule: str = "test.rule") -> Found:
    return Found(at(words), value, rule, 0.9)


def _decisions() -> tuple[Decision, ...]:
    first, second, third = (
        at(line)
        for line in (
            "Поручить Правлению  (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.",
            "Принять отчёт к сведению.",
            "Ежемесячно вывешивать сводку.",
        )
    )
    owner = Owner("Правление", kind="group", person="Лаптева О.Н.")
    return (
        Decision(
            id="1",
            text="Поручить Правлению (Лаптева О.Н.) до 1 мая 2024 г. отремонтировать не менее 15% дорог.",
            parts=(first,),
            number="1.",
            section=("I. Дороги",),
            act=found("Поручить", Act("instruct", "поручить")),
            actions=(found("отремонтировать не менее 15% дорог", Action("отремонтировать")),),
            owners=(found("Правлению  (Лаптева О.Н.)", owner, "owners.dative"),),
            deadlines=(found("до 1 мая 2024 г.", Deadline("date", end=date(2024, 5, 1))),),
            vote=found("РЕШИЛ", Vote(for_=5, against=0, abstained=1)),
            measures=(found("не менее 15%", Measure(">=", 15.0, "%")),),
            references=(found("Федерального закона № 217-ФЗ", Reference("law", "217-ФЗ")),),
            confidence=0.9712,
            rules=("owners.dative", "acts.instruct"),
        ),
        Decision(
            id="2",
            text="Принять отчёт к сведению.",
            parts=(second,),
            number="2.",
            act=found("Принять", Act("note", "принять")),
            outcome="rejected",
            confidence=0.9,
        ),
        Decision(
            id="2.1",
            text="Ежемесячно вывешивать сводку.",
            parts=(third,),
            number="2.1.",
            parent="2",
            act=found("вывешивать", Act("measure", "вывешивать")),
            owners=(Found(at("Правлению"), Owner("Правление", inherited=True), "owners.dative"),),
            deadlines=(
                found("Ежемесячно", Deadline("recurring", recurrence="FREQ=MONTHLY")),
                found("____", Deadline("blank")),
            ),
            owner_blank=at("____"),
            confidence=0.5,
        ),
    )


@pytest.fixture
def resolution() -> Resolution:
    """A resolution that says something in every field."""
    lines = [at(line) for line in TEXT.splitlines()]
    origins = tuple(
        Origin(span, page=1, line=n, bbox=(56.7, 20.0 * n, 500.123456, 20.0 * n + 12))
        for n, span in enumerate(lines, 1)
    )
    return Resolution(
        Source("протоколы/7.pdf", TEXT, origins, format="pdf", sha256="0" * 64, bytes=999, pages=1),
        blocks=(
            Block("title", lines[0]),
            Block("item", at("Поручить Правлению  (Лаптева О.Н.)"), ("1",), at("1. "), "sections.item"),
        ),
        kind=found("ПРОТОКОЛ", "minutes", "document.minutes"),
        status=found("РЕШИЛ", "adopted"),
        title=found("ПРОТОКОЛ № 7", "Протокол № 7"),
        number=found("№ 7", "№ 7"),
        date=found("15 марта 2024 г.", date(2024, 3, 15)),
        place=found("Заречье", "Заречье"),
        adopted_by=found("Совет кооператива «Заря»", "Совет кооператива «Заря»"),
        event=found("15 марта 2024 г.", Meeting("Собрание", date(2024, 3, 15), date(2024, 3, 16))),
        next_meeting=found("до 1 мая 2024 г.", Meeting(start=date(2024, 5, 2))),
        definitions=(found("Совет", Definition("Совет", "Совет кооператива «Заря»")),),
        agenda=(found("отчёт", "Об отчёте"),),
        people=(found("Лаптева О.Н.", Person("Лаптева О.Н.", "председатель правления")),),
        preamble=(at("Во исполнение Федерального закона № 217-ФЗ Совет РЕШИЛ:"),),
        decisions=_decisions(),
        annexes=(Annex("Смета", at("Приложение. Смета")),),
        diagnostics=(
            Diagnostic("discover-nothing", "warning", (("name", "x"), ("known", "y")), at("____"), "2.1"),
        ),
    )


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


@pytest.fixture
def resodoc(capsys, monkeypatch) -> Callable[..., Run]:
    """The program in this process: `resodoc("parse", path, stdin=b"…")`, in English unless --lang is given."""
    from resodoc.cli import main

    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*args: object, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = main([str(arg) for arg in args])
        out, err = capsys.readouterr()
        return Run(code, out, err)

    return run
