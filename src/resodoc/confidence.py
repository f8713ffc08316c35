"""How sure a decision, an owner, a deadline is, in 0..1: what the evidence for it weighs.

The estimate is 1 / (1 + exp(-s)), where s adds up the weights of its pieces of evidence: logistic regression, fitted to
answered documents by `benchmarks/calibrate.py`; `docs/accuracy.md` shows how well it holds. What a scan was recognised
from is no surer than its letters: times their mean confidence.
"""

from __future__ import annotations

from dataclasses import replace
from math import exp
from typing import TypeVar

from resodoc.model import Deadline, Decision, Found, Owner, Resolution, Source, Span
from resodoc.rulepack import RuleSet

T = TypeVar("T", Owner, Deadline)
Evidence = tuple[str, ...]
Weights = dict[str, float]

# Fitted by benchmarks/calibrate.py
WEIGHTS = {
    "decisions": {
        "base": 4.44,
        "bullet": 0.08,
        "verb-by-form": -1.19,
        "unlabelled": -2.89,
        "no-verb": -0.98,
        "label-repeats": -0.98,
    },
    "owners": {
        "base": 3.09,
        "inherited": 0.31,
        "joined": 0.18,
        "leads": 0.26,
        "doubtful": -0.37,
        "slot": -0.74,
        "norm": -0.93,
    },
    "deadlines": {
        "base": 3.90,
        "undated": -1.03,
        "slot": -0.49,
        "doubtful": -0.61,
    },
}

_SURE, _LABELLED = 0.9, 0.98
"""The support from which on a finder holds nothing against what it found, and that of what stands behind a label."""
_BY_FORM = ("act.task", "act.norm")
_LEADS, _NORMS = ("actor", "heading", "does", "behind"), ("agent", "subject")
_UNDATED = ("relative", "event", "ongoing")


def weighed(resolution: Resolution, rules: RuleSet) -> Resolution:
    """`resolution` with the confidence of each decision, owner and deadline; `rules` are those that found them."""
    decisions = (_weighed(decision, resolution.source, rules) for decision in resolution.decisions)
    return replace(resolution, decisions=tuple(decisions))


def _weighed(decision: Decision, source: Source, rules: RuleSet) -> Decision:
    return replace(
        decision,
        confidence=estimate(WEIGHTS["decisions"], of_decision(decision)) * seen(source, decision.span),
        owners=tuple(_sure(f, "owners", of_owner(f, rules), source) for f in decision.owners),
        deadlines=tuple(_sure(f, "deadlines", of_deadline(f), source) for f in decision.deadlines),
    )


def _sure(found: Found[T], kind: str, evidence: Evidence, source: Source) -> Found[T]:
    return replace(found, confidence=estimate(WEIGHTS[kind], evidence) * seen(source, found.span))


def of_decision(decision: Decision) -> Evidence:
    """The evidence that this is a decision, begins where it says and has this id."""
    label = decision.number or ""
    is_label = any(map(str.isalnum, label))
    by_form = decision.act is not None and decision.act.rule in _BY_FORM
    return _holding(
        {
            "bullet": bool(label) and not is_label,
            "unlabelled": not label,
            "label-repeats": is_label and "-" in decision.id.rpartition(".")[2],
            "verb-by-form": by_form,
            "no-verb": decision.act is None or decision.act.rule == "act.none",
        }
    )


def of_owner(found: Found[Owner], rules: RuleSet) -> Evidence:
    """The evidence that this is an owner and has this name and role; a frame of the deciding verb is the plain case."""
    rule = rules.get(found.rule)
    frame = rule.value.get("frame") if rule else None
    return _holding(
        {
            "slot": frame == "slot",
            "leads": frame in _LEADS,
            "joined": frame == "joined",
            "norm": frame in _NORMS,
            "doubtful": found.confidence < _SURE,
            "inherited": found.value is not None and found.value.inherited,
        }
    )


def of_deadline(found: Found[Deadline]) -> Evidence:
    """The evidence that this is a deadline, of this kind and with these days; a date in running text is the plain case."""
    value = found.value
    return _holding(
        {
            "slot": found.confidence >= _LABELLED,
            "doubtful": found.confidence < _SURE,
            "undated": value is not None and value.kind in _UNDATED,
            "inherited": value is not None and value.inherited,
        }
    )


def _holding(evidence: dict[str, bool]) -> Evidence:
    return tuple(name for name, holds in evidence.items() if holds)


def estimate(weights: Weights, evidence: Evidence) -> float:
    """The probability that what the evidence speaks for is right; evidence without a weight weighs nothing."""
    return 1 / (1 + exp(-weights["base"] - sum(weights.get(name, 0.0) for name in evidence)))


def seen(source: Source, span: Span) -> float:
    """How surely the letters of `span` were read: the mean confidence of their recognition, 1 for what was text."""
    scanned = [o.confidence for o in source.origins_in(span) if o.confidence is not None]
    return sum(scanned) / len(scanned) if scanned else 1.0
