"""Other acts that a text names: «постановлением Правительства РФ от 26.03.2014 N 230», «статьёй 31 Федерального
закона «Об общинах»». The span is that of the whole reference, item and title included."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from resodoc.language.dates import parse_date
from resodoc.language.quotes import quotations
from resodoc.match import Passage, every, longest
from resodoc.model import Found, Match, Reference, Span
from resodoc.rulepack import RuleSet

_BEFORE_TITLE = 2
"""Characters between a reference and its title at most: a comma and a blank."""


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Reference], ...]:
    """The references of `passage` to other acts, left to right; one inside another's title is part of the title."""
    matches = every(rules.of("references"), passage)
    if not matches:
        return ()
    titles = quotations(passage.source.text, passage.span.start, passage.span.stop)
    return tuple(_reference(m, passage) for m in longest(_titled(m, titles, passage) for m in matches))


def _titled(m: Match, titles: tuple[Span, ...], passage: Passage) -> Match:
    """The match with the quotation right behind it."""
    at = bisect_left(titles, m.span.stop, key=lambda title: title.start)
    if at == len(titles) or titles[at].start - m.span.stop > _BEFORE_TITLE:
        return m
    between = passage.folded[m.span.stop : titles[at].start]
    return m if between.strip(" ,") else replace(m, span=Span(m.span.start, titles[at].stop))


def _reference(m: Match, passage: Passage) -> Found[Reference]:
    number = _text(m, ("number", "number_first", "number_bare"), passage.source.text)
    day = _text(m, ("date", "date_after", "date_bare"), passage.folded)
    value = Reference(
        m.rule.value["kind"],
        re.sub(r" ?- ?", "-", number) if number else None,
        parse_date(day) if day else None,
    )
    return Found(m.span, value, m.rule.id)


def _text(m: Match, groups: tuple[str, ...], text: str) -> str | None:
    span = next((m.groups[group] for group in groups if group in m.groups), None)
    return text[span.start : span.stop] if span else None
