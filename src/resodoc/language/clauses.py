"""What a paragraph's verbs say of it: whether it names a thing to be done, states a norm, or only lists objects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resodoc.language import morph

_RELATIVE = frozenset("который которая которое которые которого которой которых которому которым которую если чтобы когда где".split())
# Words whose likeliest reading misleads: prepositions, particles and nouns that the dictionary also reads as verbs.
_NO_VERB = frozenset(
    "для при после до из за на по во со об от под над через между перед также уже еще дня дни суда часть части "
    "мой моя том тому числе стать есть три течь течение вести".split()
)
_NOUN_ENDINGS = ("ние", "тие", "ция", "сия", "зия", "ка", "тка", "ства", "ство", "иск", "бор", "иза", "мен", "ота", "рт", "нг", "ия", "ача", "уск", "ход", "мотр", "рос", "лата", "виз", "уск")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a clause. `form`: infinitive | finite | participle (short passive: «утверждён»)."""

    word: morph.Word
    lemma: str
    form: str
    tense: str | None
    person: str | None
    number: str | None
    perfective: bool


def verbs(words: Sequence[morph.Word]) -> Iterator[Verb]:
    """The verbs among `words`, in order; a form that is likelier another part of speech is none."""
    for word in words:
        verb = as_verb(word)
        if verb:
            yield verb


def as_verb(word: morph.Word) -> Verb | None:
    """The verb that `word` is by its likeliest reading, or `None`."""
    low = word.text.lower()
    if low in _NO_VERB or len(low) < 3 or (word.text.isupper() and len(low) < 6):
        return None
    reading = _verbal(morph.readings(low))
    if reading is None:
        return None
    form = {"INFN": "infinitive", "VERB": "finite", "PRTS": "participle"}[reading.pos or ""]
    g = reading.grammemes
    return Verb(
        word,
        reading.lemma,
        form,
        "past" if "past" in g else "pres" if "pres" in g else "futr" if "futr" in g else None,
        next((p for p in ("1per", "2per", "3per") if p in g), None),
        reading.number,
        "perf" in g,
    )


def _verbal(readings: Sequence[morph.Reading]) -> morph.Reading | None:
    """An infinitive whatever its score (few forms are ambiguous with it), a finite verb only when it is the likeliest."""
    for reading in readings:
        if reading.pos == "INFN":
            return reading if reading.score > 0.2 or len(readings) == 1 else None
    first = readings[0]
    if first.pos in ("VERB", "PRTS") and "impr" not in first.grammemes and first.known:
        return first
    return None


_CLAUSE_BREAK = re.compile(r"[,;:.()\n«»\"]")


def opening_verb(text: str, words: Sequence[morph.Word]) -> Verb | None:
    """The first verb of a paragraph that is not inside a relative or subordinate clause, brackets or quotes.

    `words` are those of the stretch of `text` to look at, with offsets in `text`.
    """
    return next(main_verbs(text, words), None)


def main_verbs(text: str, words: Sequence[morph.Word]) -> Iterator[Verb]:
    """The verbs that stand in no bracket, quotation, or clause opened by «который», «если», «чтобы»."""
    depth, subordinate, last = 0, False, words[0].start if words else 0
    for word in words:
        for char in text[last : word.start]:
            depth += (char in "(«„") - (char in ")»“" and depth > 0)
            if char in ",;.)\n":
                subordinate = False
        last = word.stop
        low = word.text.lower()
        if low in _RELATIVE:
            subordinate = True
        if depth or subordinate:
            continue
        verb = as_verb(word)
        if verb:
            yield verb


def is_task(text: str, words: Sequence[morph.Word]) -> bool:
    """Whether a paragraph names a thing to be done: its first main verb is an infinitive («до 1 мая привести …»)."""
    first = opening_verb(text, words)
    return first is not None and first.form == "infinitive"


def is_noun_task(words: Sequence[morph.Word]) -> bool:
    """Whether a paragraph opens with a verbal noun in the nominative («Проведение …», «Разработка …»)."""
    return bool(words) and verbal_noun(words[0]) is not None


def verbal_noun(word: morph.Word) -> str | None:
    """The lemma of a verbal noun in the nominative, «Проведение» → «проведение»; `None` for another word."""
    for reading in morph.readings(word.text)[:3]:
        if reading.pos == "NOUN" and reading.case == "nomn" and "anim" not in reading.grammemes and reading.lemma.endswith(_NOUN_ENDINGS):
            return reading.lemma
    return None
