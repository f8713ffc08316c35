"""Texts and the blocks that they fall into, side by side in `cases.yaml`."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from resodoc.model import Source
from resodoc.rulepack import bundled
from resodoc.segment import segment

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))
WORDS = [
    "1.",
    "2)",
    "а)",
    "I.",
    "РЕШИЛИ:",
    "СЛУШАЛИ:",
    "Утвердить план.",
    "Приложение",
    "«3. Взнос",
    "».",
    "\n",
    "Срок: ___",
    "за – 5",
    "Глава района А.А. Зимин",
    "\t",
]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_blocks(case: dict) -> None:
    source = Source("case", case["text"])
    shown = [
        (b.kind, ".".join(b.number), source.slice(b.span))
        for b in segment(source, bundled())
        if b.kind not in case.get("skip", ())
    ]
    wanted = [_wanted(line) for line in case["blocks"]]
    assert [(kind, number) for kind, number, _ in shown] == [(kind, number) for kind, number, _ in wanted]
    for (_, _, text), (_, _, begin) in zip(shown, wanted, strict=True):
        assert text.startswith(begin)


def _wanted(line: str) -> tuple[str, str, str]:
    head, _, begin = line.partition("|")
    kind, _, number = head.strip().partition(" ")
    return kind, number, begin.strip()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=25))
def test_blocks_lie_in_the_text_in_order(pieces: list[str]) -> None:
    source = Source("any", " ".join(pieces))
    blocks = segment(source, bundled())
    assert all(0 <= b.span.start <= b.span.stop <= len(source.text) for b in blocks)
    assert all(a.span.stop <= b.span.start for a, b in pairwise(blocks))
