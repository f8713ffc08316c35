"""Match → meaning: one module a kind of rule, named after it, each with `find(passage, rules) → tuple[Found, ...]`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from resodoc.match import Passage
from resodoc.model import Found
from resodoc.rulepack import RuleSet

Finder = Callable[[Passage, RuleSet], tuple[Found, ...]]

_ELSEWHERE = {"sections": "resodoc.segment", "columns": "resodoc.segment", "wording": "resodoc.checks"}


def finder(kind: str) -> Finder:
    """The function that finds what rules of `kind` are about."""
    return import_module(f"{_ELSEWHERE.get(kind, __name__)}.{kind}").find
