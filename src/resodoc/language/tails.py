"""How far the dependants of a head reach: genitives, «по вопросам …», quotations, numbers, appositions, coordination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from resodoc.language.cores import Core, Heads, Inflected, begins_actor, core, in_case, is_acronym
from resodoc.language.dependants import Walk, dependant, prepositional
from resodoc.language.government import (
    CASE_OF,
    FIELD_NOUNS,
    FIELDS,
    SHORTER,
    TOPONYMIC,
)
from resodoc.language.insertions import clause, is_label, is_ordinal, is_predicate, names_body
from resodoc.language.persons import person_at
from resodoc.language.tokens import DASHES, Token, after_separator, is_infinitive, is_place, tokens

_MAX_TAIL = 120
"""Tokens of dependants, at most: a name is shorter, and time has to stay linear in a text without an end."""
# «управления (программ) и бюджетирования»: a bracket of a few small words may stand inside a name.
_INSERTED = re.compile(r"\([а-яё -]{1,60}\)")


def tail(tokens: Sequence[Token], found: Core, heads: Heads) -> tuple[int, tuple[Inflected, ...], int]:
    """Where the dependants of `found` end (the index of the token behind them), the appositions among them that change
    with its case, and the offset where they end before a proper name in the nominative."""
    walk = Walk(tokens, found, heads, noun=found.lemma)
    j = found.next
    while j < min(len(tokens), found.next + _MAX_TAIL):
        step = _step(walk, j)
        if step is None:
            break
        j = step
    return j, tuple(walk.words), tokens[j - 1].stop if walk.plain is None else walk.plain


def _step(walk: Walk, j: int) -> int | None:
    """The index behind the dependant at `j`, `None` where the phrase ends."""
    token = walk.tokens[j]
    if token.kind == "quote":
        return j + 1
    if token.kind == "bracket":
        inside = tokens(token.text[1:-1])
        if len(inside) == 1 and is_place(inside[0]) and walk.tokens[j - 1].text[0].isupper():
            return j + 1  # «Республики Саха (Якутия)»
        return _inserted(walk, j) if j + 1 < len(walk.tokens) and _INSERTED.fullmatch(token.text) else None
    if token.kind == "number":
        return j + 1 if is_label(walk.tokens, j) else None
    if token.text in DASHES:
        return _apposition(walk, j)
    if token.text == "," or token.text.lower() in ("и", "или", "либо", "а"):
        return _coordinated(walk, j)
    if token.kind != "word":
        return None
    if is_infinitive(token):
        return None
    shouted = token.text.isupper() and len(token.text) > 1  # «ГБУ СО «Дом»»: letters, no preposition
    if not shouted and (token.text.lower() in CASE_OF or token.text.lower() in SHORTER):
        return prepositional(walk, j)
    return dependant(walk, j)


def _inserted(walk: Walk, j: int) -> int | None:
    """Past a bracket that the name goes on behind; one that doubles the head changes with it: «главам (мэрам) городов»."""
    following = None if walk.tokens[j + 1].kind == "bracket" else _step(walk, j + 1)
    if following is not None:
        token = walk.tokens[j]
        inside = [
            replace(t, start=t.start + token.start, stop=t.stop + token.start)
            for t in tokens(token.text, 1, len(token.text) - 1)
        ]
        found = core(inside, 0, walk.core.case)
        if found and found.next == len(inside) and found.number == walk.core.number:
            walk.words.extend(found.words)
    return following


def _apposition(walk: Walk, j: int) -> int | None:
    """What a dash joins: «предприятий – участников», «заместителю главы – начальнику управления», «– Пронский район»."""
    tokens = walk.tokens
    if j + 1 >= len(tokens) or person_at(tokens, j + 1, walk.core.case):
        return None
    if tokens[j - 1].kind == tokens[j + 1].kind == "quote":
        return j + 2  # «филиалу ПАО «Сети» – «Озёрскэнерго»»
    found = core(tokens, j + 1, walk.core.case)
    if found and (walk.core.case != "nomn" or walk.core.number == found.number == "plur"):
        walk.words.extend(found.words)
        walk.noun, walk.cases = found.lemma, []
        return found.next
    if walk.cases[:1] == ["gent"] and (found := core(tokens, j + 1, "gent")):
        return walk.accept(found, "gent")
    named = walk.noun in TOPONYMIC or (walk.plain is not None and is_place(tokens[j + 1]))
    if named and tokens[j + 1].text[0].isupper() and tokens[j + 1].kind == "word":
        walk.plain = tokens[j - 1].stop if walk.plain is None else walk.plain
        return j + 2
    return None


def _goes_on(walk: Walk, k: int) -> bool:
    """Whether what could name another actor at `k` is but one more dependant: «по аграрной политике, рыбному хозяйству»,
    «аппарату Губернатора и администрации», «на руководителя аппарата и управления», «руководителей школ, учреждений»."""
    found = core(walk.tokens, k, walk.core.case)
    if found is None:
        return False
    if walk.given and walk.cases[:1] == ["datv"] and found.lemma not in walk.heads:
        return True  # «помощи семье и детям»
    named = found.next < len(walk.tokens) and walk.tokens[found.next].kind in ("quote", "number")
    if walk.office and found.lemma in FIELD_NOUNS and found.number == "sing" and not named:
        return walk.cases[:1] == ["datv"]
    if found.animate or not core(walk.tokens, k, "gent"):
        return False
    if not walk.core.animate:
        holder = core(walk.tokens, k - 2, "gent") if walk.tokens[k - 1].text == "и" else None
        return holder is not None and holder.animate and walk.core.number == "sing"
    return walk.core.case == "gent" or (walk.core.case == "accs" and found.number == "plur")


def _coordinated(walk: Walk, j: int) -> int | None:
    tokens = walk.tokens
    k = after_separator(tokens, j)
    if k == j or k >= len(tokens):
        return None
    token, before = tokens[k], tokens[j - 1]
    if token.kind == "number":
        return k + 1 if before.kind == "number" or is_ordinal(token) else None
    if token.kind == "quote":
        return k + 1 if before.kind == "quote" else None
    if token.kind != "word":
        return None
    if begins_actor(tokens, k, walk.core.case, walk.heads) and not _goes_on(walk, k):
        return None
    if is_acronym(token):
        of_body = walk.core.acronym or walk.heads.get(walk.core.lemma) in ("organization", "field")
        within = token.text in FIELDS or (is_acronym(before) and before is not walk.core.head)
        return None if of_body and not (within and not names_body(tokens, k)) else k + 1
    if walk.plain is not None and token.text[0].isupper() and in_case(token, "nomn", ("NOUN", "ADJF")):
        return k + 1  # «сёл Ивановка, Петровка»
    if tokens[j].text == "," and (inserted := clause(tokens, k, walk.core, walk.cases)):
        walk.words.extend(inserted[1])
        return inserted[0]
    if is_predicate(token):
        return None
    if in_case(before, "gent", ("ADJF",)) and in_case(token, "gent", ("ADJF",)):
        return k + 1  # «Лесного, Озёрного муниципальных районов»
    for case in walk.cases:
        if found := core(tokens, k, case):
            return walk.accept(found, case)
    return None
