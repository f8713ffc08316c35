"""What may be let into an office's name: numbers that label it, clauses behind a comma."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.language import morph
from resodoc.language.cores import Core, Inflected, in_case
from resodoc.language.government import GRADES, SUBJECT_TO
from resodoc.language.tokens import DASHES, Token, is_infinitive, is_place

_ORDINAL = re.compile(r"\d+-(?:го|х|ых|й|ой|ей|му|ми|м)|\d{1,2}-?[А-Яа-я]")  # «9-х классов», «7а класса»
_MAX_LETTER = 3  # characters of «Б» in its marks: «7 «Б» класса»
_MAX_CLAUSE = 40  # tokens


def is_label(tokens: Sequence[Token], j: int) -> bool:
    """Whether the number at `j` belongs to a name: «№ 5», «9-х классов», «1 категории»."""
    text = tokens[j].text
    if j and text.isdigit() and any(r.lemma == "часть" for r in tokens[j - 1].readings):
        return True  # «войсковой части 12345»
    if text[0] in "№N" or _ORDINAL.fullmatch(text):
        return True
    if j + 1 < len(tokens) and tokens[j + 1].kind == "quote" and len(tokens[j + 1].text) <= _MAX_LETTER:
        return True
    return j + 1 < len(tokens) and any(r.lemma in GRADES and r.case == "gent" for r in tokens[j + 1].readings)


def is_ordinal(token: Token) -> bool:
    """«9-х», «7а»."""
    return bool(_ORDINAL.fullmatch(token.text))


def clause(
    tokens: Sequence[Token], k: int, head: Core, cases: Sequence[str]
) -> tuple[int, tuple[Inflected, ...]] | None:
    """The end of a clause behind a comma that belongs to the name, with the participle that agrees with its head; `cases` are
    those of the dependants, whose participles stay: «, осуществляющим перевозки,», «, в ведении которых находятся парки,».
    It ends at the closing comma, or at the verb that the sentence goes on with. «, непосредственно подчинённым …,»: an adverb
    may come first."""
    k += k + 1 < len(tokens) and any(r.pos == "ADVB" for r in tokens[k].readings[:1])
    agreeing = _participle(tokens[k], head.case, head.number)
    relative = any(t.text.lower().startswith("котор") for t in tokens[k : k + 3])
    of_dependant = any(_participle(tokens[k], case) for case in cases) and not is_predicate(tokens[k])
    if not (agreeing or relative or of_dependant):
        return None
    last = min(len(tokens), k + _MAX_CLAUSE)
    end = next((end for end in range(k + 1, last) if _closes(tokens[end])), last)
    further = (j for j in range(k + 2, end) if tokens[j - 1].text in ("и", "или"))
    changing = (k, *further) if agreeing else ()
    return end, tuple(word for j in changing if (word := _inflected(tokens[j], head)))


def _inflected(token: Token, head: Core) -> Inflected | None:
    """The participle as it changes with the head, `None` when it does not agree."""
    found = _participle(token, head.case, head.number)
    if found is None:
        return None
    wanted = frozenset({found.pos, found.case, found.number, found.gender} - {None})
    return Inflected(token, wanted, head.number, found.gender)


def is_predicate(token: Token) -> bool:
    """«назначить А, учителя химии, ответственной за …»: what somebody is made, rather than «химии, ответственной …»."""
    return any(r.lemma == "ответственный" and (r.case, r.number) == ("ablt", "sing") for r in token.readings)


def _closes(token: Token) -> bool:
    return token.text in (",", ":", ";", ".", "\n") or token.text in DASHES or is_infinitive(token)


def _participle(token: Token, case: str, number: str | None = None) -> morph.Reading | None:
    fits = [r for r in in_case(token, case, ("PRTF", "ADJF")) if number in (None, r.number)]
    return next(
        (r for r in fits if r.pos == "PRTF" or r.lemma == "ответственный" or r.lemma in SUBJECT_TO), None
    )


def names_body(tokens: Sequence[Token], k: int) -> bool:
    """Whether an acronym is a body's rather than a field's: «МКУ «Центр»», «МЧС России», not «ГО и ЧС»."""
    follows = tokens[k + 1] if k + 1 < len(tokens) else None
    return follows is not None and (follows.kind == "quote" or is_place(follows))
