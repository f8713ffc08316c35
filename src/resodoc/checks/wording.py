"""Checks that are data: each entry of `rules/wording.yaml` finds words that say too little, or say it wrong.

An entry's `value`: `level` (error, warning, info), `message` and `suggestion`, in English `message_en`, `suggestion_en`
and `about_en`, `in`, where the words count (below), and `on: no` for one that runs only when selected.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from functools import partial

from resodoc.errors import RulePackError
from resodoc.match import Passage, match
from resodoc.model import Decision, Finding, Found, Resolution, Rule, Span
from resodoc.rulepack import RuleSet

from .check import LEVELS, Check, Trial
from .places import ASKING_ACTS, act, folded, operative, owners
from .settings import Settings

Place = tuple[Span, str | None]

_KEYS = ("level", "message", "suggestion", "in", "on", "about_en", "message_en", "suggestion_en")


def as_check(rule: Rule) -> Check:
    """The check that a wording rule is. Raises RulePackError when its value says too little, or says it wrong."""
    for key in rule.value:
        if key not in _KEYS:
            near = next(iter(difflib.get_close_matches(key, _KEYS, 1)), ", ".join(_KEYS))
            raise RulePackError("rules-unknown-key", at=rule.at, key=f"value.{key}", near=near)
    for key, known in (("level", LEVELS), ("message", None), ("suggestion", None)):
        if key not in rule.value or (known and rule.value[key] not in known):
            raise RulePackError("wording-incomplete", at=rule.at, id=rule.id, key=key)
    if rule.value.get("in", "decision") not in PLACES:
        raise RulePackError("wording-no-place", at=rule.at, id=rule.id, places=", ".join(PLACES))
    passes = (Trial(text, ()) for text in rule.rejects)
    fails = (Trial(example.text, (example.span,)) for example in rule.examples)
    return Check(
        id=rule.id,
        level=rule.value["level"],
        run=partial(check, rule),
        on=rule.value.get("on", "yes") == "yes",
        trials=(*passes, *fails),
        rule=rule,
    )


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """The wording rules that match in `passage`, whatever part of a document it is; the value is the level."""
    return tuple(Found(m.span, m.rule.value["level"], m.rule.id) for m in match(rules.of("wording"), passage))


def check(rule: Rule, resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    source = resolution.source
    text = folded(source.text)
    for area, decision in PLACES[rule.value.get("in", "decision")](resolution):
        for m in match((rule,), Passage(source, text, area)):
            yield Finding(rule.id, rule.value["level"], m.span, decision=decision)


def _decisions(resolution: Resolution) -> Iterator[Place]:
    for decision in resolution.decisions:
        yield from ((part, decision.id) for part in decision.parts)


def _tasks(resolution: Resolution) -> Iterator[Place]:
    for decision in resolution.decisions:
        if act(decision) in ASKING_ACTS:
            yield from ((part, decision.id) for part in decision.parts)
            yield from ((span, decision.id) for span in _set_apart(decision))


def _set_apart(decision: Decision) -> Iterator[Span]:
    """Its own deadlines on a line or in a cell of their own, understood or not."""
    for found in decision.deadlines:
        inherited = found.value is not None and found.value.inherited
        if not inherited and not any(found.span.overlaps(part) for part in decision.parts):
            yield found.span


def _owners(resolution: Resolution) -> Iterator[Place]:
    for decision in resolution.decisions:
        for found in owners(decision, "executor", "co-executor"):
            if not found.value.inherited:
                yield found.span, decision.id


def _document(resolution: Resolution) -> Iterator[Place]:
    yield operative(resolution), None


PLACES: dict[str, Callable[[Resolution], Iterator[Place]]] = {
    "decision": _decisions,
    "task": _tasks,
    "owner": _owners,
    "document": _document,
}
"""`in` → where the words count: any decision, one that asks for something, an owner's name, all before the annexes."""
