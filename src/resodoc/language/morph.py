"""Dictionary morphology: the only importer of pymorphy3. Cached by word form, for a document repeats its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from resodoc.language.fold import fold

WORD = re.compile(r"[^\W\d_]+(?:[-‐‑’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word form. Grammemes are OpenCorpora's (NOUN, INFN, datv, plur, …); `score` sums to 1 over a form."""

    lemma: str
    pos: str | None
    case: str | None
    number: str | None
    gender: str | None
    grammemes: frozenset[str]
    score: float
    known: bool


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: `start`, `stop` are offsets in that text."""

    text: str
    start: int
    stop: int

    @property
    def readings(self) -> tuple[Reading, ...]:
        return readings(self.text)


def words(text: str, start: int = 0, stop: int | None = None) -> tuple[Word, ...]:
    """The words (letters, inner hyphens) of `text[start:stop]`, with offsets in `text`."""
    end = len(text) if stop is None else stop
    return tuple(Word(m.group(), m.start(), m.end()) for m in WORD.finditer(text, start, end))


@cache
def _analyzer():
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


def readings(form: str) -> tuple[Reading, ...]:
    """The readings of a word form, likeliest first; ё and case do not matter."""
    return _readings(form.lower())


@lru_cache(maxsize=100_000)
def _readings(form: str) -> tuple[Reading, ...]:
    unknown = Reading(form, None, None, None, None, frozenset(), 0.0, False)
    return tuple(_reading(p) for p in _parses(form)) or (unknown,)


def _parses(form: str) -> list:
    """What the dictionary makes of `form`; nothing where a character has no name in Unicode's tables (pymorphy asks for it)."""
    try:
        return _analyzer().parse(form)
    except ValueError:
        return []


def _reading(parse) -> Reading:
    tag = parse.tag
    lemma, kinds = (
        fold(parse.normal_form),
        (_plain(tag.POS), _plain(tag.case), _plain(tag.number), _plain(tag.gender)),
    )
    return Reading(lemma, *kinds, frozenset(tag.grammemes), parse.score, parse.is_known)


def _plain(grammeme: str | None) -> str | None:
    """The analyzer's own strings check every comparison against the list of grammemes: twenty times slower."""
    return None if grammeme is None else str(grammeme)


@lru_cache(maxsize=100_000)
def lemmas(form: str) -> frozenset[str]:
    """Every lemma that a reading of `form` has."""
    return frozenset(r.lemma for r in readings(form))


@lru_cache(maxsize=100_000)
def known(form: str) -> bool:
    """Whether the dictionary has the word form."""
    return bool(_analyzer().word_is_known(form.lower()))


@lru_cache(maxsize=20_000)
def inflect(form: str, grammemes: frozenset[str], only: frozenset[str] = frozenset()) -> str | None:
    """`form` put into `grammemes`, starting from its likeliest reading that has all of `only`; in lower case;
    `None` when there is no such reading or no such form."""
    for parse in _parses(form.lower()):
        if only <= parse.tag.grammemes:
            changed = parse.inflect(set(grammemes))
            if changed:
                return changed.word
    return None
