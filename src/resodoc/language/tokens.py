"""A text as what a grammar of noun phrases reads: words, initials, numbers, and whole quotations and brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from resodoc.language import morph
from resodoc.language.quotes import quotations

DASHES = frozenset("-‐‑‒–—−")
_LIKELY = 0.15  # of the readings of a word that is an infinitive too
_MAX_BRACKET = 400
"""The longest bracket taken as one piece: beyond it a bracket without its partner is likelier."""

# Shortened words keep their full stop, so that it ends no sentence. Lower case only: «Г.» is an initial.
_SHORTENED = (
    "[Зз]ам|[Нн]ач|[Пп]ом|[Гг]л|[Сс]т|[Мм]л|[Оо]тв|[Дд]оц|[Пп]роф|[Аа]сс|[Пп]реп|[Ии]нж|[Пп]ред|[Сс]ек?р|[Гг]ен|[Тт]ех|[Фф]ин|"
    "[Ээ]кон|[Дд]ир|[Тт]т|т|[Тт]ов|им|св|обл|ул|просп|пос|пгт|дер|гг?|[дспхр]"
)
_SHORT = rf"вр\. ?и\. ?о\.|т\. ?[дпек]\.|[Тт]\.\s?т\.|(?:{_SHORTENED})\."
_MORE_INITIALS = r"(?:[ \u00a0]?-?[А-ЯЁA-Z][а-яё]?(?:-[А-ЯЁ])?\.){1,2}"
# «Лаптев И.О подготовит», «Лаптев И. О, Зуев»: a second initial that lost its full stop. Behind a blank, or behind two
# that have theirs, a letter is the next sentence's first word: «Лаптев И.О. В ходе …».
_UNDOTTED = r"[А-ЯЁ](?!\w)|[ \u00a0][А-ЯЁ](?=[ \u00a0]?(?:[,;:)\n]|$))"
_PIECE = re.compile(
    rf"(?P<short>(?<!\w)(?:[Ии]\. ?о\.|(?<![а-яё][ \u00a0])И\. ?О\.(?= [а-яё])|{_SHORT}))"
    rf"|(?P<initials>(?<!\w)[А-ЯЁA-Z][а-яё]?\.(?:{_MORE_INITIALS}|{_UNDOTTED})?(?=[^\d]|$))"
    rf"|(?P<number>(?:№{{1,2}}|N)[ \u00a0]?\d(?:[\w./-]*\w)?|\d+(?:[.,/:‐‑–-]\d+)*(?:-?[^\W\d_]+)*)"
    rf"|(?P<word>[А-ЯЁ]{{2,}}-\d+|{morph.WORD.pattern})"
    rf"|(?P<mark>\S|\n|\t|\u2028)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text: `kind` word | initials | number | quote | bracket | mark; offsets are the text's.

    A quote and a bracket are one token with their marks; a line end, a TAB and a cell's line end are marks.
    """

    kind: str
    text: str
    start: int
    stop: int

    @property
    def readings(self) -> tuple[morph.Reading, ...]:
        """The readings of a word; nothing else has any."""
        return morph.readings(self.text) if self.kind == "word" else ()


def tokens(text: str, start: int = 0, stop: int | None = None) -> tuple[Token, ...]:
    """The tokens of `text[start:stop]`, left to right."""
    end = len(text) if stop is None else stop
    quoted = {span.start: span.stop for span in quotations(text, start, end)}
    out: list[Token] = []
    at = start
    while piece := _PIECE.search(text, at, end):
        kind, begin, at = piece.lastgroup or "mark", piece.start(), piece.end()
        if begin in quoted:
            kind, at = "quote", quoted[begin]
        elif piece.group() == "(" and (close := _closing(text, begin, end)):
            kind, at = "bracket", close
        elif kind == "short":
            kind = "word"
        out.append(Token(kind, text[begin:at], begin, at))
    return tuple(out)


def _closing(text: str, start: int, end: int) -> int | None:
    """Where the bracket that opens at `start` is closed (behind its partner), `None` when it is not."""
    depth = 0
    for at in range(start, min(end, start + _MAX_BRACKET)):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth == 0:
            return at + 1
    return None


def is_place(token: Token) -> bool:
    """Whether the dictionary has the word as a place."""
    return any("Geox" in r.grammemes for r in token.readings)


def after_separator(pieces: Sequence[Token], j: int) -> int:
    """The index behind «,», «и», «или», «либо», «а также» and their combinations at `j`; `j` itself when none stands there."""
    k = j
    while k < len(pieces):
        if pieces[k].text in (",", ";") or pieces[k].text.lower() in ("и", "или", "либо"):
            k += 1
        elif pieces[k].text.lower() == "а" and k + 1 < len(pieces) and pieces[k + 1].text.lower() == "также":
            k += 2
        elif pieces[k].text == "(и)" or pieces[k].text == "(или)":
            k += 1
        else:
            break
    return k


def is_infinitive(token: Token) -> bool:
    """Whether a word is likeliest an infinitive: «печь» and «часть» are not."""
    if token.kind != "word" or not token.text.lower().endswith(("ть", "ти", "чь", "ться", "тись", "чься")):
        return False
    return any(r.pos == "INFN" and r.score >= _LIKELY for r in morph.readings(token.text))
