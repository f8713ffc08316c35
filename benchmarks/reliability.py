"""Whether confidences hold: reliability by bins and the expected calibration error of C. Guo, G. Pleiss, Y. Sun and
K. Weinberger, «On Calibration of Modern Neural Networks», ICML 2017."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """`count` estimates in [low, low + 1/10), or [0.9, 1]: their mean, and the share of them that were right."""

    low: float
    count: int
    confidence: float
    right: float


def bins(estimates: Sequence[tuple[float, bool]]) -> list[Bin]:
    """The bins that are not empty, of pairs (confidence in 0..1, right)."""
    held: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in estimates:
        held[min(BINS - 1, int(confidence * BINS))].append((confidence, right))
    return [
        Bin(i / BINS, len(of), sum(c for c, _ in of) / len(of), sum(right for _, right in of) / len(of))
        for i, of in enumerate(held)
        if of
    ]


def calibration_error(estimates: Sequence[tuple[float, bool]]) -> float | None:
    """The mean distance of confidence and accuracy over the bins, each weighed by its share of the estimates; None
    where there are none."""
    if not estimates:
        return None
    return sum(b.count * abs(b.confidence - b.right) for b in bins(estimates)) / len(estimates)
