"""A resolution told to whoever writes rules: each block with its kind, each field with the rule that found it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from resodoc.messages import catalogue, text
from resodoc.model import Block, Decision, Found, Resolution
from resodoc.rulepack import RuleSet

_QUOTED = 60


def explained(resolution: Resolution, rules: RuleSet) -> str:
    """The document's fields, then its blocks in order, each under its kind and label with the decision made of it."""
    lines = [resolution.source.name, ""]
    lines += _fields(resolution, resolution, rules)
    begun = {decision.span.start: decision for decision in resolution.decisions}
    for block in resolution.blocks:
        lines += ["", *_block(block, resolution, rules)]
        for start in [start for start in begun if start in block.span]:
            lines += _decision(begun.pop(start), resolution, rules)
    for decision in begun.values():
        lines += ["", *_decision(decision, resolution, rules)]
    return "\n".join(lines) + "\n"


def _block(block: Block, resolution: Resolution, rules: RuleSet) -> Iterator[str]:
    label = resolution.source.quote(block.label) if block.label else ""
    head = " ".join(filter(None, (f"[{_label('block', block.kind)}]", label)))
    yield head + (f"  {_rule(block.rule, rules)}" if block.rule else "")
    for line in resolution.source.slice(block.span).splitlines():
        yield f"  {line}"


def _decision(decision: Decision, resolution: Resolution, rules: RuleSet) -> Iterator[str]:
    yield f"  => {text('explain-decision')} {decision.id}"
    for line in _fields(decision, resolution, rules):
        yield f"     {line}"


def _fields(owner: Resolution | Decision, resolution: Resolution, rules: RuleSet) -> Iterator[str]:
    """A line for everything found: field, value, the words, the rule."""
    for field in fields(owner):
        value = getattr(owner, field.name)
        for found in value if isinstance(value, tuple) else (value,):
            if isinstance(found, Found):
                said = (
                    f"{_label('field', field.name.replace('_', '-'))}: {_value(found.value)}",
                    _words(found, resolution),
                    _rule(found.rule, rules),
                )
                yield "  ".join(filter(None, said))


def _words(found: Found, resolution: Resolution) -> str:
    words = resolution.source.quote(found.span)
    if len(words) > _QUOTED:
        words = words[: _QUOTED - 1] + "…"
    return f"«{words}»" if words else ""


def _value(value: object) -> str:
    """`name=value` for what a dataclass says, leaving out what it does not."""
    if value is None:
        return text("explain-not-understood")
    if not is_dataclass(value):
        return str(value)
    said = ((field.name.rstrip("_"), getattr(value, field.name)) for field in fields(value))
    return " ".join(f"{name}={part}" for name, part in said if part is not None and part is not False)


def _label(of: str, name: str) -> str:
    """The label of a kind of block, or of a field; its own name where it has none."""
    code = f"explain-{of}-{name}"
    return text(code) if code in catalogue() else name


def _rule(rule_id: str, rules: RuleSet) -> str:
    rule = rules.get(rule_id)
    return f"← {rule_id} ({rule.at if rule else text('explain-built-in')})"
