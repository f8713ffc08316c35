"""The pipeline's stand-in: the command line is tested apart from what it commands."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from resodoc.model import Act, Block, Decision, Found, Resolution, Source, Span


def extract(source: Source, rules=None, today=None) -> Resolution:
    """A decision a line. The words «сломайся» make it fail as only a fault of the program does."""
    if "сломайся" in source.text:
        raise ZeroDivisionError("deep inside")
    decisions, start = [], 0
    for number, line in enumerate(source.text.splitlines(), 1):
        span = Span(start, start + len(line))
        start = span.stop + 1
        act = Found(span, Act("approve", "утвердить"), "acts.approve")
        decisions.append(Decision(str(number), line, (span,), act=act, confidence=0.9))
    kind = Found(Span(0, 1), "order", "document.order")
    number = Found(Span(0, 1), str(today), "document.number") if today else None
    blocks = tuple(Block("item", decision.span) for decision in decisions)
    return Resolution(source, blocks, kind=kind, number=number, decisions=tuple(decisions))


@pytest.fixture(autouse=True)
def pipeline(monkeypatch) -> None:
    module = ModuleType("resodoc.pipeline")
    module.extract = extract
    monkeypatch.setitem(sys.modules, "resodoc.pipeline", module)


@pytest.fixture(autouse=True)
def bundled(monkeypatch, tmp_path_factory) -> None:
    """No rules but those that a test writes."""
    from resodoc import rulepack

    folder = tmp_path_factory.mktemp("bundled")
    (folder / "pack.yaml").write_text("name: none", "utf-8")
    monkeypatch.setattr(rulepack, "bundled_dir", lambda: folder)
    monkeypatch.setattr(rulepack, "bundled", lambda: rulepack.load([folder]))


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A folder with two documents, and the program run inside it."""
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_text("Утвердить план.\nУтвердить смету.\n", "utf-8")
    (tmp_path / "in" / "deep" / "b.txt").write_text("Утвердить состав.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
