"""A resolution told to whoever writes rules."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from resodoc.explain import explained
from resodoc.messages import choose
from resodoc.model import Rule
from resodoc.pipeline import extract
from resodoc.readers import read
from resodoc.rulepack import RuleSet, bundled
from resodoc.ruletext import BUILT_IN

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
RULES = RuleSet(
    [Rule("owners.dative", "owners", "", "owners.yaml:12"), Rule("sections.item", "sections", "", "s.yaml:3")]
)


@pytest.fixture(autouse=True)
def english():
    choose("en")
    yield
    choose(None)


def test_each_field_names_its_value_its_words_and_its_rule(resolution):
    text = explained(resolution, RULES)
    assert "date: 2024-03-15  «15 марта 2024 г.»  ← test.rule (built in)\n" in text
    assert "vote: for=5 against=0 abstained=1  «РЕШИЛ»  ← test.rule (built in)\n" in text
    assert (
        "     owners: name=Правление role=executor kind=group person=Лаптева О.Н.  «Правлению (Лаптева О.Н.)»  "
        "← owners.dative (owners.yaml:12)\n"
    ) in text


def test_each_block_has_its_kind_its_label_and_the_decision_made_of_it(resolution):
    text = explained(resolution, RULES)
    assert "\n[title]\n  ПРОТОКОЛ № 7\n" in text
    block = "\n[item] 1.  ← sections.item (s.yaml:3)\n  Поручить Правлению  (Лаптева О.Н.)\n  => decision 1\n"
    assert block in text


def test_a_decision_outside_every_block_is_told_all_the_same(resolution):
    assert "=> decision 2.1\n" in explained(replace(resolution, blocks=()), RULES)


def test_what_was_not_understood_says_so(resolution):
    blind = replace(resolution, date=replace(resolution.date, value=None))
    assert "date: not understood  «15 марта 2024 г.»" in explained(blind, RULES)


def test_long_words_are_cut_and_no_words_are_left_out(resolution):
    title = replace(resolution.title, span=replace(resolution.title.span, start=0, stop=200))
    empty = replace(resolution.place, span=replace(resolution.place.span, stop=resolution.place.span.start))
    text = explained(replace(resolution, title=title, place=empty), RULES)
    assert "…»  ← test.rule" in text
    assert "place: Заречье  ← test.rule" in text


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("0*/source.*")), ids=lambda path: path.parent.name)
def test_what_it_calls_built_in_is_what_rules_show_does(sample):
    text = explained(extract(read(sample)), bundled())
    assert set(re.findall(r"← (\S+) \(built in\)", text)) <= BUILT_IN


def test_no_pack_has_what_is_built_in():
    assert not {rule.id for rule in bundled()} & BUILT_IN
