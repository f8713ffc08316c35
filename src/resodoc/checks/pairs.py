"""Marks that stand in pairs, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from resodoc.model import Span

from .places import paragraphs

Side = Callable[[str, int, bool], str | None]
"""What the character at an offset is, told whether a pair is open: "open", "close", or `None` for neither."""


def unmatched(
    text: str,
    span: Span,
    side: Side,
    parted: Callable[[str], object] = lambda line: None,
    shared: bool = False,
) -> Iterator[int]:
    """Offsets of the marks without a partner. What opens in one paragraph may close in a later one, unless one comes
    between for which `parted` says something.

    `shared`: where pairs are nested, one mark may close them all, as is printed for quotes of one kind
    («Об утверждении «Порядка уборки»: Розенталь, Справочник по правописанию, § 135).
    """
    waiting: list[int] = []
    for paragraph in paragraphs(text, span):
        if waiting and parted(text[paragraph.start : paragraph.stop]):
            yield from waiting
            waiting = []
        opened: list[int] = []
        nested_close = False
        for at in range(paragraph.start, paragraph.stop):
            turn = side(text, at, bool(opened or waiting))
            if turn == "open":
                opened.append(at)
            elif turn == "close":
                nested_close = nested_close or len(opened) > 1
                if opened or waiting:
                    (opened or waiting).pop()
                else:
                    yield at
        if not (shared and nested_close):
            waiting += opened
    yield from waiting
