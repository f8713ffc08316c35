"""Rules in words, for those who write them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from resodoc.errors import UsageError
from resodoc.messages import text
from resodoc.model import Example
from resodoc.rulecheck import Failure
from resodoc.rulepack import RuleSet

BUILT_IN = frozenset(
    f"{field}.{name}"
    for field, names in {
        "act": "addressed none norm task",
        "document": "adopter-letterhead adopter-participants adopter-signatory adopter-subject adopter-title "
        "date headline parts place-alone place-event title",
        "section": "asked",
    }.items()
    for name in names.split()
)
"""What `explain` names and no pack has: grammar and the place in the document, written in the program."""


def listed(rules: RuleSet) -> Iterator[str]:
    """A line a rule, in columns: id, place, why."""
    ids = max((len(rule.id) for rule in rules), default=0)
    places = max((len(rule.at) for rule in rules), default=0)
    for rule in rules:
        yield f"{rule.id:{ids}}  {rule.at:{places}}  {' '.join(rule.why.split())}\n"


def shown(rule_id: str, rules: RuleSet) -> Iterator[str]:
    """Everything about one rule, its terms written out. Raises UsageError when no pack has such a rule."""
    rule = rules.get(rule_id)
    if rule is None and rule_id in BUILT_IN:
        raise UsageError("rules-built-in", id=rule_id)
    if rule is None:
        near = difflib.get_close_matches(rule_id, [rule.id for rule in rules], 3)
        raise UsageError("rules-no-rule", id=rule_id, near=", ".join(near) or "resodoc rules list")
    yield f"{rule.id}  ({rule.at})\n{' '.join(rule.why.split())}\n"
    for name in ("pattern", "object"):
        if value := getattr(rule, name):
            yield f"\n{text(f'rules-show-{name}')}: {value}\n"
    if rule.verbs:
        yield f"\n{text('rules-show-verbs')}: {', '.join(rule.verbs)}\n"
    if rule.value:
        values = ", ".join(f"{name}={value}" for name, value in rule.value.items())
        yield f"\n{text('rules-show-value')}: {values}\n"
    for name, lines in (
        ("examples", map(_marked, rule.examples)),
        ("rejects", rule.rejects),
        ("gaps", map(_marked, rule.gaps)),
    ):
        entries = "".join(f"  - {line}\n" for line in lines)
        yield f"\n{text(f'rules-show-{name}')}:\n{entries}" if entries else ""


def failed(failure: Failure) -> str:
    """What is wrong with an example, and where."""
    got = "; ".join(failure.got) or text("rules-found-nothing")
    rule = failure.rule
    return text(f"rules-failed-{failure.part}", at=rule.at, id=rule.id, example=failure.text, got=got)


def _marked(example: Example) -> str:
    start, stop = example.span.start, example.span.stop
    marked = f"{example.text[:start]}[[{example.text[start:stop]}]]{example.text[stop:]}"
    value = ", ".join(f"{name}={value}" for name, value in example.value)
    return f"{marked}  ({value})" if value else marked
