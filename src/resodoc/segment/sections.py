"""Where a part of the document begins: the rules of `sections.yaml`, whose `zone` is the value found."""

from __future__ import annotations

from resodoc.match import Passage, match
from resodoc.model import Found
from resodoc.rulepack import RuleSet


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """The markers in `passage`: each value is a zone's name. `sections.yaml` lists the zones."""
    return tuple(Found(m.span, m.rule.value["zone"], m.rule.id) for m in match(rules.of("sections"), passage))
