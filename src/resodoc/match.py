"""Rule × folded text → Match; of matches that overlap, the longest wins, then the earlier rule of the pack."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.literals import needed
from resodoc.model import Match, Rule, Source, Span

_SPACE = re.compile(r"[\s,:]+")
_SENTENCE_END = re.compile(r"(?<=[а-яё»\")]{2})[.!?](?=\s+[«\"]?[А-ЯЁA-Z])|\n|;")

_REACH = 1_200
"""Characters behind a verb in which its object is looked for: no sentence needs more."""


@dataclass(frozen=True, slots=True)
class About:
    """What the reading of a passage may know of its document: the day that relative deadlines count from, who signed
    («оставляю за собой»), and the short names that the document defines."""

    date: date | None = None
    signatory: str | None = None
    terms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Passage:
    """A stretch of a document to look into. `folded` is the whole text folded, made once; all offsets are the text's."""

    source: Source
    folded: str
    span: Span
    about: About = field(default_factory=About)

    @classmethod
    def of(cls, text: str, about: About | None = None) -> Passage:
        """A passage that is a whole text of its own: for examples and tests."""
        return cls(Source("", text), fold(text), Span(0, len(text)), about or About())

    def sub(self, span: Span) -> Passage:
        return Passage(self.source, self.folded, span, self.about)

    @property
    def text(self) -> str:
        return self.source.slice(self.span)

    @cached_property
    def words(self) -> tuple[morph.Word, ...]:
        return morph.words(self.source.text, self.span.start, self.span.stop)


def match(rules: Sequence[Rule], passage: Passage) -> tuple[Match, ...]:
    """Where `rules` match in `passage`, left to right, without overlaps."""
    return longest(every(rules, passage))


def every(rules: Sequence[Rule], passage: Passage) -> list[Match]:
    """Where each of `rules` matches in `passage`, whatever the others do: rule by rule, left to right."""
    patterned, by_verb = _prepared(tuple(rules))
    holds = passage.folded[passage.span.start : passage.span.stop].__contains__
    found = [m for rule, strings in patterned if any(map(holds, strings)) for m in _by_pattern(rule, passage)]
    return found + list(_by_verb(by_verb, passage))


_Verbs = dict[str, tuple[Rule, ...]]


@lru_cache(maxsize=256)
def _prepared(rules: tuple[Rule, ...]) -> tuple[tuple[tuple[Rule, frozenset[str]], ...], _Verbs]:
    """The rules with a pattern, each with the strings it needs, and those of each verb."""
    verbs: _Verbs = {}
    for rule in rules:
        for verb in rule.verbs:
            verbs[verb] = (*verbs.get(verb, ()), rule)
    return tuple((rule, needed(rule.pattern)) for rule in rules if rule.pattern), verbs


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Of matches that overlap the longest, then the first named."""
    taken: list[Match] = []  # in order of the text
    for m in sorted(matches, key=lambda m: -len(m.span)):
        at = bisect_left(taken, m.span.start, key=lambda t: t.span.start)
        if not any(m.span.overlaps(t.span) for t in taken[max(0, at - 1) : at + 1]):
            taken.insert(at, m)
    return tuple(taken)


def overlapping(spans: Sequence[Span], span: Span) -> slice:
    """Which of `spans`, apart and in order, share a character with `span`: a slice of their indexes."""
    first = bisect_right(spans, span.start, key=lambda s: s.stop)
    return slice(first, max(first, bisect_left(spans, span.stop, key=lambda s: s.start)))


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern that neither begins nor ends inside a word; `^` and `$` are the ends of a paragraph. A word is
    letters and digits: an underscore is a place left blank, and parts words."""
    return re.compile(rf"(?<![^\W_](?=[^\W_]))(?:{pattern})(?!(?<=[^\W_])[^\W_])", re.MULTILINE)


def _by_pattern(rule: Rule, passage: Passage) -> Iterator[Match]:
    for m in compiled(rule.pattern or "").finditer(passage.folded, passage.span.start, passage.span.stop):
        if m.end() > m.start():
            groups = {name: Span(*m.span(name)) for name in m.re.groupindex if m.group(name) is not None}
            yield Match(rule, Span(*m.span()), groups)


def _by_verb(rules: _Verbs, passage: Passage) -> Iterator[Match]:
    if not rules:
        return
    for word in passage.words:
        for lemma in morph.lemmas(word.text):
            for rule in rules.get(lemma, ()):
                stop = _object_stop(rule, passage, word.stop)
                if stop is not None:
                    yield Match(rule, Span(word.start, stop), {"verb": Span(word.start, word.stop)})


def _object_stop(rule: Rule, passage: Passage, after: int) -> int | None:
    """Where the verb's object ends; `after` itself when the rule asks for none, `None` when it asks and there is none."""
    if rule.object is None:
        return after
    limit = min(passage.span.stop, after + _REACH)
    end = _SENTENCE_END.search(passage.source.text, after, limit)
    stop = end.start() if end else limit
    space = _SPACE.match(passage.folded, after, stop)
    m = compiled(rule.object).match(passage.folded, space.end() if space else after, stop)
    return m.end() if m else None
