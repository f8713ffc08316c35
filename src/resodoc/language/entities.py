"""Persons that the neural tagger sees: the only importer of natasha.

Natasha's segmenter and tagger models run on any Python; its `MorphVocab` needs pymorphy2 and is not used. Loading takes
0.7 s, 1,000 tokens take 35 ms: ask only where a name's bounds are in question.
"""

from __future__ import annotations

from functools import cache

from resodoc.model import Span


@cache
def _models():
    from natasha import NewsEmbedding, NewsNERTagger, Segmenter

    return Segmenter(), NewsNERTagger(NewsEmbedding())


def persons(text: str, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
    """Where `text[start:stop]` names persons, left to right; offsets are the text's."""
    from natasha import Doc

    segmenter, tagger = _models()
    doc = Doc(text[start:stop])
    doc.segment(segmenter)
    doc.tag_ner(tagger)
    return tuple(Span(start + s.start, start + s.stop) for s in doc.spans if s.type == "PER")
