"""Rules tried on their own examples: what `resodoc rules test` and the test suite run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from resodoc.interpret import Finder, finder
from resodoc.match import Passage, match
from resodoc.model import Example, Found, Rule
from resodoc.rulepack import RuleSet

_SILENT = ("none", "word", "change", "slot", "slot-end")
"""Values of `kind` of rules that only help or hinder others: their examples mark what their patterns match."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that is not found as marked, a reject that is found, or a gap that is a gap no longer."""

    rule: Rule
    part: str  # "example" | "reject" | "gap"
    text: str
    got: tuple[str, ...]


def check(rule: Rule, rules: RuleSet, find: Finder | None = None) -> Iterator[Failure]:
    """Run the examples, rejects and gaps of `rule` as part of `rules`."""
    find = find or (partial(_matched, rule) if rule.value.get("kind") in _SILENT else finder(rule.kind))
    for example in rule.examples:
        found = find(Passage.of(example.text), rules)
        if not any(_fits(rule, example, f) for f in found):
            yield Failure(rule, "example", example.text, tuple(_show(example.text, f) for f in found))
    for text in rule.rejects:
        found = [f for f in find(Passage.of(text), rules) if f.rule == rule.id]
        if found:
            yield Failure(rule, "reject", text, tuple(_show(text, f) for f in found))
    for gap in rule.gaps:
        if any(_fits(rule, gap, f) for f in find(Passage.of(gap.text), rules)):
            yield Failure(rule, "gap", gap.text, ())


def _matched(rule: Rule, passage: Passage, rules: RuleSet) -> tuple[Found, ...]:
    return tuple(Found(m.span, None, rule.id) for m in match((rule,), passage))


def _fits(rule: Rule, example: Example, found: Found) -> bool:
    return (
        found.rule == rule.id
        and found.span == example.span
        and all(str(_attribute(found.value, name)) == want for name, want in example.value)
    )


def _attribute(value: object, name: str) -> object:
    return value if name == "is" else getattr(value, name, None)


def _show(text: str, found: Found) -> str:
    return f"{found.rule}: «{text[found.span.start : found.span.stop]}» = {found.value}"
