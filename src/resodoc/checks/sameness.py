"""Decisions that ask for the same thing, whoever is asked and by whatever day."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from resodoc.language import morph
from resodoc.model import Deadline, Decision, Resolution, Span

from .days import MONTH
from .places import ASKING_ACTS, act, leaves, owners

_CONTENT = frozenset({"NOUN", "INFN", "VERB", "ADJF", "PRTF"})
_DECIDING = frozenset("поручить рекомендовать предложить обязать просить обратиться обеспечить".split())
_MONTH = re.compile(MONTH)
_NUMBER = re.compile(r"\d+")
_LEAST_WORDS = 2
_WORDY = 4
"""Words by which two decisions are surely about the same thing, whoever is asked."""
_MAX_BUCKET = 40
"""Decisions with one and the same rare word that are compared with each other: more are a formula, not a repetition."""
_ALIKE = 0.85
"""Share of the words of both that two decisions have in common when they ask for the same thing."""


class Content(NamedTuple):
    """What a decision is about: lemmas, and what must not differ at all: numbers, ordinals, months, names."""

    words: frozenset[str]
    marks: frozenset[str]


class Pair(NamedTuple):
    """`second` asks for what `first` asks for; `wordy`: in words enough to tell it from any other task."""

    first: Decision
    second: Decision
    wordy: bool


def pairs(resolution: Resolution) -> Iterator[Pair]:
    """Each decision that asks for what an earlier one asks for, behind the first such."""
    contents = [(d, content(resolution, d)) for d in leaves(resolution) if act(d) in ASKING_ACTS]
    frequency = Counter(word for _, c in contents for word in c.words)
    buckets: dict[str, list[tuple[Decision, Content]]] = defaultdict(list)
    for decision, own in contents:
        if len(own.words) < _LEAST_WORDS:
            continue
        # Two decisions that share nearly all their words share a rare one: only those are compared.
        rare = sorted(own.words, key=lambda word: (frequency[word], word))
        keys = rare[: 1 + int(len(rare) * (1 - _ALIKE))]
        alike = [d for key in keys for d, other in buckets[key][:_MAX_BUCKET] if _alike(own, other)]
        if alike:
            yield Pair(min(alike, key=lambda d: d.span), decision, len(own.words) >= _WORDY)
        for key in keys:
            buckets[key].append((decision, own))


def content(resolution: Resolution, decision: Decision) -> Content:
    """Owners, deadlines and deciding verbs left out."""
    text = resolution.source.text
    out = [f.span for f in (*decision.owners, *decision.deadlines)]
    words, marks = set(), set()
    for part in decision.parts:
        for m in _NUMBER.finditer(text, part.start, part.stop):
            if not _inside(m.start(), out):
                marks.add(m.group())
        for word in morph.words(text, part.start, part.stop):
            reading = word.readings[0]
            if _inside(word.start, out):
                continue
            if _is_mark(word, reading, part):
                marks.add(reading.lemma)
            elif reading.pos in _CONTENT:
                words.add(reading.lemma)
    return Content(frozenset(words - _DECIDING), frozenset(marks))


def _is_mark(word: morph.Word, reading: morph.Reading, part: Span) -> bool:
    named = word.text[0].isupper() and word.start > part.start
    return named or "Anum" in reading.grammemes or _MONTH.fullmatch(word.text.lower()) is not None


def _inside(at: int, spans: list[Span]) -> bool:
    return any(at in span for span in spans)


def executors(decision: Decision) -> frozenset[str]:
    return frozenset(o.value.name for o in owners(decision, "executor", "addressee"))


def due(decision: Decision) -> frozenset[Deadline]:
    """The days, however they came to the decision."""
    return frozenset(
        Deadline(f.value.kind, f.value.start, f.value.end, f.value.recurrence)
        for f in decision.deadlines
        if f.value and f.value.kind not in ("blank", "relative", "event")
    )


def _alike(a: Content, b: Content) -> bool:
    return a.marks == b.marks and len(a.words & b.words) >= _ALIKE * len(a.words | b.words)
