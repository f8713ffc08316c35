"""Persons that a document names, with their posts: in prose, in lists of those present, in signatures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resodoc.interpret.actors import View
from resodoc.interpret.owner_place import lexicon
from resodoc.interpret.person_lines import Named, people_in
from resodoc.language import entities, morph
from resodoc.language.names import tidy
from resodoc.language.persons import person_at
from resodoc.language.tokens import Token, tokens
from resodoc.match import Passage, compiled, match
from resodoc.model import Found, Match, Person, Rule, Span
from resodoc.rulepack import RuleSet

_COUPLE = re.compile(r"^(\w+(?:[оеё]в|[иы]н)) \1а$")
"""A man's surname and a woman's: «Котов», «Котова»."""
_STEM = 3
"""Letters that two forms of one surname share, at least."""
_BEFORE, _BEHIND = 200, 1000
"""Characters around a strange name that the tagger reads."""
_LEAD = 120
"""Characters of a line that leads up to a name, at most."""
_NEAR = 40
"""Matches of rules looked at around a name, at most."""


def find(passage: Passage, rules: RuleSet) -> tuple[Found[Person], ...]:
    """The persons that the passage names, each once, where his name is fullest, with the first post that it gives him."""
    text, of_actor, of_kind = passage.source.text, lexicon(rules.of("owners")), rules.of("people")
    seen = match(tuple(r for r in of_kind if "tagger" not in r.value), passage)
    named = [
        n
        for line in _lines(passage, seen)
        for pieces in _sequences(text, line)
        for n in people_in(View(text, pieces, "nomn", of_actor))
    ]
    order = {rule.id: k for k, rule in enumerate(of_kind)}
    found = [_found(n, seen, order) for n in _each_once(named)]
    for rule in of_kind:
        if "tagger" in rule.value:
            found += _tagged(passage, rule, found)
    return tuple(sorted(found, key=lambda f: f.span))


def _found(named: Named, seen: tuple[Match, ...], order: dict[str, int]) -> Found[Person]:
    """The person as found by the first rule of the pack that saw some of his name."""
    span = Span(named.name.start, named.name.stop)
    at = bisect_left(seen, span.start, key=lambda m: m.span.stop - 1)
    near = [m.rule.id for m in seen[at : at + _NEAR] if m.span.overlaps(span)]
    rule = min(near or [seen[0].rule.id], key=order.__getitem__)
    return Found(span, Person(named.name.name, named.post), rule, 0.9 if named.post else 0.7)


def _tagged(passage: Passage, rule: Rule, others: list[Found[Person]]) -> list[Found[Person]]:
    """Names that no grammar knows («Чжан Цзяньминь»): where `rule` sees two capitalised words that the dictionary
    has not, the neural tagger is asked about their line."""
    text, span, stop = passage.source.text, passage.span, -1
    out: list[Found[Person]] = []
    for m in compiled(rule.pattern or "").finditer(passage.folded, span.start, span.stop):
        first, second = m.span("first"), m.span("second")
        if m.start() < stop or not (_is_strange(text[slice(*first)]) and _is_strange(text[slice(*second)])):
            continue
        line = _line(passage, m.start())
        line = Span(max(line.start, m.start() - _BEFORE), min(line.stop, m.start() + _BEHIND))
        stop = line.stop
        people = [
            s
            for s in entities.persons(text, line.start, line.stop)
            if len(text[s.start : s.stop].split()) > 1
        ]
        taken = [f.span for f in (*others, *out)]
        out += [
            Found(s, Person(tidy(text[s.start : s.stop])), rule.id, 0.6)
            for s in people
            if not any(map(s.overlaps, taken))
        ]
    return out


def _is_strange(word: str) -> bool:
    """A capitalised word, not all in capitals, that the dictionary has not."""
    return word[0].isupper() and not word.isupper() and not morph.known(word)


def _each_once(named: list[Named]) -> list[Named]:
    """One of all mentions of a person: «Ильину М.Г.» and «Ильина Марина Геннадьевна» are one, unless both stand as
    nominatives of their own. A name that may be a man's or a woman's is whose is mentioned elsewhere."""
    alike: dict[tuple[str, str], list[Named]] = {}
    for one in sorted(named, key=lambda n: bool(n.others)):
        surname, initials = _key(one.name.name)
        group = alike.setdefault((surname[:_STEM], initials), [])
        known = [
            k for same in (_same_name, _same_person) for k, other in enumerate(group) if same(one, other)
        ]
        if known:
            group[known[0]] = _joined(group[known[0]], one)
        else:
            group.append(one)
    return [n for group in alike.values() for n in group]


def _joined(first: Named, other: Named) -> Named:
    """Two mentions of a person: the fuller one, given names in full before initials, what its place decides before what
    it leaves open, a nominative before a form put into it; with the first post."""
    alike = _same_name(first, other)
    fuller = max(
        first,
        other,
        key=lambda n: ("." not in n.name.name, alike or not n.others, n.case == "nomn", len(n.name.name)),
    )
    return replace(fuller, post=first.post or other.post, others=first.others & other.others)


def _same_name(one: Named, other: Named) -> bool:
    return _key(one.name.name)[0] == _key(other.name.name)[0]


def _same_person(one: Named, other: Named) -> bool:
    """Whether two names with the same initials are forms of one."""
    (surname, initials), (surname2, _) = _key(one.name.name), _key(other.name.name)
    if not one.others.isdisjoint(other.others | {other.name.name}) or one.name.name in other.others:
        return True
    if (
        not one.others
        and not other.others
        and _COUPLE.search(f"{min(surname, surname2)} {max(surname, surname2)}")
    ):
        return False
    oblique = one.case != "nomn" or other.case != "nomn"
    short = min(len(surname), len(surname2))
    alike = surname[: short - 1] == surname2[: short - 1] and abs(len(surname) - len(surname2)) <= 2
    return bool(initials) and oblique and short >= _STEM and alike


def _key(name: str) -> tuple[str, str]:
    """The surname and the initials of a name, in whatever order and length it is printed."""
    words = name.lower().replace(".", ". ").split()
    shortened = [w for w in words if w.endswith(".")]
    if shortened:
        return "".join(w for w in words if not w.endswith(".")), "".join(w[0] for w in shortened)
    first_is_surname = len(words) != 3 or words[2].endswith(("ич", "на", "лы"))
    family, *given = words if first_is_surname else (words[2], *words[:2])
    return family, "".join(w[0] for w in given)


def _line(passage: Passage, at: int) -> Span:
    """The line of the passage around the offset `at`."""
    text, span = passage.source.text, passage.span
    end = text.find("\n", at, span.stop)
    return Span(max(text.rfind("\n", span.start, at) + 1, span.start), span.stop if end < 0 else end)


def _lines(passage: Passage, seen: tuple[Match, ...]) -> Iterator[Span]:
    """The lines in which a rule sees a name, each with the one that leads up to it: «СЛУШАЛИ:», «Избрать:»."""
    stop = -1
    for m in seen:
        if m.span.start >= stop:
            line = _line(passage, m.span.start)
            lead = _line(passage, max(line.start - 1, passage.span.start))
            leads = stop < lead.start < line.start and passage.source.slice(lead).rstrip().endswith(":")
            stop = line.stop
            yield Span(lead.start, line.stop) if leads and len(lead) <= _LEAD else line


def _sequences(text: str, line: Span) -> Iterator[Sequence[Token]]:
    """The line's tokens, then those inside each of its brackets."""
    pieces = tokens(text, line.start, line.stop)
    yield pieces
    for token in pieces:
        if token.kind == "bracket":
            yield tokens(text, token.start + 1, token.stop - 1)


def name_in(text: str) -> str | None:
    """The first person's name in `text`, as printed: who signed a line."""
    pieces = tokens(text)
    names = (person_at(pieces, i, "nomn") for i in range(len(pieces)))
    return next((tidy(n.name) for n in names if n), None)
