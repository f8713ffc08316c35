"""A text as what a grammar of noun phrases reads: words, initials, numbers, and whole quotations and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from resodoc.language import morph

# The longest quotation or bracket taken as one piece: beyond it a mark without its partner is likelier.
_MAX_ENCLOSED = 600
_CLOSING = {"«": "»", "„": "“", "“": "”", '"': '"', "(": ")"}

# Shortened words keep their full stop, so that it ends no sentence. Lower case only: «Г.» is an initial.
_SHORT = r"(?:вр\. ?и|и)\. ?о\.|т\. ?[дпек]\.|(?:[Зз]ам|[Нн]ач|[Пп]ом|[Гг]л|[Сс]т|[Мм]л|[Оо]тв|им|св|обл|ул|просп|пос|гг?|пгт|р|дер|[дспх])\."
_PIECE = re.compile(
    rf"(?P<initials>(?<!\w)[А-ЯЁA-Z][а-яё]?\.(?:[ \u00a0]?-?[А-ЯЁA-Z][а-яё]?\.|[ \u00a0]?[А-ЯЁ](?!\w))?(?=[^\d]|$))"
    rf"|(?P<short>(?<!\w)(?:[Ии]\. ?[Оо]\.|{_SHORT}))"
    rf"|(?P<number>(?:№|N)[ \u00a0]?\d[\w./-]*\w|(?:№|N)[ \u00a0]?\d|\d+(?:[.,/:]\d+)*(?:-?[^\W\d_]+)*)"
    rf"|(?P<word>{morph.WORD.pattern}(?:\.(?=[^\W\d_]))?)"
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
    out: list[Token] = []
    at = start
    while piece := _PIECE.search(text, at, end):
        kind, at = piece.lastgroup or "mark", piece.end()
        if kind == "mark" and (close := _enclosed(text, piece.start(), end)):
            kind, at = "bracket" if piece.group() == "(" else "quote", close
        elif kind == "short":
            kind = "word"
        out.append(Token(kind, text[piece.start() : at], piece.start(), at))
    return tuple(out)


def _enclosed(text: str, start: int, end: int) -> int | None:
    """Where what opens at `start` closes (after its closing mark), `None` when it opens nothing or never closes.

    Quotations nest, and a text often closes two with one mark: a line's end closes what is still open.
    """
    opening = text[start]
    closing = _CLOSING.get(opening)
    if closing is None or (opening == closing and not _opens(text, start)):
        return None
    depth = 0
    last = None
    for at in range(start, min(end, start + _MAX_ENCLOSED)):
        char = text[at]
        if char == "\n":
            break
        if char == opening and (opening != closing or _opens(text, at)):
            depth += 1
        elif char == closing:
            depth -= 1
            last = at + 1
            if depth == 0:
                return last
    return last


def _opens(text: str, at: int) -> bool:
    """Whether a straight quote at `at` opens a quotation: nothing before it, a word right after."""
    return (at == 0 or not text[at - 1].isalnum() and text[at - 1] not in ".,;:!?") and text[at + 1 : at + 2].isalnum()
