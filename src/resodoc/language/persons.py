"""A Russian person's name: where one stands in a text, in which forms, and how it reads in the nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from resodoc.language import morph
from resodoc.language.surnames import given_name, surname
from resodoc.language.tokens import DASHES, Token

_SURNAME_LIKE = re.compile(
    r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ой|ая|ого|ому|им|ую)|енко|ук|юк|ич|ян|дзе|швили)(?:а|у|ой|ым|е|ом)?$"
)
_TITLES = frozenset(
    "т. тт. т.т. тов. доц. проф. асс. преп. господин господина господину госпожа госпоже госпожу".split()
)
_OBLIQUE = re.compile(
    r"(?:[оеё]в|[иы]н)(?:ой|у|ым)$|[сц]к(?:ого|ому|им|ую)$|(?:ич|ук|юк|ян)(?:а|у|[ое]м)$|[бвгджзклмнпрстфхцчшщ]у$"
)
_PLACES = frozenset(("Geox", "Orgn"))
_NOMINATIVE = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$")
_POSSESSIVE = re.compile(r"(?:[оеё]в|[иы]н)(а|у|ой|ым)$")
_CASES_OF = {
    "а": frozenset(("nomn", "gent", "accs")),
    "у": frozenset(("datv", "accs")),
    "ой": frozenset(("gent", "datv", "ablt", "loct")),
    "ым": frozenset(("ablt",)),
}
"""The cases that the endings of surnames in -ов and -ин show, men's and women's."""
_WOMANS = {"nomn": "а", "accs": "у", "gent": "ой", "datv": "ой", "ablt": "ой", "loct": "ой"}
_NEVER_DECLINED = re.compile(
    r"(?:енко|чко|ских|[кн]ых|дзе|швили|[аи]нян|ович|евич|чук|нюк)$"
)  # men's, or women's so ending
_HARD_END = re.compile(r"[бвгджзйклмнпрстфхцчшщь]$")  # women's surnames so ending do not decline


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name found among tokens: `name` in the nominative, in the printed order; `next` is the index of the token
    behind it. `lone`: a surname without anything to it."""

    name: str
    start: int
    stop: int
    next: int
    lone: bool = False


def person_at(tokens: Sequence[Token], i: int, case: str, lone: bool = False) -> PersonName | None:
    """The name that begins at token `i`, read in `case` (nomn, gent, datv, accs, ablt, loct).

    Known forms: «И.И. Иванов», «Иванов И.И.», «Иванов Иван Иванович», «Иван Иванович Иванов», «Иван Иванов»;
    with `lone` a bare surname too.
    """
    if i + 1 < len(tokens) and is_title(tokens[i]):
        titled = _is_capitalised(tokens[i + 1])
        named = person_at(tokens, i + 1, case) or (
            _named(tokens, i + 1, i + 2, case, lone=True) if titled else None
        )
        return replace(named, start=tokens[i].start) if named else None
    if i >= len(tokens) or not tokens[i].text[:1].isupper():
        return None
    if tokens[i].kind == "initials":
        end = _surname_end(tokens, i + 1)
        return _named(tokens, i, end, case) if end else None
    end = _surname_end(tokens, i)
    if end is None:
        return None
    if end < len(tokens) and tokens[end].kind == "initials" and not _owns_next(tokens, i, end):
        return _named(tokens, i, end + 1, case)
    if full := _full_name_end(tokens, i, end, case):
        return _named(tokens, i, full, case)
    if lone and _is_lone_surname(tokens[i], case) and not _modifies_next(tokens, i, case):
        return _named(tokens, i, end, case, lone=True)
    return None


def is_title(token: Token) -> bool:
    """Whether the word may stand before a surname and is no part of the name: «тов.», «т.т.», but not the initials «Т.Т.»."""
    return token.kind == "word" and token.text.lower() in _TITLES


def _surname_end(tokens: Sequence[Token], i: int) -> int | None:
    """The index behind the surname at `i`, the second part of «Троицкий - Марков» included."""
    if i >= len(tokens) or not _is_capitalised(tokens[i]):
        return None
    if i + 2 >= len(tokens) or tokens[i + 1].text not in DASHES or not _is_capitalised(tokens[i + 2]):
        return i + 1
    both = _is_surname(tokens[i]) and _is_surname(tokens[i + 2])
    return i + 3 if both and (_initials(tokens, i - 1) or _initials(tokens, i + 3)) else i + 1


def _initials(tokens: Sequence[Token], i: int) -> bool:
    return 0 <= i < len(tokens) and tokens[i].kind == "initials"


def _is_capitalised(token: Token) -> bool:
    return (
        token.kind == "word"
        and token.text[0].isupper()
        and len(token.text) > 1
        and not token.text.endswith(".")
    )


def _owns_next(tokens: Sequence[Token], i: int, initials: int) -> bool:
    """Whether the initials belong to the word behind them: «мэр Москвы С.С. Иванов», not «Иванов С.С.»."""
    follows = initials + 1
    if follows >= len(tokens) or not _is_capitalised(tokens[follows]) or _initials(tokens, follows + 1):
        return False
    behind = tokens[follows]
    return not _is_surname(tokens[i]) and (
        _surnamish(behind) or bool(_SURNAME_LIKE.search(behind.text.lower()))
    )


def _surnamish(token: Token) -> bool:
    return _is_surname(token) or not morph.known(token.text)


def _is_surname(token: Token, case: str | None = None) -> bool:
    """Whether the dictionary, or the word's ending, says surname (in `case` when given)."""
    if any("Surn" in r.grammemes and case in (None, r.case) for r in token.readings):
        return True
    return not morph.known(token.text) and bool(_SURNAME_LIKE.search(token.text.lower()))


def name_fits(tokens: Sequence[Token], i: int, case: str) -> bool:
    """Whether the surname of the name at token `i` can stand in `case`: «Ивановой» is no nominative. What the dictionary
    does not know can."""
    token = tokens[i + 1] if tokens[i].kind == "initials" and i + 1 < len(tokens) else tokens[i]
    surnames = [r for r in token.readings if "Surn" in r.grammemes and r.number == "sing"]
    if surnames:
        return any(r.case == case for r in surnames) or _may_be_womans(token, case)
    if any(r.known and r.pos == "ADJF" and r.case == case and r.number == "sing" for r in token.readings):
        return True  # «Межевой»
    if case != "nomn" and (ending := _POSSESSIVE.search(token.text.lower())):
        return case in _CASES_OF[ending[1]]
    return not (_OBLIQUE if case == "nomn" else _NOMINATIVE).search(token.text.lower())


def _may_be_womans(token: Token, case: str) -> bool:
    """Whether the form of a man's surname is in `case` a woman's whom the dictionary has not: «Хамитова», «Кротову»."""
    if any("Surn" in r.grammemes and r.gender == "femn" for r in token.readings):
        return False
    ending = _POSSESSIVE.search(token.text.lower())
    return ending is not None and ending[1] == _WOMANS.get(case)


def _is_lone_surname(token: Token, case: str) -> bool:
    """A surname alone has to show its case: «директору школы Петровой», not «города Юрьев», nor an acronym."""
    if token.text.isupper():
        return False
    if any("Surn" in r.grammemes and r.case == case and r.number == "sing" for r in token.readings):
        return True
    if _NEVER_DECLINED.search(token.text.lower()):
        return True
    return _is_surname(token) and (case == "nomn" or surname(token.text, case) != token.text)


def _modifies_next(tokens: Sequence[Token], i: int, case: str) -> bool:
    """«Верхнеокским отделением», «на главу Верхнеокского района»: what looks like a surname is an adjective."""
    k = i + 3 if i + 3 < len(tokens) and tokens[i + 2].text in DASHES else i + 1  # «торгово - промышленной»
    follows = tokens[k].readings if k < len(tokens) and tokens[i + 1].text[0].islower() else ()
    follows = [r for r in follows if r.pos in ("NOUN", "ADJF")]
    here = [r for r in tokens[i].readings if r.pos == "ADJF"]
    if tokens[i].readings[0].pos == "ADJF" and any(r.case == case for r in follows):
        return True
    return any("anim" not in r.grammemes and any(_agree(a, r) for a in here) for r in follows)


def _agree(adjective: morph.Reading, noun: morph.Reading) -> bool:
    return (adjective.case, adjective.number, adjective.gender) == (noun.case, noun.number, noun.gender)


def _full_name_end(tokens: Sequence[Token], i: int, end: int, case: str) -> int | None:
    """The index behind a name with a given name in full: it needs a patronymic, or a given name beside a surname."""
    kinds = []
    j = i
    while j < len(tokens) and j < i + 3 and _is_capitalised(tokens[j]):
        kinds.append(_kind_of_name(tokens[j], case))
        j += 1
    if kinds[1:3] == ["name", "patronymic"] and (
        _surnamish(tokens[i]) or not _capital_surname(tokens, i + 3)
    ):
        return i + 3
    if kinds == ["surname", "surname", "patronymic"] and not morph.known(tokens[i + 1].text):
        return i + 3  # a given name that the dictionary has not
    if kinds[:2] == ["name", "patronymic"]:
        return i + 3 if len(kinds) > 2 and _may_be_surname(tokens[i + 2], case) else i + 2
    if sorted(kinds[:2]) == ["name", "surname"]:
        if kinds[0] == "surname" and _capital_surname(tokens, i + 2):
            return None  # «города Мшанска Дарью Лебедь»
        if kinds[0] == "surname":
            return i + 2 if _surnamish(tokens[i]) else None
        fixed = (
            case != "nomn"
            and _gender([tokens[i].text], case) == "femn"
            and _HARD_END.search(tokens[i + 1].text)
        )
        return i + 2 if fixed or _may_be_surname(tokens[i + 1], case) else None
    return None


def _capital_surname(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and _is_capitalised(tokens[i]) and _surnamish(tokens[i])


def _may_be_surname(token: Token, case: str) -> bool:
    """Whether a capitalised word beside a given name is its surname: «Илью Цыбулю», «Алексей Крюк», not «Роман Толстого»."""
    if not morph.known(token.text) or _is_surname(token, case) or _SURNAME_LIKE.search(token.text.lower()):
        return not _is_oblique_in(token, case)
    readings = (
        r for r in token.readings if r.pos in ("NOUN", "ADJF") and r.case == case and r.number == "sing"
    )
    return any(not r.grammemes & _PLACES for r in readings)


def _is_oblique_in(token: Token, case: str) -> bool:
    return case == "nomn" and bool(_OBLIQUE.search(token.text.lower()))


def _kind_of_name(token: Token, case: str) -> str:
    grammemes = [r.grammemes for r in token.readings if r.case == case and r.number == "sing"]
    if any("Patr" in g for g in grammemes):
        return "patronymic"
    if any("Name" in g for g in grammemes) and morph.known(token.text):
        return "name"
    return "surname"


def _named(tokens: Sequence[Token], start: int, end: int, case: str, lone: bool = False) -> PersonName:
    """The name of tokens `start`..`end`: given names first, for they show the gender that the surname needs."""
    words = [t for t in tokens[start:end] if t.kind == "word"]
    kinds = {t.start: _kind_of_name(t, case) if len(words) > 1 else "surname" for t in words}
    gender = _gender([t.text for t in words if kinds[t.start] == "patronymic"], case)
    gender = gender or _gender([t.text for t in words if kinds[t.start] == "name"], case)
    text, at = "", tokens[start].start
    for token in tokens[start:end]:
        text += " " if token.start > at and token.text not in DASHES and text[-1:] not in DASHES else ""
        text += _put(token, case, gender, kinds.get(token.start))
        at = token.stop
    return PersonName(text, tokens[start].start, tokens[end - 1].stop, end, lone)


def _gender(given: Sequence[str], case: str) -> str | None:
    return next((g for form in given if (g := given_name(form, case)[1])), None)


def _put(token: Token, case: str, gender: str | None, kind: str | None) -> str:
    if kind is None:
        return token.text
    return surname(token.text, case, gender) if kind == "surname" else given_name(token.text, case, gender)[0]
