"""Blocks → the tree of decisions, still without meaning: what is one decision, what it stands under, what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.model import Block, Source
from resodoc.outline.ids import name
from resodoc.outline.node import Node, text_of
from resodoc.outline.walk import Walk

__all__ = ["Node", "outline_of", "text_of"]


_DEAD = re.compile(
    r"\W*(?:(?:абзац|пункт|подпункт)\s+(?:\w+\s+)?)?"
    r"(?:утратил\w* силу|исключ[её]н[аоы]?|отмен[её]н[аоы]?)\s*(?:$|[.;(–—-]|с\s+\d)",
    re.IGNORECASE,
)


def _says_something(text: str) -> bool:
    """Whether a node has words, and not those of a publisher who says that the item is no more («Утратил силу»)."""
    return any(c.isalpha() for c in text) and _DEAD.match(text) is None


def outline_of(source: Source, blocks: Sequence[Block]) -> list[Node]:
    """The decisions of a document as a list of nodes, in order of the text, each after its parent, each with its id."""
    nodes = [n for n in Walk(source).run(blocks) if _says_something(source.slice(n.span))]
    name(nodes)
    return nodes
