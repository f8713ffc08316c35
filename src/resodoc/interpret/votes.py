"""How a vote ended: «Голосовали: за – 15, против – нет, воздержались – 1. Решение принято»."""

from __future__ import annotations

from collections.abc import Sequence

from resodoc.match import Passage, match
from resodoc.model import Found, Match, Span, Vote
from resodoc.rulepack import RuleSet

_NONE = {"нет": 0, "ноль": 0, "один": 1, "одного": 1}


def find(passage: Passage, rules: RuleSet) -> tuple[Found[str], ...]:
    """The counts and outcomes in `passage`, each as the rule that found it; `vote_of` reads them together."""
    return tuple(Found(m.span, _value(passage, m), m.rule.id) for m in match(rules.of("votes"), passage))


def _value(passage: Passage, m: Match) -> str | None:
    return _count(passage, m.groups["n"]) if "n" in m.groups else m.rule.value.get("outcome", "unanimous")


def _count(passage: Passage, span: Span) -> str | None:
    """The number of votes as digits; `None` for «единогласно», «все», which count nobody."""
    text = passage.folded[span.start : span.stop]
    if text in _NONE:
        return str(_NONE[text])
    return text.replace(",", ".").replace(" ", "") if text[:1].isdigit() else None


def vote_of(passages: Sequence[Passage], rules: RuleSet) -> tuple[Found[Vote] | None, bool]:
    """The vote that the passages tell of together, `None` when they count nothing, and whether it was lost."""
    counts: dict[str, int | None] = {}
    unanimous = lost = False
    spans: list[Span] = []
    for passage in passages:
        for found in find(passage, rules):
            rule = rules.get(found.rule)
            kind = rule.value.get("count") if rule else None
            lost = lost or found.value == "rejected"
            word = passage.folded[found.span.start : found.span.stop]
            unanimous = unanimous or found.value == "unanimous" or word.endswith(("единогласно", "все"))
            if kind:
                counts.setdefault(kind, int(float(found.value)) if found.value else None)
            spans.append(found.span)
    if not spans or (not counts and not unanimous):
        return None, lost
    vote = Vote(counts.get("for"), counts.get("against"), counts.get("abstained"), unanimous)
    return Found(
        Span(spans[0].start, max(s.stop for s in spans)), vote, "vote.for" if counts else "vote.unanimous"
    ), lost
