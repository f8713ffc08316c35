"""A rule, its examples, and where it matched."""

from __future__ import annotations

from dataclasses import dataclass, field

from resodoc.model.source import Span


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the stretch of it that the rule must find, and what it must mean (a subset of the value's fields)."""

    text: str
    span: Span
    value: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One entry of a rule pack. `kind` is the pack's name (acts, owners, deadlines, …).

    Matches either where `pattern` (a regular expression over folded text, `$terms` expanded) matches, or at a word
    whose lemma is one of `verbs`, behind which `object` follows in the same sentence where that is given. `value` holds the
    constants that the interpreter of the kind reads. `at` is "file.yaml:line".
    """

    id: str
    kind: str
    why: str
    at: str
    pattern: str | None = None
    verbs: tuple[str, ...] = ()
    object: str | None = None
    value: dict[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()
    gaps: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: `groups` are the named groups of its pattern that took part."""

    rule: Rule
    span: Span
    groups: dict[str, Span] = field(default_factory=dict)
