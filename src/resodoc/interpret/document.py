"""What a stretch says of the document itself: the rules of `document.yaml`. `resodoc.document` puts the fields together."""

from __future__ import annotations

from resodoc.match import Passage, match
from resodoc.model import Found
from resodoc.rulepack import RuleSet


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """What the rules find: the words of the group named like the field, else the field's name."""
    out = []
    for m in match(rules.of("document"), passage):
        field = m.rule.value["field"]
        group = m.groups.get(field.replace("-", "_"))
        if field == "place" and group and not passage.source.text[group.start].isupper():
            continue  # «2025 г. сделать» is no town
        out.append(Found(m.span, passage.source.slice(group).rstrip(".") if group else field, m.rule.id))
    return tuple(out)


def of_field(passage: Passage, rules: RuleSet, field: str) -> tuple[Found[str], ...]:
    """Those that speak of `field` (`draft`, `number`, `place`, `next-meeting`, `event`)."""
    wanted = {rule.id for rule in rules.of("document") if rule.value["field"] == field}
    return tuple(f for f in find(passage, rules) if f.rule in wanted)
