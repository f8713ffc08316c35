"""Which counts of votes belong to which decisions."""

from __future__ import annotations

import pytest

from resodoc.model import Source
from resodoc.outline import outline_of
from resodoc.pipeline import extract
from resodoc.rulepack import bundled
from resodoc.segment import segment

FIVE, SIX = "Голосовали: за – 5.", "Голосовали: за – 6."
ALL = "Решение принято единогласно."


@pytest.mark.parametrize(
    ("lines", "counted"),
    [
        (["1. Вывезти мусор.", FIVE, "2. Засыпать яму.", SIX], [[FIVE], [SIX]]),
        (["1. Вывезти мусор.", "2. Засыпать яму.", FIVE], [[FIVE], [FIVE]]),
        (["1. Вывезти мусор.", FIVE, ALL], [[FIVE, ALL]]),
        (["1. Вывезти мусор.", "2. Засыпать яму.", FIVE, ALL], [[FIVE, ALL], [FIVE, ALL]]),
        (["1. Вывезти мусор.", "2. Засыпать яму."], [[], []]),
    ],
)
def test_a_count_belongs_to_the_decisions_before_it_that_have_none(lines, counted):
    source = Source("case", "\n".join(["Собрание РЕШИЛО:", *lines, ""]))
    nodes = outline_of(source, segment(source, bundled()))
    assert [[source.slice(vote.span) for vote in node.votes] for node in nodes] == counted


def test_a_count_before_its_decision_waits_over_what_is_told_of_it():
    lines = ["Вопрос № 1. О смете.", FIVE, "Сторож не участвовал.", "ПРИНЯТОЕ РЕШЕНИЕ:", "Утвердить смету."]
    source = Source("case", "\n".join(["ПРОТОКОЛ собрания", *lines, ""]))
    (node,) = outline_of(source, segment(source, bundled()))
    assert [source.slice(vote.span) for vote in node.votes] == [FIVE]


def test_a_lost_count_says_nothing_of_the_decisions_behind_it():
    lines = [
        "Орлов П.П. предложил другое.",
        "Голосовали: за – 2. Предложение отклонено.",
        "РЕШИЛИ:",
        "1. Утвердить смету.",
    ]
    source = Source("case", "\n".join(["ПРОТОКОЛ собрания", *lines, ""]))
    (node,) = outline_of(source, segment(source, bundled()))
    assert node.votes == []


def test_a_lost_motion_is_a_decision_of_its_own():
    lines = [
        "1. Сдать отчёт.",
        FIVE,
        "Вопрос поставлен на голосование: повысить взносы.",
        "За – 2, против – 9. Решение не принято.",
    ]
    found = extract(
        Source("case", "\n".join(["Собрание РЕШИЛО:", *lines, "2. Решение о премии не принято.", ""]))
    ).decisions
    assert [(d.text, d.outcome) for d in found] == [
        ("Сдать отчёт.", "adopted"),
        ("повысить взносы", "rejected"),
        ("Решение о премии не принято.", "rejected"),
    ]
