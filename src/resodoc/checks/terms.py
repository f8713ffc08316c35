"""Short names in a text: where a word of the term stands, in whatever case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.model import Definition, Found, Resolution

from .places import operative

_STEM = 3
"""Letters that the forms of a word share at least."""


@lru_cache(maxsize=4)
def _words_by_stem(text: str) -> dict[str, list[morph.Word]]:
    index: dict[str, list[morph.Word]] = {}
    for word in morph.words(text):
        index.setdefault(fold(word.text[:_STEM]), []).append(word)
    return index


def uses(text: str, term: str) -> Iterator[int]:
    """Offsets where `term` (its first word) stands in `text`, in any form."""
    words = morph.words(term)
    if not words:
        return
    first = words[0].text
    lemmas = morph.lemmas(first)
    for word in _words_by_stem(text).get(fold(first[:_STEM]), ()):
        if word.text == first or (word.text[0] == first[0] and lemmas & morph.lemmas(word.text)):
            yield word.start


def defined(resolution: Resolution) -> Iterator[Found[Definition]]:
    """The definitions of the document itself, its annexes left out."""
    part = operative(resolution)
    return (f for f in resolution.definitions if f.value and f.span in part)
