"""Owners in a place of their own: «Ответственный: Иванов И.И.», «(отв. – бухгалтерия)», a table's cell; places left empty."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.interpret.actor_lists import actors
from resodoc.interpret.actors import Actor, with_post_before
from resodoc.interpret.owner_place import Place, starts
from resodoc.language.names import tidy
from resodoc.language.persons import name_fits, person_at
from resodoc.language.tokens import DASHES, Token, is_infinitive
from resodoc.model import Found, Match, Owner, Rule, Span

_FILL = re.compile(r"[\s:_.…\-‐‑–—/«»\"]*")
_NEXT_LABEL = re.compile(
    r"(?:срок|дата|ответственн|исполнител|соисполнител|контрол|отметк|примечан|основани)\w*[^.;\n]{0,40}?(?::| [-–—] |_)",
    re.IGNORECASE,
)
_RAW_END = re.compile(r"[;\n]|\.(?=\s|$)|,?\s*(?:срок|до \d)", re.IGNORECASE)
_EMPTY = " _.…\u2028\t-–—"
_MAX_RAW = 120
_RAW = 0.5
"""How sure words are that only stand in an owner's place."""
_MAX_BEFORE = 12


def slot(at: Place, m: Match) -> list[Found[Owner]]:
    """What the place behind a label holds; one empty place is found without a value."""
    text, stop = at.passage.source.text, at.tokens[-1].stop if at.tokens else at.passage.span.stop
    if "owner" in m.groups:
        return [f for f in _filled(at, m.groups["owner"].start, m.rule) if f.confidence > _RAW]
    filled = _FILL.match(text, m.span.stop, stop)
    begin = filled.end() if filled else m.span.stop
    if begin >= stop or text[begin] in ",;)" or _NEXT_LABEL.match(text, begin, stop):
        blank = text[m.span.start : begin].rstrip()
        return [Found(Span(m.span.start, m.span.start + len(blank)), None, m.rule.id)]
    found = _filled(at, begin, m.rule)
    return (
        [f for f in found if f.value and f.value.kind == "person"]
        if m.rule.value.get("who") == "person"
        else found
    )


def _filled(at: Place, begin: int, rule: Rule) -> list[Found[Owner]]:
    role = rule.value["role"]
    if found := listed(at, at.index(begin)):
        return [at.found(a, role, rule.id, 0.95 if a.known else _RAW) for a in found]
    return _raw(at, begin, at.tokens[-1].stop, role, rule.id) if at.tokens else []


def ending(at: Place, m: Match) -> list[Found[Owner]]:
    """The persons in the bracket that ends a task, unless the words before it name somebody whom it tells by name."""
    i = at.index(m.span.start)
    first, _ = at.sentence(max(i - 1, 0))
    task = next((t for t in at.tokens[first:i] if is_infinitive(t)), None)
    if task is None or _names_somebody(at, at.tokens[i - 1]):
        return []
    if {r.lemma for r in task.readings} & set(m.rule.value.get("except", "").split()):
        return []
    inside = at.inside(at.tokens[i])
    found = listed(inside, 0)
    if not found or found[-1].next < len(inside.tokens) or any(a.kind != "person" for a in found):
        return []
    return [at.found(a, m.rule.value["role"], m.rule.id, 0.7) for a in found]


def _names_somebody(at: Place, token: Token) -> bool:
    if token.kind != "word" or token.text[0].isupper():
        return True
    return any("anim" in r.grammemes or r.lemma in at.lexicon for r in token.readings)


def of_list(at: Place, rule: Rule) -> list[Found[Owner]]:
    """The owners of a text that is nothing but their list."""
    text, span = at.passage.text, at.passage.span
    if not text.strip(_EMPTY):
        return [] if text.strip() in DASHES else [Found(span, None, rule.id)]
    return _filled(at, span.start, rule)


def listed(at: Place, i: int) -> tuple[Actor, ...]:
    """The actors of a list that stands by itself from token `i` on, in whatever case it has."""
    named = person_at(at.tokens, i, "nomn", lone=True)
    oblique = named is not None and not name_fits(at.tokens, i, "nomn")
    cases = ("datv", "accs", "ablt", "gent") if oblique else ("nomn", "datv", "accs", "ablt")
    for start in (i, *_after_commas(at, i)):
        for case in cases:
            found = actors(at.reading(case, lone=True, lines=True), start)
            if found and (found[0].known or start == i):
                return found
    return ()


def listed_below(at: Place, m: Match) -> list[Found[Owner]]:
    """Whom a list behind the colon names, one a line or clause: «… ответственными: за охрану труда – А; за свет – Б»."""
    i = at.index(m.span.stop)
    if i >= len(at.tokens) or at.tokens[i].text != ":":
        return []
    out: list[Found[Owner]] = []
    for k in range(i + 1, len(at.tokens) - 1):
        if at.tokens[k].text in DASHES:
            found = _named_behind(at, k + 1, m.rule.value["governs"])
            out += [at.found(a, m.rule.value["role"], m.rule.id, 0.9) for a in found if a.known]
    return out


def _named_behind(at: Place, i: int, case: str) -> tuple[Actor, ...]:
    """Whom the clause at token `i` names at its start, or behind what he answers for: «за охрану труда Иванова И.И.»."""
    view = at.reading(case, lone=True)
    if at.tokens[i].text.lower() != "за":
        return actors(view, i)
    _, last = at.sentence(i)
    persons = (
        (with_post_before(view, found[0], j, i), *found[1:])
        for under, j in starts(at, i + 1, last)
        if under == j and (found := actors(view, j)) and found[0].kind == "person"
    )
    return next(persons, ())


def _after_commas(at: Place, i: int) -> Iterator[int]:
    """Where a list may begin behind what is no actor: «постоянно, главный врач»."""
    return (
        k + 1
        for k in range(i, min(len(at.tokens) - 1, i + _MAX_BEFORE))
        if at.tokens[k].text in (",", "\u2028")
    )


def _raw(at: Place, begin: int, stop: int, role: str, rule: str) -> list[Found[Owner]]:
    """The words as they stand, when they name nobody that the grammar knows and nothing to be done."""
    text = at.passage.source.text
    end = _RAW_END.search(text, begin, stop)
    span = Span(begin, end.start() if end else stop)
    words = [t for t in at.tokens if t.start >= span.start and t.stop <= span.stop]
    if not words or len(span) > _MAX_RAW or any(is_infinitive(t) for t in words) or words[0].text in DASHES:
        return []
    return [Found(span, Owner(tidy(text[span.start : span.stop]), role), rule, _RAW)]
