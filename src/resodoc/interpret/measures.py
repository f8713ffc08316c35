"""How much: per cent, money, counts. Numbers that measure nothing (dates, items, terms) are rules of kind none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.numerals import number
from resodoc.match import Passage, longest, match
from resodoc.model import Found, Match, Measure, Rule, Span
from resodoc.rulepack import RuleSet

_SURE = 0.95
_COMPARATORS = (
    ("не ме", ">="), ("не ни", ">="), ("минимум", ">="), ("от", ">="),
    ("не ", "<="), ("максимум", "<="), ("до", "<="), ("в пределах", "<="),
    ("более", ">"), ("свыше", ">"), ("больше", ">"), ("выше", ">"), ("превыша", ">"),
    ("менее", "<"), ("меньше", "<"), ("ниже", "<"),
    ("около", "~"), ("порядка", "~"), ("пр", "~"), ("ориент", "~"), ("почти", "~"), ("ровно", "="),
)  # fmt: skip
_SCALES = (("тыс", 10**3), ("млн", 10**6), ("миллион", 10**6), ("млрд", 10**9), ("миллиард", 10**9), ("тр", 10**12))
_DIGITS = 4  # of a fraction that are kept: 1.1 thousand is 1100, not 1100.0000000000002


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Measure], ...]:
    """The measures of `passage`, left to right; «от 5 до 10 %» is two, for each of its ends."""
    idle, measuring = _by_use(rules.of("measures"))
    nothing = match(idle, passage)
    candidates = [fitted for rule in measuring for m in match((rule,), passage) if (fitted := _fitted(m, passage))]
    standing = longest(m for m in candidates if not any(m.span.overlaps(other.span) for other in nothing))
    return tuple(f for m in standing for f in _measures(m, passage))


@lru_cache(maxsize=8)
def _by_use(rules: tuple[Rule, ...]) -> tuple[tuple[Rule, ...], tuple[Rule, ...]]:
    idle = tuple(rule for rule in rules if rule.value["kind"] == "none")
    return idle, tuple(rule for rule in rules if rule not in idle)


def _fitted(m: Match, passage: Passage) -> Match | None:
    """The match as far as its number counts: behind a number several words may stand, the first noun is counted."""
    if "noun" not in m.groups:
        return m
    noun = _counted(m.groups["noun"], passage)
    return noun and replace(m, span=Span(m.span.start, noun.stop), groups={**m.groups, "noun": Span(noun.start, noun.stop)})


def _measures(m: Match, passage: Passage) -> Iterator[Found[Measure]]:
    value, confidence = m.rule.value, float(m.rule.value.get("confidence", _SURE))
    unit = value.get("unit") or _lemma(_text(m, "noun", passage)) or _text(m, "unit", passage)
    for group, comparator in (("value", _comparator(_text(m, "comparator", passage))), ("low", ">="), ("high", "<=")):
        if group in m.groups and (amount := _amount(m, group, passage)) is not None:
            yield Found(m.span, Measure(comparator, amount, unit), m.rule.id, confidence)


def _text(m: Match, group: str, passage: Passage) -> str:
    span = m.groups.get(group)
    return passage.folded[span.start : span.stop] if span else ""


def _comparator(words: str) -> str:
    return next((sign for start, sign in _COMPARATORS if words.startswith(start)), "=")


def _amount(m: Match, group: str, passage: Passage) -> float | None:
    value = number(_text(m, group, passage))
    if value is None:
        return None
    words = _text(m, "scale", passage)
    value *= next((scale for start, scale in _SCALES if words.startswith(start)), 1)
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
