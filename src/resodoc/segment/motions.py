"""What was put to the vote in so many words and fell through: «На голосование поставлено предложение …», a decision too.

What was carried is told again below («РЕШИЛИ: …»); what was lost is told nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from resodoc.language.fold import fold
from resodoc.model import Span
from resodoc.segment.lines import Line
from resodoc.segment.proceedings import Part

_STANDS = r"(?:был[аои]? )?(?:поставлен|вынесен)(?:[аоы])?"
_PUT = re.compile(
    rf"на голосование (?:{_STANDS}|ставится|выносится)(?!\w)|(?<!\w){_STANDS} на голосование|(?:ставится|выносится) на голосование"
)
_COUNT = re.compile(r'\(?"?(?<!\w)за"?\s*[-:]\s*(?:\d|нет|един)')
_LOST = re.compile(r"не (?:принят|утвержден|прош|поддержан|набрал)|отклонен")
_TASK = re.compile(r"(?<!\w)[а-я]+(?:ать|ять|ить|еть|оть|уть|ыть|йти|сти|зти|чь)(?:ся)?(?!\w)")
_ASIDE = ("annex", "quote", "head", "agenda", "title", "attendees")
_BEHIND = 3  # parts in which a count and how it ended follow
_EDGES = ' \t.,:;()-–—«»"'


def with_motions(parts: Sequence[Part]) -> Iterator[Part]:
    """`parts`, with each line that puts to the vote what was lost cut into the motion and its count."""
    for i, part in enumerate(parts):
        folded = fold(part.line.text)
        put = _PUT.search(folded) if part.zone not in _ASIDE else None
        if put is None:
            yield part
            continue
        count = _COUNT.search(folded, put.end())
        stop = count.start() if count else len(folded)
        ended = takewhile(lambda p: p.zone in ("voted", "outcome"), parts[i + 1 : i + 1 + _BEHIND])
        told = " ".join([folded[stop:], *(fold(p.line.text) for p in ended)])
        start, stop = _words_of(folded, put, stop)
        if not _LOST.search(told) or start == stop:
            yield part
            continue
        yield Part(_stretch(part.line, start, stop), "motion", True)
        if count:
            yield Part(_stretch(part.line, count.start(), len(folded)), "voted")


def _words_of(folded: str, put: re.Match[str], stop: int) -> tuple[int, int]:
    """Where the words of the motion stand: behind what puts it to the vote, else before; from its verb on, if it has one."""
    start, end = _trimmed(folded, put.end(), stop)
    if start == end:
        start, end = _trimmed(folded, 0, put.start())
    task = _TASK.search(folded, start, end)
    return (task.start() if task else start), end


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    words = text[start:stop]
    left = len(words) - len(words.lstrip(_EDGES))
    return (start + left, start + len(words.rstrip(_EDGES))) if words.strip(_EDGES) else (start, start)


def _stretch(line: Line, start: int, stop: int) -> Line:
    at = line.span.start
    return replace(
        line, span=Span(at + start, at + stop), text=line.text[start:stop], label=None, marker=None
    )
