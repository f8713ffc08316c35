"""The whole flow, from a source to what was decided."""

from __future__ import annotations

from datetime import date

from resodoc.assemble import decisions_of
from resodoc.document import head_of
from resodoc.language.fold import fold
from resodoc.match import About
from resodoc.model import Resolution, Source
from resodoc.outline import outline_of
from resodoc.reading import Reader
from resodoc.rulepack import RuleSet, bundled
from resodoc.segment import segment


def extract(source: Source, rules: RuleSet | None = None, today: date | None = None) -> Resolution:
    """What `source` decides. `today` is the day that relative deadlines count from when the document has no date."""
    rules = rules or bundled()
    folded = fold(source.text)
    blocks = segment(source, rules, folded)
    head = head_of(source, folded, blocks, rules)
    about = About(head.date.value if head.date else today, head.signatory, frozenset(d.value.term for d in head.definitions if d.value))
    reader = Reader(source, folded, rules, about)
    decisions = decisions_of(outline_of(source, blocks), reader)
    return head.resolution(source, blocks, decisions)
