"""The whole flow, from a source to what was decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from resodoc.assemble import decisions_of
from resodoc.confidence import weighed
from resodoc.diagnose import diagnose
from resodoc.document import Head, head_of
from resodoc.interpret import prose
from resodoc.language.fold import fold
from resodoc.match import About
from resodoc.model import Block, Found, Resolution, Source
from resodoc.outline import outline_of
from resodoc.reading import Reader
from resodoc.rulepack import RuleSet, bundled
from resodoc.segment import segment


def extract(source: Source, rules: RuleSet | None = None, today: date | None = None) -> Resolution:
    """What `source` decides. `today` is the day that relative deadlines count from when the document has no date."""
    rules = rules or bundled()
    return weighed(understood(source, rules, today), rules)


def understood(source: Source, rules: RuleSet, today: date | None = None) -> Resolution:
    """What `source` decides; of owners and deadlines the confidence is what their finders hold of them by themselves."""
    folded = fold(source.text)
    blocks = segment(source, rules, folded)
    head = head_of(source, folded, blocks, rules)
    about = About(
        _counted_from(head) or today,
        head.signatory,
        frozenset(d.value.term for d in head.definitions if d.value),
    )
    reader = Reader(source, folded, rules, about)
    if head.kind.value == "report":
        blocks = with_told(blocks, reader, head.title)
    decisions = decisions_of(outline_of(source, blocks), reader)
    resolution = head.resolution(source, blocks, decisions)
    return replace(resolution, diagnostics=diagnose(resolution, rules, folded))


_PROSE = ("head", "title", "text", "agenda", "attendees", "question", "heard", "spoke", "proposed")


def _counted_from(head: Head) -> date | None:
    """The day that deadlines count from: the document's own, for an event of several days the last."""
    last = head.date_end or head.date
    return last.value if last else None


def with_told(blocks: tuple[Block, ...], reader: Reader, title: Found[str] | None) -> tuple[Block, ...]:
    """The blocks of a report with the decisions that its prose tells put behind the paragraphs that tell them; its title
    only announces one."""
    out: list[Block] = []
    for block in blocks:
        out.append(block)
        if block.kind in _PROSE and not (title and block.span in title.span):
            out += [
                Block("told", f.span, rule=f.rule)
                for f in prose.find(reader.passage(block.span), reader.rules)
            ]
    return tuple(out)
