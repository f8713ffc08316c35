"""What the frames of `owners` look into: a passage's tokens, its sentences, the nouns that name actors, what is quoted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from resodoc.interpret.actors import Actor, Lexicon, View
from resodoc.language.phrases import phrase
from resodoc.language.quotes import quotations
from resodoc.language.tokens import Token, tokens
from resodoc.match import Passage, overlapping
from resodoc.model import Found, Owner, Rule, Span

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ENDS = frozenset((".", ";", "!", "?", "\n"))
_MAX_SENTENCE = 300
"""Tokens before and behind that a sentence is looked through for: time has to stay linear where none ends."""
_COMPOUND = ("адрес", "имя")  # «в адрес кого», «на имя кого»


@dataclass(frozen=True, slots=True)
class Place:
    """A passage made ready; `ids` name the rule of the pack that each kind of actor is found by, `doing` are the verbs of
    doing («обеспечить») that its rules list."""

    passage: Passage
    tokens: tuple[Token, ...]
    lexicon: Lexicon
    ids: dict[str, Rule]
    quoted: tuple[Span, ...]
    doing: frozenset[str]
    _ends: dict[int, int] = field(default_factory=dict, compare=False, repr=False)

    def end(self, i: int) -> int:
        """The index behind the longest phrase, in any case, that begins at token `i`; looked for once."""
        if i not in self._ends:
            found = (phrase(self.tokens, i, case, self.lexicon) for case in CASES)
            self._ends[i] = max([i + 1, *(f.next for f in found if f)])
        return self._ends[i]

    def reading(self, case: str, **how: bool) -> View:
        return View(self.passage.source.text, self.tokens, case, self.lexicon, **how)

    def index(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or behind it."""
        return bisect_left(self.tokens, offset, key=lambda t: t.start)

    def inside(self, token: Token) -> Place:
        """The place within a bracket."""
        within = tokens(self.passage.source.text, token.start + 1, token.stop - 1)
        return Place(self.passage, within, self.lexicon, self.ids, (), self.doing)

    def bracket_around(self, offset: int) -> Token | None:
        """The bracket that the character at `offset` lies in."""
        i = bisect_right(self.tokens, offset, key=lambda t: t.start) - 1
        inside = i >= 0 and self.tokens[i].kind == "bracket" and offset < self.tokens[i].stop
        return self.tokens[i] if inside else None

    def is_quoted(self, offset: int) -> bool:
        """Whether the character at `offset` is another text's: a title, the new wording of another act."""
        return bool(self.quoted[overlapping(self.quoted, Span(offset, offset + 1))])

    def sentence(self, i: int) -> tuple[int, int]:
        """The indices (start, stop) of the sentence that token `i` belongs to, no farther than `_MAX_SENTENCE` either way."""
        start = stop = min(i, len(self.tokens))
        while start > max(0, i - _MAX_SENTENCE) and self.tokens[start - 1].text not in _ENDS:
            start -= 1
        while stop < min(len(self.tokens), i + _MAX_SENTENCE) and self.tokens[stop].text not in _ENDS:
            stop += 1
        return start, stop

    def sentences(self) -> Iterator[tuple[int, int]]:
        i = 0
        while i < len(self.tokens):
            _, stop = self.sentence(i)
            if stop > i:
                yield i, stop
            i = stop + 1

    def found(self, actor: Actor, role: str, rule: str, confidence: float) -> Found[Owner]:
        return Found(actor.span, actor.owner(role), rule, confidence)

    def rule_of(self, actor: Actor) -> Rule:
        """The rule whose nouns the actor's head is one of; a person, and an office not listed, goes by the offices'."""
        by_lemma = self.ids.get(actor.lemma)
        return by_lemma or self.ids["organization" if actor.kind == "organization" else "role"]


@lru_cache(maxsize=8)
def _lexicon(rules: tuple[Rule, ...]) -> tuple[Lexicon, dict[str, Rule]]:
    kinds = {
        verb: rule.value["kind"] for rule in rules for verb in rule.verbs if rule.value["frame"] == "actor"
    }
    ids = {verb: rule for rule in rules for verb in rule.verbs if rule.value["frame"] == "actor"}
    for rule in rules:
        if rule.value["frame"] == "actor":
            ids.setdefault(rule.value["kind"], rule)
    return kinds, ids


@lru_cache(maxsize=8)
def _doing(rules: tuple[Rule, ...]) -> frozenset[str]:
    return frozenset(verb for rule in rules if rule.value["frame"] == "behind" for verb in rule.verbs)


def lexicon(rules: tuple[Rule, ...]) -> Lexicon:
    """The nouns that name actors, by lemma, as the owners' rules list them."""
    return _lexicon(rules)[0]


def place(passage: Passage, rules: tuple[Rule, ...]) -> Place:
    """`passage` as the owners' rules read it."""
    kinds, ids = _lexicon(rules)
    text, start, stop = passage.source.text, passage.span.start, passage.span.stop
    return Place(passage, tokens(text, start, stop), kinds, ids, quotations(text, start, stop), _doing(rules))


def starts(at: Place, i: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where a noun phrase can begin from token `i` to `stop`: pairs of the index of the preposition it stands under (or its
    own) and its own. What a phrase covers is passed over, so that none begins inside another."""
    while i < stop:
        j = i
        if is_preposition(at.tokens[i]) and i + 2 < stop:
            j = i + 2 if at.tokens[i + 1].text in _COMPOUND else i + 1
        if at.tokens[j].kind in ("word", "initials", "number"):
            yield i, j
        i = max(j + 1, min(at.end(j), stop))


def is_preposition(token: Token) -> bool:
    readings = token.readings
    return bool(readings) and readings[0].pos == "PREP"
