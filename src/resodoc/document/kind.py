"""What kind of document it is, and whether it has been passed."""

from __future__ import annotations

from collections.abc import Sequence

from resodoc.document.parts import is_prose
from resodoc.interpret import document
from resodoc.language.fold import fold
from resodoc.match import Passage
from resodoc.model import Block, Found, Source, Span
from resodoc.rulepack import RuleSet

_PROSE = 2  # paragraphs that make a text without any form a report
_BY_VERB = (("приказ", "order"), ("постанов", "decree"), ("распоряж", "decree"), ("реш", "decision"))


def kind_of(source: Source, blocks: Sequence[Block], rules: RuleSet) -> Found[str]:
    """The kind that the title names; else what the deciding verb or the parts tell; a text in prose is a report."""
    title = next((b for b in blocks if b.kind == "title" and b.rule), None)
    if title:
        rule = rules.get(title.rule)
        return Found(title.span, rule.value["kind"] if rule else "other", title.rule)
    start = Span(0, 0)
    if any(b.kind in ("heard", "proposed") and b.rule for b in blocks):
        return Found(start, "minutes", "document.parts")
    opening = next((b for b in blocks if b.kind == "resolved" and b.rule), None)
    if opening:
        words = fold(source.slice(opening.span))[-60:]
        by_verb = next((kind for stem, kind in _BY_VERB if stem in words), None)
        if by_verb and opening.rule == "section.resolved-line":
            return Found(opening.span, by_verb, opening.rule)
        return Found(opening.span, "report", opening.rule)
    if any(b.kind in ("row",) for b in blocks):
        return Found(start, "assignments", "document.parts")
    prose = sum(is_prose(source, b.span) for b in blocks if b.kind in ("head", "agenda", "text"))
    return Found(start, "report" if prose >= _PROSE else "other", "document.parts")


def status_of(
    whole: Passage, head: Sequence[Block], source: Source, kind: Found[str], rules: RuleSet
) -> Found[str]:
    """`draft` by a mark, an open date or an open number in the head or outside the text; else `adopted`."""
    if any("проект" in fold(mark) for mark in source.marks):
        return Found(Span(0, 0), "draft", "document.draft-mark")
    for block in head:
        for found in document.of_field(whole.sub(block.span), rules, "draft"):
            return Found(found.span, "draft", found.rule)
    if kind.value == "other":
        return Found(Span(0, 0), "unknown", "document.parts")
    return Found(Span(0, 0), "adopted", "document.parts")
