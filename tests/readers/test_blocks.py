"""Runs of any cut and form → a text in which every character has its place, and every note its words."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from resodoc.readers.blocks import Grid, Note, Run, compose, paragraphs_of
from resodoc.readers.compose import Composer

WORDS = [
    "План",
    " ",
    "  ",
    "\u00a0" * 7,
    "\t",
    "\n",
    "1. ",
    "обес-",
    "печить",
    " , ",
    "( да )",
    "й",
    "и\u0306",
    "\u0306",
    "Р Е Ш И Л",
    ".",
]
runs = st.lists(
    st.builds(
        Run,
        st.lists(st.sampled_from(WORDS), max_size=4).map("".join),
        st.booleans(),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(
            [(), (Note("highlight", "1"),), (Note("comment", "2", "что?"), Note("insertion", "3"))]
        ),
    ),
    max_size=8,
)


@given(st.lists(runs, max_size=4), st.booleans())
def test_everything_has_its_place(paragraphs: list[list[Run]], tabled: bool) -> None:
    blocks = [
        block for number, each in enumerate(paragraphs) for block in paragraphs_of(each, paragraph=number)
    ]
    composer = Composer()
    annotations = compose(
        [Grid(tuple(((block,), (block,)) for block in blocks))] if tabled else blocks, composer
    )
    source = composer.source(name="", annotations=annotations)
    covered = "".join(source.slice(origin.span) for origin in source.origins)
    assert [c for c in covered if not c.isspace()] == [c for c in source.text if not c.isspace()]
    assert all(a.span.stop <= b.span.start for a, b in zip(source.origins, source.origins[1:], strict=False))
    assert all(0 <= a.span.start <= a.span.stop <= len(source.text) for a in annotations)
    assert source.text == "" or source.text.endswith("\n")


@given(runs)
def test_letters_come_through_in_order(each: list[Run]) -> None:
    composer = Composer()
    compose(paragraphs_of(each), composer)
    written = unicodedata.normalize("NFC", "".join(run.text for run in each))
    read = composer.source(name="").text
    assert [c for c in read if c.isalnum()] == [c for c in written if c.isalnum()]


def test_a_note_covers_its_words_over_lines_and_pages() -> None:
    note = Note("highlight", "1")
    composer = Composer()
    text = [
        Run("Поручить "),
        Run("отделу обес-", page=1, notes=(note,)),
        Run("\nпечить ", page=2, notes=(note,)),
        Run("явку.", page=2),
    ]
    (found,) = compose(paragraphs_of(text), composer)
    source = composer.source(name="")
    assert source.text == "Поручить отделу обеспечить явку.\n"
    assert source.slice(found.span).strip() == "отделу обеспечить"
