"""Blocks → the tree of decisions, still without meaning: what is one decision, what it stands under, what hangs on it."""

from __future__ import annotations

from collections.abc import Sequence

from resodoc.model import Block, Source
from resodoc.outline.ids import name
from resodoc.outline.node import Node, text_of
from resodoc.outline.walk import Walk

__all__ = ["Node", "outline_of", "text_of"]


def outline_of(source: Source, blocks: Sequence[Block]) -> list[Node]:
    """The decisions of a document as a list of nodes, in order of the text, each after its parent, each with its id."""
    nodes = [n for n in Walk(source).run(blocks) if any(c.isalpha() for c in source.slice(n.span))]
    name(nodes)
    return nodes
