"""Names into the nominative: the head and what agrees with it change, dependants stay as they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.language import morph
from resodoc.language.cores import Inflected, core
from resodoc.language.phrases import Phrase, phrase
from resodoc.language.surnames import recase
from resodoc.language.tokens import Token, tokens

# An acronym with an ending of its own: «МИДу», «ТОСам».
_ENDED_ACRONYM = re.compile(r"(?P<stem>[А-ЯЁ]{2,})(?P<end>а|у|ом|е|ам|ов|ами|ы)$")
# Where the dictionary puts the rarer of two forms first.
_COMMON_PLURAL = {
    "учители": "учителя",
    "высочайшие": "высшие",
    "высочайший": "высший",
    "высочайшая": "высшая",
    "высочайшее": "высшее",
}
_PLURAL_ENDS = frozenset(("ам", "ов", "ами", "ы"))


def in_nominative(text: str, found: Phrase, singular: bool = False) -> str:
    """The phrase `found` of `text` with its head and what agrees with it in the nominative (and, with `singular`,
    in the singular: the post of one of «вице-губернаторов Иванова и Петрова»)."""
    out, at = "", found.start
    for word in sorted(found.words, key=lambda w: w.token.start):
        out += text[at : word.token.start] + _nominative_word(word, singular)
        at = word.token.stop
    return tidy(out + text[at : found.stop])


def tidy(text: str) -> str:
    """One space between words, none at the ends."""
    return " ".join(text.split())


def _nominative_word(word: Inflected, singular: bool) -> str:
    form = word.token.text
    if ended := _ENDED_ACRONYM.match(form):
        plural = ended["end"] in _PLURAL_ENDS and not singular
        return ended["stem"] + ("ы" if plural else "")
    number = "sing" if singular else word.number
    if "-" in form and not morph.known(form) and (whole := _hyphenated(word, number)):
        return whole
    gender = {word.gender} if word.gender and number == "sing" else set()
    target = frozenset({"nomn", number} | gender)
    found = morph.inflect(form, target, word.reading) or morph.inflect(
        form, frozenset({"nomn", number}), word.reading
    )
    return recase(form, _COMMON_PLURAL.get(found, found)) if found else form


def _hyphenated(word: Inflected, number: str) -> str | None:
    """«дому-интернату»: both halves change; `None` when one cannot («вице-губернатору»)."""
    reading = word.reading & {"NOUN", "gent", "datv", "accs", "ablt", "loct", "nomn"} | {word.number}
    halves = [(h, morph.inflect(h, frozenset({"nomn", number}), reading)) for h in word.token.text.split("-")]
    if not all(found for _, found in halves):
        return None
    return "-".join(recase(half, _COMMON_PLURAL.get(found, found)) for half, found in halves if found)


def nominative(text: str, case: str | None = None) -> str:
    """The noun phrase `text` in the nominative, number kept: «Департаменту развития города» → «Департамент развития города».

    `case` is the one it stands in when known; else the case that fits its head and modifiers and reads the phrase
    farthest is taken, the likelier reading of the head first. Text that is no noun phrase comes back unchanged.
    """
    pieces = tokens(text)
    cases = (case,) if case else ("nomn", "gent", "datv", "accs", "ablt", "loct")
    found = [f for c in cases if (f := phrase(pieces, 0, c))]
    if not found:
        return tidy(text)
    best = max(found, key=lambda f: (f.next, likelihood(f)))
    return tidy(in_nominative(text, best) + text[best.stop :])


def likelihood(found: Phrase) -> float:
    """How likely the head has the case and number that it is read in."""
    of_head = [
        r for r in found.core.head.readings if (r.case, r.number) == (found.core.case, found.core.number)
    ]
    return sum(r.score for r in of_head)


def head_lemma(pieces: Sequence[Token], i: int, case: str) -> str | None:
    """The lemma of the noun that heads the phrase at token `i`."""
    found = core(pieces, i, case)
    return found.lemma if found else None
