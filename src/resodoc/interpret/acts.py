"""What kind of decision it is: the class of its deciding verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resodoc.language import clauses, morph
from resodoc.match import Passage, every, longest
from resodoc.model import Act, Found, Match, Span
from resodoc.rulepack import RuleSet

_NAMES = frozenset(("Name", "Surn", "Patr", "Init", "Abbr"))
_TASK, _NORM = "act.task", "act.norm"


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Act], ...]:
    """The acts in `passage`, the deciding one first; none where it has no verb.

    Where no rule names the deciding verb, an infinitive is a thing to do (`measure`), a finite verb states a norm (`regulate`).
    """
    verbs = list(clauses.deciding_verbs(passage.source.text, passage.words))
    starts = {v.word.start for v in verbs}
    fitted = (f for m in every(rules.of("acts"), passage) if (f := _fitted(m, passage)))
    named = [m for m in longest(fitted) if _is_noun(m) or _verb_span(m).start in starts]
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


def _fitted(m: Match, passage: Passage) -> Match | None:
    """The match as far as the office that its rule asks for; `None` where there is none."""
    case = m.rule.value.get("office")
    if case is None:
        return m
    words = morph.words(passage.source.text, _verb_span(m).stop, m.span.stop)
    office = next((w for k, w in enumerate(words) if _is_office(words[: k + 1], case)), None)
    return office and replace(m, span=Span(m.span.start, office.stop))


def _is_office(words: Sequence[morph.Word], case: str) -> bool:
    """Whether the last of `words` is a person's noun in `case`, and no preposition stands before what agrees with it."""
    *before, last = words
    of_case = [r.grammemes for r in last.readings if r.pos == "NOUN" and r.case == case]
    if not any("anim" in g and g.isdisjoint(_NAMES) for g in of_case):
        return False
    led = next((w for w in reversed(before) if not _agrees(w, case)), None)
    return led is None or led.readings[0].pos != "PREP"


def _agrees(word: morph.Word, case: str) -> bool:
    return any(r.pos in ("ADJF", "PRTF") and r.case == case for r in word.readings)


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
