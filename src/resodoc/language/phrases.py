"""A Russian noun phrase in a text: its head, what agrees with it, and where it ends.

«Отделу по вопросам государственной службы, кадров и специальной работы | в срок до 1 мая подготовить»: the head and
what agrees with it stand in one case and change together (`cores`); genitives, prepositional tails, quotations and
numbers behind it depend on the head and stay as they are (`tails`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from resodoc.language.cores import NO_HEADS, Core, Heads, Inflected, core
from resodoc.language.tails import tail
from resodoc.language.tokens import Token

_COUNTED = frozenset("класс курс отряд цех участок смена отдел отделение батальон рота бригада".split())
"""Units that a bare number before them names: «10 классу»."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase with its dependants: `words` are all that change with its case, `next` the index of the token
    behind it. `plain` is where it ends before a proper name in the nominative («… образования | город Тула»)."""

    start: int
    stop: int
    next: int
    core: Core
    words: tuple[Inflected, ...]
    plain: int


def phrase(tokens: Sequence[Token], i: int, case: str, heads: Heads = NO_HEADS) -> Phrase | None:
    """The phrase in `case` (nomn, gent, datv, accs, ablt, loct) whose first word is token `i`, with its dependants."""
    counted = tokens[i].kind == "number" and tokens[i].text.isdigit() if i < len(tokens) else False
    found = core(tokens, i + 1 if counted else i, case)
    if found is None or (counted and found.lemma not in _COUNTED):
        return None
    end, words, plain = tail(tokens, found, heads)
    return Phrase(tokens[i].start, tokens[end - 1].stop, end, found, found.words + words, plain)
