"""A decision to be: its stretches of text and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from resodoc.model import Block, Source, Span
from resodoc.segment.lines import OPENERS
from resodoc.segment.signature import NAMED_LEAD

_SHORT_LEAD = 80  # characters: a longer text that ends with a name in brackets is a sentence
FINISHED = (".", ";", ":", "!", "?", "»", '"', ")")
"""What ends a sentence or an item."""


@dataclass(slots=True)
class Node:
    """`parts` are the stretches of its own text; `governors` the words above it that it inherits from (what was resolved,
    headings, a lead), innermost last; `slots` and `votes` the blocks that belong to it; `question` counts the questions
    of the agenda, from 0. `labelled`: its place in the tree is a printed label, not its place among its siblings."""

    path: tuple[str, ...]
    parts: list[Block]
    governors: tuple[Block, ...] = ()
    section: tuple[str, ...] = ()
    slots: list[Block] = field(default_factory=list)
    votes: list[Block] = field(default_factory=list)
    labelled: bool = True
    question: int = 0
    has_children: bool = False
    parent: Node | None = None
    id: str = ""

    @property
    def block(self) -> Block:
        """The block that began it."""
        return self.parts[0]

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.stop)

    def is_open(self, source: Source) -> bool:
        """Whether it ends in a colon or a dash, or is but the name of a doer: it governs what follows."""
        text = source.slice(self.parts[-1].span).rstrip()
        return text.endswith(OPENERS) or (len(text) < _SHORT_LEAD and NAMED_LEAD.search(text) is not None)


def text_of(source: Source, node: Node) -> str:
    """The node's own text: one space between words; a bullet, or a paragraph behind a finished one, begins a line."""
    out = ""
    for text, is_bullet in _pieces(source, node):
        if out:
            begins = text[:1] != text[:1].lower()
            out += "\n" if is_bullet or (out.endswith((*FINISHED, ",")) and begins) else " "
        out += text
    return out


def _pieces(source: Source, node: Node) -> Iterator[tuple[str, bool]]:
    for part in node.parts:
        text = source.quote(part.span)
        if part.kind == "bullet" and part is not node.block:
            yield f"{source.slice(part.label).strip() if part.label else '-'} {text}", True
        else:
            yield text, False
