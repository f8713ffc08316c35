"""How much: per cent, money, counts. Numbers that measure nothing (dates, items, terms) are rules of kind none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.numerals import number
from resodoc.match import Passage, every, longest, match, overlapping
from resodoc.model import Found, Match, Measure, Rule, Span
from resodoc.rulepack import RuleSet

_SURE = 0.95
_COMPARATORS = {"at_least": ">=", "at_most": "<=", "up_to": "<=", "more": ">", "less": "<", "about": "~"}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DIGITS = 4  # of a fraction that are kept: 1.1 thousand is 1100, not 1100.0000000000002
_SENTENCE = re.compile(r"[;\n]|\. ")
_NEAR = 150
"""Characters between a verb of change and the amount that it leads to, at most."""


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Measure], ...]:
    """The measures of `passage`, left to right; «от 5 до 10 %» is two, for each of its ends."""
    measuring, idle, changing = (
        _of_kind(rules.of("measures"), kind) for kind in ("measure", "none", "change")
    )
    candidates = [fitted for m in every(measuring, passage) if (fitted := _fitted(m, passage))]
    if not candidates:
        return ()
    nothing, changes = match(idle, passage), match(changing, passage)
    places = [other.span for other in nothing]
    standing = longest(
        m for m in candidates if not any(_hinders(other, m) for other in nothing[overlapping(places, m.span)])
    )
    return tuple(f for m in standing for f in _measures(m, passage, changes))


@lru_cache(maxsize=16)
def _of_kind(rules: tuple[Rule, ...], kind: str) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.value["kind"] == kind)


def _hinders(nothing: Match, m: Match) -> bool:
    """Whether a number that measures nothing, and lies in the match, hinders it; «45 суток» does not hinder «не менее
    45 суток»."""
    return nothing.rule.value.get("unless") != "compared" or "compared" not in m.groups


def _fitted(m: Match, passage: Passage) -> Match | None:
    """The match as far as its number counts: behind a number several words may stand, the first noun is counted."""
    if "noun" not in m.groups:
        return m
    noun = _counted(m.groups["noun"], passage)
    return noun and replace(
        m, span=Span(m.span.start, noun.stop), groups={**m.groups, "noun": Span(noun.start, noun.stop)}
    )


def _measures(m: Match, passage: Passage, changes: tuple[Match, ...]) -> Iterator[Found[Measure]]:
    unit, confidence = _unit(m, passage), float(m.rule.value.get("confidence", _SURE))
    for group, comparator in (("value", _comparator(m, passage, changes)), ("low", ">="), ("high", "<=")):
        if group in m.groups and (amount := _amount(m, group, passage)) is not None:
            yield Found(m.span, Measure(comparator, amount, unit), m.rule.id, confidence)


def _unit(m: Match, passage: Passage) -> str:
    named = next((m.rule.value[group] for group in m.groups if group in m.rule.value), None)
    return named or _lemma(_text(m, "noun", passage)) or _text(m, "metric", passage)


def _text(m: Match, group: str, passage: Passage) -> str:
    span = m.groups.get(group)
    return passage.folded[span.start : span.stop] if span else ""


def _comparator(m: Match, passage: Passage, changes: tuple[Match, ...]) -> str:
    before = bisect_right(changes, m.span.start, key=lambda change: change.span.stop)
    if "up_to" in m.groups and before:
        since = changes[before - 1].span.stop
        if m.span.start - since <= _NEAR and not _SENTENCE.search(passage.folded, since, m.span.start):
            return "="
    return next((sign for group, sign in _COMPARATORS.items() if group in m.groups), "=")


def _amount(m: Match, group: str, passage: Passage) -> float | None:
    value = number(_text(m, group, passage))
    if value is None:
        return None
    value *= next((scale for name, scale in _SCALES.items() if name in m.groups), 1)
    return round(value + int(_text(m, "kopecks", passage) or 0) / 100, _DIGITS)


def _counted(span: Span, passage: Passage) -> morph.Word | None:
    """The noun that the number before `span` governs, the adjectives between them passed over."""
    candidate = None
    for word in morph.words(passage.source.text, span.start, span.stop):
        noun, adjective = _noun(word), any(r.pos in ("ADJF", "PRTF") for r in word.readings)
        candidate = word if noun else candidate
        if not adjective:
            return candidate
    return candidate


def _noun(word: morph.Word) -> morph.Reading | None:
    """The reading that a numeral can govern: «пять школ», «не менее одной школы», «сто евро», «десять учащихся»."""
    for reading in word.readings:
        nominal = reading.pos == "NOUN" or (reading.pos == "ADJF" and "Subx" in reading.grammemes)
        if nominal and (reading.case == "gent" or "Fixd" in reading.grammemes):
            return reading
    return None


def _lemma(words: str) -> str | None:
    return next((noun.lemma for word in morph.words(words) if (noun := _noun(word))), None)
