"""How sure a decision is, in 0..1: the product of what supports it. Calibrated on answered documents (`docs/accuracy.md`)."""

from __future__ import annotations

from resodoc.model import Source
from resodoc.outline import Node
from resodoc.reading import Reading

_LABELLED, _UNLABELLED, _BULLET = 0.97, 0.88, 0.9
_ACT_BY_RULE, _ACT_BY_FORM, _NO_ACT = 1.0, 0.95, 0.7


def confidence_of(reading: Reading, node: Node, source: Source) -> float:
    """The estimated probability that this is a decision of the document, begins where it says and has this id."""
    item = _LABELLED if node.block.label and node.block.kind != "bullet" else _BULLET if node.block.kind == "bullet" else _UNLABELLED
    if reading.act is None:
        verb = _NO_ACT
    else:
        verb = _ACT_BY_FORM if reading.act.rule in ("act.task", "act.norm") else _ACT_BY_RULE
    scanned = [o.confidence for o in source.origins_in(node.span) if o.confidence is not None]
    seen = sum(scanned) / len(scanned) if scanned else 1.0
    return round(item * verb * seen, 3)
