"""What kind of decision it is: the class of its deciding verb."""

from __future__ import annotations

from resodoc.language import clauses, morph
from resodoc.match import Passage, match
from resodoc.model import Act, Found, Match, Span
from resodoc.rulepack import RuleSet

_TASK, _NORM = "act.task", "act.norm"


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Act], ...]:
    """The acts in `passage`, the deciding one first; none where it has no verb.

    Where no rule names the deciding verb, an infinitive is a thing to do (`measure`), a finite verb states a norm (`regulate`).
    """
    verbs = list(clauses.deciding_verbs(passage.source.text, passage.words))
    starts = {v.word.start for v in verbs}
    named = [m for m in match(rules.of("acts"), passage) if _is_noun(m) or _verb_span(m).start in starts]
    if not verbs:
        return tuple(_found(passage, m) for m in named)
    first = verbs[0]
    leading = next((m for m in named if m.span.start <= first.word.start), None)
    if leading:
        return (_found(passage, leading), *(_found(passage, m) for m in named if m is not leading))
    rule = _TASK if first.form == "infinitive" else _NORM
    name = "measure" if first.form == "infinitive" else "regulate"
    own = Found(Span(first.word.start, first.word.stop), Act(name, first.lemma), rule)
    return (own, *(_found(passage, m) for m in named))


def _is_noun(m: Match) -> bool:
    return m.rule.pattern is not None and not any(name.startswith("verb") for name in m.groups)


def _verb_span(m: Match) -> Span:
    return next((span for name, span in m.groups.items() if name.startswith("verb")), m.span)


def _found(passage: Passage, m: Match) -> Found[Act]:
    verb = passage.source.slice(_verb_span(m))
    lemma = next((r.lemma for r in morph.readings(verb) if r.lemma in m.rule.verbs), None)
    return Found(m.span, Act(m.rule.value["act"], lemma or _lemma(verb)), m.rule.id)


def _lemma(form: str) -> str:
    return next((r.lemma for r in morph.readings(form) if r.pos in ("INFN", "VERB", "PRTS")), form.lower())
