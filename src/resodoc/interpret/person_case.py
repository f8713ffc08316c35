"""In which case a person's name stands, by the words beside it, where its own form leaves that open."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from resodoc.language import morph
from resodoc.language.tokens import DASHES, Token, is_infinitive

_UNDER = {"к": "datv", "по": "datv", "с": "ablt", "со": "ablt", "перед": "ablt", "за": "ablt", "под": "ablt",
          "от": "gent", "для": "gent", "у": "gent", "без": "gent", "из": "gent", "на": "accs", "про": "accs"}  # fmt: skip
_TELLS = frozenset(
    "поручить рекомендовать предложить предписать объявить вручить выдать выплатить дать предоставить установить выделить "
    "оказать разрешить перечислить возместить продлить присвоить отказать доверить передать".split()
)
"""Verbs of what somebody is told or given: he stands in the dative."""
_TAKES = frozenset(
    "слушать заслушать выслушать избрать избирать переизбрать выбрать назначить назначать утвердить ввести вывести включить "
    "исключить освободить уволить принять перевести наградить поощрить премировать поблагодарить признать считать "
    "обязать уполномочить просить пригласить направить командировать делегировать выдвинуть кооптировать поздравить".split()
)
"""Verbs of what is done to somebody: he stands in the accusative, behind their colon too."""
_ENDS = frozenset((".", ";", "!", "?", ",", "\t")) | DASHES
_CLAUSE = 25
"""Tokens before and behind a name in which a verb that governs it is looked for, at most."""
_BY_DEFAULT = ("nomn", "datv", "gent", "accs", "ablt")


def case_of(tokens: Sequence[Token], i: int, stop: int, fits: Collection[str]) -> tuple[str, bool]:
    """The case of the name in `tokens[i:stop]`, one of `fits`, which its form allows; and whether that is certain: a verb
    only makes likely what a preposition or a noun decides."""
    if "nomn" in fits and _is_womans_subject(tokens, stop):
        return "nomn", True
    beside = _by_word_before(tokens, i)
    if beside in fits:
        return beside, True
    governed = _by_verb(tokens, i, stop, fits)
    if governed in fits:
        return governed, False
    return next(c for c in _BY_DEFAULT if c in fits), "nomn" in fits and _stands_alone(tokens, i, stop)


def _is_womans_subject(tokens: Sequence[Token], stop: int) -> bool:
    """«Кротова И.И. доложила»."""
    readings = tokens[stop].readings[:1] if stop < len(tokens) else ()
    return any(r.pos in ("VERB", "PRTS") and r.number == "sing" and r.gender == "femn" for r in readings)


def _by_word_before(tokens: Sequence[Token], i: int) -> str | None:
    """«к Ивановой», «заявление Петрова», «жителя Петрова»; a noun that is an office in the instrumental leaves it open:
    «избрать старостой Иванову»."""
    if not i:
        return None
    before = tokens[i - 1]
    if before.text.lower() in _UNDER:
        return _UNDER[before.text.lower()]
    begins = i == 1 or tokens[i - 2].text in _ENDS
    common = before.text[0].islower() or (begins and not before.text.isupper())
    if before.kind != "word" or not common or before.readings[0].pos != "NOUN":
        return None
    if "anim" in before.readings[0].grammemes:
        return before.readings[0].case if before.readings[0].case != "ablt" else None
    return "gent"


def _by_verb(tokens: Sequence[Token], i: int, stop: int, fits: Collection[str]) -> str | None:
    """What the verb of the clause asks for: the nearest before the name, else the infinitive behind it."""
    k = _label_start(tokens, i)
    heard = k > 0 and tokens[k - 1].text in (":", "\n")
    while k and tokens[k - 1].text in (":", "\n"):
        k -= 1
    for j in range(k - 1, max(-1, k - _CLAUSE), -1):
        if tokens[j].text in _ENDS or tokens[j].text == ":":
            break
        if case := _asked_by(tokens[j]):
            taken = not heard or not _TAKES.isdisjoint(morph.lemmas(tokens[j].text))
            return case if taken and (j == k - 1 or not heard or "nomn" not in fits) else None
    for token in tokens[stop : stop + _CLAUSE]:
        if token.text in (".", ";"):
            break
        if is_infinitive(token):
            return "datv" if _TAKES.isdisjoint(morph.lemmas(token.text)) else "accs"
    return None


def _label_start(tokens: Sequence[Token], i: int) -> int:
    """The index of the label of the line that the name at `i` opens («1. Кротова И.И.»), else `i` itself."""
    labelled = i > 1 and tokens[i - 1].text in (".", ")") and tokens[i - 2].kind == "number"
    return i - 2 if labelled and (i == 2 or tokens[i - 3].text == "\n") else i


def _asked_by(token: Token) -> str | None:
    """The case of the person that a verb asks for behind it; `None` where he may be its subject, or it is no verb."""
    first = token.readings[0] if token.readings else None
    if first is None:
        return None
    finite = first.pos == "VERB" and (
        first.number == "plur" or "1per" in first.grammemes or first.gender == "masc"
    )
    if not (is_infinitive(token) or first.pos == "GRND" or finite or first.lemma in _TELLS):
        return None
    if first.lemma in _TELLS:
        return "datv"
    return "accs" if "tran" in first.grammemes else None


def _stands_alone(tokens: Sequence[Token], i: int, stop: int) -> bool:
    """A list's row: the name ends its line or cell, or a comma parts it from the next, and nothing leads up to it."""
    alone = i == 0 or tokens[i - 1].text in (",", ":", "\n", "–", "-") or _label_start(tokens, i) < i
    return alone and (
        stop >= len(tokens) or tokens[stop].text in (",", ";", "\t") or tokens[stop].kind == "bracket"
    )
