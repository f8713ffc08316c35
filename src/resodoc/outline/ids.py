"""Ids of decisions: the path of printed labels, «-n» where a label repeats or is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from resodoc.outline.node import Node


def name(nodes: Sequence[Node]) -> None:
    """Give every node its id, unique in the document."""
    taken: set[str] = set()
    repeats: Counter[str] = Counter()
    current: dict[tuple[str, ...], str] = {}
    siblings = Counter(_siblinghood(node) for node in nodes if not node.labelled)
    places: Counter[object] = Counter()
    for node in nodes:
        if node.labelled:
            above = current.get(node.path[:-1], ".".join(node.path[:-1]))
            wanted = ".".join(filter(None, [above, node.path[-1]]))
        else:
            key = _siblinghood(node)
            places[key] += 1
            wanted = _unlabelled(node, places[key], siblings[key])
        node.id = _unique(wanted, taken, repeats)
        taken.add(node.id)
        if node.labelled:
            current[node.path] = node.id


def _siblinghood(node: Node) -> object:
    """Unlabelled nodes count among those with the same parent, or under the same question and path."""
    return id(node.parent) if node.parent else (node.path, node.question)


def _unlabelled(node: Node, place: int, count: int) -> str:
    """«3-2» for the second task of item 3; «2» for the only decision of question 2, else «2-1»; «1», «2» without a question."""
    if node.parent:
        return f"{node.parent.id}-{place}"
    base = ".".join(node.path)
    if not base:
        return str(place)
    return base if count == 1 else f"{base}-{place}"


def _unique(wanted: str, taken: set[str], repeats: Counter[str]) -> str:
    """`wanted`, or «wanted-2», «wanted-3» where that is taken; `repeats` remembers how far each is counted."""
    candidate = wanted
    while candidate in taken:
        repeats[wanted] += 1
        candidate = f"{wanted}-{repeats[wanted] + 1}"
    return candidate
