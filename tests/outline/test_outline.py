"""Which blocks are decisions, what they are called, and what their own text is."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from resodoc.model import Source
from resodoc.outline import outline_of, text_of
from resodoc.rulepack import bundled
from resodoc.segment import segment

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
LINES = [
    "1. Вывезти мусор.",
    "2. Завхозу:",
    "а) починить кран;",
    "- план;",
    "- собрать взносы;",
    "РЕШИЛИ:",
    "СЛУШАЛИ: Зимину",
    "за – 5",
]


def outline(text: str) -> list[tuple[str, str]]:
    source = Source("case", text)
    return [(n.id, text_of(source, n)) for n in outline_of(source, segment(source, bundled()))]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_outline(case: dict) -> None:
    assert [f"{node_id} | {text}" for node_id, text in outline(case["text"])] == case["decisions"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_ids_are_unique_and_texts_come_from_the_document(lines: list[str]) -> None:
    text = "\n".join(["Собрание РЕШИЛО:", *lines])
    found = outline(text)
    assert len({node_id for node_id, _ in found}) == len(found)
    for _, own in found:
        assert all(word in text for word in own.split())


def test_what_stands_above_keeps_its_id_when_something_is_added_below() -> None:
    before = "РЕШИЛИ:\n1. Вывезти мусор.\n2. Засыпать яму.\n"
    assert outline(before) == outline(before + "3. Покрасить забор.\n")[:2]
