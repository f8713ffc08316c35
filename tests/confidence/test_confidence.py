"""What speaks for a decision, an owner, a deadline, and that doubt makes less sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc import confidence
from resodoc.confidence import WEIGHTS, estimate
from resodoc.model import Origin, Resolution, Source, Span
from resodoc.pipeline import extract, understood
from resodoc.rulepack import bundled

HEAD = "ПОСТАНОВЛЕНИЕ\nот 10.03.2024 № 5\nАдминистрация посёлка ПОСТАНОВЛЯЕТ:\n"


def of(text: str) -> Resolution:
    return understood(Source("a.txt", HEAD + text), bundled())


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("1. Утвердить смету.\n", ()),
        ("Утвердить смету.\n", ("unlabelled",)),
        ("1. Подмести двор.\n", ("verb-by-form",)),
        ("1. Утвердить смету.\n1. Создать комиссию.\n", ("label-repeats",)),
    ],
)
def test_evidence_for_a_decision(text, evidence):
    assert confidence.of_decision(of(text).decisions[-1]) == evidence


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("1. Поручить Комитету по культуре составить план.\n", "Комитет по культуре", ()),
        ("1. Составить план. Ответственный: Зимина А.А.\n", "Зимина А.А.", ("slot",)),
        ("1. Комитету по культуре составить план.\n", "Комитет по культуре", ("leads",)),
        ("1. Администрации посёлка составить план.\n", "администрация посёлка", ("leads", "doubtful")),
        ("1. Поручить Комитету по культуре:\n1.1. Составить план.\n", "Комитет по культуре", ("inherited",)),
    ],
)
def test_evidence_for_an_owner(text, name, evidence):
    owner = next(f for f in of(text).decisions[-1].owners if f.value.name.lower() == name.lower())
    assert confidence.of_owner(owner, bundled()) == evidence


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("1. Составить план до 1 мая 2024 г.\n", ()),
        ("1. Составить план. Срок: 1 мая 2024 г.\n", ("slot",)),
        ("1. Составить план в течение 10 дней со дня окончания ремонта.\n", ("undated",)),
        ("1. До 1 мая 2024 г. поручить Комитету по культуре:\n1.1. Составить план.\n", ("inherited",)),
    ],
)
def test_evidence_for_a_deadline(text, evidence):
    (deadline,) = of(text).decisions[-1].deadlines
    assert confidence.of_deadline(deadline) == evidence


def test_extract_weighs_what_understood_finds():
    text = HEAD + "1. Комитету по культуре до 1 мая 2024 г. составить план.\n"
    (decision,) = extract(Source("a.txt", text)).decisions
    assert decision.confidence == estimate(WEIGHTS["decisions"], ())
    assert decision.owners[0].confidence == estimate(WEIGHTS["owners"], ("leads",))
    assert decision.deadlines[0].confidence == estimate(WEIGHTS["deadlines"], ())


def test_a_scan_is_no_surer_than_its_letters():
    text = HEAD + "1. Комитету по культуре до 1 мая 2024 г. составить план.\n"
    read = Source("a.txt", text)
    scanned = Source("a.png", text, origins=(Origin(Span(0, len(text)), page=1, confidence=0.5),))
    (plain,), (dim,) = extract(read).decisions, extract(scanned).decisions
    assert dim.confidence == plain.confidence / 2
    assert dim.owners[0].confidence == plain.owners[0].confidence / 2
    assert dim.deadlines[0].confidence == plain.deadlines[0].confidence / 2


@given(
    st.dictionaries(st.sampled_from("абвг"), st.floats(-9, 9)),
    st.floats(-9, 9),
    st.sets(st.sampled_from("абвг")),
)
def test_an_estimate_is_a_probability_and_follows_the_sign_of_what_is_added(weights, base, evidence):
    known = {**weights, "base": base}
    before = estimate(known, tuple(evidence))
    assert 0 < before < 1
    for name in set(known) - evidence - {"base"}:
        after = estimate(known, (*evidence, name))
        assert (after >= before) if known[name] >= 0 else (after <= before)


@pytest.mark.parametrize(
    ("kind", "doubt"),
    [("decisions", "unlabelled"), ("decisions", "no-verb"), ("owners", "norm"), ("deadlines", "undated")],
)
def test_doubt_weighs_against(kind, doubt):
    assert WEIGHTS[kind][doubt] < 0
