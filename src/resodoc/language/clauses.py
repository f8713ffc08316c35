"""What a paragraph's verbs say of it: whether it names a thing to be done, states a norm, or only lists objects."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.quotes import quotations

_RELATIVE = frozenset(
    "что который которая которое которые которого которой которых которому которым которую если чтобы когда где".split()
)
# Words whose likeliest reading misleads: prepositions, particles and nouns that the dictionary also reads as verbs.
_NO_VERB = frozenset(
    "для при после до из за на по во со об от под над через между перед также уже еще дня дни суда часть части "
    "мой моя том тому числе стать есть три течь течение".split()
)
_NOUN_LIKELY = 0.25  # «русел», «стали»: as likely nouns as verbs
_COPULA = frozenset({"быть", "стать"})
# An infinitive that hangs on one of these is no task of its own («возможность продлить», «вправе получить»).
_GOVERNS_INFINITIVE = frozenset(
    "возможность право обязанность необходимость задача способность попытка требование готовность цель намерение "
    "желание предложение рекомендация обязательство полномочие разрешение запрет мочь должный обязанный следовать "
    "необходимо нужно возможный возможно вправе надо можно нельзя позволять позволить способный готовый стать "
    "требоваться планировать начать продолжать помочь помогать намеренный".split()
)
NOUN_ENDINGS = (
    "ание",
    "ение",
    "тие",
    "ация",
    "яция",
    "иция",
    "укция",
    "екция",
    "овка",
    "авка",
    "отка",
    "атка",
    "едка",
    "дача",
    "ерка",
    "рузка",
    "зация",
    "ительство",
    "истка",
    "упка",
    "ержка",
    "ройка",
    "садка",
)


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
    """The verb that `word` is by its likeliest reading, or `None`; a copula («было», «стало») is none."""
    read = _read_as_verb(word.text)
    return Verb(word, *read) if read else None


@lru_cache(maxsize=100_000)
def _read_as_verb(text: str) -> tuple[str, str, str | None, str | None, str | None, bool] | None:
    """What the form says of a `Verb`, from its lemma on."""
    low = text.lower()
    if low in _NO_VERB or len(low) < 3 or (text.isupper() and len(low) < 6):
        return None
    reading = _verbal(morph.readings(low))
    if reading is None or reading.lemma in _COPULA:
        return None
    form = {"INFN": "infinitive", "VERB": "finite", "PRTS": "participle"}[reading.pos or ""]
    g = reading.grammemes
    return (
        reading.lemma,
        form,
        "past" if "past" in g else "pres" if "pres" in g else "futr" if "futr" in g else None,
        next((p for p in ("1per", "2per", "3per") if p in g), None),
        reading.number,
        "perf" in g,
    )


def _verbal(readings: Sequence[morph.Reading]) -> morph.Reading | None:
    """An infinitive whatever its score (few forms are ambiguous with it), a finite verb only when nothing else is likely."""
    for reading in readings:
        if reading.pos == "INFN":
            return reading if reading.score > 0.2 or len(readings) == 1 else None
    first = readings[0]
    if first.pos not in ("VERB", "PRTS") or "impr" in first.grammemes or not first.known:
        return None
    is_noun = any(r.pos == "NOUN" and r.score >= _NOUN_LIKELY for r in readings)
    return None if is_noun and first.pos == "VERB" else first


_LIGHT = frozenset({"решить", "постановить", "договориться", "постановлять", "решать"})
_DECISION = re.compile(r"\s+решени[ея]\b")
_INITIAL = re.compile(r"\s+[А-ЯЁ]\.")  # «Бондарю Л.Э.» is a name, whatever verb it looks like
_QUOTED = "\0"
_CLOSING = 2  # characters behind the last word that its quotation may end in: «…!»
_CLAUSE_BREAK = re.compile(r"[,;:.()\n«»\"]")


def opening_verb(text: str, words: Sequence[morph.Word]) -> Verb | None:
    """The first verb of a paragraph that is not inside a relative or subordinate clause, brackets or quotes.

    `words` are those of the stretch of `text` to look at, with offsets in `text`.
    """
    return next(main_verbs(text, words), None)


def main_verbs(text: str, words: Sequence[morph.Word]) -> Iterator[Verb]:
    """The verbs that stand in no bracket, quotation, or clause opened by «который», «если», «чтобы»."""
    depth, subordinate, start = 0, False, words[0].start if words else 0
    shown = _unquoted(text, start, words[-1].stop) if words else ""
    last = start
    for word in words:
        for char in shown[last - start : word.start - start]:
            depth += (char == "(") - (char == ")" and depth > 0)
            if char in ",;.)\n":
                subordinate = False
        last = word.stop
        if shown[word.start - start] == _QUOTED:
            continue
        low = word.text.lower()
        if low in _RELATIVE:
            subordinate = True
        if depth or subordinate or (word.text[:1].isupper() and _INITIAL.match(text, word.stop)):
            continue
        verb = as_verb(word)
        if verb:
            yield verb


def _unquoted(text: str, start: int, stop: int) -> str:
    """`text[start:stop]` with each character of a quotation replaced by `_QUOTED`."""
    parts, at = [], start
    for span in quotations(text, start, min(len(text), stop + _CLOSING)):
        parts += [text[at : span.start], _QUOTED * len(span)]
        at = span.stop
    return "".join([*parts, text[at:stop]])


def deciding_verbs(text: str, words: Sequence[morph.Word]) -> list[Verb]:
    """The main verbs without those that only introduce an infinitive: «решили создать», «приняли решение обратиться»."""
    found = list(main_verbs(text, words))
    return [
        v
        for i, v in enumerate(found)
        if not (_is_light(text, v) and any(o.form == "infinitive" for o in found[i + 1 :]))
    ]


def _is_light(text: str, verb: Verb) -> bool:
    return verb.lemma in _LIGHT or (
        verb.lemma == "принять" and _DECISION.match(text, verb.word.stop) is not None
    )


def is_task(text: str, words: Sequence[morph.Word]) -> bool:
    """Whether a paragraph names a thing to be done: its first main verb is an infinitive («до 1 мая привести …»)."""
    first = opening_verb(text, words)
    return first is not None and first.form == "infinitive" and not is_governed(text, words, first)


def opens_with_dative(words: Sequence[morph.Word]) -> bool:
    """Whether a paragraph opens with whom it addresses: its first noun can be a dative and no nominative or accusative."""
    if not words:
        return False
    head = words[0]
    if head.readings[0].pos in ("ADJF", "PRTF"):  # «Главным тренером утвердить …»: the noun tells the case
        head = next((w for w in words[1:4] if w.readings[0].pos == "NOUN"), head)
    cases = {r.case for r in head.readings if r.pos in ("NOUN", "ADJF", "PRTF")}
    return "datv" in cases and not cases & {"nomn", "accs"}


def is_noun_task(words: Sequence[morph.Word]) -> bool:
    """Whether a paragraph opens with a verbal noun in the nominative («Проведение …», «Разработка …»)."""
    return bool(words) and verbal_noun(words[0]) is not None


def verbal_noun(word: morph.Word) -> str | None:
    """The lemma of a verbal noun in the nominative or, as an object, the accusative: «Проведение», «проверку»; else `None`."""
    for reading in morph.readings(word.text)[:3]:
        if (
            reading.pos == "NOUN"
            and reading.case in ("nomn", "accs")
            and reading.number == "sing"
            and "anim" not in reading.grammemes
            and reading.lemma.endswith(NOUN_ENDINGS)
        ):
            return reading.lemma
    return None


def is_governed(
    text: str, words: Sequence[morph.Word], verb: Verb, unless: frozenset[str] = frozenset()
) -> bool:
    """Whether an infinitive hangs on the word before it: «возможность продлить», «позволяющий создать», «должны собрать».

    `unless` are nouns that do not count: what an appeal names («с предложением выделить») is what it wants done.
    """
    i = bisect_left(words, verb.word.start, key=lambda w: w.start)
    before = words[i - 1] if i else None
    if before is None or _CLAUSE_BREAK.search(text, before.stop, verb.word.start):
        return False
    if before.text.lower() == "не":
        return is_governed(text, words, Verb(before, "", "infinitive", None, None, None, False))
    likeliest = before.readings[0]
    if likeliest.lemma in _GOVERNS_INFINITIVE:
        return likeliest.lemma not in unless
    return likeliest.pos in ("PRTF", "GRND", "PRED")
