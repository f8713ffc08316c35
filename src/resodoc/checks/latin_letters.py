"""A Latin letter that looks like the Russian one: the word is neither found by a search nor hyphenated.

PASS:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести IT-форум по программе «XXIв. Digital» на сайте www.example.ru.
FAIL:
    РЕШЕНИЕ
    РЕШИЛИ:
    1. Провести [[осмoтр]] кровли.
    2. Настоящее решение вступает в силу [[c]] 1 января 2024 г.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resodoc.model import Finding, Resolution, Source, Span

from .places import operative
from .settings import Settings

ID = "latin-letters"
LEVEL = "warning"

_LIKE = str.maketrans("ABCEHKMOPTXaceopxyk", "АВСЕНКМОРТХасеорхук")
_MIXED = re.compile(r"(?=[А-ЯЁа-яё]+[A-Za-z]|[A-Za-z]+[А-ЯЁа-яё])[A-Za-zА-ЯЁа-яё]+")
_ALONE = re.compile(r"(?<=[а-яё] )[coky](?= [\dа-яё«])")
_ROMAN = re.compile(r"[IVXLCM]+[а-яё]{1,3}$")


def check(resolution: Resolution, settings: Settings) -> Iterator[Finding]:
    source, part = resolution.source, operative(resolution)
    for pattern in (_MIXED, _ALONE):
        for m in pattern.finditer(source.text, part.start, part.stop):
            right, span = m.group().translate(_LIKE), Span(*m.span())
            if (
                not _ROMAN.match(m.group())
                and right.isalpha()
                and not _has_latin(right)
                and not _recognised(source, span)
            ):
                yield Finding(ID, LEVEL, span, (("right", right),))


def _has_latin(word: str) -> bool:
    return any("a" <= char <= "z" for char in word.lower())


def _recognised(source: Source, span: Span) -> bool:
    """Whether it was read from an image: then the letter is the recognition's, not the writer's."""
    return any(origin.confidence is not None for origin in source.origins_in(span))
