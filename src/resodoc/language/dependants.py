"""What depends on a head by its case or a preposition: genitives, proper names, «по вопросам …», «в сфере …»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from resodoc.language.cores import Core, Heads, Inflected, core, half_of_adjective, in_case, is_acronym
from resodoc.language.government import (
    ADVERBIAL,
    BRINGS,
    CASE_OF,
    FIELDS,
    GOVERNS,
    LOCAL,
    PLACES,
    SHORTER,
    SUBJECT_TO,
    TERRITORY,
    TOPONYMIC,
)
from resodoc.language.persons import person_at
from resodoc.language.tokens import Token, is_place

_POSSESSIVE = frozenset(("его", "её", "ее", "их"))
_NO_NAME = frozenset(("раз", "обязанность", "полномочие", "ответственность"))
_NOMINAL = ("NOUN", "ADJF", "PRTF", "NUMR")


@dataclass(slots=True)
class Walk:
    """The state of the walk: `cases` that a dependant may be coordinated in, the nouns so far and the last of them, the
    words that agree, whether it is inside «по …» (`office`) or behind a noun that takes a dative (`given`)."""

    tokens: Sequence[Token]
    core: Core
    heads: Heads
    cases: list[str] = field(default_factory=list)
    noun: str = ""
    nouns: list[str] = field(default_factory=list)
    office: bool = False
    given: bool = False
    words: list[Inflected] = field(default_factory=list)
    plain: int | None = None

    def accept(self, found: Core, case: str) -> int:
        self.noun = found.lemma
        self.nouns.append(found.lemma)
        self.cases = [case, *(c for c in self.cases if c != case)]
        return found.next


def dependant(walk: Walk, j: int) -> int | None:
    """The index behind the genitive, proper name, acronym or governed case at `j`, `None` where none stands there."""
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
    shouted = len(token.text) > 1 and token.text.isupper() and not walk.core.head.text.isupper()  # «УМУ»
    if letters or two_words or shouted or is_acronym(token) or token.text.isascii():
        walk.noun = token.text.lower()
        if token.text in FIELDS and "gent" not in walk.cases:
            walk.cases.append("gent")  # «министерство ЖКХ и энергетики»
        return j + 1
    if token.text.lower() in _POSSESSIVE and j + 1 < len(walk.tokens):
        return j + 1 if in_case(walk.tokens[j + 1], "gent", _NOMINAL) else None
    if _lemma(walk.tokens[j - 1]) in SUBJECT_TO and (found := core(walk.tokens, j, "datv")):
        walk.given = True
        return walk.accept(found, "datv")
    if readings := in_case(token, "gent", _NOMINAL):
        nouns = [r for r in readings if r.pos == "NOUN"]
        if nouns and nouns[0].lemma in _NO_NAME and walk.core.lemma not in GOVERNS:
            return None  # «отделу | раз в год», «на МКУ «Дом» | обязанности по уборке»
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


def _proper(walk: Walk, j: int) -> bool:
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


def prepositional(walk: Walk, j: int) -> int | None:
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


def _belongs(walk: Walk, preposition: str, found: Core) -> bool:
    if preposition in ("по", "в") and found.lemma in ADVERBIAL:
        return False
    if preposition == "по":
        return (found.lemma, found.number) != ("вопрос", "sing")
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
