"""Decisions that ask for the same thing, whoever is asked and by whatever day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from resodoc.language import morph
from resodoc.model import Deadline, Decision, Resolution

from .places import ASKING_ACTS, act, leaves, owners

_CONTENT = frozenset({"NOUN", "INFN", "VERB", "ADJF", "PRTF"})
_DECIDING = frozenset(
    {"поручить", "рекомендовать", "предложить", "обязать", "просить", "обратиться", "обеспечить"}
)
_LEAST_WORDS = 4
_MAX_BUCKET = 40
"""Decisions with one and the same rare word that are compared with each other: more are a formula, not a repetition."""
_ALIKE = 0.85
"""Share of the words of both that two decisions have in common when they ask for the same thing."""


def pairs(resolution: Resolution) -> Iterator[tuple[Decision, Decision]]:
    """The pairs of decisions that ask for the same thing, the later one second."""
    contents = [(d, content(resolution, d)) for d in leaves(resolution) if act(d) in ASKING_ACTS]
    frequency: dict[str, int] = defaultdict(int)
    for _, words in contents:
        for word in words:
            frequency[word] += 1
    buckets: dict[str, list[tuple[Decision, frozenset[str]]]] = defaultdict(list)
    for decision, words in contents:
        if len(words) < _LEAST_WORDS:
            continue
        # Two decisions that share nearly all their words share a rare one: only those are compared.
        keys = sorted(words, key=lambda word: (frequency[word], word))[: 1 + int(len(words) * (1 - _ALIKE))]
        found = {d.id: d for key in keys for d, other in buckets[key][-_MAX_BUCKET:] if _alike(words, other)}
        yield from ((d, decision) for d in found.values())
        for key in keys:
            buckets[key].append((decision, words))


def content(resolution: Resolution, decision: Decision) -> frozenset[str]:
    """The lemmas of what is to be done: owners, deadlines and deciding verbs left out."""
    out = [f.span for f in (*decision.owners, *decision.deadlines)]
    words = (w for part in decision.parts for w in morph.words(resolution.source.text, part.start, part.stop))
    lemmas = (
        w.readings[0].lemma
        for w in words
        if w.readings[0].pos in _CONTENT and not any(w.start in span for span in out)
    )
    return frozenset(lemmas) - _DECIDING


def executors(decision: Decision) -> frozenset[str]:
    return frozenset(o.value.name for o in owners(decision, "executor", "addressee"))


def due(decision: Decision) -> frozenset[Deadline]:
    """The days, however they came to the decision."""
    return frozenset(
        Deadline(f.value.kind, f.value.start, f.value.end, f.value.recurrence)
        for f in decision.deadlines
        if f.value and f.value.kind not in ("blank", "relative", "event")
    )


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= _ALIKE * len(a | b)
