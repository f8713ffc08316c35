"""When a thing is due, or from when it holds: rules of the kind `deadlines` and the words around what they match.

A time is easily found and often no deadline: the date of a cited act, the years of a programme, what was done then.
Rules of `value.kind` none stand for such times and compete with deadlines (the longest wins); `value.unless` and
`value.only` make a rule look at the words around (`deadline_context`). Quoted words never set a deadline.

«Незамедлительно», «в кратчайшие сроки» are a manner in running text and no deadline; in a place for one
(«Срок: …») they count from the document, without an end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from resodoc.interpret.deadline_context import Context, places
from resodoc.interpret.deadline_values import says_year, value_of
from resodoc.match import Passage, every, longest, match, overlapping
from resodoc.model import Deadline, Found, Match, Rule
from resodoc.rulepack import RuleSet

_SURE = 0.95
_LABELLED = 0.98
_COUNTED = 0.9
"""Of a day without a year in a document with a date."""
_NOT_COUNTED = 0.6
"""Of a day that cannot be counted: the text says no year, the document has no date."""


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Deadline], ...]:
    """The deadlines of `passage`, left to right.

    `value` is None for a day that no calendar has, and for what stands in a place for a deadline and is not one.
    """
    return _find(passage, rules, labelled=False)


def of_cell(passage: Passage, rules: RuleSet) -> tuple[Found[Deadline], ...]:
    """The deadlines of a passage that is a place for one: the cell of a table under «Срок исполнения», which may be
    empty."""
    if passage.text.strip():
        return _find(passage, rules, labelled=True)
    blank = next(rule for rule in rules.of("deadlines") if rule.value["kind"] == "blank")
    return (Found(passage.span, Deadline("blank"), blank.id, _LABELLED),)


def standing(found: Sequence[Found[Deadline]], rules: RuleSet) -> tuple[Found[Deadline], ...]:
    """Of all that a decision's text and its cells say, without what only stands where nothing tells the day:
    «доложить на заседании 5 мая»."""
    if not any(f.value and (f.value.start or f.value.end or f.value.recurrence) for f in found):
        return tuple(found)
    return tuple(f for f in found if not ((rule := rules.get(f.rule)) and rule.value.get("else") == "dated"))


def _find(passage: Passage, rules: RuleSet, labelled: bool) -> tuple[Found[Deadline], ...]:
    timed, unslotted, words, labels, ends = _by_use(rules.of("deadlines"))
    found_labels = match(labels, passage)
    slots = places(passage, found_labels, match(ends, passage) if found_labels else (), labelled)
    candidates = every(timed if slots else unslotted, passage)
    if not candidates and not slots:
        return ()
    context = Context(passage, slots, match(words, passage) if candidates else ())
    standing = longest(m for m in candidates if context.allows(m))
    found = [_understood(m, context) for m in standing if m.rule.value["kind"] != "none"]
    taken = [m.span for m in standing]
    found += [Found(slot, None, labels[0].id) for slot in slots if not taken[overlapping(taken, slot)]]
    return tuple(_once(sorted(found, key=lambda f: f.span), passage))


@lru_cache(maxsize=8)
def _by_use(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], ...]:
    """The rules that match times, those of them that do outside a place for a deadline too, those that match words
    around times, labels, and what ends a label's place."""
    helpers = tuple(
        tuple(r for r in rules if r.value["kind"] == kind) for kind in ("word", "slot", "slot-end")
    )
    timed = tuple(r for r in rules if not any(r in group for group in helpers))
    return timed, tuple(r for r in timed if r.value.get("only") != "slot"), *helpers


def _understood(m: Match, context: Context) -> Found[Deadline]:
    confidence = _LABELLED if context.labelled(m.span) else float(m.rule.value.get("confidence", _SURE))
    if not says_year(m, context.passage):
        confidence = min(confidence, _COUNTED if context.passage.about.date else _NOT_COUNTED)
    return Found(m.span, value_of(m, context.passage), m.rule.id, confidence)


def _once(found: Iterable[Found[Deadline]], passage: Passage) -> Iterator[Found[Deadline]]:
    """Each deadline at its first mention: what has no dates is told apart by its words."""
    seen = set()
    for f in found:
        value = f.value
        words = passage.folded[f.span.start : f.span.stop]
        key = value if value and (value.start or value.end or value.recurrence) else (value, words)
        if key not in seen or (value and value.kind == "blank"):
            seen.add(key)
            yield f
