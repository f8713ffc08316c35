"""How far the dependants of a head reach: genitives, «по вопросам …», quotations, numbers, appositions, coordination."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from resodoc.language.government import (
    ADVERBIAL,
    BRINGS,
    CASE_OF,
    FIELD_NOUNS,
    FIELDS,
    GOVERNS,
    LOCAL,
    PLACES,
    SHORTER,
    SUBJECT_TO,
    TERRITORY,
    TOPONYMIC,
)
from resodoc.language.insertions import clause, is_label, is_ordinal, is_predicate, names_body
from resodoc.language.persons import person_at
from resodoc.language.phrases import (
    Core,
    Heads,
    Inflected,
    begins_actor,
    core,
    half_of_adjective,
    in_case,
    is_acronym,
)
from resodoc.language.tokens import DASHES, Token, after_separator, is_infinitive, is_place, tokens

_MAX_TAIL = 120
"""Tokens of dependants, at most: a name is shorter, and time has to stay linear in a text without an end."""
_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_NOMINAL = ("NOUN", "ADJF", "PRTF", "NUMR")
# «управления (программ) и бюджетирования»: a bracket of a few small words may stand inside a name.
_INSERTED = re.compile(r"\([а-яё -]{1,60}\)")


@dataclass(slots=True)
class _Walk:
    """The state of the walk: `cases` that a dependant may be coordinated in, the nouns so far and the last of them, the
    words that agree, whether it is inside «по …» (`office`)."""

    tokens: Sequence[Token]
    core: Core
    heads: Heads
    cases: list[str] = field(default_factory=list)
    noun: str = ""
    nouns: list[str] = field(default_factory=list)
    office: bool = False
    words: list[Inflected] = field(default_factory=list)
    plain: int | None = None

    def accept(self, found: Core, case: str) -> int:
        self.noun = found.lemma
        self.nouns.append(found.lemma)
        self.cases = [case, *(c for c in self.cases if c != case)]
        return found.next


def tail(tokens: Sequence[Token], found: Core, heads: Heads) -> tuple[int, tuple[Inflected, ...], int]:
    """Where the dependants of `found` end (the index of the token behind them), the appositions among them that change
    with its case, and the offset where they end before a proper name in the nominative."""
    walk = _Walk(tokens, found, heads, noun=found.lemma)
    j = found.next
    while j < min(len(tokens), found.next + _MAX_TAIL):
        step = _step(walk, j)
        if step is None:
            break
        j = step
    return j, tuple(walk.words), tokens[j - 1].stop if walk.plain is None else walk.plain


def _step(walk: _Walk, j: int) -> int | None:
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
        return _prepositional(walk, j)
    return _dependant(walk, j)


def _inserted(walk: _Walk, j: int) -> int | None:
    """Past a bracket that the name goes on behind; one that doubles the head changes with it: «главам (мэрам) городов»."""
    following = _step(walk, j + 1)
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


def _dependant(walk: _Walk, j: int) -> int | None:
    token = walk.tokens[j]
    named_after = walk.noun in ("имя", "память", "им.")
    of_place = walk.noun in TERRITORY and is_place(token)
    if not named_after and person_at(walk.tokens, j, walk.core.case, lone=walk.core.animate and not of_place):
        return None
    if token.text.lower() in TOPONYMIC and token.text.endswith("."):
        walk.noun = token.text.lower()
        return j + 1
    if (
        token.text.endswith(".")
        and j + 1 < len(walk.tokens)
        and in_case(walk.tokens[j + 1], "gent", _NOMINAL)
    ):
        return j + 1  # «зам. ген. директора»
    if case := GOVERNS.get(walk.core.lemma) if walk.noun == walk.core.lemma else None:
        found = core(walk.tokens, j, case)
        if found:
            return walk.accept(found, case)
    letters = token.text.isupper() and (token.text in FIELDS or is_acronym(walk.tokens[j - 1]))
    two_words = (walk.tokens[j - 1].text, token.text) in PLACES
    if letters or two_words or is_acronym(token) or token.text.isascii():
        walk.noun = token.text.lower()
        return j + 1
    if token.text.lower() in _POSSESSIVE and j + 1 < len(walk.tokens):
        return j + 1 if in_case(walk.tokens[j + 1], "gent", _NOMINAL) else None
    if _lemma(walk.tokens[j - 1]) in SUBJECT_TO and (found := core(walk.tokens, j, "datv")):
        walk.noun = found.lemma
        return found.next
    if readings := in_case(token, "gent", _NOMINAL):
        nouns = [r for r in readings if r.pos == "NOUN"]
        if nouns or readings[0].lemma == "уполномочить":
            walk.noun = nouns[0].lemma if nouns else "уполномоченный"
            walk.nouns.append(walk.noun)
        walk.cases = walk.cases if "gent" in walk.cases else ["gent", *walk.cases]
        return j + 1
    if half_of_adjective(walk.tokens, j, "gent"):
        return j + 2
    if _proper(walk, j):
        walk.plain = walk.tokens[j - 1].stop if walk.plain is None else walk.plain
        walk.noun = _lemma(token)
        return j + 1
    if walk.noun.endswith(("ние", "ство")) and (found := core(walk.tokens, j, "ablt")):
        return walk.accept(found, "ablt")
    return None


def _proper(walk: _Walk, j: int) -> bool:
    """Whether a proper name in the nominative goes on: «образования город Тула», «Юрьев-Польский район»."""
    token = walk.tokens[j]
    if token.text[0].isupper():
        return walk.noun in TOPONYMIC or walk.plain is not None
    if walk.noun != "образование" and walk.plain is None:
        return False
    if _lemma(token) in TERRITORY:
        return True
    follows = walk.tokens[j + 1] if j + 1 < len(walk.tokens) else None
    return bool(follows and in_case(token, "nomn", ("ADJF",)) and _lemma(follows) in TERRITORY)


def _lemma(token: Token) -> str:
    readings = token.readings
    return readings[0].lemma if readings else token.text.lower()


def _prepositional(walk: _Walk, j: int) -> int | None:
    """«по делам молодёжи», «по работе с населением», «в сфере образования», «при Президенте»."""
    preposition = SHORTER.get(walk.tokens[j].text.lower(), walk.tokens[j].text.lower())
    case = CASE_OF[preposition]
    if preposition == "по" and j + 1 < len(walk.tokens) and walk.tokens[j + 1].text in TOPONYMIC:
        walk.noun = walk.tokens[j + 1].text
        return j + 2
    found = core(walk.tokens, j + 1, case)
    if found is None and preposition == "за":
        case = "ablt"
        found = core(walk.tokens, j + 1, case)
    if found is None or not _belongs(walk, preposition, found):
        return None
    walk.office = walk.office or preposition == "по"
    return walk.accept(found, case)


def _belongs(walk: _Walk, preposition: str, found: Core) -> bool:
    if preposition == "по":
        return found.lemma not in ADVERBIAL and (found.lemma, found.number) != ("вопрос", "sing")
    nouns = (walk.noun, walk.core.lemma) if preposition == "от" else (walk.noun,)
    if found.lemma != "срок" and not BRINGS.get(preposition, frozenset()).isdisjoint(nouns):
        return True
    if preposition == "в":
        if walk.core.lemma == "заместитель" and found.lemma in walk.heads and found.head.text[0].isupper():
            return True  # «заместителя Мэра в Правительстве города»
        municipal = any(w.token.text.lower().startswith("муниципальн") for w in found.words)
        local = (not LOCAL.isdisjoint((walk.core.lemma, walk.noun)) or "уполномоченный" in walk.nouns) and (
            found.lemma in TERRITORY or municipal or is_place(found.head)
        )
        return local or (found.lemma in ("сфера", "область") and found.number == "sing")
    if preposition == "при":
        return found.lemma in walk.heads or found.animate or found.head.text[0].isupper()
    return preposition == "для" and found.animate


def _apposition(walk: _Walk, j: int) -> int | None:
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


def _goes_on(walk: _Walk, k: int) -> bool:
    """Whether what could name another actor at `k` is but one more dependant: «по аграрной политике, рыбному хозяйству»,
    «аппарату Губернатора и администрации», «на руководителя аппарата и управления», «руководителей школ, учреждений»."""
    found = core(walk.tokens, k, walk.core.case)
    if found is None:
        return False
    named = found.next < len(walk.tokens) and walk.tokens[found.next].kind in ("quote", "number")
    if walk.office and found.lemma in FIELD_NOUNS and found.number == "sing" and not named:
        return walk.cases[:1] == ["datv"]
    if found.animate or not core(walk.tokens, k, "gent"):
        return False
    if not walk.core.animate:
        holder = core(walk.tokens, k - 2, "gent") if walk.tokens[k - 1].text == "и" else None
        return holder is not None and holder.animate and walk.core.number == "sing"
    return walk.core.case == "gent" or (walk.core.case == "accs" and found.number == "plur")


def _coordinated(walk: _Walk, j: int) -> int | None:
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
