"""The core of a Russian noun phrase: its head, and what agrees with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from resodoc.language import morph
from resodoc.language.persons import person_at
from resodoc.language.tokens import DASHES, Token

Heads = Mapping[str, str]
"""Lemmas of nouns that name who acts, with their kind: where one is coordinated a phrase of its own begins."""

NO_HEADS: Heads = {}
_CASES = {"loct": ("loct", "loc2"), "gent": ("gent", "gen2"), "accs": ("accs", "acc2")}
_ADJECTIVE = frozenset(("ADJF", "PRTF"))
_FUNCTION = frozenset(("PREP", "CONJ", "PRCL", "ADVB", "INTJ", "PRED", "COMP", "GRND", "NPRO"))
_MAX_MODIFIERS = 16
_MAX_LETTERS = 4
_NEUTER_LETTERS = ("У", "УП", "ОО", "АО", "МО")
"""How letters end that stand for an учреждение, управление, предприятие, общество, образование: «Подведомственное ГКУ»."""
_CLIPPED = re.compile(r"(?:Мин|Рос|Гос|Глав|Обл|Край|Гор|Рай|Респ|Мос)[а-яё]{2,}")
_IN_CHARGE = frozenset(("заведовать", "заведующий", "командовать"))
_NAMES = frozenset(("Name", "Surn", "Patr"))
_SUBSTANTIVE = frozenset(
    "ответственный дежурный управляющий заведующий учащийся участковый присутствующий престарелый несовершеннолетний "
    "больной безработный пострадавший осужденный".split()
)
# Shortened heads («зам. директора») and modifiers («гл. инженер») do not change.
_SHORT_HEADS = {
    "зам.": "заместитель",
    **dict.fromkeys(
        "завотделом завсектором завкафедрой завскладом завлабораторией завотделением завфермой".split(),
        "заведующий",
    ),
    "нач.": "начальник",
    "пом.": "помощник",
    "инж.": "инженер",
    "пред.": "председатель",
    "секр.": "секретарь",
    "и.о.": "исполняющий",
    "и. о.": "исполняющий",
    "вр.и.о.": "исполняющий",
    "врио": "исполняющий",
}
_SHORT_MODIFIERS = frozenset(("гл.", "ст.", "мл."))


@dataclass(frozen=True, slots=True)
class Inflected:
    """A word that changes with the phrase's case: `reading` picks its reading, `number` and `gender` are its form's."""

    token: Token
    reading: frozenset[str]
    number: str
    gender: str | None


@dataclass(frozen=True, slots=True)
class Core:
    """A head with the modifiers before it. `lemma` is the head's («исполняющий» for «и.о.»), `words` what changes with the
    case, `next` the index of the token behind the head."""

    head: Token
    lemma: str
    case: str
    number: str
    animate: bool
    acronym: bool
    words: tuple[Inflected, ...]
    next: int


def begins_actor(tokens: Sequence[Token], i: int, case: str, heads: Heads) -> bool:
    """Whether a phrase in `case` that names somebody (an office or body of `heads`, a person) begins at token `i`."""
    if i >= len(tokens):
        return False
    if person_at(tokens, i, case, lone=case == "nomn"):
        return True
    found = core(tokens, i, case)
    if found is None or found.acronym:
        return False
    if is_clipped(tokens[i]):
        return True
    # In the accusative an animate genitive looks the same: «начальника управления по делам ветеранов и инвалидов».
    return found.lemma in heads or (found.animate and case in ("datv", "ablt"))


def core(tokens: Sequence[Token], i: int, case: str) -> Core | None:
    """The head in `case` and its modifiers from token `i` on; `None` when no noun stands there."""
    modifiers: list[tuple[Token, list[morph.Reading]]] = []
    j, joined = i, False
    while j < min(len(tokens), i + _MAX_MODIFIERS) and tokens[j].kind == "word":
        token = tokens[j]
        if token.text.lower() in _SHORT_MODIFIERS:
            j += 1
            continue
        if half_of_adjective(tokens, j, case):
            j += 2
            continue
        if found := _head(tokens, j, case, modifiers):
            return found
        adjectives = in_case(token, case, _ADJECTIVE)
        if not adjectives or (modifiers and not _alike(modifiers[-1][1], adjectives) and not joined):
            break
        modifiers.append((token, adjectives))
        j += 1
        joined = _joins_modifiers(tokens, j, case)
        if joined:
            j += 1
    return _substantive(modifiers, j, case) if modifiers else None


def half_of_adjective(tokens: Sequence[Token], j: int, case: str) -> bool:
    """«торгово - промышленной»: whether the first half of a compound printed with blanks around its hyphen stands at `j`."""
    if j + 2 >= len(tokens) or tokens[j + 1].text not in DASHES:
        return False
    return tokens[j].text.lower().endswith(("о", "е")) and bool(in_case(tokens[j + 2], case, ("ADJF",)))


def in_case(token: Token, case: str, parts: Iterable[str]) -> list[morph.Reading]:
    """The readings of a word as one of the `parts` of speech in `case`; a preposition or conjunction has none."""
    readings = token.readings
    if not readings or readings[0].pos in _FUNCTION:
        return []
    cases = _CASES.get(case, (case,))
    return [r for r in readings if r.pos in parts and r.case in cases]


def is_acronym(token: Token) -> bool:
    """«МВД», «МБОУ»: all in capitals, and no common word of the dictionary written so."""
    if token.kind != "word" or not token.text.isupper() or len(token.text) < 2:
        return False
    words = (r for r in token.readings if r.known and r.pos != "INTJ")
    if len(token.text) <= _MAX_LETTERS:  # «АХР» is a rare given name's genitive too
        return all(r.grammemes & {"Abbr", "Fixd", "Name", "Surn", "Geox"} for r in words)
    return not any("Surn" in r.grammemes or not r.grammemes & {"Abbr", "Fixd"} for r in words)


def is_clipped(token: Token) -> bool:
    """«Минречхоз», «Росмаякслужба»: the name of an authority clipped together that the dictionary has not, or has as one."""
    fixed = any("Orgn" in r.grammemes for r in token.readings)
    return bool(_CLIPPED.match(token.text)) and (fixed or not morph.known(token.text))


def _head(tokens: Sequence[Token], j: int, case: str, modifiers: list) -> Core | None:
    token = tokens[j]
    if lemma := _SHORT_HEADS.get(token.text.lower()):
        return Core(token, lemma, case, "sing", True, False, (), j + 1)
    in_charge = modifiers and (is_acronym(token) or modifiers[-1][1][0].lemma in _IN_CHARGE)
    if in_charge and (office := _substantive(modifiers, j, case)):
        return office  # «заведующему МБДОУ», «заведующими кафедрами»
    if is_acronym(token):
        neuter = token.text.endswith(_NEUTER_LETTERS)
        words = tuple(_inflected(t, _of_gender(rs, "neut" if neuter else "masc")) for t, rs in modifiers)
        return Core(token, token.text.lower(), case, "sing", False, True, words, j + 1)
    nouns = [
        r for r in in_case(token, case, ("NOUN",)) if all(_agreeing(rs, r, modifiers) for _, rs in modifiers)
    ]
    if not nouns or (in_case(token, case, _ADJECTIVE) and _noun_follows(tokens, j + 1, case)):
        return None
    reading = next((r for r in nouns if "anim" in r.grammemes and not r.grammemes & _NAMES), nouns[0])
    words = [_inflected(t, _agreeing(rs, reading, modifiers)[0], reading) for t, rs in modifiers]
    return Core(
        token,
        reading.lemma,
        case,
        reading.number or "sing",
        "anim" in reading.grammemes and not reading.grammemes & _NAMES,
        False,
        (*words, _inflected(token, reading)),
        j + 1,
    )


def _of_gender(readings: list[morph.Reading], gender: str) -> morph.Reading:
    return next((r for r in readings if r.gender == gender), readings[0])


def _agreeing(readings: list[morph.Reading], noun: morph.Reading, modifiers: list) -> list[morph.Reading]:
    """The modifier's readings that agree with the noun; «финансовому и правовому отделам»: singulars with a plural."""
    fits = [
        r
        for r in readings
        if r.number == noun.number and (r.number == "plur" or noun.gender is None or r.gender == noun.gender)
    ]
    if not fits and noun.number == "plur" and len(modifiers) > 1:
        return [r for r in readings if r.gender == noun.gender]
    return fits


def _noun_follows(tokens: Sequence[Token], j: int, case: str) -> bool:
    last = min(len(tokens), j + _MAX_MODIFIERS)
    while j < last and not in_case(tokens[j], case, ("NOUN",)):
        adjectives = in_case(tokens[j], case, _ADJECTIVE)
        if not adjectives:
            return False
        if adjectives[0].lemma == "уполномоченный":
            return True  # «участковым уполномоченным полиции»
        j += 1
    return j < last


def _joins_modifiers(tokens: Sequence[Token], j: int, case: str) -> bool:
    """Whether a comma or «и» at `j` goes on with another modifier: «государственным и муниципальным учреждениям»."""
    if j + 1 >= len(tokens) or tokens[j].text not in (",", "и", "или"):
        return False
    return bool(in_case(tokens[j + 1], case, _ADJECTIVE)) and not in_case(tokens[j + 1], case, ("NOUN",))


def _alike(before: list[morph.Reading], here: list[morph.Reading]) -> bool:
    """Whether two modifiers in a row can go with one noun: not «заведующему детским»."""
    return any(a.number == b.number and a.gender == b.gender for a in before for b in here)


def _substantive(modifiers: list, j: int, case: str) -> Core | None:
    """A head that is an adjective or participle: «заведующему отделом», «ответственным за охрану труда»."""
    token, readings = modifiers[-1]
    for reading in readings:
        lemma = _adjective_lemma(token.text, reading)
        if reading.pos == "PRTF" or lemma in _SUBSTANTIVE:
            words = tuple(_inflected(t, _same(rs, reading)) for t, rs in modifiers)
            return Core(token, lemma, case, reading.number or "sing", lemma in _SUBSTANTIVE, False, words, j)
    return None


def _same(readings: list[morph.Reading], like: morph.Reading) -> morph.Reading:
    return next((r for r in readings if (r.number, r.gender) == (like.number, like.gender)), readings[0])


def _adjective_lemma(form: str, reading: morph.Reading) -> str:
    """The masculine nominative: a participle's own lemma is its verb."""
    if reading.pos != "PRTF":
        return reading.lemma
    return morph.inflect(form, frozenset({"nomn", "sing", "masc"}), frozenset({"PRTF"})) or reading.lemma


def _inflected(token: Token, reading: morph.Reading, noun: morph.Reading | None = None) -> Inflected:
    wanted = frozenset({reading.pos, reading.case, reading.number, reading.gender} - {None})
    return Inflected(
        token, wanted | (reading.grammemes & {"anim", "inan"}), reading.number or "sing", reading.gender
    )
