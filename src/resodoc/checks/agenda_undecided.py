"""A question of the agenda on which the minutes tell no decision.

One that is taken up and left, or never spoken of again: «Разное» may well come to nothing.

PASS:
    ПРОТОКОЛ № 4
    заседания правления
    ПОВЕСТКА ДНЯ:
    1. О смете.
    2. Об охране склада.
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    2. СЛУШАЛИ: Орлова П.П. об охране.
    РЕШИЛИ: Поручить Орлову П.П. до 1 июня 2024 г. заключить договор.
FAIL:
    ПРОТОКОЛ № 4
    заседания правления
    ПОВЕСТКА ДНЯ:
    1. О смете.
    [[2. Об охране склада.]]
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
FAIL:
    ПРОТОКОЛ № 4
    заседания правления
    ПОВЕСТКА ДНЯ:
    1. О смете.
    [[2. Об охране склада.]]
    1. СЛУШАЛИ: Зимина К.А. о смете.
    РЕШИЛИ: Утвердить смету.
    2. СЛУШАЛИ: Орлова П.П. об охране склада.
    Председатель                 П.П. Орлов
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.language.numerals import ordinal
from resodoc.model import Finding, Resolution, Span

from .places import folded, kind
from .settings import Settings

ID = "agenda-undecided"
LEVEL = "info"

_LEAST_QUESTIONS = 2
_STEM = 5
"""Letters that «взносах» and «взносов», «награждении» and «наградить» have in common."""
_LABEL = re.compile(r"(\d{1,2})[.)]")
_FREE = re.compile(r"(?<!\w)(?:разн|проч|организационн|обмен|текущ|информац|сообщени)")
_PUT_OFF = re.compile(
    r"вопрос\w* (?:[\w№]+ ){0,4}(?:снят|исключ|перен|отлож)|(?:снят|исключ|перен|отлож)\w* (?:\w+ ){0,3}(?:с|из) повестк"
)
# As many as there are questions: each was decided, whether all of it was understood or not.
_DECIDES = re.compile(r"(?<!\w)(?:решил[аи]?|постановил[аи]?|решение:|решение не принято)(?!\w)")
_HEAD_LENGTH = 600

Stems = frozenset[str]


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    text, asked = folded(resolution.source.text), _questions(resolution)
    if kind(resolution) != "minutes" or len(asked) < _LEAST_QUESTIONS:
        return
    behind = text[asked[-1].stop :]
    if (
        "выписка" in text[:_HEAD_LENGTH]
        or _PUT_OFF.search(text)
        or len(_DECIDES.findall(behind)) >= len(asked)
    ):
        return
    stems = [_stems(resolution, span) for span in asked]
    decided = {ordinal(re.split(r"[.-]", d.id)[0]) for d in resolution.decisions}
    left = _left(resolution, stems, asked[-1].stop) - decided
    for number, (span, own) in enumerate(zip(asked, stems, strict=True), 1):
        untouched = bool(own) and number not in decided and not any(stem in behind for stem in own)
        if (untouched or number in left) and not _FREE.search(text, span.start, span.stop):
            yield Finding(ID, LEVEL, span)


def _questions(resolution: Resolution) -> list[Span]:
    """The questions that the agenda itself lists, each numbered by its place; none when they are not."""
    lists = [block.span for block in resolution.blocks if block.kind == "agenda"]
    listed = [f.span for f in resolution.agenda if any(f.span in span for span in lists)]
    numbers = [_LABEL.match(resolution.source.text, span.start) for span in listed]
    counted = [(int(m[1]), span) for m, span in zip(numbers, listed, strict=True) if m]
    return [span for _, span in counted] if [n for n, _ in counted] == [*range(1, len(counted) + 1)] else []


def _left(resolution: Resolution, stems: list[Stems], behind: int) -> set[int]:
    """The questions that are taken up behind the agenda and come to no decision before another is."""
    events = [(b.span, b) for b in resolution.blocks if b.rule and b.kind in ("question", "heard")]
    events += [(d.span, None) for d in resolution.decisions]
    current, taken, settled = 0, set(), set()
    for span, block in sorted(events, key=lambda event: event[0]):
        if span.start < behind:
            continue
        if block is None:
            settled.add(current)
        elif number := _asked(_stems(resolution, span), stems):
            current = number
            taken.add(number)
    return taken - settled


def _asked(words: Stems, stems: list[Stems]) -> int:
    """Which question the words take up: the only one that shares most with them, at least half of its own; else 0."""
    shared = [len(words & own) for own in stems]
    best = max(range(len(stems)), key=shared.__getitem__)
    sure = shared[best] and shared.count(shared[best]) == 1 and 2 * shared[best] >= len(stems[best])
    return best + 1 if sure else 0


def _stems(resolution: Resolution, span: Span) -> Stems:
    """The beginnings of the nouns there."""
    words = morph.words(resolution.source.text, span.start, span.stop)
    return frozenset(
        fold(word.text)[:_STEM]
        for word in words
        if len(word.text) >= _STEM and word.readings[0].pos == "NOUN"
    )
